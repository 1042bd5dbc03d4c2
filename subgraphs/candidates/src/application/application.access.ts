import type { AccessTable } from '@mandate-graph/runtime';

/** Of `applicationCount` everyone sees what the service shows: see EXACT_COUNTS. */
export const APPLICATION_ACCESS: AccessTable = {
  Vacancy: { PUBLIC: 'id applicationCount', APPLICATIONS_READ: 'applications' },
  ApplicationConnection: { APPLICATIONS_READ: 'edges pageInfo' },
  ApplicationEdge: { APPLICATIONS_READ: 'cursor node' },
  Application: {
    APPLICATION_READ: `id status submittedAt version lapsedBy contest vacancy candidate file documents eligibility
      decisions`,
    APPLICANT_READ: 'reasons',
  },
  ApplicationFile: {
    APPLICATION_READ: `frozenAt diplomas appointmentDecrees functionsHeld workExperience staffRecords nationalities
      declarations dismissals specificSections documents`,
  },
  SpecificSection: {
    APPLICATION_READ: 'id version kind employer functionTitle setting domain begin end description language',
  },
  ApplicationRecorded: { APPLICATION_READ: 'application' },
};
