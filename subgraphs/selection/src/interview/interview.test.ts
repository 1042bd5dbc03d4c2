import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { answer, codesOf, decide, type Submitted, statuses, submitted } from '../decision/testing/deciding.ts';
import { seen } from '../scoring/testing/judging.ts';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import { COMPARED, interviewProblems } from './interview.rules.ts';

const FINDINGS = {
  specificCompetences: 'Knows the basic services and their users in depth.',
  interpersonalSkills: 'Listens, and finds the words for different people.',
  leadershipAbilities: 'Has led larger teams through harder changes.',
};
let selection: TestSelection;
let made = 0;

beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const before = (places: readonly (number | null)[], state = federalVacancy()) =>
  submitted(selection, `vrb:vacancy:v${made++}`, state, places);
const record = (application: string, own: Record<string, unknown> = {}, actor: Actor = authority()) =>
  selection.write(actor, 'recordInterview', { application, result: 'HELD', ...FINDINGS, ...own });
const absent = (application: string, own: Record<string, unknown> = {}) =>
  selection.write(authority(), 'recordInterview', { application, result: 'ABSENT', ...own });
const outcomes = async ({ applications }: Submitted) =>
  selection.query<{ result: string; version: number; by: string }>(
    `SELECT outcome.result, outcome.version, outcome.recorded_by AS by FROM step_outcome outcome
     JOIN selection_step step ON step.id = step_id WHERE candidacy_id = ANY($1::uuid[]) AND kind = 'ADDITIONAL_INTERVIEW'`,
    [applications],
  );
const stepStatus = async ({ procedure }: Submitted) =>
  (
    await selection.query<{ status: string }>(
      "SELECT status FROM selection_step WHERE procedure_id = $1 AND kind = 'ADDITIONAL_INTERVIEW'",
      [procedure],
    )
  )[0]!.status;

