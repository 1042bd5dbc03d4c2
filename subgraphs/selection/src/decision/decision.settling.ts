import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import { candidateOf } from '../person/person.keys.ts';
import { byRule, type Work } from '../writing/work.ts';
import { DecisionRepository } from './decision.repository.ts';
import { DecisionStore } from './decision.store.ts';

/** A decision falls with the application or the vacancy of whoever was asked for an answer. */
export async function settleDecision(work: Work): Promise<void> {
  const { procedure, manager } = work;
  if (procedure.status !== 'RESULT_SUBMITTED' && procedure.status !== 'CANCELLED') return;
  const decision = await new DecisionRepository(manager).standing(procedure.id);
  if (decision?.status !== 'AWAITING_ANSWER') return;
  const candidacy = (await new CandidacyRepository(manager).one(procedure.id, decision.candidacyId!))!;
  const declined = candidacy.status === 'DECLINED';
  await new DecisionStore(work).become(decision, declined ? 'DECLINED' : 'FALLEN', {
    by: declined ? candidateOf(candidacy.candidateId) : byRule('vacancy-withdrawn'),
  });
  tellCandidate(work, candidacy, { code: 'ANSWER_APPOINTMENT', done: true });
}
