import { isOver, type Problem, reasonsProblems } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { DeadlineService } from '../notification/deadline.service.ts';
import { NotificationLoaders } from '../notification/notification.loaders.ts';
import { NotificationRepository } from '../notification/notification.repository.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { EraseMemberInput } from './committee.input.ts';
import { membersOf } from './committee.repository.ts';
import { CommitteeStore } from './committee.store.ts';
import { forgetHolder, tellCommittee } from './committee.telling.ts';
import { ALREADY_ERASED, notFinal } from './member.rules.ts';

/** How members are erased, by who watches over privacy: what they did as a member is needed until nothing can be contested. */
export class MemberErasureService {
  constructor(private readonly writing: SelectionWriting) {}

  erase(input: EraseMemberInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'eraseMember', rule: 'ERASE_MEMBER', input, what: 'member' },
      id: ({ member }) => member,
      act: (given, work) => this.#erase(given, work),
    });
  }

  async #erase({ member: id, reasons }: EraseMemberInput, work: Work): Promise<Acted> {
    const member = (await membersOf(work.manager, work.procedure.id)).find((one) => one.id === id.toLowerCase())!;
    const problems = [
      ...reasonsProblems(reasons),
      ...(await finalProblems(work)),
      ...(member.holder === null ? [ALREADY_ERASED] : []),
    ];
    if (problems.length > 0) return { problems };
    const answer = await new CommitteeStore(work).erase(member);
    await forgetHolder(work.manager, work.procedure.id, member.holder!);
    await tellCommittee(work);
    return { answer };
  }
}

async function finalProblems({ manager, procedure, now }: Work): Promise<Problem[]> {
  const deadlines = new DeadlineService(new NotificationLoaders(new NotificationRepository(manager)), now);
  const from = await deadlines.finalFrom(procedure.id);
  return from !== null && isOver(Temporal.Instant.from(from), now) ? [] : [notFinal(from)];
}
