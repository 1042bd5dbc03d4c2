import { isLocalDate, isUuid } from '@mandate-graph/domain';
import { encodeCursor, type PageArguments, pageRequest } from '@mandate-graph/persistence';
import { badInput, problem } from '@mandate-graph/runtime';

const ORDER = 'ASSESSMENTS';

interface Page {
  readonly size: number;
  /** The day and the id of the attempt to go on after. */
  readonly beyond: readonly [string, string] | null;
}

export const ledgerCursor = ({ testDay, id }: { readonly testDay: string; readonly id: string }): string =>
  encodeCursor(ORDER, [testDay, id]);

/** Which page of the ledger is asked for; refuses what cannot be one. */
export function ledgerPage(args: PageArguments): Page {
  const request = pageRequest(args, ORDER, 2);
  if (!('size' in request)) throw badInput(request);
  const { size, beyond } = request;
  if (beyond === null) return { size, beyond: null };
  const [day, id] = beyond;
  if (typeof day === 'string' && isLocalDate(day) && typeof id === 'string' && isUuid(id)) {
    return { size, beyond: [day, id] };
  }
  throw badInput([problem('after', 'INVALID_CURSOR', args.after, 'after must be a cursor that this list gave.')]);
}
