import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuthorityTaskRepository } from './task.authority.repository.ts';
import { authorityTasks, noAnswerTasks, publishingTasks } from './task.authority.rules.ts';
import type { Task } from './task.rules.ts';

/** What waits for the authorities of institutions. */
export class AuthorityTasks {
  constructor(
    private readonly manager: EntityManager,
    private readonly now: Temporal.Instant,
  ) {}

  /** `holder`: the digest of the subject they sign in with. */
  async of(institutions: readonly string[], holder: string): Promise<Task[]> {
    const repository = new AuthorityTaskRepository(this.manager);
    const submitted = await repository.submitted(institutions, holder);
    const suitable = await repository.suitable(submitted.map(({ id }) => id));
    return [
      ...submitted.flatMap((procedure) =>
        authorityTasks(
          procedure,
          suitable.filter(({ procedureId }) => procedureId === procedure.id),
        ),
      ),
      ...noAnswerTasks(await repository.unanswered(institutions, holder), this.now),
      ...publishingTasks(await repository.unpublished(institutions, holder)),
    ];
  }
}
