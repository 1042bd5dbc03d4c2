import { describe, expect, test } from '@jest/globals';
import { CANDIDACY_STATUSES, type CandidacyStatus, STEP_KINDS, type StepKind } from '@mandate-graph/domain';
import fc from 'fast-check';
import {
  PROCEDURE_ACTORS,
  type ProcedureActor,
  RUNNING_STATUSES,
  type RunningStatus,
} from '../procedure/procedure.state.rules.ts';
import {
  CANDIDACY_ACTS,
  CANDIDACY_TRANSITIONS,
  type CandidacyAct,
  candidacyAfter,
  STEPS_TO_PASS,
} from './candidacy.state.rules.ts';

type From = CandidacyStatus | null;

/**
 * Every legal act said a second time, as people would: where the candidacy stands, who acts, in which step (any: `*`),
 * where the procedure is, and what it comes to.
 */
const LEGAL: readonly (readonly [CandidacyAct, From, ProcedureActor, string, string, CandidacyStatus])[] = [
  ['ENTER', null, 'RULE', '*', 'RUNNING', 'IN_PROGRESS'],
  ...(['RECRUITER', 'COMMITTEE'] as const).map(
    (by) =>
      [
        'PASS',
        'IN_PROGRESS',
        by,
        'ELIGIBILITY_SCREENING COMPUTER_ASSESSMENT ORAL_TEST INTERVIEW',
        'RUNNING',
        'IN_PROGRESS',
      ] as const,
  ),
  ['EXEMPT', 'IN_PROGRESS', 'RULE', 'COMPUTER_ASSESSMENT', 'RUNNING', 'IN_PROGRESS'],
  ...(['RECRUITER', 'RULE'] as const).map(
    (by) =>
      [
        'EXCLUDE',
        'IN_PROGRESS',
        by,
        'ELIGIBILITY_SCREENING COMPUTER_ASSESSMENT ORAL_TEST INTERVIEW',
        'RUNNING',
        'EXCLUDED',
      ] as const,
  ),
  [
    'READMIT',
    'EXCLUDED',
    'RECRUITER',
    'ELIGIBILITY_SCREENING COMPUTER_ASSESSMENT ORAL_TEST INTERVIEW',
    'RUNNING',
    'IN_PROGRESS',
  ],
  ['FIND_SUITABLE', 'IN_PROGRESS', 'COMMITTEE', 'RESULT', 'RUNNING', 'SUITABLE'],
  ['FIND_UNSUITABLE', 'IN_PROGRESS', 'COMMITTEE', 'RESULT', 'RUNNING', 'UNSUITABLE'],
  ['FIND_SUITABLE', 'SUITABLE', 'COMMITTEE', 'RESULT', 'RUNNING', 'SUITABLE'],
  ['FIND_UNSUITABLE', 'UNSUITABLE', 'COMMITTEE', 'RESULT', 'RUNNING', 'UNSUITABLE'],
  ['FIND_SUITABLE', 'UNSUITABLE', 'COMMITTEE', 'RESULT', 'RUNNING', 'SUITABLE'],
  ['FIND_UNSUITABLE', 'SUITABLE', 'COMMITTEE', 'RESULT', 'RUNNING', 'UNSUITABLE'],
  ['SUBMIT', 'SUITABLE', 'COMMITTEE', '*', 'RESULT_SUBMITTED', 'SUITABLE'],
  ['WITHDRAW', 'IN_PROGRESS', 'CANDIDATE', '*', 'RUNNING', 'WITHDRAWN'],
  ['WITHDRAW', 'SUITABLE', 'CANDIDATE', '*', 'RUNNING RESULT_SUBMITTED DECIDED', 'WITHDRAWN'],
  ['SELECT', 'SUITABLE', 'AUTHORITY', '*', 'RESULT_SUBMITTED', 'SELECTED'],
  ['ACCEPT', 'SELECTED', 'CANDIDATE', '*', 'DECIDED', 'APPOINTED'],
  ['DECLINE', 'SELECTED', 'CANDIDATE', '*', 'DECIDED', 'DECLINED'],
  ['NO_ANSWER', 'SELECTED', 'AUTHORITY', '*', 'DECIDED', 'DECLINED'],
  ['PASS_OVER', 'SUITABLE', 'RULE', '*', 'COMPLETED ENDED_WITHOUT_APPOINTMENT', 'NOT_APPOINTED'],
  ['DISCONTINUE', 'IN_PROGRESS', 'RULE', '*', 'CANCELLED', 'DISCONTINUED'],
  ['DISCONTINUE', 'SUITABLE', 'RULE', '*', 'CANCELLED', 'DISCONTINUED'],
  ['DISCONTINUE', 'SELECTED', 'RULE', '*', 'CANCELLED', 'DISCONTINUED'],
];

