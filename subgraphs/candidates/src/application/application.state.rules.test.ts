import { describe, expect, test } from '@jest/globals';
import { VACANCY_STATUSES, type VacancyStatus } from '@mandate-graph/domain';
import fc from 'fast-check';
import { APPLICATION_STATUSES, type ApplicationStatus } from './application.rules.ts';
import {
  ACTING,
  type Acting,
  APPLICATION_ACTS,
  type ApplicationAct,
  act,
  type Circumstances,
  type Standing,
  TRANSITIONS,
} from './application.state.rules.ts';
import { at, standing, standings } from './testing/standings.ts';

/** Every legal act, as people would say it: where it stands, how the vacancy stands, who, and what may be done. */
const LEGAL: readonly (readonly [ApplicationStatus, VacancyStatus, Acting, string])[] = [
  ['DRAFT', 'ANNOUNCED', 'CANDIDATE', 'EDIT WITHDRAW'],
  ['DRAFT', 'OPEN', 'CANDIDATE', 'EDIT SUBMIT WITHDRAW'],
  ['DRAFT', 'CLOSED', 'CANDIDATE', 'WITHDRAW'],
  ['DRAFT', 'CLOSED', 'RULE', 'LAPSE'],
  ['DRAFT', 'FILLED', 'CANDIDATE', 'WITHDRAW'],
  ['DRAFT', 'FILLED', 'RULE', 'LAPSE'],
  ['DRAFT', 'WITHDRAWN', 'RULE', 'CANCEL'],
  ['PROVISIONAL', 'ANNOUNCED', 'CANDIDATE', 'WITHDRAW'],
  ['PROVISIONAL', 'OPEN', 'CANDIDATE', 'EDIT VALIDATE WITHDRAW'],
  ['PROVISIONAL', 'CLOSED', 'CANDIDATE', 'WITHDRAW'],
  ['PROVISIONAL', 'CLOSED', 'RULE', 'LAPSE'],
  ['PROVISIONAL', 'FILLED', 'CANDIDATE', 'WITHDRAW'],
  ['PROVISIONAL', 'FILLED', 'RULE', 'LAPSE'],
  ['PROVISIONAL', 'WITHDRAWN', 'RULE', 'CANCEL'],
  ['DEFINITIVE', 'ANNOUNCED', 'CANDIDATE', 'WITHDRAW'],
  ['DEFINITIVE', 'OPEN', 'CANDIDATE', 'EDIT WITHDRAW'],
  ['DEFINITIVE', 'CLOSED', 'CANDIDATE', 'WITHDRAW'],
  ['DEFINITIVE', 'FILLED', 'CANDIDATE', 'WITHDRAW'],
  ['DEFINITIVE', 'WITHDRAWN', 'RULE', 'CANCEL'],
  ['WITHDRAWN', 'OPEN', 'CANDIDATE', 'RESUME'],
  ['LAPSED', 'OPEN', 'RULE', 'REOPEN'],
  ['LAPSED', 'CLOSED', 'CANDIDATE', 'CONTEST'],
  ['LAPSED', 'CLOSED', 'RECRUITER', 'REINSTATE REJECT_CONTEST'],
  ['LAPSED', 'FILLED', 'CANDIDATE', 'CONTEST'],
  ['LAPSED', 'FILLED', 'RECRUITER', 'REJECT_CONTEST'],
  ['LAPSED', 'WITHDRAWN', 'RULE', 'CANCEL'],
];

const codes = (from: Standing, doing: ApplicationAct, circumstances: Circumstances) => {
  const decision = act(from, doing, circumstances);
  return decision.ok ? [] : decision.problems.map(({ code }) => code);
};
const next = (from: Standing, doing: ApplicationAct, circumstances: Circumstances): Standing => {
  const decision = act(from, doing, circumstances);
  if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
  return decision.standing;
};

