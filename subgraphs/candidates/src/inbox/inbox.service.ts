import { isUuid } from '@mandate-graph/domain';
import { encodeCursor, type PageArguments, type PageRequest, pageRequest } from '@mandate-graph/persistence';
import { type Actor, badInput, problem, requireAccess } from '@mandate-graph/runtime';
import type { Outcome, Sealing, WriteResult } from '@mandate-graph/writing';
import { isRowNumber } from '../access-log/access-log.rules.ts';
import type { CandidateView } from '../account/account.type.ts';
import type { RecordedOfCandidate } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { WritingService } from '../writing/writing.service.ts';
import type { MarkReadInput } from './inbox.input.ts';
import type { InboxLoaders } from './inbox.loaders.ts';
import { type InboxCounts, InboxRepository, type MessageRecord } from './inbox.repository.ts';
import { markingProblems } from './inbox.rules.ts';
import type { InboxView, MessageView } from './inbox.type.ts';
import { messageTexts } from './messages.words.rules.ts';

const ORDER = 'INBOX';

interface InboxArguments extends PageArguments {
  readonly unreadOnly: boolean;
  readonly tasksOnly: boolean;
}

/** What candidates were told, for themselves. */
export class InboxService {
  constructor(
    private readonly repository: InboxRepository,
    private readonly loaders: InboxLoaders,
    private readonly writing: WritingService,
    private readonly sealing: Sealing,
    private readonly actor: Actor,
  ) {}

  async of({ id: candidateId, whose: { subject = null } }: CandidateView, args: InboxArguments): Promise<InboxView> {
    const whose = { subject };
    requireAccess(this.actor, 'OWN', whose);
    const { size, beyond } = requestOf(args);
    const before = (beyond?.[0] as string | undefined) ?? null;
    const { unreadOnly, tasksOnly } = args;
    const found = await this.repository.page({ candidateId, size, before, unreadOnly, tasksOnly });
    const edges = found.slice(0, size).map((message) => ({
      whose,
      cursor: encodeCursor(ORDER, [message.number]),
      node: viewOf(message, whose),
    }));
    return {
      whose,
      candidateId,
      edges,
      pageInfo: {
        hasNextPage: found.length > size,
        hasPreviousPage: before !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  countsOf({ candidateId, whose }: InboxView): Promise<InboxCounts> {
    requireAccess(this.actor, 'OWN', whose);
    return this.loaders.countsOf.load(candidateId);
  }

  async markRead(input: MarkReadInput): Promise<WriteResult<RecordedOfCandidate>> {
    const act = (given: MarkReadInput, work: Work) => this.#mark(given, work);
    const result = await this.writing.own({ mutation: 'markRead', input, act });
    this.loaders.countsOf.clearAll();
    return result;
  }

  async #mark({ messages, read }: MarkReadInput, work: Work): Promise<Outcome<RecordedOfCandidate>> {
    const { manager, candidate, now } = work;
    const asked = messages.filter(isUuid);
    const at = now.toString();
    const repository = new InboxRepository(manager, this.sealing);
    const { marked, version } = await repository.mark(candidate.id, asked, read ? at : null);
    const own = new Set(marked);
    const problems = markingProblems(messages, (id) => own.has(id));
    if (problems.length > 0) return { problems };
    return { answer: { id: candidate.id, version, recordedAt: at, candidateId: candidate.id } };
  }
}

const viewOf = (message: MessageRecord, whose: MessageView['whose']): MessageView => {
  const dueAt = message.dueAt?.toISOString() ?? null;
  return {
    ...message,
    ...messageTexts({ ...message, dueAt }),
    vacancy: message.vacancyId === null ? null : { id: message.vacancyId },
    sentAt: message.sentAt.toISOString(),
    dueAt,
    readAt: message.readAt?.toISOString() ?? null,
    doneAt: message.doneAt?.toISOString() ?? null,
    whose,
  };
};

function requestOf(args: PageArguments): PageRequest {
  const request = pageRequest(args, ORDER, 1);
  if (Array.isArray(request)) throw badInput(request);
  const { beyond } = request as PageRequest;
  if (beyond === null || isRowNumber(beyond[0])) return request as PageRequest;
  throw badInput([problem('after', 'INVALID_CURSOR', args.after, 'after must be a cursor that this list gave.')]);
}