const FROMS: readonly From[] = [null, ...CANDIDACY_STATUSES];
const STEPS: readonly (StepKind | null)[] = [null, ...STEP_KINDS];
/** Statuses that nothing leads out of. */
const TERMINAL: readonly CandidacyStatus[] = ['WITHDRAWN', 'APPOINTED', 'DECLINED', 'NOT_APPOINTED', 'DISCONTINUED'];

interface Case {
  readonly status: From;
  readonly step: StepKind | null;
  readonly act: CandidacyAct;
  readonly by: ProcedureActor;
  readonly procedure: RunningStatus;
}
const ALL: readonly Case[] = FROMS.flatMap((status) =>
  STEPS.flatMap((step) =>
    CANDIDACY_ACTS.flatMap((act) =>
      PROCEDURE_ACTORS.flatMap((by) =>
        RUNNING_STATUSES.map((procedure) => ({ ...{ status, step, act, by, procedure } })),
      ),
    ),
  ),
);
const after = ({ status, step, act, by, procedure }: Case) => candidacyAfter({ status, step }, act, by, procedure);
const has = (words: string, word: string | null) => words === '*' || (word !== null && words.split(' ').includes(word));

/** By the list above alone: what it comes to, or what is wrong. */
function expected({ status, step, act, by, procedure }: Case): { to?: CandidacyStatus; codes: string[] } {
  const ofAct = LEGAL.filter(([name]) => name === act);
  const here = ofAct.filter(([, from]) => from === status);
  const rows = here.length > 0 ? here : ofAct;
  const codes = [
    ...(here.length > 0 ? [] : ['NOT_FROM_THIS_STATUS']),
    ...(rows.some(([, , actor]) => actor === by) ? [] : ['NOT_BY_THIS_ACTOR']),
    ...(rows.some(([, , , , when]) => has(when, procedure)) ? [] : ['NOT_AT_THIS_TIME']),
    ...(rows.some(([, , , steps]) => has(steps, step)) ? [] : ['NOT_IN_THIS_STEP']),
  ];
  return codes.length > 0 ? { codes } : { to: here[0]![5], codes };
}