describe('the additional interview', () => {
  test('S2.S4: the authority interviews the suitable only, and compares three things', async () => {
    const on = await before([1, null]);
    expect(await record(on.applications[0]!)).toMatchObject({ __typename: 'SelectionRecorded', version: 1 });
    expect(await outcomes(on)).toEqual([{ result: 'HELD', version: 1, by: 'authority-of-vrb' }]);
    expect(await stepStatus(on)).toBe('RUNNING');
    expect(await statuses(selection, on)).toEqual(['RESULT_SUBMITTED', 'SUITABLE', 'UNSUITABLE']);
    const refused = await record(on.applications[1]!);
    expect(refused).toEqual(await record(randomUUID()));
    expect(refused).toMatchObject({ problems: [{ path: 'application', code: 'UNKNOWN_APPLICATION', value: null }] });
  });

  test('S2.S4: is held or not, and not coming excludes nobody: it is taken into account', async () => {
    const on = await before([1]);
    const [first] = on.applications as [string];
    expect(await absent(first)).toMatchObject({ version: 1 });
    expect(await outcomes(on)).toMatchObject([{ result: 'ABSENT' }]);
    expect(await statuses(selection, on)).toEqual(['RESULT_SUBMITTED', 'SUITABLE']);
    expect(await decide(selection, on, first)).toMatchObject({ __typename: 'SelectionRecorded' });
    expect(await stepStatus(on)).toBe('CONCLUDED');
  });

  test('S2.S4: the decision waits until each suitable candidate was interviewed or did not come', async () => {
    const on = await before([1, 2, null]);
    const [first, second] = on.applications as [string, string];
    expect(codesOf(await decide(selection, on, first))).toEqual(['procedure INTERVIEWS_MISSING']);
    await record(first);
    expect(await decide(selection, on, first)).toMatchObject({
      problems: [{ code: 'INTERVIEWS_MISSING', value: '1' }],
    });
    expect(codesOf(await decide(selection, on, null))).toEqual(['procedure INTERVIEWS_MISSING']);
    await absent(second);
    expect(await decide(selection, on, first)).toMatchObject({ __typename: 'SelectionRecorded' });
  });

  test('is corrected until the decision, on the version that stands, and the earlier one is kept', async () => {
    const on = await before([1]);
    const [first] = on.applications as [string];
    await absent(first);
    expect(await record(first)).toMatchObject({ __typename: 'VersionConflict', givenVersion: 0, currentVersion: 1 });
    expect(await record(first, { version: 1 })).toMatchObject({ version: 2 });
    const history = await selection.query(
      `SELECT history.state->>'result' AS result FROM step_outcome_history history
       JOIN step_outcome outcome ON outcome.id = history.id WHERE candidacy_id = $1`,
      [first],
    );
    expect(history).toEqual([{ result: 'ABSENT' }]);
    await decide(selection, on, first);
    expect(await record(first, { version: 2 })).toMatchObject({
      problems: [
        { path: 'procedure', code: 'NOT_AT_THIS_TIME', value: 'DECIDED' },
        { path: 'application', code: 'NOT_SUITABLE' },
      ],
    });
  });

  test('can be held again with who is left, once the one who was chosen has declined', async () => {
    const on = await before([1, 2]);
    const [first, second] = on.applications as [string, string];
    await record(first);
    await absent(second);
    await decide(selection, on, first);
    await answer(selection, on.applicants[0]!, 'declineAppointment');
    expect(codesOf(await record(first, { version: 1 }))).toEqual(['application NOT_SUITABLE']);
    expect(await record(second, { version: 1 })).toMatchObject({ version: 2 });
    expect(await stepStatus(on)).toBe('RUNNING');
    await decide(selection, on, second);
    expect(await stepStatus(on)).toBe('CONCLUDED');
  });

  test('stands in the trail, with what was found sealed under the key of the candidate', async () => {
    const on = await before([1]);
    await record(on.applications[0]!);
    const entries = await selection.query<{ act: string; actor: string; person: string | null; after: object }>(
      'SELECT act, actor, person, after FROM trail_entry WHERE procedure_id = $1 ORDER BY seq DESC LIMIT 1',
      [on.procedure],
    );
    expect(entries).toMatchObject([
      {
        ...{ act: 'RECORD_INTERVIEW', actor: 'authority-of-vrb', person: `candidate:${on.applicants[0]!.candidate}` },
        after: { result: 'HELD' },
      },
    ]);
    const everything = await selection.query(
      "SELECT (SELECT string_agg(t::text, '') FROM trail_entry t) || (SELECT string_agg(o::text, '') FROM step_outcome o) AS all",
    );
    for (const finding of Object.values(FINDINGS)) expect(JSON.stringify(everything)).not.toContain(finding);
  });

  test('is recorded once, of fifty at the same time', async () => {
    const on = await before([1]);
    const all = await Promise.all(Array.from({ length: 50 }, () => record(on.applications[0]!)));
    expect(all.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(all.filter(({ __typename }) => __typename === 'VersionConflict')).toHaveLength(49);
    expect(await outcomes(on)).toMatchObject([{ version: 1 }]);
  });
});

describe('no additional interview', () => {
  test('is recorded where the notice announces none', async () => {
    const on = await before([1], brusselsVacancy());
    expect(codesOf(await record(on.applications[0]!))).toEqual(['application NO_SUCH_STEP']);
  });

  test('is recorded without what was found of each thing, or with it of who did not come', async () => {
    const on = await before([1]);
    const [first] = on.applications as [string];
    const short = { specificCompetences: 'Good.', interpersonalSkills: null };
    const refused = await record(first, short);
    expect(codesOf(refused)).toEqual(['specificCompetences TOO_SHORT', 'interpersonalSkills TOO_SHORT']);
    expect(JSON.stringify(refused)).not.toContain('Good.');
    expect(codesOf(await absent(first, { leadershipAbilities: FINDINGS.leadershipAbilities }))).toEqual([
      'leadershipAbilities NOT_HELD',
    ]);
    expect(await outcomes(on)).toEqual([]);
  });

  test('is recorded by who is a candidate of the procedure', async () => {
    const on = await before([1, null]);
    const actor = { ...authority(), subject: on.applicants[1]!.subject };
    expect(codesOf(await record(on.applications[0]!, {}, actor))).toEqual(['procedure OWN_CANDIDACY']);
  });

  test.each<[string, (on: Submitted) => Actor, string | null]>([
    ['a recruiter', () => recruiter(), 'FORBIDDEN'],
    ['the candidate', (on) => candidateActor(on.applicants[0]!.subject), 'FORBIDDEN'],
    ['a member of the committee', (on) => memberActor('member', on.procedure), 'FORBIDDEN'],
    ['the public', () => ({ kind: 'public', subject: 'public', grants: [] }), 'UNAUTHENTICATED'],
    ['the authority of another institution', () => authority('gew'), null],
  ])('is recorded by %s', async (_who, actorFor, code) => {
    const on = await before([1]);
    const result = await record(on.applications[0]!, {}, actorFor(on));
    if (code === null) expect(codesOf(result)).toEqual(['application UNKNOWN_APPLICATION']);
    else expect(result.errors[0].extensions.code).toBe(code);
    expect(await outcomes(on)).toEqual([]);
  });

  test('goes with a procedure that is anywhere else, whoever is concerned', () => {
    const given = { result: 'ABSENT' as const };
    for (const procedure of ['NOT_STARTED', 'RUNNING', 'DECIDED', 'COMPLETED', 'CANCELLED'] as const) {
      expect(codesOf({ problems: interviewProblems(given, { procedure, announced: true, suitable: true }) })).toEqual([
        'procedure NOT_AT_THIS_TIME',
      ]);
    }
    const all = interviewProblems({ result: 'HELD' }, { procedure: 'RUNNING', announced: false, suitable: false });
    expect(all).toHaveLength(3 + COMPARED.length);
  });
});

describe('what came of an interview', () => {
  const shown = async (on: Submitted, actor: Actor) =>
    (
      await seen(selection, actor, [on.applications[0]!], async ({ interviewReader }, candidacy) => {
        const interview = await interviewReader.of(candidacy);
        return interview === null ? null : `${interview.result} ${interview.specificCompetences !== null}`;
      })
    ).answers[0];

  test('is seen by the institution at once, by its candidate once chosen, and not by the committee', async () => {
    const on = await before([1]);
    await record(on.applications[0]!);
    await selection.query(
      `INSERT INTO committee_member (id, procedure_id, holder, function, joined_at, data, version, recorded_at, recorded_by)
       VALUES ($1, $2, $3, 'CHAIR', now(), '', 1, now(), 'test')`,
      [randomUUID(), on.procedure, selection.installation.digest.of('member')],
    );
    const [own, member] = [candidateActor(on.applicants[0]!.subject), memberActor('member', on.procedure)];
    expect(await shown(on, authority())).toBe('HELD true');
    expect(await shown(on, recruiter())).toBe('HELD true');
    expect(await shown(on, member)).toBe(null);
    expect(await shown(on, own)).toBe(null);
    expect(await shown(on, authority('gew'))).toBe(undefined);
    await decide(selection, on, on.applications[0]!);
    expect(await shown(on, own)).toBe('HELD true');
    expect(await shown(on, member)).toBe(null);
    await selection.erased(on.applicants[0]!);
    expect(await shown(on, authority())).toBe('HELD false');
  });

  test('takes as many statements for twenty candidates as for one', async () => {
    const on = await before(Array.from({ length: 20 }, (_, at) => at + 1));
    for (const application of on.applications) await record(application);
    const count = async (applications: readonly string[]) =>
      (await seen(selection, authority(), applications, ({ interviewReader }, one) => interviewReader.of(one)))
        .statements;
    expect(await count(on.applications)).toBe(await count(on.applications.slice(0, 1)));
  });
});
