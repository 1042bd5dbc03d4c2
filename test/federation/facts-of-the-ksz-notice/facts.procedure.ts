import { count, derived, factsOf, silent, stated } from '../support/fact.table.ts';

/** Registering for the tests. */
export const TESTS = factsOf('S2.T', [
  ['', 'vacancy.testRegistration.onlyWithinRegistrationPeriod', true, stated(321)],
  ['', 'vacancy.testRegistration.choiceOfDate', true, stated(320)],
  ['', 'vacancy.testRegistration.invitationChannels', count(2), stated(322)],
  ['', 'vacancy.testRegistration.invitationChannels[0].nl', 'e-mail', stated(322)],
  ['', 'vacancy.testRegistration.invitationChannels[1].nl', 'online account', stated(322)],
  ['', 'vacancy.testRegistration.cancelAtLatest', 'PT1H', stated(323)],
  ['', 'vacancy.testRegistration.cancelAsked', 'P1D', stated(323, 327)],
  ['', 'vacancy.testRegistration.rebookingAllowed', true, stated(323)],
  ['', 'vacancy.testRegistration.reportProblemsWorkingDays', 2, stated(324)],
  ['', 'vacancy.testRegistration.absenceExcludes', true, stated(321, 325)],
]);

const ACTIONS = 'vacancy.applicationProcedure.actions';
/** From no account to a definitive registration. */
const STEPS = [
  [/create an online account/i, null, stated(371)],
  [/upload the degree \(cv > Diplomas and certificates\)/i, null, stated([373, 377])],
  [/appointment decree \(cv > Work experience\).*statutory.*current employer/i, null, stated([380, 386])],
  [/contractual staff or mandate holder from the private sector.*attachments/i, null, stated(387)],
  [/apply/i, null, stated(391)],
  [/submit my application/i, 'PROVISIONAL', stated(393)],
  [/specific sections.*begin and end date per experience.*save/i, null, stated([395, 411])],
  [/validate application.*required number of years/i, 'DEFINITIVE', stated(409, 413)],
] as const;

/** How one applies, and with which documents. */
export const APPLYING = factsOf('S2.A', [
  ['', ACTIONS, count(8), stated([367, 429])],
  ...STEPS.flatMap(
    ([words, leadsTo, source], index) =>
      [
        ['', `${ACTIONS}[${index}].position`, index + 1, source],
        ['', `${ACTIONS}[${index}].label.en`, words, source],
        ['', `${ACTIONS}[${index}].leadsTo`, leadsTo, leadsTo === null ? silent() : source],
      ] as const,
  ),
  ['', 'vacancy.applicationProcedure.independent', true, stated(369)],
  ['', 'vacancy.applicationProcedure.channels', count(1), stated([369, 371])],
  ['', 'vacancy.applicationProcedure.channels[0].nl', 'online account', stated([369, 371])],
  ['', 'vacancy.applicationProcedure.excludedChannels', count(2), stated(429)],
  ['', 'vacancy.applicationProcedure.excludedChannels[0].nl', 'e-mail', stated(429)],
  ['', 'vacancy.applicationProcedure.excludedChannels[1].nl', /ander middel/, stated(429)],
  ['', 'vacancy.applicationProcedure.specificSectionsLanguage', 'NL', stated(405)],
  ['', 'vacancy.applicationProcedure.currentJobEndsOn', 'DATE_OF_CANDIDACY', stated(408)],
  ['', 'vacancy.applicationProcedure.cvCountsAsExperience', false, stated(396)],
  ['', 'vacancy.applicationProcedure.editableUntilDeadline', true, stated(414)],
  ['', 'vacancy.applicationProcedure.revalidationAfterEdit', false, stated(414)],
  ['', 'vacancy.documentRules.formats', ['PDF', 'DOC', 'DOCX', 'JPG', 'TIF'], stated(431)],
  ['', 'vacancy.documentRules.maxSize', '8 MB', stated(431)],
  ['', 'vacancy.documentRules.maxBytes', 8 * 1024 * 1024, derived('MEGABYTE_IS_1048576_BYTES', 431)],
  ['', 'vacancy.documentRules.kinds', count(3), stated([373, 389], [430, 431])],
  ['', 'vacancy.documentRules.kinds[0].nl', 'diploma', stated([336, 337], 373, 419)],
  ['', 'vacancy.documentRules.kinds[1].nl', 'benoemingsbesluit', stated(338, 380, 421)],
  ['', 'vacancy.documentRules.kinds[2].nl', /klassen A3, A4 en A5/, stated(389)],
  [
    '',
    'vacancy.documentRules.fallback.summary.en',
    /copy to the contact person.*national register number, surname, first name and procedure code/i,
    stated(431),
  ],
  ['', 'vacancy.documentRules.unresolved', count(1), stated([373, 389], [430, 431])],
  ['', 'vacancy.documentRules.unresolved[0].summary.en', /point 3 that does not exist/i, stated(389)],
]);

/** What a candidate may ask for. */
export const RIGHTS = factsOf('S2.F', [
  ['', 'vacancy.rights', count(5), stated(357, [433, 442])],
  ['', 'vacancy.rights[0].kind', 'FEEDBACK', stated(357)],
  ['', 'vacancy.rights[0].form', 'WRITTEN', stated(357)],
  ['', 'vacancy.rights[0].duration', 'P2M', stated(357)],
  ['', 'vacancy.rights[0].startsFrom', 'SENDING_OF_RESULTS', stated(357)],
  ['', 'vacancy.rights[0].legalBasis.date', '1994-04-11', stated(357)],
  ['', 'vacancy.rights[0].legalBasis.title.nl', /11 april 1994 betreffende de openbaarheid van bestuur/, stated(357)],
  ['', 'vacancy.rights[1].kind', 'RESULT_INSPECTION', stated(357)],
  ['', 'vacancy.rights[1].label.en', /computer-based test/i, stated(357)],
  ['', 'vacancy.rights[2].kind', 'MOTIVATION', stated(437)],
  ['', 'vacancy.rights[2].startsFrom', 'EACH_STEP', stated(437)],
  [
    '',
    'vacancy.rights[2].label.en',
    /statement of reasons.*account or on request from the contact person/i,
    stated(437),
  ],
  ['', 'vacancy.rights[3].kind', 'COMPLAINT', stated([441, 442])],
  ['', 'vacancy.rights[3].form', 'COMPLAINT_FORM', stated([441, 442])],
  ['', 'vacancy.rights[4].kind', 'AUTHORITATIVE_ACCOUNT', stated([434, 435])],
  ['', 'vacancy.rights[4].duration', null, silent()],
  ['', 'vacancy.equalOpportunities', count(3), stated([328, 332], [365, 366])],
  ['', 'vacancy.equalOpportunities[0].summary.en', /disability, learning disorder or illness/i, stated(330)],
  ['', 'vacancy.equalOpportunities[1].summary.en', /pregnancy or breastfeeding/i, stated([331, 332])],
  ['', 'vacancy.equalOpportunities[2].summary.en', /workplace.*at recruitment/i, stated([365, 366])],
]);
