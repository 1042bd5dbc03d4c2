/** Everything a notice can say of each kind of subject, as the fact tests ask for it. */

export const SOURCE = 'fragment Source on Provenance { path status copies { first last } rule inputs notice }';

const TEXT = '{ nl fr en original }';
const PASSAGE = `{ summary ${TEXT} fullText ${TEXT} fullTextStatus }`;
const PARTY = `{ id name ${TEXT} }`;
const RULE = `key operator label ${TEXT} notes { kind label ${TEXT} }
  condition { kind parameters { name values quantity } evidence evidenceExclusive contentKnown }`;

export const LINE_FACTS = `fragment LineFacts on RelationshipLine {
  id kind label ${TEXT} from { id } to { id } topics ${TEXT} matter ${TEXT}
  condition { operator circumstances ${TEXT} } group { key operator }
  via { id } onBehalfOf { id } inConsultationWith { id }
  provenance(paths: ["kind", "from", "to"]) { ...Source }
}`;

export const VACANCY_FACTS = `fragment VacancyFacts on Vacancy {
  id historical institution { code } noticeType noticeTitle ${TEXT} selectionCode title ${TEXT} genderMarker
  openToAllGenders function temporary topManagementFunction internalOnly status
  publishedOn opensOn closedOn applicationDeadline { date timeOfDay closesAt timeZone daysLeft }
  languageRoles { roles combinator } procedureLanguage vacantPositions contractType recruitmentType
  mandate { kind interim duration startsOn endsOn } rank functionLevel weightingClasses workingTime diploma ${TEXT}
  workplace { name street postcode city } contactPoints { label ${TEXT} email purpose ${TEXT} } links { label ${TEXT} url }
  unitsConcerned { id name ${TEXT} } recruiter { id name ${TEXT} abbreviation parent { id abbreviation name ${TEXT} } lines { ...LineFacts } }
  position { id title ${TEXT} }
  mission ${PASSAGE} aims ${PASSAGE} values ${PASSAGE}
  responsibilities { key title ${TEXT} description ${PASSAGE} activities ${PASSAGE} }
  resultAreas { key kind unit { id } description ${PASSAGE} }
  competences { key kind scope label ${TEXT} group ${TEXT} masteryType masteryLevel statements ${PASSAGE} assessedIn }
  pay { payScale salaryBand indexed indexDate payee ${TEXT}
    grossAnnualSalary { amount currency } mobilityBudget { amount currency } }
  participationConditions { ${RULE} rules { ${RULE} rules { ${RULE} rules { key } } } }
  appointmentConditions { ${RULE} rules { ${RULE} rules { key } } }
  documentRules { formats maxBytes maxSize kinds ${TEXT} fallback ${PASSAGE} unresolved ${PASSAGE} }
  applicationProcedure { channels ${TEXT} excludedChannels ${TEXT} actions { position label ${TEXT} leadsTo }
    specificSectionsLanguage cvCountsAsExperience currentJobEndsOn editableUntilDeadline revalidationAfterEdit
    independent snapshotAt }
  testRegistration { onlyWithinRegistrationPeriod choiceOfDate invitationChannels ${TEXT} cancelAtLatest cancelAsked
    rebookingAllowed reportProblemsWorkingDays absenceExcludes }
  announcedSteps { key position kind name ${TEXT} description ${PASSAGE} eliminatory actor ${PARTY} decidedBy ${PARTY}
    failureNotice evaluates ${TEXT} inputs ${TEXT} outcomes ${TEXT} suitabilityScheme passMark { atLeast outOf }
    duration { minutes approximate includesPreparation } testCount weightingClasses committeeSize { min max }
    rules { kind label ${TEXT} duration startsFrom levels } }
  rights { key kind label ${TEXT} form duration startsFrom legalBasis { title ${TEXT} date } }
  equalOpportunities ${PASSAGE} remarks ${PASSAGE}
}`;

const BUDGETS = `budgets { id kind amount { amount currency } fiscalYear unit { id } position { id }
  provenance(paths: ["amount", "fiscalYear"]) { ...Source } }`;
const HEADCOUNTS = `headcounts { id kind unitOfMeasure value referenceDate unit { id } position { id }
  provenance(paths: ["value", "referenceDate"]) { ...Source } }`;
const DERIVED_MONEY = '{ amount currency rule inputs }';
const DERIVED_NUMBER = '{ value rule inputs }';

export const UNIT_FACTS = `fragment UnitFacts on OrganisationalUnit {
  id kind name ${TEXT} abbreviation aliases ordinal legalForm ${TEXT} foundingAct { title ${TEXT} date } mission ${PASSAGE}
  tasks ${PASSAGE} statedSubUnits website location parent { id } children { id name ${TEXT} }
  ${BUDGETS} ${HEADCOUNTS} budgetPerHead ${DERIVED_MONEY} lines(depth: 2) { ...LineFacts }
}`;

export const POSITION_FACTS = `fragment PositionFacts on Position {
  id title ${TEXT} function rank managementTier units { id } holder { status languageRole startsOn endsOn }
  ${BUDGETS} ${HEADCOUNTS}
  size { operatingBudget ${DERIVED_MONEY} managedBudget ${DERIVED_MONEY} headcount ${DERIVED_NUMBER} managedShare ${DERIVED_NUMBER} }
  lines { ...LineFacts }
}`;

export const BODY_FACTS = `fragment BodyFacts on Body {
  id kind name ${TEXT} aliases competence ${TEXT} plural unit { id } lines { ...LineFacts }
}`;
