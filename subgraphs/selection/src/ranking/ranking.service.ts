import { NOT_YET, nothingToChange } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { barredProblem, runningProblems, schemeProblems, speakingProblems } from '../scoring/judges.rules.ts';
import { committeeOf } from '../scoring/judging.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { RankCandidatesInput } from './ranking.input.ts';
import { rankingProblems } from './ranking.rules.ts';
import { RankingStore } from './ranking.store.ts';

/** Records in which order a committee puts those whom it found suitable: by its chair, anew until the result is submitted. */
export class RankingService {
  constructor(private readonly writing: SelectionWriting) {}

  rank(input: RankCandidatesInput): Promise<Written> {
    return this.writing.ofMember({
      ...{ mutation: 'rankCandidates', input, what: 'procedure' },
      id: ({ procedure }) => procedure,
      act: (given, work, member) => this.#rank(given, work, member),
    });
  }

  async #rank({ places, version }: RankCandidatesInput, work: Work, member: string): Promise<Acted> {
    const { procedure, manager } = work;
    const running = runningProblems(procedure.status);
    if (procedure.template === null) return { problems: running };
    const rules = rulesOf(procedure);
    const committee = await committeeOf(work);
    const candidacies = await new CandidacyRepository(manager).ofProcedure(procedure.id);
    const suitable = candidacies.filter(({ status }) => status === 'SUITABLE');
    const barred = suitable.some(({ id }) => committee.interests.isBarred(member, id));
    const ids = suitable.map(({ id }) => id);
    const store = new RankingStore(work);
    const [standing, on] = [await store.version(), version ?? NOT_YET];
    const problems = [
      ...running,
      ...schemeProblems(rules.suitabilityScheme.value),
      ...speakingProblems(committee, member, rules.chairRequired.value),
      // What is wrong with the places would name whom the member may not see.
      ...(barred ? [barredProblem('procedure')] : rankingProblems(places, ids, rules.tiesAllowed.value)),
      ...(standing === NOT_YET && on !== NOT_YET ? [nothingToChange(on)] : []),
    ];
    if (problems.length > 0) return { problems };
    requireVersion(procedure.id, on, standing);
    return {
      answer: await store.put(
        standing,
        places.flatMap((one) => placesIn(one, suitable)),
      ),
    };
  }
}

const placesIn = (
  { place, applications, reasons }: RankCandidatesInput['places'][number],
  suitable: readonly CandidacyRecord[],
) =>
  applications.map((application) => ({
    ...{ place, reasons },
    candidacy: suitable.find(({ id }) => id === application)!,
  }));
