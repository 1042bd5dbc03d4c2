import type { AccessTable } from '@mandate-graph/runtime';

/** What stands now is for candidates alone; types of entries also serve for what an application showed. */
export const PROFILE_ACCESS: AccessTable = {
  Mutation: {
    OWN: `saveDiploma saveAppointmentDecree saveFunctionHeld saveWorkExperience saveStaffRecord saveNationality
      saveDeclaration saveDismissal removeProfileEntry`,
  },
  Candidate: {
    OWN: `diplomas appointmentDecrees functionsHeld workExperience staffRecords nationalities declarations
      dismissals`,
  },
  Diploma: {
    APPLICATION_READ: 'id version title institution cycle education equatedWith country language awardedOn document',
  },
  DegreeLevel: { APPLICATION_READ: 'cycle education' },
  AppointmentDecree: { APPLICATION_READ: 'id version title employer level service from until document' },
  FunctionHeld: { APPLICATION_READ: 'id version title employer level service from until' },
  WorkExperience: {
    APPLICATION_READ: 'id version title employer kind setting domain begin end description',
  },
  StaffRecord: { APPLICATION_READ: 'id version employer employerName relation from until' },
  Nationality: { APPLICATION_READ: 'id version country assimilated' },
  Declaration: { APPLICATION_READ: 'id version condition holds declaredOn' },
  Dismissal: { APPLICATION_READ: 'id version ground service decidedOn' },
};
