import { type Problem, reasonsProblems } from '@mandate-graph/domain';
import type { CandidacyAct } from '../candidacy/candidacy.state.rules.ts';
import type { RegimeRules } from '../regime/regime.rules.ts';
import { type Committee, judgesOf, quorumProblems } from '../scoring/judges.rules.ts';
import { naming, problem } from '../writing/problem.rules.ts';

export const SUITABILITY_GROUPS = ['SUITABLE', 'UNSUITABLE'] as const;
export type SuitabilityGroup = (typeof SUITABILITY_GROUPS)[number];

export const actOf = (group: SuitabilityGroup): CandidacyAct =>
  group === 'SUITABLE' ? 'FIND_SUITABLE' : 'FIND_UNSUITABLE';

/** What a conclusion on a candidate rests on. */
export interface Concluding {
  readonly committee: Committee;
  readonly candidacyId: string;
  /** Members whose scores are in. */
  readonly scorers: ReadonlySet<string>;
  readonly quorum: RegimeRules['quorum']['value'];
  /** The candidate was told the result. */
  readonly sent: boolean;
}

/** A committee concludes once enough of it judges the candidate and all who do have scored, for as long as nobody was told. */
export function concludingProblems({ committee, candidacyId, scorers, quorum, sent }: Concluding): Problem[] {
  const judges = judgesOf(committee, candidacyId);
  return [
    ...quorumProblems(committee, judges, quorum),
    ...judges
      .filter(({ id }) => !scorers.has(id))
      .map(({ id }) =>
        naming(
          'application',
          'SCORES_MISSING',
          id,
          'The scores of everybody who judges the candidate must be in; missing',
        ),
      ),
    ...(sent
      ? [problem('application', 'RESULT_SENT', null, 'What a candidate was told of the result is not concluded anew')]
      : []),
  ];
}

/** Reasons, each under the path where they stand. */
export const reasonsAt = (path: string, reasons: string): Problem[] =>
  reasonsProblems(reasons).map((one) => ({ ...one, path, rule: one.rule.replace(/^reasons/, path) }));
