import { describe, expect, test } from '@jest/globals';
import { PROCEDURE_ENDINGS, type ProcedureEnding } from '@mandate-graph/domain';
import fc from 'fast-check';
import {
  PROCEDURE_ACTORS,
  PROCEDURE_ACTS,
  PROCEDURE_TRANSITIONS,
  type ProcedureAct,
  type ProcedureActor,
  type ProcedureState,
  procedureAfter,
  RUNNING_STATUSES,
  type RunningStatus,
} from './procedure.state.rules.ts';

/** Every legal act said a second time, as people would; the endings that it goes with, where it ends or opens again. */
const LEGAL: readonly (readonly [ProcedureAct, RunningStatus, ProcedureActor, string | null, RunningStatus])[] = [
  ['START', 'NOT_STARTED', 'RECRUITER', null, 'RUNNING'],
  ['CONCLUDE_STEP', 'RUNNING', 'RECRUITER', null, 'RUNNING'],
  ['END', 'RUNNING', 'RULE', 'NO_CANDIDATES NONE_ADMISSIBLE NONE_SUITABLE', 'ENDED_WITHOUT_APPOINTMENT'],
  ['REOPEN', 'ENDED_WITHOUT_APPOINTMENT', 'RULE', 'NO_CANDIDATES NONE_ADMISSIBLE NONE_SUITABLE', 'RUNNING'],
  ['SUBMIT_RESULT', 'RUNNING', 'COMMITTEE', null, 'RESULT_SUBMITTED'],
  ['DECIDE', 'RESULT_SUBMITTED', 'AUTHORITY', null, 'DECIDED'],
  ['REFUSE_APPOINTMENT', 'DECIDED', 'CANDIDATE', null, 'RESULT_SUBMITTED'],
  ['NO_ANSWER', 'DECIDED', 'AUTHORITY', null, 'RESULT_SUBMITTED'],
  ['COMPLETE', 'DECIDED', 'CANDIDATE', 'APPOINTED', 'COMPLETED'],
  ['DECIDE_NOBODY', 'RESULT_SUBMITTED', 'AUTHORITY', 'NOBODY_APPOINTED NONE_SUITABLE', 'ENDED_WITHOUT_APPOINTMENT'],
  ['CANCEL', 'RUNNING', 'RULE', 'VACANCY_WITHDRAWN', 'CANCELLED'],
  ['CANCEL', 'RESULT_SUBMITTED', 'RULE', 'VACANCY_WITHDRAWN', 'CANCELLED'],
  ['CANCEL', 'DECIDED', 'RULE', 'VACANCY_WITHDRAWN', 'CANCELLED'],
];
const TERMINAL: readonly RunningStatus[] = ['COMPLETED', 'CANCELLED'];
const ENDINGS: readonly (ProcedureEnding | null)[] = [null, ...PROCEDURE_ENDINGS];

interface Case extends ProcedureState {
  readonly act: ProcedureAct;
  readonly by: ProcedureActor;
  readonly given: ProcedureEnding | null;
}
const ALL: readonly Case[] = RUNNING_STATUSES.flatMap((status) =>
  ENDINGS.flatMap((ending) =>
    PROCEDURE_ACTS.flatMap((act) =>
      PROCEDURE_ACTORS.flatMap((by) => ENDINGS.map((given) => ({ ...{ status, ending, act, by, given } }))),
    ),
  ),
);
const after = ({ status, ending, act, by, given }: Case) => procedureAfter({ status, ending }, act, by, given);

/** By the list above alone: the state it comes to, or what is wrong. */
function expected({ status, ending, act, by, given }: Case) {
  const ofAct = LEGAL.filter(([name]) => name === act);
  const here = ofAct.filter(([, from]) => from === status);
  const rows = here.length > 0 ? here : ofAct;
  const endings = rows[0]![3]?.split(' ') ?? null;
  // How a procedure ended belongs to its status; with another status, nothing is said of it.
  const wrongEnding =
    endings !== null && (act === 'REOPEN' ? here.length > 0 && !endings.includes(ending!) : !endings.includes(given!));
  const codes = [
    ...(here.length > 0 ? [] : ['NOT_FROM_THIS_STATUS']),
    ...(rows.some(([, , actor]) => actor === by) ? [] : ['NOT_BY_THIS_ACTOR']),
    ...(wrongEnding ? ['NOT_WITH_THIS_ENDING'] : []),
  ];
  if (codes.length > 0) return { codes };
  return { codes, state: { status: here[0]![4], ending: endings === null || act === 'REOPEN' ? null : given } };
}

