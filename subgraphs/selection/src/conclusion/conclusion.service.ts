import { requireVersion } from '@mandate-graph/writing';
import { stepOf } from '../candidacy/candidacy.flow.ts';
import { candidacyAfter } from '../candidacy/candidacy.state.rules.ts';
import { CandidacyStore } from '../candidacy/candidacy.store.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { judgesOf, schemeProblems, speakingProblems } from '../scoring/judges.rules.ts';
import { judged } from '../scoring/judging.ts';
import { ScoreStore } from '../scoring/scoring.store.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { ConcludeCandidateInput } from './conclusion.input.ts';
import { ConclusionRepository } from './conclusion.repository.ts';
import { actOf, concludingProblems, reasonsAt } from './conclusion.rules.ts';

/** Records what a committee concludes on its candidates: by its chair, on the scores of all who judge them. */
export class ConclusionService {
  constructor(private readonly writing: SelectionWriting) {}

  conclude(input: ConcludeCandidateInput): Promise<Written> {
    return this.writing.ofMember({
      ...{ mutation: 'concludeCandidate', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work, member) => this.#conclude(given, work, member),
    });
  }

  async #conclude(given: ConcludeCandidateInput, work: Work, member: string): Promise<Acted> {
    const { application, version, group, reasons } = given;
    const { manager, keys, procedure } = work;
    const found = await judged(work, application, member);
    if (found.problems !== undefined) return { problems: found.problems };
    const { candidacy, committee } = found;
    const { id, status, stepId } = candidacy;
    const rules = rulesOf(procedure);
    const [sent] = await new ConclusionRepository(manager, keys).sentTo([id]);
    const step = stepOf(procedure, stepId);
    const state = candidacyAfter({ status, step: step?.kind ?? null }, actOf(group), 'COMMITTEE', procedure.status);
    const scorers = await new ScoreStore(work).scorersOf(id);
    const concluding = { committee, candidacyId: id, scorers, quorum: rules.quorum.value, sent: sent! };
    const problems = [
      ...schemeProblems(rules.suitabilityScheme.value),
      ...speakingProblems(committee, member, rules.chairRequired.value),
      ...(state.problems ?? concludingProblems(concluding)),
      ...reasonsAt('reasons', reasons),
    ];
    if (problems.length > 0) return { problems };
    requireVersion(id, version, candidacy.version);
    return new CandidacyStore(work).one({
      ...{ candidacy, act: actOf(group), as: 'COMMITTEE', outcome: { stepId: stepId!, result: group, reasons } },
      // On whose scores it rests.
      facts: { judges: judgesOf(committee, id).map((judge) => judge.id) },
    });
  }
}
