import type { TypedKind } from '@mandate-graph/domain';
import { type InstitutionContext, momentOf, reachedBy, type View, view } from '../institution.context.ts';

/** Resolves a reference that another subgraph makes to a subject of a kind; null when none holds on its day, as known at its instant. */
export const resolveReference =
  <K extends TypedKind>(kind: K) =>
  async (reference: { id: string }, context: InstitutionContext): Promise<View<K> | null> => {
    const reached = reachedBy(context, reference.id);
    if (reached === null) return null;
    const row = await context.loaders.one(kind, momentOf(context, reached.subjectId, reached.reading));
    return row === null || !context.allowance.admit(1) ? null : view(context, kind, row as never, reached.reading);
  };
