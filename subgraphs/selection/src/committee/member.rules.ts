import type { Problem } from '@mandate-graph/domain';
import type { RunningStatus } from '../procedure/procedure.state.rules.ts';
import { problem } from '../writing/problem.rules.ts';

/** Longer than any token can say whose it is. */
const MAX_SUBJECT = 200;

/** The committee is composed, and works, while the procedure runs and its result is not submitted. */
export const runningProblems = ({ status }: { readonly status: RunningStatus }): Problem[] =>
  status === 'RUNNING'
    ? []
    : [
        problem(
          'procedure',
          'NOT_AT_THIS_TIME',
          status,
          'The committee acts while its procedure is RUNNING, until the result is submitted',
        ),
      ];

export const subjectProblems = ({ length }: string): Problem[] =>
  length <= MAX_SUBJECT
    ? []
    : [problem('subject', 'TOO_LONG', null, `subject must have at most ${MAX_SUBJECT} characters, but has ${length}`)];

export const ALREADY_MEMBER: Problem = {
  ...{ path: 'subject', code: 'ALREADY_MEMBER', value: null },
  rule: 'subject must be of somebody who is not on this committee yet.',
};

/** Who applies later, or whose account is known later, is found out then: see the conflicts of interest. */
export const IS_CANDIDATE: Problem = {
  ...{ path: 'subject', code: 'IS_CANDIDATE', value: null },
  rule: 'subject must be of somebody who is not a candidate of this procedure.',
};

export const CHAIR_TAKEN: Problem = {
  ...{ path: 'function', code: 'CHAIR_TAKEN', value: 'CHAIR' },
  rule: 'function may be CHAIR while nobody chairs: appoint a MEMBER, and make that one the chair.',
};

export const ALREADY_CHAIR: Problem = {
  ...{ path: 'member', code: 'ALREADY_CHAIR', value: null },
  rule: 'member must be one who does not chair the committee yet.',
};

export const HAS_LEFT: Problem = {
  ...{ path: 'member', code: 'HAS_LEFT', value: null },
  rule: 'member must be on the committee now, but has left it.',
};

export const ALREADY_ERASED: Problem = {
  ...{ path: 'member', code: 'ALREADY_ERASED', value: null },
  rule: 'member must be one who was not erased yet.',
};

/** Null: it has not ended, or somebody was not told yet. */
export const notFinal = (from: string | null): Problem =>
  problem('procedure', 'NOT_FINAL', from, 'A member is erased from when their procedure is final, as finalFrom says');
