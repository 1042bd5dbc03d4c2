import { isUuid } from '@mandate-graph/domain';
import { encodeCursor, type PageArguments, type PageRequest, pageRequest } from '@mandate-graph/persistence';
import { type Actor, badInput, permittingGrant, problem, refusal } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { AccessLogRepository, LogRow } from './access-log.repository.ts';
import { isRowNumber } from './access-log.rules.ts';
import type { AccessLogConnection } from './access-log.type.ts';

const ORDER = 'ACCESS_LOG';

/** Who has read the data of candidates: for whoever watches over it. */
export class AccessLogService {
  constructor(
    private readonly repository: AccessLogRepository,
    private readonly actor: Actor,
    private readonly now: Temporal.Instant,
  ) {}

  async read(candidate: string | null, args: PageArguments): Promise<AccessLogConnection> {
    const grant = permittingGrant(this.actor, 'ACCESS_LOG_READ', {});
    if (grant === null) throw refusal(this.actor);
    const { size, beyond } = requestOf(candidate, args);
    const reader = {
      subject: this.actor.subject,
      role: grant.role,
      operation: 'Query.accessLog',
      at: this.now.toString(),
    };
    const before = (beyond?.[0] as string | undefined) ?? null;
    const rows = await this.repository.page(candidate, before, size, reader);
    const edges = rows.slice(0, size).map((row) => ({ cursor: encodeCursor(ORDER, [row.id]), node: entry(row) }));
    return {
      edges,
      pageInfo: {
        hasNextPage: rows.length > size,
        hasPreviousPage: before !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}

const entry = ({ at, ...row }: LogRow) => ({ ...row, at: at.toISOString() });

/** The page asked for. What is wrong with the id of a candidate is said without the id: it is personal. */
function requestOf(candidate: string | null, args: PageArguments): PageRequest {
  const request = pageRequest(args, ORDER, 1);
  const problems = Array.isArray(request) ? [...request] : [];
  if (candidate !== null && !isUuid(candidate)) {
    problems.push(problem('candidate', 'INVALID_ID', null, 'candidate must be the id of a candidate, a UUID.'));
  }
  const { beyond = null } = request as Partial<PageRequest>;
  if (beyond !== null && !isRowNumber(beyond[0])) {
    problems.push(problem('after', 'INVALID_CURSOR', args.after, 'after must be a cursor that this list gave.'));
  }
  if (problems.length > 0) throw badInput(problems);
  return request as PageRequest;
}
