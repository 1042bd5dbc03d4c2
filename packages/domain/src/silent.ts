import type { Pay } from './mandate.ts';
import type { UnitState } from './organisation.ts';
import type { AnnouncedStep } from './procedure.ts';
import type { VacancyState } from './vacancy.ts';

/*
 * What is left of a state when its notice is silent: null, or an empty list. Content spreads these first and then says
 * what the notice says, so that a fact nobody wrote down can only be null.
 */

export const SILENT_PAY: Pay = {
  payScale: null,
  salaryBand: null,
  grossAnnualSalary: null,
  indexed: null,
  indexDate: null,
  mobilityBudget: null,
  payee: null,
};

export const SILENT_STEP = {
  eliminatory: null,
  actor: null,
  decidedBy: null,
  failureNotice: null,
  evaluates: [],
  inputs: [],
  outcomes: [],
  suitabilityScheme: null,
  passMark: null,
  duration: null,
  testCount: null,
  weightingClasses: null,
  committeeSize: null,
  rules: [],
} as const satisfies Partial<AnnouncedStep>;

export const SILENT_UNIT = {
  abbreviation: null,
  aliases: [],
  parent: null,
  ordinal: null,
  legalForm: null,
  foundingAct: null,
  mission: null,
  tasks: [],
  statedSubUnits: null,
  website: null,
  location: null,
} as const satisfies Partial<UnitState>;

export const SILENT_VACANCY = {
  noticeTitle: null,
  selectionCode: null,
  genderMarker: null,
  openToAllGenders: null,
  temporary: null,
  topManagementFunction: null,
  internalOnly: null,
  recruiter: null,
  publishedOn: null,
  opensOn: null,
  closedOn: null,
  languageRoles: null,
  procedureLanguage: null,
  vacantPositions: null,
  contractType: null,
  recruitmentType: null,
  mandate: null,
  rank: null,
  functionLevel: null,
  weightingClasses: null,
  workingTime: null,
  diploma: null,
  workplace: null,
  contactPoints: [],
  links: [],
  aims: [],
  values: [],
  responsibilities: [],
  resultAreas: [],
  competences: [],
  pay: SILENT_PAY,
  participationConditions: null,
  appointmentConditions: null,
  documentRules: null,
  applicationProcedure: null,
  testRegistration: null,
  announcedSteps: [],
  rights: [],
  equalOpportunities: [],
  remarks: [],
} as const satisfies Partial<VacancyState>;
