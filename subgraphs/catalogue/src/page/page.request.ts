import type { Problem } from '@mandate-graph/domain';
import { type PageArguments, type PageRequest, pageRequest } from '@mandate-graph/persistence';
import { keyProblems } from './keyset.rules.ts';
import type { CursorForm } from './keyset.statement.ts';

/** The page that arguments ask for in an order, or every problem with them. */
export function requestOf(args: PageArguments, form: CursorForm): PageRequest | Problem[] {
  const request = pageRequest(args, form.name, 2);
  if (Array.isArray(request)) return request;
  const { backwards, beyond, until } = request as PageRequest;
  const problems = [
    ...keyProblems('after', backwards ? until : beyond, args.after, form.isKey),
    ...keyProblems('before', backwards ? beyond : until, args.before, form.isKey),
  ];
  return problems.length > 0 ? problems : (request as PageRequest);
}