describe('the states of a procedure', () => {
  test('S1.S, S2.S: allow the acts of the list, and refuse every other one with all that is wrong', () => {
    const wrong: unknown[] = [];
    const legal = ALL.filter((one) => {
      const step = after(one);
      const { state, codes } = expected(one);
      const got = step.ok ? { state: step.state, codes: [] } : { codes: step.problems.map(({ code }) => code) };
      if (JSON.stringify(got) !== JSON.stringify(state === undefined ? { codes } : { state, codes })) {
        wrong.push({ one, got, state, codes });
      }
      return step.ok;
    }).length;
    expect(wrong).toEqual([]);
    expect(ALL.length).toBe(7 * 7 * 11 * 5 * 7);
    // Of those that end it: each ending, whatever came before; of those that do not: whatever ending is named.
    const numberOf = (endings: string | null) => (endings === null ? 7 * 7 : endings.split(' ').length * 7);
    expect(legal).toBe(LEGAL.reduce((sum, [, , , endings]) => sum + numberOf(endings), 0));
  });

  test('are left for one state only by each act', () => {
    const steps = PROCEDURE_TRANSITIONS.map(({ act, from }) => `${act} ${from}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  test('say in sentences what was given and what holds', () => {
    const running = { status: 'RUNNING', ending: null } as const;
    expect(procedureAfter(running, 'DECIDE_NOBODY', 'COMMITTEE', 'APPOINTED')).toEqual({
      ok: false,
      problems: [
        {
          ...{ path: 'procedure', code: 'NOT_FROM_THIS_STATUS', value: 'RUNNING' },
          rule: 'DECIDE_NOBODY needs a procedure that is RESULT_SUBMITTED, but got: RUNNING.',
        },
        {
          ...{ path: 'procedure', code: 'NOT_BY_THIS_ACTOR', value: 'COMMITTEE' },
          rule: 'DECIDE_NOBODY is done by AUTHORITY, but got: COMMITTEE.',
        },
        {
          ...{ path: 'procedure', code: 'NOT_WITH_THIS_ENDING', value: 'APPOINTED' },
          rule: 'DECIDE_NOBODY goes with the ending NOBODY_APPOINTED or NONE_SUITABLE, but got: APPOINTED.',
        },
      ],
    });
    expect(procedureAfter(running, 'END', 'RULE')).toMatchObject({
      problems: [{ value: null, rule: 'END goes with the ending NO_CANDIDATES or NONE_ADMISSIBLE or NONE_SUITABLE.' }],
    });
  });

  test('lead nowhere once somebody was appointed or the vacancy withdrawn', () => {
    const ended = ALL.filter(({ status }) => TERMINAL.includes(status));
    expect(ended.filter((one) => after(one).ok)).toEqual([]);
  });
});

test('S1.S, S2.S: on any walk a procedure is decided after its result only, ends with an ending, and never leaves an end', () => {
  type Did = Pick<(typeof PROCEDURE_TRANSITIONS)[number], 'act' | 'by'> & Pick<ProcedureState, 'ending'>;
  const did: fc.Arbitrary<Did> = fc.record({
    act: fc.constantFrom(...PROCEDURE_ACTS),
    by: fc.constantFrom(...PROCEDURE_ACTORS),
    ending: fc.constantFrom(...ENDINGS),
  });
  // By a number something that is legal from there, so that walks get far.
  const legalFrom = (status: RunningStatus, choice: number): Did | undefined => {
    const here = PROCEDURE_TRANSITIONS.filter(({ from }) => from === status);
    const step = here[choice % here.length];
    return step && { act: step.act, by: step.by, ending: step.endings?.[choice % step.endings.length] ?? null };
  };
  const reached = new Set<RunningStatus>();
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 1, arbitrary: did }, { weight: 4, arbitrary: fc.nat() }), { maxLength: 40 }),
      (walk) => {
        let state: ProcedureState = { status: 'NOT_STARTED', ending: null };
        let submitted = false;
        for (const one of walk) {
          const given = typeof one === 'number' ? legalFrom(state.status, one) : one;
          if (given === undefined) break;
          const { act, by, ending } = given;
          const before: ProcedureState = state;
          const step = procedureAfter(state, act, by, ending);
          if (step.ok) state = step.state;
          submitted ||= step.ok && act === 'SUBMIT_RESULT';
          if (['DECIDED', 'COMPLETED'].includes(state.status)) expect(submitted).toBe(true);
          if (TERMINAL.includes(before.status)) expect(state).toEqual(before);
          expect(state.ending !== null).toBe(
            ['COMPLETED', 'CANCELLED', 'ENDED_WITHOUT_APPOINTMENT'].includes(state.status),
          );
          expect(state.ending === 'APPOINTED').toBe(state.status === 'COMPLETED');
          expect(state.ending === 'VACANCY_WITHDRAWN').toBe(state.status === 'CANCELLED');
          reached.add(state.status);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(reached).toEqual(new Set(RUNNING_STATUSES));
});