describe('the states of an application', () => {
  test('allow these acts and refuse every other one, with a reason', () => {
    const allowed: string[][] = [];
    let refused = 0;
    for (const status of APPLICATION_STATUSES)
      for (const vacancy of VACANCY_STATUSES)
        for (const by of ACTING) {
          const acts = APPLICATION_ACTS.filter((doing) =>
            standings(status).some((from) => act(from, doing, at(vacancy, by)).ok),
          );
          for (const doing of APPLICATION_ACTS.filter((other) => !acts.includes(other)))
            for (const from of standings(status)) {
              expect(codes(from, doing, at(vacancy, by)).length).toBeGreaterThan(0);
              refused += 1;
            }
          if (acts.length > 0) allowed.push([status, vacancy, by, [...acts].sort().join(' ')]);
        }
    const sorted = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join('|')).sort();
    expect(sorted(allowed)).toEqual(sorted(LEGAL));
    expect(refused).toBeGreaterThan(2_500);
  });

  test('name every refusal: status, actor, time, and what is required', () => {
    expect(codes(standing('DEFINITIVE'), 'VALIDATE', at('OPEN', 'CANDIDATE'))).toEqual(['NOT_FROM_THIS_STATUS']);
    expect(codes(standing('PROVISIONAL'), 'VALIDATE', at('CLOSED', 'RECRUITER', { yearsReached: false }))).toEqual([
      'NOT_BY_THIS_ACTOR',
      'NOT_AT_THIS_TIME',
      'YEARS_NOT_REACHED',
    ]);
    expect(codes(standing('LAPSED'), 'REINSTATE', at('CLOSED', 'RECRUITER', { reasons: ' ' }))).toEqual([
      'NO_OPEN_CONTEST',
      'TOO_SHORT',
    ]);
  });

  test('say in a sentence what was given and what holds', () => {
    expect(act(standing('WITHDRAWN'), 'VALIDATE', at('OPEN', 'CANDIDATE'))).toEqual({
      ok: false,
      problems: [
        {
          path: 'application',
          code: 'NOT_FROM_THIS_STATUS',
          value: 'WITHDRAWN',
          rule: 'VALIDATE needs an application that is PROVISIONAL, but got: WITHDRAWN.',
        },
      ],
    });
  });

  test('lead every act to one state only', () => {
    for (const status of APPLICATION_STATUSES)
      for (const from of standings(status))
        for (const doing of APPLICATION_ACTS)
          for (const vacancy of VACANCY_STATUSES)
            for (const by of ACTING) {
              const legal = TRANSITIONS.filter(
                (step) => step.act === doing && step.from === status && step.by === by && step.when.includes(vacancy),
              );
              const reached = act(from, doing, at(vacancy, by));
              if (reached.ok) expect(legal.map(({ to }) => to)).toContain(reached.standing.status);
            }
  });
});

describe('what a candidate does', () => {
  test('goes from draft to definitive, and edits without validating again', () => {
    const candidate = at('OPEN', 'CANDIDATE');
    const submitted = next(standing('DRAFT'), 'SUBMIT', candidate);
    expect(submitted).toEqual(standing('PROVISIONAL'));
    const validated = next(submitted, 'VALIDATE', candidate);
    expect(validated).toEqual(standing('DEFINITIVE'));
    expect(next(validated, 'EDIT', at('OPEN', 'CANDIDATE', { yearsReached: false }))).toEqual(validated);
  });

  test('is refused validation until the required years are reached', () => {
    expect(codes(standing('PROVISIONAL'), 'VALIDATE', at('OPEN', 'CANDIDATE', { yearsReached: false }))).toEqual([
      'YEARS_NOT_REACHED',
    ]);
  });

  test('withdraws and comes back, to where it had not been validated', () => {
    const candidate = at('OPEN', 'CANDIDATE');
    expect(next(next(standing('DEFINITIVE'), 'WITHDRAW', candidate), 'RESUME', candidate)).toEqual(
      standing('PROVISIONAL'),
    );
    expect(next(next(standing('DRAFT'), 'WITHDRAW', candidate), 'RESUME', candidate)).toEqual(standing('DRAFT'));
  });
});

