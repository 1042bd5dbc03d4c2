import { type InstitutionEntry, rootFieldOf } from '@mandate-graph/domain';
import type { AccessTable } from '@mandate-graph/runtime';
import { ORGANISATION_MUTATIONS } from './organisation.mutations.ts';

/** Who may change an institution's organisation. */
export const organisationWriteAccess = (entry: InstitutionEntry): AccessTable => ({
  Mutation: { ORGANISATION_WRITE: ORGANISATION_MUTATIONS.map(({ name }) => rootFieldOf(entry, name)).join(' ') },
});
