import type { AccessTable } from '@mandate-graph/runtime';

/** How one applies is for everyone to know. */
export const WORKFLOW_ACCESS: AccessTable = {
  Vacancy: { PUBLIC: 'applicationWorkflow' },
  ApplicationWorkflow: {
    PUBLIC: `name origin transitions specificSectionsLanguage cvCountsAsExperience currentJobEndsOn editableUntilDeadline
      revalidationAfterEdit snapshotAt documentFormats documentMaxBytes paperCopies defaults`,
  },
  WorkflowTransition: { PUBLIC: 'act from to by' },
};
