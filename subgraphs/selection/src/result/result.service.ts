import { NOT_YET } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { CandidacyStore } from '../candidacy/candidacy.store.ts';
import { endIfNobodyIsLeft } from '../procedure/procedure.ending.ts';
import { procedureAfter } from '../procedure/procedure.state.rules.ts';
import { ProcedureStore } from '../procedure/procedure.store.ts';
import { RankingStore } from '../ranking/ranking.store.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { barredProblem, schemeProblems, speakingProblems } from '../scoring/judges.rules.ts';
import { committeeOf } from '../scoring/judging.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import { byRule, type Work } from '../writing/work.ts';
import { contestProblems } from './result.contest.rules.ts';
import { contestedIn } from './result.contest.ts';
import type { SubmitResultInput } from './result.input.ts';
import { submittingProblems } from './result.rules.ts';
import { ResultStore } from './result.store.ts';

/** Submits what a committee concluded, once: from then on nothing of it changes. */
export class ResultService {
  constructor(private readonly writing: SelectionWriting) {}

  submit(input: SubmitResultInput): Promise<Written> {
    return this.writing.ofMember({
      ...{ mutation: 'submitResult', input, what: 'procedure' },
      id: ({ procedure }) => procedure,
      act: (given, work, member) => this.#submit(given, work, member),
    });
  }

  async #submit({ version }: SubmitResultInput, work: Work, member: string): Promise<Acted> {
    const { procedure, manager } = work;
    const legal = procedureAfter(procedure, 'SUBMIT_RESULT', 'COMMITTEE');
    if (!legal.ok) return { problems: legal.problems };
    const rules = rulesOf(procedure);
    const committee = await committeeOf(work);
    const candidacies = await new CandidacyRepository(manager).ofProcedure(procedure.id);
    const ranking = new RankingStore(work);
    const { steps } = procedure;
    const [contested] = await contestedIn(manager, [procedure]);
    const problems = [
      ...schemeProblems(rules.suitabilityScheme.value),
      ...speakingProblems(committee, member, rules.chairRequired.value),
      ...(committee.interests.isBarred(member, null) ? [barredProblem('procedure')] : []),
      ...submittingProblems({ steps, candidacies, placed: await ranking.placed() }),
      ...contestProblems(contested!, work.now),
    ];
    if (problems.length > 0) return { problems };
    requireVersion(procedure.id, version, procedure.version);
    const suitable = candidacies.filter(({ status }) => status === 'SUITABLE');
    await settleRanking(ranking, suitable);
    await new ResultStore(work).put({
      suitable: suitable.length,
      unsuitable: candidacies.filter(({ status }) => status === 'UNSUITABLE').length,
    });
    const procedures = new ProcedureStore(work);
    await procedures.step(steps.find(({ kind }) => kind === 'RESULT')!, 'CONCLUDED');
    if (!(await endIfNobodyIsLeft(work, candidacies))) {
      await procedures.record({ act: 'SUBMIT_RESULT', state: legal.state, facts: { suitable: suitable.length } });
      await new CandidacyStore(work).change(
        suitable.map((candidacy) => ({ candidacy, act: 'SUBMIT', as: 'COMMITTEE' })),
      );
    }
    const { id, version: at } = work.procedure;
    return { answer: { id, version: at, recordedAt: work.now.toString(), procedureId: id } };
  }
}

/** The only one who is suitable has the first place without being compared; a ranking that has nobody left in it falls. */
async function settleRanking(ranking: RankingStore, suitable: readonly CandidacyRecord[]): Promise<void> {
  if (suitable.length > 1) return;
  const standing = await ranking.version();
  if (suitable.length === 0 && standing === NOT_YET) return;
  const places = suitable.map((candidacy) => ({ candidacy, place: 1, reasons: null }));
  await ranking.put(standing, places, byRule('one-suitable'));
}
