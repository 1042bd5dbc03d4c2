import type { TypedKind } from '@mandate-graph/domain';
import { type InstitutionContext, momentOf, type View, view } from '../institution.context.ts';

/** Resolves a reference that another subgraph makes to a subject of a kind; null when there is none on its day. */
export const resolveReference =
  <K extends TypedKind>(kind: K) =>
  async (reference: { id: string }, context: InstitutionContext): Promise<View<K> | null> => {
    const moment = momentOf(context, reference.id);
    if (moment === null) return null;
    const row = await context.loaders.one(kind, moment);
    return row === null || !context.allowance.admit(1) ? null : view(context, kind, row as never, moment.asOf);
  };
