import { type AnnouncedStep, ours, type VacancyState } from '@mandate-graph/domain';
import { announcedStep, vacancyState } from '@mandate-graph/testkit';

const DEADLINE = { date: '2025-10-22', timeOfDay: null };

const assessment: AnnouncedStep = announcedStep('assessment', 2, {
  ...{ kind: 'COMPUTER_ASSESSMENT', eliminatory: true, testCount: 3, weightingClasses: [4, 5] },
  passMark: { atLeast: '60', outOf: '100' },
  rules: [
    {
      ...{ kind: 'EXEMPTION_AFTER_PASS', label: ours('x', 'x', 'x'), duration: 'P2Y', startsFrom: 'DAY_OF_PASSING' },
      levels: 'SAME_OR_LOWER',
    },
    {
      ...{ kind: 'WAITING_PERIOD_AFTER_FAIL', label: ours('x', 'x', 'x'), duration: 'P6M', startsFrom: 'DAY_OF_TEST' },
      levels: 'SAME_OR_HIGHER',
    },
    {
      ...{ kind: 'EXEMPT_HOLDER', label: ours('x', 'x', 'x'), duration: null, startsFrom: null },
      levels: 'SAME_OR_HIGHER',
    },
  ],
});

/** Steps like those of the federal notice: preselection, assessment, oral test, result, additional interview. */
export const federalVacancy = (own: Partial<VacancyState> = {}): VacancyState =>
  vacancyState({
    applicationDeadline: DEADLINE,
    weightingClasses: [4, 5],
    announcedSteps: [
      announcedStep('screening', 1, { kind: 'ELIGIBILITY_SCREENING', eliminatory: true }),
      assessment,
      announcedStep('oral', 3, { kind: 'ORAL_TEST', eliminatory: true, committeeSize: { min: 8, max: 10 } }),
      announcedStep('result', 4, { kind: 'RESULT', eliminatory: true, suitabilityScheme: 'SUITABLE_UNSUITABLE' }),
      announcedStep('interview', 5, { kind: 'ADDITIONAL_INTERVIEW' }),
    ],
    testRegistration: {
      ...{ onlyWithinRegistrationPeriod: true, choiceOfDate: true, invitationChannels: [], cancelAtLatest: 'PT1H' },
      ...{ cancelAsked: 'P1D', rebookingAllowed: true, reportProblemsWorkingDays: 2, absenceExcludes: true },
    },
    rights: [
      {
        ...{ key: 'feedback', kind: 'FEEDBACK', label: ours('x', 'x', 'x'), form: 'WRITTEN', duration: 'P2M' },
        ...{ startsFrom: 'SENDING_OF_RESULTS', legalBasis: null },
      },
    ],
    ...own,
  });

/** Steps like those of the Brussels notice: screening, interview, result. */
export const brusselsVacancy = (own: Partial<VacancyState> = {}): VacancyState =>
  vacancyState({
    applicationDeadline: DEADLINE,
    announcedSteps: [
      announcedStep('screening', 1, { kind: 'ELIGIBILITY_SCREENING', eliminatory: true, failureNotice: 'LETTER' }),
      announcedStep('interview', 2, { kind: 'INTERVIEW' }),
      announcedStep('result', 3, { kind: 'RESULT', suitabilityScheme: 'SUITABLE_UNSUITABLE' }),
    ],
    ...own,
  });
