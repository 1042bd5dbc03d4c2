import { type InstitutionEntry, localDay } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { membersOfAll } from '../committee/committee.repository.ts';
import { hearingDaysOf } from '../committee/hearing.repository.ts';
import { interestsOfAll } from '../interest/interest.repository.ts';
import type { PersonKeys } from '../person/person.keys.ts';
import { regimeNamed } from '../procedure/procedure.rules.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { sessionTerms } from '../session/session.booking.rules.ts';
import { SessionReadingRepository } from '../session/session.reading.repository.ts';
import { assessmentTasks } from './task.assessment.rules.ts';
import { hearingTasks } from './task.hearing.rules.ts';
import { answeringTasks, sendingTasks, startTasks, stepTasks } from './task.procedure.rules.ts';
import { RecruiterTaskRepository } from './task.recruiter.repository.ts';
import { beforeCommitteeIn, stepsIn } from './task.repository.ts';
import type { Task } from './task.rules.ts';
import { unsentIn } from './task.sending.repository.ts';

/** What waits for the recruiters of institutions. */
export class RecruiterTasks {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: PersonKeys,
    private readonly registry: readonly InstitutionEntry[],
    private readonly now: Temporal.Instant,
  ) {}

  /** `holder`: the digest of the subject they sign in with. */
  async of(institutions: readonly string[], holder: string): Promise<Task[]> {
    const { manager, registry, now } = this;
    const repository = new RecruiterTaskRepository(manager, institutions, holder);
    const day = localDay(now).toString();
    const waiting = await repository.waiting(day, now);
    return [
      ...answeringTasks(await repository.requests()),
      ...startTasks(waiting, (institution) => regimeNamed(registry, institution, day), now),
      ...(await this.#running(repository)),
      ...sendingTasks(await unsentIn(manager, institutions, holder)),
    ];
  }

  async #running(repository: RecruiterTaskRepository): Promise<Task[]> {
    const { manager, keys, now } = this;
    const day = localDay(now).toString();
    const procedures = await repository.running();
    const ids = procedures.map(({ id }) => id);
    const of = <T extends { readonly procedureId: string }>(all: readonly T[], id: string) =>
      all.filter(({ procedureId }) => procedureId === id);
    const steps = await stepsIn(manager, ids);
    const sessions = await new SessionReadingRepository(manager).ofProcedures(ids);
    const seats = await repository.seats(ids, now);
    const members = await membersOfAll(manager, ids);
    const interests = await interestsOfAll(manager, keys, ids, day);
    const before = await beforeCommitteeIn(manager, ids);
    const today = (await hearingDaysOf(manager, ids)).filter(({ heldOn }) => heldOn === day);
    return procedures.flatMap((procedure, at) => {
      const { id } = procedure;
      const own = { id, status: 'RUNNING', steps: of(steps, id), terms: sessionTerms(rulesOf(procedure)) } as const;
      return [
        ...stepTasks(own.steps),
        ...assessmentTasks({ ...own, sessions: sessions[at]!, seats: seats.get(id)! }, now),
        ...hearingTasks(
          {
            ...{ procedure, steps: own.steps, members: members[at]!, interests: interests[at]! },
            ...{ before: of(before, id), today: of(today, id) },
          },
          now,
        ),
      ];
    });
  }
}
