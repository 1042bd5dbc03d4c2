import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { declarationsOf } from '../interest/interest.repository.ts';
import { Interests } from '../interest/interest.rules.ts';
import type { PersonKeys } from '../person/person.keys.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { contestedIn } from '../result/result.contest.ts';
import { committeesOf } from '../scoring/judges.repository.ts';
import { MemberTaskRepository } from './task.member.repository.ts';
import { memberTasks } from './task.member.rules.ts';
import { beforeCommitteeIn, stepsIn } from './task.repository.ts';
import type { Task } from './task.rules.ts';

/** What waits for somebody on the committees of procedures. */
export class MemberTasks {
  constructor(
    private readonly manager: EntityManager,
    private readonly keys: PersonKeys,
    private readonly now: Temporal.Instant,
  ) {}

  /** `holder`: the digest of the subject they sign in with. */
  async of(procedureIds: readonly string[], holder: string): Promise<Task[]> {
    const { manager, keys, now } = this;
    const repository = new MemberTaskRepository(manager);
    const seats = await repository.seats(procedureIds, holder);
    const ids = seats.map(({ id }) => id);
    const of = <T extends { readonly procedureId: string }>(all: readonly T[], id: string) =>
      all.filter(({ procedureId }) => procedureId === id);
    const committees = await committeesOf(manager, keys, ids, now);
    const declarations = await declarationsOf(manager, ids);
    const steps = await stepsIn(manager, ids);
    const before = await beforeCommitteeIn(manager, ids);
    const placed = await repository.placed(ids);
    const contested = await contestedIn(manager, seats);
    return seats.flatMap(({ memberId, ...procedure }, at) => {
      const { id } = procedure;
      return memberTasks(
        {
          ...{ procedureId: id, memberId, rules: rulesOf(procedure), committee: committees[at]! },
          declared: new Interests([], of(declarations, id)),
          ...{ steps: of(steps, id), before: of(before, id), placed: of(placed, id), contested: contested[at]! },
        },
        now,
      );
    });
  }
}
