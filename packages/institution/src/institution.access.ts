import type { InstitutionEntry } from '@mandate-graph/domain';
import {
  type AccessTable,
  INSTITUTION_ACCESS,
  LOCALIZED_TEXT_ACCESS,
  mergeAccess,
  NOTICE_LINES_ACCESS,
} from '@mandate-graph/runtime';
import { historyAccess } from './history/history.access.ts';
import { organisationWriteAccess } from './writing/organisation/organisation.write.access.ts';
import { vacancyWriteAccess } from './writing/vacancy/vacancy.write.access.ts';
import { WRITE_ACCESS } from './writing/write.access.ts';

const VACANCY: AccessTable = {
  Vacancy: {
    PUBLIC: `aims announcedSteps applicationDeadline applicationProcedure appointmentConditions closedOn competences
      contactPoints contractType diploma documentRules equalOpportunities function functionLevel genderMarker historical
      id institution internalOnly languageRoles links mandate mission noticeTitle noticeType openToAllGenders opensOn
      participationConditions pay position procedureLanguage provenance publishedOn rank recruiter recruitmentType
      remarks responsibilities resultAreas rights selectionCode status temporary testRegistration title
      topManagementFunction unitsConcerned vacantPositions validity values weightingClasses workingTime workplace`,
  },
  ApplicationAction: { PUBLIC: 'label leadsTo position' },
  ApplicationDeadline: { PUBLIC: 'closesAt date daysLeft timeOfDay timeZone' },
  ApplicationProcedure: {
    PUBLIC: `actions channels currentJobEndsOn cvCountsAsExperience editableUntilDeadline excludedChannels independent
      revalidationAfterEdit snapshotAt specificSectionsLanguage`,
  },
  ContactPoint: { PUBLIC: 'email label purpose' },
  DocumentRules: { PUBLIC: 'fallback formats kinds maxBytes maxSize unresolved' },
  LanguageRoles: { PUBLIC: 'combinator roles' },
  LegalReference: { PUBLIC: 'date title' },
  Link: { PUBLIC: 'label url' },
  MandateTerms: { PUBLIC: 'duration endsOn interim kind startsOn' },
  Pay: { PUBLIC: 'grossAnnualSalary indexDate indexed mobilityBudget payScale payee salaryBand' },
  Responsibility: { PUBLIC: 'activities description key title' },
  ResultArea: { PUBLIC: 'description key kind unit' },
  RightsWindow: { PUBLIC: 'duration form key kind label legalBasis startsFrom' },
  TestRegistration: {
    PUBLIC: `absenceExcludes cancelAsked cancelAtLatest choiceOfDate invitationChannels onlyWithinRegistrationPeriod
      rebookingAllowed reportProblemsWorkingDays`,
  },
};

/** What a notice says of the steps, the conditions and what is tested. */
const SELECTION: AccessTable = {
  AnnouncedStep: {
    PUBLIC: `actor committeeSize decidedBy description duration eliminatory evaluates failureNotice inputs key kind name
      outcomes passMark position rules suitabilityScheme testCount weightingClasses`,
  },
  CommitteeSize: { PUBLIC: 'max min' },
  Competence: { PUBLIC: 'assessedIn group key kind label masteryLevel masteryType scope statements' },
  EligibilityCondition: { PUBLIC: 'contentKnown evidence evidenceExclusive kind parameters' },
  EligibilityNode: { PUBLIC: 'depth parentKey rule' },
  EligibilityRule: { PUBLIC: 'condition key label nodes notes operator rules' },
  PassMark: { PUBLIC: 'atLeast outOf' },
  RuleNote: { PUBLIC: 'kind label' },
  RuleParameter: { PUBLIC: 'name quantity values' },
  StepDuration: { PUBLIC: 'approximate includesPreparation minutes' },
  StepRule: { PUBLIC: 'duration kind label levels startsFrom' },
};

const ORGANISATION: AccessTable = {
  OrganisationalUnit: {
    PUBLIC: `abbreviation aliases ancestors bodies budgetPerHead budgets children foundingAct headcounts id institution
      kind legalForm lines location mission name ordinal parent positions provenance statedSubUnits subtree tasks
      vacancies validity website`,
  },
  Position: {
    PUBLIC: `budgets function headcounts holder id institution lines managementTier name provenance rank size title units
      vacancies validity`,
  },
  Body: { PUBLIC: 'aliases competence id institution kind lines name plural provenance unit validity' },
  Party: { PUBLIC: 'id name' },
  Budget: { PUBLIC: 'amount fiscalYear id kind position provenance unit validity' },
  FoundingAct: { PUBLIC: 'date title' },
  Headcount: { PUBLIC: 'id kind position provenance referenceDate unit unitOfMeasure validity value' },
  LineCondition: { PUBLIC: 'circumstances operator' },
  LineGroup: { PUBLIC: 'key operator' },
  PositionSize: { PUBLIC: 'headcount managedBudget managedShare operatingBudget' },
  PostHolder: { PUBLIC: 'endsOn languageRole startsOn status validity' },
  RelationshipLine: {
    PUBLIC: `condition from group id inConsultationWith kind label matter onBehalfOf provenance to topics validity via`,
  },
  UnitNode: { PUBLIC: 'depth unit' },
};

/** Values that more than one noun has. */
const VALUES: AccessTable = {
  Address: { PUBLIC: 'city name postcode street' },
  DerivedMoney: { PUBLIC: 'amount currency inputs rule' },
  DerivedNumber: { PUBLIC: 'inputs rule value' },
  Money: { PUBLIC: 'amount currency' },
  Passage: { PUBLIC: 'fullText fullTextStatus summary' },
  Provenance: { PUBLIC: 'copies inputs notice path remark rule status' },
  Validity: { PUBLIC: 'from recordedAt to version' },
};

/** The rule of every field of an institution's subgraph; its root fields carry the prefix of its types. */
export const institutionAccess = (entry: InstitutionEntry): AccessTable =>
  mergeAccess(
    LOCALIZED_TEXT_ACCESS,
    NOTICE_LINES_ACCESS,
    INSTITUTION_ACCESS,
    VALUES,
    VACANCY,
    SELECTION,
    ORGANISATION,
    historyAccess(entry),
    WRITE_ACCESS,
    vacancyWriteAccess(entry),
    organisationWriteAccess(entry),
  );
