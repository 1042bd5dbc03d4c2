import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { asTold, factsOf } from '../ledger/ledger.facts.ts';
import { LedgerRepository } from '../ledger/ledger.repository.ts';
import type { PersonKeys } from '../person/person.keys.ts';
import { SessionReadingRepository } from '../session/session.reading.repository.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { type AssessedCandidacy, CandidateTaskRepository } from './task.candidate.repository.ts';
import { answerTasks, bookingTasks } from './task.candidate.rules.ts';
import { stepsIn } from './task.repository.ts';
import type { Task } from './task.rules.ts';

/** What waits for a candidate in the procedures that they are in. */
export class CandidateTasks {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: PersonKeys,
    private readonly now: Temporal.Instant,
  ) {}

  /** `holder`: the digest of the subject they sign in with. */
  async of(holder: string): Promise<Task[]> {
    const repository = new CandidateTaskRepository(this.manager, holder);
    return [...(await this.#bookings(await repository.inAssessment())), ...answerTasks(await repository.chosen())];
  }

  async #bookings(candidacies: readonly AssessedCandidacy[]): Promise<Task[]> {
    const { manager, now } = this;
    const procedureIds = candidacies.map(({ procedure }) => procedure.id);
    const steps = await stepsIn(manager, procedureIds);
    const sessions = await new SessionReadingRepository(manager).ofProcedures(procedureIds);
    const seats = await new SessionRepository(manager).seatsOf(candidacies.map(({ application }) => application));
    const ledger = await this.#ledgerOf(candidacies);
    return candidacies.flatMap(({ application: id, status, stepId, procedure }, at) =>
      bookingTasks(
        {
          ...{ id, status, stepId, procedure, sessions: sessions[at]!, ledger: ledger[at]! },
          steps: steps.filter(({ procedureId }) => procedureId === procedure.id),
          seats: seats.filter(({ candidacyId }) => candidacyId === id),
        },
        now,
      ),
    );
  }

  async #ledgerOf(candidacies: readonly AssessedCandidacy[]) {
    const repository = new LedgerRepository(this.manager);
    const openings = await repository.openingsOf(candidacies.map(({ application }) => application));
    const whose = candidacies.map(({ application: candidacyId, candidateId, procedure }) => ({
      ...{ candidateId, candidacyId, openedOn: null, closedOn: null },
      ...openings.find((one) => one.candidacyId === candidacyId),
      ...{ procedureId: procedure.id, regime: procedure.legalRegime },
    }));
    return (await factsOf(repository, this.keys, whose)).map(asTold);
  }
}
