import { NOT_YET, nothingToChange } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import { stepOf } from '../candidacy/candidacy.flow.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import { hasHeard, schemeProblems } from './judges.rules.ts';
import { judged } from './judging.ts';
import type { ScoreCandidateInput } from './scoring.input.ts';
import {
  competencesToScore,
  correctionProblems,
  scoresProblems,
  scoringProblems,
  weighsMoreThanCompetences,
} from './scoring.rules.ts';
import { ScoreStore } from './scoring.store.ts';

/** Records how members judge candidates, each on their own. */
export class ScoringService {
  constructor(private readonly writing: SelectionWriting) {}

  score(input: ScoreCandidateInput): Promise<Written> {
    return this.writing.ofMember({
      ...{ mutation: 'scoreCandidate', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work, member) => this.#score(given, work, member),
    });
  }

  async #score(given: ScoreCandidateInput, work: Work, member: string): Promise<Acted> {
    const { procedure } = work;
    const found = await judged(work, given.application, member);
    if (found.problems !== undefined) return { problems: found.problems };
    const { candidacy, committee } = found;
    const rules = rulesOf(procedure);
    const store = new ScoreStore(work);
    const standing = await store.standing(candidacy.id, member);
    const on = given.version ?? NOT_YET;
    // On another version than the one that stands, nothing is corrected: that is told first.
    const corrects = standing.version !== NOT_YET && on !== NOT_YET;
    const afterOthers = corrects && (await store.othersAreIn(candidacy.id, member));
    const { status, stepId } = candidacy;
    const step = stepOf(procedure, stepId)?.kind ?? null;
    const problems = [
      ...schemeProblems(rules.suitabilityScheme.value),
      ...scoringProblems({ status, step, present: hasHeard(committee, member, candidacy.id) }, procedure.status),
      ...scoresProblems(
        given,
        competencesToScore(procedure.template!),
        rules.scoreScale.value,
        weighsMoreThanCompetences(procedure.template!),
      ),
      ...correctionProblems(afterOthers, given.reasons ?? null),
      ...(standing.version === NOT_YET && on !== NOT_YET ? [nothingToChange(on)] : []),
    ];
    if (problems.length > 0) return { problems };
    requireVersion(standing.id, on, standing.version);
    return { answer: await store.put(candidacy, member, standing, { ...given, afterOthers }) };
  }
}