describe('the states of a candidacy', () => {
  test('S2.S: allow the acts of the list, and refuse every other one with all that is wrong', () => {
    const wrong: unknown[] = [];
    const legal = ALL.filter((one) => {
      const { status, problems } = after(one) as { status?: CandidacyStatus; problems?: readonly { code: string }[] };
      const { to, codes } = expected(one);
      const got = { status, codes: (problems ?? []).map(({ code }) => code) };
      if (got.status !== to || got.codes.join() !== codes.join()) wrong.push({ one, got, to, codes });
      return problems === undefined;
    });
    expect(wrong).toEqual([]);
    expect(ALL.length).toBe(11 * 8 * 15 * 5 * 7);
    expect(legal).toHaveLength(
      LEGAL.reduce((sum, [, , , steps, when]) => sum + sizeOf(steps, STEPS.length) * sizeOf(when, 7), 0),
    );
  });

  test('are left for one state only by each act', () => {
    const steps = CANDIDACY_TRANSITIONS.map(({ act, from }) => `${act} ${from}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  test('say in sentences what was given and what holds', () => {
    expect(candidacyAfter({ status: 'EXCLUDED', step: 'RESULT' }, 'PASS', 'CANDIDATE', 'CANCELLED')).toEqual({
      problems: [
        {
          ...{ path: 'application', code: 'NOT_FROM_THIS_STATUS', value: 'EXCLUDED' },
          rule: 'PASS needs a candidacy that is IN_PROGRESS, but got: EXCLUDED.',
        },
        {
          ...{ path: 'application', code: 'NOT_BY_THIS_ACTOR', value: 'CANDIDATE' },
          rule: 'PASS is done by RECRUITER or COMMITTEE, but got: CANDIDATE.',
        },
        {
          ...{ path: 'procedure', code: 'NOT_AT_THIS_TIME', value: 'CANCELLED' },
          rule: 'PASS needs a procedure that is RUNNING, but got: CANCELLED.',
        },
        {
          ...{ path: 'application', code: 'NOT_IN_THIS_STEP', value: 'RESULT' },
          rule: `PASS needs a candidacy in the step ${STEPS_TO_PASS.join(' or ')}, but got: RESULT.`,
        },
      ],
    });
    expect(candidacyAfter({ status: null, step: null }, 'READMIT', 'RECRUITER', 'RUNNING')).toMatchObject({
      problems: [
        { value: null, rule: 'READMIT needs a candidacy that is EXCLUDED.' },
        { value: null, rule: `READMIT needs a candidacy in the step ${STEPS_TO_PASS.join(' or ')}.` },
      ],
    });
  });

  test('lead nowhere once somebody withdrew, was appointed or passed over, declined, or was discontinued', () => {
    for (const one of ALL.filter(({ status }) => TERMINAL.includes(status!))) expect(after(one).problems).toBeDefined();
    const left = new Set(CANDIDACY_TRANSITIONS.map(({ from }) => from));
    expect(CANDIDACY_STATUSES.filter((status) => !left.has(status) && !TERMINAL.includes(status))).toEqual([]);
    expect(left.has('UNSUITABLE')).toBe(true);
  });
});

const sizeOf = (words: string, all: number): number => (words === '*' ? all : words.split(' ').length);

test('S2.S: on any walk a candidacy begins by taking part, stays where an act is refused, and never leaves an end', () => {
  const any = fc.record({
    act: fc.constantFrom(...CANDIDACY_ACTS),
    by: fc.constantFrom(...PROCEDURE_ACTORS),
    procedure: fc.constantFrom(...RUNNING_STATUSES),
    step: fc.constantFrom(...STEPS),
  });
  // Or, by a number, one of those that are legal from here, so that walks get far.
  const walk = fc.array(fc.oneof({ weight: 1, arbitrary: any }, { weight: 3, arbitrary: fc.nat(100) }), {
    maxLength: 30,
  });
  const legalFrom = (status: From, choice: number): Omit<Case, 'status'> | undefined => {
    const legal = CANDIDACY_TRANSITIONS.filter(({ from }) => from === status);
    const { act, by, when, steps } = legal[choice % legal.length] ?? {};
    return act && { act, by: by![0]!, procedure: when!.at(-1)!, step: steps?.[0] ?? null };
  };
  const reached = new Set<From>();
  fc.assert(
    fc.property(walk, (acts) => {
      let status: From = null;
      let found = false;
      for (const chosen of acts) {
        const before: From = status;
        const did = typeof chosen === 'number' ? legalFrom(status, chosen) : chosen;
        if (did === undefined) continue;
        const next = candidacyAfter({ status, step: did.step }, did.act, did.by, did.procedure);
        if (next.problems === undefined) status = next.status;
        else expect(typeof chosen).toBe('object');
        if (before === null && status !== null) expect(did.act).toBe('ENTER');
        if (before !== null && TERMINAL.includes(before)) expect(status).toBe(before);
        // Nobody comes before the authority whom the committee has not found suitable.
        found ||= did.act === 'FIND_SUITABLE' && next.problems === undefined;
        if (['SELECTED', 'APPOINTED', 'DECLINED', 'NOT_APPOINTED'].includes(status ?? '')) expect(found).toBe(true);
        reached.add(status);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(reached).toEqual(new Set(FROMS));
});
