import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seen } from '../scoring/testing/judging.ts';
import { candidateActor, memberActor, openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import {
  CLASSES,
  givenMandate,
  type Level,
  person,
  round,
  settled,
  sits,
  standing,
  startedRound,
  told,
} from './testing/rounds.ts';

const REASONS = 'Het benoemingsbesluit in het dossier bewijst het.';
const HOLDER = 'IN_PROGRESS oral EXEMPT EXEMPT_HOLDER';
const WAITS = 'IN_PROGRESS assessment';
const HELD = { level: 2, from: '2020-01-01', reasons: REASONS };
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const record = (application: string, own: object = {}, as = recruiter()) =>
  selection.write(as, 'recordFunctionHeld', { application, ...HELD, ...own });
const waiting = async (level: Level = 2) => {
  const where = await round(selection, level, [person()], '2025-10-24');
  return { ...where, application: where.applicants[0]!.application, who: where.applicants[0]! };
};
const codes = ({ problems }: { problems?: { path: string; code: string }[] }) =>
  problems?.map(({ path, code }) => `${path} ${code}`);

describe('S2.S2: a management or staff function that the file proves', () => {
  test.each<[Level, string]>([
    [1, HOLDER],
    [2, HOLDER],
  ])('of level 2 exempts who waits in an assessment of level %s at once', async (level, expected) => {
    const where = await waiting(level);
    expect(await standing(selection, where)).toEqual([WAITS]);
    expect(await record(where.application)).toMatchObject({ __typename: 'SelectionRecorded', version: 1 });
    expect(await standing(selection, where)).toEqual([expected]);
    expect(await told(selection, where)).toEqual([
      { code: 'BOOK_SESSION', done: false, until: null },
      { code: 'BOOK_SESSION', done: true, until: null },
      { code: 'STEP_EXEMPTED', done: false, until: null },
    ]);
  });

  test('exempts who comes into the assessment later, when it opens', async () => {
    const where = await startedRound(selection, CLASSES[2], [person()], '2025-10-24');
    await record(where.applicants[0]!.application, { weightingClasses: [7], level: null, to: '2025-12-01' });
    expect(await standing(selection, where)).toEqual(['IN_PROGRESS screening']);
    await selection.decided(where.applicants[0]!, 'ELIGIBLE');
    expect(await standing(selection, where)).toEqual([HOLDER]);
    expect(await told(selection, where)).toEqual([{ code: 'STEP_EXEMPTED', done: false, until: '2025-12-01' }]);
  });

  test('is held on the day on which the assessment opened, the last day included', async () => {
    const where = await waiting();
    selection.at('2025-11-20T10:00');
    expect(codes(await record(where.application, { to: '2025-10-23' }))).toEqual(['to NOT_HELD_ANY_MORE']);
    expect(codes(await record(where.application, { from: '2025-10-25' }))).toEqual(['from NOT_HELD_YET']);
    expect(codes(await record(where.application, { to: '2019-12-31' }))).toEqual(['to EMPTY_RANGE']);
    await record(where.application, { from: '2025-10-24', to: '2025-10-24' });
    expect(await standing(selection, where)).toEqual([HOLDER]);
  });

  test('counts for the candidacy whose file proves it, and no other', async () => {
    const who = person();
    const one = await round(selection, 2, [who], '2025-10-24');
    const other = await round(selection, 2, [who], '2025-10-24');
    await record(one.applicants[0]!.application);
    expect([await standing(selection, one), await standing(selection, other)]).toEqual([[HOLDER], [WAITS]]);
  });

  test('is refused with everything that is wrong with it, without repeating what is personal', async () => {
    const { application } = await waiting(3);
    const refused = await record(application, { from: '2031-05-06', reasons: 'Zo is het.' });
    expect(codes(refused)).toEqual(['level LEVEL_TOO_LOW', 'from NOT_HELD_YET', 'reasons TOO_SHORT']);
    expect(JSON.stringify(refused)).not.toMatch(/2031|Zo is/);
    expect(codes(await record(application, { weightingClasses: [4] }))).toEqual(['level ONE_OF_BOTH']);
    expect(codes(await record(application, { level: null }))).toEqual(['level ONE_OF_BOTH']);
    expect(codes(await record(application, { level: 4 }))).toEqual(['level OUT_OF_RANGE']);
    expect(codes(await record(application, { level: 0 }))).toEqual(['level OUT_OF_RANGE']);
    const across = { level: null, weightingClasses: [5, 6] };
    expect(codes(await record(application, across))).toEqual(['weightingClasses NO_LEVEL']);
  });

  test('is refused where there is nothing that it could exempt from', async () => {
    const vacancy = `gew:vacancy:${randomUUID()}`;
    selection.at('2025-10-01T10:00');
    const procedure = await selection.vacancy(vacancy, brusselsVacancy());
    const { application } = await selection.applicant(vacancy);
    selection.at('2025-10-24T10:00');
    await selection.write(recruiter('gew'), 'startSelection', { procedure, version: 1 });
    expect(codes(await record(application, {}, recruiter('gew')))).toEqual([
      'application NO_ASSESSMENT',
      'application NO_EXEMPTION',
    ]);
    const past = await waiting();
    await sits(selection, past, past.who, { testDay: '2025-10-24', outcome: 'PASSED' });
    expect(await record(past.application)).toMatchObject({
      problems: [{ code: 'NOT_AT_THIS_TIME', value: 'IN_PROGRESS ORAL_TEST' }],
    });
    const out = await waiting();
    await sits(selection, out, out.who, { testDay: '2025-10-24', outcome: 'FAILED' });
    expect(await record(out.application)).toMatchObject({
      problems: [{ code: 'NOT_AT_THIS_TIME', value: 'EXCLUDED COMPUTER_ASSESSMENT' }],
    });
  });

  test('is corrected on the version that stands, until the assessment has opened', async () => {
    const where = await startedRound(selection, CLASSES[1], [person()], '2025-10-24');
    const { application } = where.applicants[0]!;
    expect(await record(application, { version: 1 })).toMatchObject({ givenVersion: 1, currentVersion: 0 });
    const { id } = await record(application);
    expect(await record(application)).toMatchObject({ id, givenVersion: 0, currentVersion: 1 });
    expect(await record(application, { level: 1, version: 1 })).toMatchObject({ id, version: 2 });
    await selection.decided(where.applicants[0]!, 'ELIGIBLE');
    expect(codes(await record(application, { version: 2 }))).toEqual(['application NOT_AT_THIS_TIME']);
  });

  test('is recorded once, however often it is sent at once', async () => {
    const { application } = await waiting();
    const answers = await Promise.all(Array.from({ length: 50 }, () => record(application)));
    expect(answers.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter(({ problems }) => problems?.[0]?.code === 'NOT_AT_THIS_TIME')).toHaveLength(49);
    const [{ entries }] = (await selection.query(
      "SELECT count(*)::int AS entries FROM trail_entry WHERE about_id = $1 AND act = 'RECORD_FUNCTION_HELD'",
      [application],
    )) as [{ entries: number }];
    expect(entries).toBe(1);
    const keyed = { idempotencyKey: randomUUID() };
    const again = await waiting();
    const same = await Promise.all(Array.from({ length: 50 }, () => record(again.application, keyed)));
    expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

describe('a function held', () => {
  const heldBy = async (actor: Parameters<typeof seen>[1], application: string) =>
    (await seen(selection, actor, [application], ({ ledger }, one) => ledger.functionHeldOf(one))).answers[0];

  test('is seen by the candidate and the institution with its reasons, and sealed for everybody else', async () => {
    const { procedure, application, who } = await waiting();
    const { id } = await record(application);
    const whole = { id, ...HELD, to: null, version: 1 };
    expect(await heldBy(recruiter(), application)).toEqual(whole);
    expect(await heldBy(candidateActor(who.subject), application)).toEqual(whole);
    expect(await heldBy(recruiter('gew'), application)).toBeUndefined();
    expect(await heldBy(memberActor('member-x', procedure), application)).toBeUndefined();
    const rows = await selection.query(
      'SELECT to_jsonb(held) AS row FROM function_held held UNION ALL SELECT to_jsonb(entry) FROM trail_entry entry',
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toMatch(/benoemingsbesluit|2020-01-01/);
  });

  test('of who was erased cannot be read any more, and exempts from nothing', async () => {
    const where = await startedRound(selection, CLASSES[2], [person()], '2025-10-24');
    const { application } = where.applicants[0]!;
    await record(application);
    await selection.erased(where.applicants[0]!);
    expect(await heldBy(recruiter(), application)).toBeNull();
    await selection.decided(where.applicants[0]!, 'ELIGIBLE');
    expect(await standing(selection, where)).toEqual([WAITS]);
  });

  test.each([
    ['a recruiter of another institution', recruiter('gew'), 'UNKNOWN_APPLICATION'],
    ['the candidate', candidateActor('somebody'), 'FORBIDDEN'],
    ['a member of the committee', memberActor('member-x', randomUUID()), 'FORBIDDEN'],
  ])('is not recorded by %s', async (_who, actor, code) => {
    const { application } = await waiting();
    const answer = await record(application, {}, actor);
    expect(answer.problems?.[0]?.code ?? answer.errors[0].extensions.code).toBe(code);
    expect(await record(randomUUID(), {}, recruiter('gew'))).toMatchObject({
      problems: [{ code: 'UNKNOWN_APPLICATION' }],
    });
  });
});

describe('S2.S2: a mandate that came of an earlier procedure', () => {
  test('exempts its holder from an assessment of the same or a lower level, while it lasts', async () => {
    const who = person();
    await givenMandate(selection, who, 2, { from: '2025-11-01', to: '2031-10-31' });
    const at = async (level: Level, on: string) => standing(selection, await round(selection, level, [who], on));
    expect(await at(2, '2025-11-01')).toEqual([HOLDER]);
    expect(await at(1, '2025-11-01')).toEqual([HOLDER]);
    expect(await at(3, '2025-11-01')).toEqual([WAITS]);
    expect(await at(2, '2025-10-31')).toEqual([WAITS]);
    expect(await at(2, '2031-10-31')).toEqual([HOLDER]);
    expect(await at(2, '2031-11-01')).toEqual([WAITS]);
  });

  test('exempts who waits in an assessment that opened after it began, once it is known', async () => {
    const who = person();
    const where = await round(selection, 2, [who], '2025-11-05');
    await givenMandate(selection, who, 2, { from: '2025-11-05', to: null });
    expect(await record(where.applicants[0]!.application)).toMatchObject({ problems: [{ code: 'NOT_AT_THIS_TIME' }] });
    await settled(selection, where);
    expect(await standing(selection, where)).toEqual([HOLDER]);
  });
});
