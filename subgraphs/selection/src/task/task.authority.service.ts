import type { EntityManager } from 'typeorm';
import { AuthorityTaskRepository } from './task.authority.repository.ts';
import { authorityTasks, publishingTasks } from './task.authority.rules.ts';
import type { Task } from './task.rules.ts';

/** What waits for the authorities of institutions. */
export class AuthorityTasks {
  constructor(private readonly manager: EntityManager) {}

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
      ...publishingTasks(await repository.unpublished(institutions)),
    ];
  }
}
