import type { AccessTable } from '@mandate-graph/runtime';

/** What candidates are told is for them alone. */
export const INBOX_ACCESS: AccessTable = {
  Mutation: { OWN: 'markRead' },
  Candidate: { OWN: 'inbox' },
  InboxConnection: { OWN: 'edges pageInfo unreadCount openTaskCount' },
  InboxEdge: { OWN: 'cursor node' },
  Message: { OWN: 'id kind code subject text reasons sentAt dueAt readAt doneAt vacancy application' },
};
