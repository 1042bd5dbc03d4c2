import type { AccessTable } from '@mandate-graph/runtime';

export const NOTIFICATION_ACCESS: AccessTable = {
  Mutation: { SELECTION_RUN: 'sendOutcomes' },
  Candidacy: { SELECTION_READ: 'notifications deadlines final' },
  SelectionProcedure: { PUBLIC: 'finalFrom' },
  Notification: { SELECTION_READ: 'id about sentAt remedyStated byLetter negative' },
  Deadline: { SELECTION_READ: 'code startsOn lastDay open rule arithmetic basis source' },
};
