import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { candidateOf } from '../person/person.keys.ts';
import { type Applicant, openSelection, startedProcedure, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import { CandidacyRepository } from './candidacy.repository.ts';
import { CandidacyStore } from './candidacy.store.ts';
import { driving, standings, trailOf } from './testing/driving.ts';

let selection: TestSelection;
let number = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

async function started(count: number, state = brusselsVacancy()) {
  number += 1;
  const made = await startedProcedure(selection, `vrb:vacancy:store-${number}`, state, count);
  return { ...made, drive: driving(selection, made.procedure) };
}
const toldTo = async ({ application }: Applicant) =>
  (
    await selection.query<{ data: { code: string; facts: object; done: boolean } }>(
      `SELECT data FROM outbox WHERE type = 'mandate-graph.candidate.told.v1' AND data->>'application' = $1 ORDER BY id`,
      [application],
    )
  ).map(({ data }) => data);
const recorded = async ({ application }: Applicant) =>
  (
    await selection.query<{ data: Record<string, unknown> }>(
      `SELECT data FROM outbox WHERE type = 'mandate-graph.candidacy.recorded.v1' AND subject = $1 ORDER BY id`,
      [application],
    )
  ).map(({ data }) => data);

describe('acts on candidacies', () => {
  test('are recorded all or none, with everything that is wrong', async () => {
    const { procedure, applicants, drive } = await started(3);
    await drive.exclude(applicants.slice(2), 'ELIGIBILITY_SCREENING', 'FAILED');
    const before = await trailOf(selection, procedure);
    const problems = await selection.inProcedure(procedure, async (work) => {
      const all = await new CandidacyRepository(work.manager).ofProcedure(procedure);
      const changes = all.map((candidacy) => ({ candidacy, act: 'PASS' as const, as: 'CANDIDATE' as const }));
      return (await new CandidacyStore(work).change(changes)).problems;
    });
    expect(problems!.map(({ code }) => code).toSorted()).toEqual([
      ...['NOT_BY_THIS_ACTOR', 'NOT_BY_THIS_ACTOR', 'NOT_BY_THIS_ACTOR', 'NOT_FROM_THIS_STATUS'],
    ]);
    expect(await trailOf(selection, procedure)).toEqual(before);
    expect(await standings(selection, applicants)).toEqual([
      ...['IN_PROGRESS screening', 'IN_PROGRESS screening', 'EXCLUDED screening'],
    ]);
  });

  test('keep every version of a candidacy, and of what a step came to', async () => {
    const { applicants, drive } = await started(1);
    const { application } = applicants[0]!;
    await drive.exclude(applicants, 'ELIGIBILITY_SCREENING', 'FAILED', 'The first reasons');
    await drive.change(applicants, { act: 'READMIT', as: 'RECRUITER' });
    await drive.pass(applicants, 'ELIGIBILITY_SCREENING', 'Other reasons');
    const versions = await selection.query(
      `SELECT version, state->>'status' AS status, state->>'reason' AS act FROM candidacy_history WHERE id = $1
       ORDER BY version`,
      [application],
    );
    expect(versions).toEqual([
      ...[
        { version: 1, status: 'IN_PROGRESS', act: 'ENTER' },
        { version: 2, status: 'EXCLUDED', act: 'EXCLUDE' },
      ],
      { version: 3, status: 'IN_PROGRESS', act: 'READMIT' },
    ]);
    expect(
      await selection.query('SELECT result, version FROM step_outcome WHERE candidacy_id = $1', [application]),
    ).toEqual([{ result: 'PASSED', version: 2 }]);
    expect((await recorded(applicants[0]!)).map(({ version, status }) => `${version} ${status}`)).toEqual([
      ...['1 IN_PROGRESS', '2 EXCLUDED', '3 IN_PROGRESS', '4 IN_PROGRESS'],
    ]);
  });

  test('tell the authority’s side of it once the result is submitted, of the suitable only', async () => {
    const { applicants, drive } = await started(2);
    for (const kind of ['ELIGIBILITY_SCREENING', 'INTERVIEW'] as const) await drive.pass(applicants, kind);
    await drive.find(applicants.slice(0, 1), 'SUITABLE');
    await drive.find(applicants.slice(1), 'UNSUITABLE');
    await drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
    await drive.change(applicants.slice(0, 1), { act: 'SUBMIT', as: 'COMMITTEE' });
    const submitted = await Promise.all(
      applicants.map(async (one) => (await recorded(one)).at(-1)!['submittedToAuthority']),
    );
    expect(submitted).toEqual([true, false]);
  });

  test('seal every reason under the key of its candidate: nothing of it is anywhere in the database', async () => {
    const { procedure, applicants, drive } = await started(1);
    const words = 'Wordsthatnobodyelsewrites';
    await drive.exclude(applicants, 'ELIGIBILITY_SCREENING', 'FAILED', words);
    for (const table of ['step_outcome', 'candidacy', 'candidacy_history', 'outbox', 'trail_entry']) {
      const rows = await selection.query<{ text: string }>(`SELECT row_to_json(t)::text AS text FROM ${table} t`);
      const bytes = Buffer.from(words).toString('hex');
      expect(rows.filter(({ text }) => text.includes(words) || text.includes(bytes))).toEqual([]);
    }
    const [entry] = await selection.query<{ person: string; sealed: Buffer }>(
      `SELECT person, sealed FROM trail_entry WHERE procedure_id = $1 AND act = 'EXCLUDE'`,
      [procedure],
    );
    expect(entry).toEqual({ person: candidateOf(applicants[0]!.candidate), sealed: expect.any(Buffer) });
  });

  test('go on of who was erased, without anything personal', async () => {
    const { procedure, applicants, drive } = await started(1);
    await selection.erased(applicants[0]!);
    await drive.pass(applicants, 'ELIGIBILITY_SCREENING', 'Reasons that are not kept');
    expect(await standings(selection, applicants)).toEqual(['IN_PROGRESS interview']);
    const sealed = await selection.query(
      `SELECT FROM trail_entry WHERE procedure_id = $1 AND (person IS NOT NULL OR sealed IS NOT NULL)`,
      [procedure],
    );
    const outcomes = await selection.query('SELECT data FROM step_outcome WHERE candidacy_id = $1', [
      applicants[0]!.application,
    ]);
    expect([sealed, outcomes]).toEqual([[], [{ data: null }]]);
    expect(
      await selection.query('SELECT FROM person_key WHERE person = $1', [candidateOf(applicants[0]!.candidate)]),
    ).toEqual([]);
  });
});

describe('the way through the steps', () => {
  test('S2.S: leads from each to the next, and tells the candidate of it', async () => {
    const { applicants, drive } = await started(1, federalVacancy());
    await drive.pass(applicants, 'ELIGIBILITY_SCREENING');
    await drive.pass(applicants, 'COMPUTER_ASSESSMENT');
    await drive.pass(applicants, 'ORAL_TEST');
    expect(await standings(selection, applicants)).toEqual(['IN_PROGRESS result']);
    expect((await toldTo(applicants[0]!)).map(({ code, facts }) => [code, facts])).toEqual([
      ['SELECTION_STARTED', {}],
      ['STEP_PASSED', { step: 'ELIGIBILITY_SCREENING' }],
      ['BOOK_SESSION', { step: 'COMPUTER_ASSESSMENT' }],
      ['STEP_PASSED', { step: 'COMPUTER_ASSESSMENT' }],
      ['STEP_PASSED', { step: 'ORAL_TEST' }],
    ]);
  });

  test('ends at once for who is out by a rule, who is told; whom a person excludes is told by the notification', async () => {
    const { applicants, drive } = await started(2, federalVacancy());
    await drive.pass(applicants.slice(0, 1), 'ELIGIBILITY_SCREENING');
    await drive.exclude(applicants.slice(0, 1), 'COMPUTER_ASSESSMENT', 'ABSENT');
    await drive.exclude(applicants.slice(1), 'ELIGIBILITY_SCREENING', 'FAILED', 'Not told yet');
    expect((await toldTo(applicants[0]!)).at(-1)).toMatchObject({
      ...{ code: 'EXCLUDED_ABSENT', done: false, facts: { step: 'COMPUTER_ASSESSMENT' } },
    });
    expect((await toldTo(applicants[1]!)).map(({ code }) => code)).toEqual(['SELECTION_STARTED']);
  });
});