describe('a lapse', () => {
  const lapsed = next(standing('PROVISIONAL'), 'LAPSE', at('CLOSED', 'RULE'));

  test('comes by rule to what is not validated by the deadline', () => {
    expect(lapsed).toEqual(standing('LAPSED'));
    expect(codes(standing('DEFINITIVE'), 'LAPSE', at('CLOSED', 'RULE'))).toEqual(['NOT_FROM_THIS_STATUS']);
    expect(codes(standing('PROVISIONAL'), 'LAPSE', at('OPEN', 'RULE'))).toEqual(['NOT_AT_THIS_TIME']);
  });

  test('is contested once, and decided by a person with reasons', () => {
    const contested = next(lapsed, 'CONTEST', at('CLOSED', 'CANDIDATE'));
    expect(contested.contest).toBe('OPEN');
    expect(next(contested, 'REINSTATE', at('CLOSED', 'RECRUITER'))).toEqual(
      standing('DEFINITIVE', { contest: 'UPHELD' }),
    );
    const rejected = next(contested, 'REJECT_CONTEST', at('CLOSED', 'RECRUITER'));
    expect(rejected).toEqual(standing('LAPSED', { contest: 'REJECTED' }));
    expect(codes(rejected, 'CONTEST', at('CLOSED', 'CANDIDATE'))).toEqual(['ALREADY_CONTESTED']);
    for (const reasons of [null, 'x', ` ${'x'.repeat(19)} `])
      for (const doing of ['REINSTATE', 'REJECT_CONTEST'] as const)
        expect(codes(contested, doing, at('CLOSED', 'RECRUITER', { reasons }))).toEqual(['TOO_SHORT']);
  });

  test('is contested in words of the candidate, however few', () => {
    expect(next(lapsed, 'CONTEST', at('CLOSED', 'CANDIDATE', { reasons: 'x' })).contest).toBe('OPEN');
    const decision = act(lapsed, 'CONTEST', at('CLOSED', 'CANDIDATE', { reasons: ' ' }));
    expect(decision).toMatchObject({ problems: [{ path: 'reasons', code: 'NO_REASONS' }] });
  });

  test('of a draft is not contested: it could not be made definitive', () => {
    const draft = standing('LAPSED', { submitted: false });
    expect(codes(draft, 'CONTEST', at('CLOSED', 'CANDIDATE'))).toEqual(['NOT_SUBMITTED']);
    const contested = { ...draft, contest: 'OPEN' } as const;
    expect(codes(contested, 'REINSTATE', at('CLOSED', 'RECRUITER'))).toEqual(['NOT_SUBMITTED']);
  });

  test('that is contested is one with its vacancy once that is withdrawn, and no longer decided', () => {
    const withdrawn = at('WITHDRAWN', 'RULE');
    const contested = standing('LAPSED', { contest: 'OPEN' });
    const cancelled = next(contested, 'CANCEL', withdrawn);
    expect(cancelled).toEqual(standing('LAPSED', { lapsedBy: 'VACANCY_WITHDRAWN' }));
    expect(codes(cancelled, 'CANCEL', withdrawn)).toEqual(['NO_OPEN_CONTEST']);
    expect(codes(standing('LAPSED', { contest: 'REJECTED' }), 'CANCEL', withdrawn)).toEqual(['NO_OPEN_CONTEST']);
  });

  test('with its vacancy keeps that a contest was found right before', () => {
    const reinstated = standing('DEFINITIVE', { contest: 'UPHELD' });
    expect(next(reinstated, 'CANCEL', at('WITHDRAWN', 'RULE'))).toEqual(
      standing('LAPSED', { lapsedBy: 'VACANCY_WITHDRAWN', contest: 'UPHELD' }),
    );
  });

  test('with its vacancy is not contested', () => {
    const cancelled = next(standing('DEFINITIVE'), 'CANCEL', at('WITHDRAWN', 'RULE'));
    expect(cancelled).toEqual(standing('LAPSED', { lapsedBy: 'VACANCY_WITHDRAWN' }));
    expect(codes(cancelled, 'CONTEST', at('WITHDRAWN', 'CANDIDATE'))).toEqual([
      'NOT_AT_THIS_TIME',
      'NOT_LAPSED_BY_DEADLINE',
    ]);
  });
});

test('any row of acts keeps the standing whole', () => {
  const did = fc.record({
    doing: fc.constantFrom(...APPLICATION_ACTS),
    vacancy: fc.constantFrom(...VACANCY_STATUSES),
    by: fc.constantFrom(...ACTING),
    yearsReached: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(did, { maxLength: 40 }), (acts) => {
      let now = standing('DRAFT');
      for (const { doing, vacancy, by, yearsReached } of acts) {
        const before = now;
        const decision = act(before, doing, at(vacancy, by, { yearsReached }));
        if (decision.ok) now = decision.standing;
        expect(now.lapsedBy !== null).toBe(now.status === 'LAPSED');
        if (now.contest === 'OPEN') expect(now.lapsedBy).toBe('DEADLINE');
        expect(now.submitted || ['DRAFT', 'WITHDRAWN', 'LAPSED'].includes(now.status)).toBe(true);
        expect(now.submitted && now.status === 'DRAFT').toBe(false);
        expect(before.submitted && !now.submitted).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});
