import { type Problem, reasonsProblems } from '@mandate-graph/domain';
import type { InterestKind } from './interest.rules.ts';

interface Given {
  readonly kind: InterestKind;
  readonly application?: string | null;
  readonly reasons?: string | null;
}

/** What is said with a declaration: of a conflict the reasons, of none nothing else; and there is somebody to judge. */
export const declarationProblems = ({ kind, application, reasons }: Given, before: readonly string[]): Problem[] =>
  kind === 'CONFLICT'
    ? [...reasonsProblems(reasons ?? null)]
    : [
        ...(application == null ? [] : [leftOut('application')]),
        ...(reasons == null ? [] : [leftOut('reasons')]),
        ...(before.length > 0 ? [] : [NOBODY_TO_JUDGE]),
      ];

const leftOut = (path: string): Problem => ({
  ...{ path, code: 'NOT_WITH_THIS_KIND', value: null },
  rule: `${path} must be left out with NONE, which is for all candidates before the committee.`,
});

const NOBODY_TO_JUDGE: Problem = {
  ...{ path: 'procedure', code: 'NOBODY_TO_JUDGE', value: null },
  rule: 'procedure must have candidates before the committee: what is declared is declared with them in view.',
};

export const ALREADY_DECLARED: Problem = {
  ...{ path: 'application', code: 'ALREADY_DECLARED', value: null },
  rule: 'application must be one with which the member has not declared a conflict yet.',
};

export const NOT_DECLARED: Problem = {
  ...{ path: 'application', code: 'NO_DECLARED_CONFLICT', value: null },
  rule: 'application must be one with which the member has declared a conflict: what was found out bars whatever anybody says.',
};

export const ALREADY_ASSESSED: Problem = {
  ...{ path: 'assessment', code: 'NOTHING_TO_CHANGE', value: null },
  rule: 'assessment must be another than the one that stands.',
};

export const OWN_INTEREST: Problem = {
  ...{ path: 'member', code: 'OWN_INTEREST', value: null },
  rule: 'member must be another than whoever assesses: nobody says of their own conflict whether it bars.',
};
