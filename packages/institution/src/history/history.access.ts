import { type InstitutionEntry, rootFieldOf } from '@mandate-graph/domain';
import type { AccessTable } from '@mandate-graph/runtime';

/** Who may read histories, drafts and reorganisations. */
export const historyAccess = (entry: InstitutionEntry): AccessTable => ({
  Query: { PUBLIC: rootFieldOf(entry, 'History'), DRAFT_READ: rootFieldOf(entry, 'Drafts') },
  Vacancy: { PUBLIC: 'history' },
  OrganisationalUnit: { PUBLIC: 'history reorganisations' },
  Position: { PUBLIC: 'history' },
  Body: { PUBLIC: 'history' },
  HistoryEntry: { PUBLIC: 'version recordedAt change reason differences', HISTORY_ACTOR: 'recordedBy' },
  HistoryDifference: { PUBLIC: 'validFrom validTo changes' },
  ValueChange: { PUBLIC: 'path before after' },
  Reorganisation: { PUBLIC: 'id kind effectiveOn reason validity predecessors successors' },
});
