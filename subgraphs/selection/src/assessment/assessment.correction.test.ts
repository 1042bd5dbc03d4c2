import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { codesTold, outcomeOf, standing } from '../session/testing/sessions.ts';
import { candidateActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { attempts, CORRECTION, correct, FAILED, PASSED, record, type Sat, sat } from './testing/results.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const OUT = 'EXCLUDED assessment FAILED';
const IN_ORAL = 'IN_PROGRESS oral';
const of = ({ applicants }: Sat) => applicants[0]!;
const assessed = async (count: number, result: object) => {
  const round = await sat(selection, count);
  for (const applicant of round.applicants) await record(selection, applicant, result);
  return round;
};

describe('correcting a result', () => {
  test('that was not passed brings the candidate into the next step', async () => {
    const round = await assessed(2, FAILED);
    expect(outcomeOf(await correct(selection, of(round), 1, PASSED))).toBe(2);
    expect(await standing(selection, round.applicants)).toEqual([IN_ORAL, OUT]);
    expect((await codesTold(selection, of(round))).at(-1)).toBe('STEP_PASSED');
    expect(await attempts(selection, of(round))).toMatchObject([
      { outcome: 'PASSED', passedDay: '2025-11-20', version: 2 },
    ]);
  });

  test('that was passed excludes, and is told with what is sent', async () => {
    const round = await assessed(2, PASSED);
    expect(outcomeOf(await correct(selection, of(round), 1, { ...FAILED, reasons: CORRECTION }))).toBe(2);
    expect(await standing(selection, round.applicants)).toEqual([OUT, IN_ORAL]);
    expect(await attempts(selection, of(round))).toMatchObject([{ outcome: 'FAILED', passedDay: null, version: 2 }]);
    const send = { procedure: round.procedure, about: 'STEP', step: round.steps.get('assessment') };
    const sent = await selection.write(recruiter(), 'sendOutcomes', { ...send, remedyStated: true, byLetter: false });
    expect(sent).toMatchObject({ __typename: 'SelectionRecorded' });
    expect((await codesTold(selection, of(round))).at(-1)).toBe('EXCLUDED_BY_STEP');
  });

  test('that was passed is not seen by its candidate before it is sent', async () => {
    const round = await assessed(2, PASSED);
    const { application, subject } = of(round);
    const own = async () => {
      const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { progress {
        status version final step { key status version } outcomes { result reasons decidedAt step { key } }
        assessment { version result total } assessmentStanding { status until } } } } }`;
      const { data, errors } = await selection.ask(candidateActor(subject), query, {
        of: [{ __typename: 'Application', id: application }],
      });
      expect(errors).toBeUndefined();
      return data._entities[0].progress;
    };
    const ledger = async () =>
      (
        await selection.ask(
          candidateActor(subject),
          '{ assessmentLedger { edges { node { outcome score version } } } }',
        )
      ).data.assessmentLedger;
    const before = [await own(), await ledger()];
    expect(before[0]).toMatchObject({ status: 'IN_PROGRESS', step: { key: 'oral' }, assessment: { result: 'PASSED' } });
    selection.at('2025-11-21T10:00');
    expect(outcomeOf(await correct(selection, of(round), 1, { ...FAILED, reasons: CORRECTION }))).toBe(2);
    expect([await own(), await ledger()]).toEqual(before);
    const send = { procedure: round.procedure, about: 'STEP', step: round.steps.get('assessment') };
    await selection.write(recruiter(), 'sendOutcomes', { ...send, remedyStated: true, byLetter: false });
    expect(await own()).toMatchObject({
      ...{ status: 'EXCLUDED', step: { key: 'assessment' }, assessment: { version: 2, result: 'FAILED' } },
      outcomes: [{ result: 'PASSED' }, { result: 'FAILED', reasons: CORRECTION }],
    });
    expect(await ledger()).toMatchObject({ edges: [{ node: { outcome: 'FAILED', version: 2 } }] });
  });

  test('to other scores leaves the candidate where they are, with an entry in the trail', async () => {
    const round = await assessed(1, PASSED);
    const before = await codesTold(selection, of(round));
    expect(outcomeOf(await correct(selection, of(round), 1, { ...PASSED, total: '75' }))).toBe(2);
    expect(await standing(selection, round.applicants)).toEqual([IN_ORAL]);
    expect(await codesTold(selection, of(round))).toEqual(before);
    const entries = await selection.query<object>(
      `SELECT act, actor, before, after, sealed IS NOT NULL AS sealed FROM trail_entry
       WHERE about_id = $1 AND act = 'CORRECT'`,
      [of(round).application],
    );
    expect(entries).toEqual([
      {
        ...{ act: 'CORRECT', actor: 'recruiter-of-vrb', sealed: true },
        ...{ before: { result: 'PASSED' }, after: { result: 'PASSED' } },
      },
    ]);
  });

  test('needs reasons, the version that stands, and a result that can be', async () => {
    const round = await assessed(1, PASSED);
    expect(outcomeOf(await correct(selection, of(round), 2, { ...FAILED, passed: true, reasons: 'Fout.' }))).toEqual([
      ...['passed NOT_AS_SCORED', 'reasons TOO_SHORT'],
    ]);
    expect(await correct(selection, of(round), 2, PASSED)).toMatchObject({ givenVersion: 2, currentVersion: 1 });
  });

  test('is possible while nothing has come of it', async () => {
    const [waiting, heard] = [await sat(selection, 1), await assessed(1, PASSED)];
    expect(outcomeOf(await correct(selection, of(waiting), 1, PASSED))).toEqual(['application NOTHING_TO_CORRECT']);
    await selection.inProcedure(heard.procedure, async (work) => {
      const candidacy = (await new CandidacyRepository(work.manager).one(heard.procedure, of(heard).application))!;
      const oral = work.procedure.steps.find(({ key }) => key === 'oral')!;
      const outcome = { stepId: oral.id, result: 'HELD' as const, reasons: null };
      await new CandidacyFlow(work).pass(oral, [{ candidacy, outcome, as: 'COMMITTEE' }]);
    });
    expect(outcomeOf(await correct(selection, of(heard), 1, PASSED))).toEqual(['application SOMETHING_CAME_OF_IT']);
  });

  test('opens a procedure again that had ended since nobody was left', async () => {
    const round = await assessed(1, FAILED);
    const step = round.steps.get('screening');
    expect(await selection.write(recruiter(), 'concludeStep', { step, version: 2 })).toMatchObject({ version: 3 });
    const status = async () =>
      (
        await selection.query<{ status: string }>('SELECT status FROM selection_procedure WHERE id = $1', [
          round.procedure,
        ])
      )[0]!.status;
    expect(await status()).toBe('ENDED_WITHOUT_APPOINTMENT');
    expect(outcomeOf(await correct(selection, of(round), 1, PASSED))).toBe(2);
    expect(await status()).toBe('RUNNING');
    expect(await standing(selection, round.applicants)).toEqual([IN_ORAL]);
  });

  test('is done once, of 50 requests at the same time', async () => {
    const round = await assessed(1, FAILED);
    const answers = await Promise.all(Array.from({ length: 50 }, () => correct(selection, of(round), 1, PASSED)));
    expect(answers.filter(({ version }) => version === 2)).toHaveLength(1);
    expect(answers.filter(({ currentVersion }) => currentVersion === 2)).toHaveLength(49);
    expect(await attempts(selection, of(round))).toMatchObject([{ version: 2 }]);
  });
});
