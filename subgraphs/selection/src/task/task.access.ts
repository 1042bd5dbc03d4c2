import type { AccessTable } from '@mandate-graph/runtime';

/** Whose tasks they are is decided where they are found: everybody sees their own, by each of their roles. */
export const TASK_ACCESS: AccessTable = {
  Query: { TASKS_READ: 'myTasks' },
  SelectionTask: { TASKS_READ: 'kind procedure application count dueAt text' },
};
