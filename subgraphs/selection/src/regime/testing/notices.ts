import { ours, type RightsWindow, type StepRule, type VacancyState } from '@mandate-graph/domain';
import { announcedStep, vacancyState } from '@mandate-graph/testkit';
import { type EffectiveRules, rulesFor } from '../regime.effective.rules.ts';
import { type LegalRegime, type RegimeCode, type RegimeRules, regimeOn } from '../regime.rules.ts';

const label = ours('Een regel', 'Une règle', 'A rule');

export const EXEMPTION: StepRule = {
  ...{ kind: 'EXEMPTION_AFTER_PASS', label, duration: 'P2Y', startsFrom: 'DAY_OF_PASSING', levels: 'SAME_OR_LOWER' },
};
export const WAITING: StepRule = {
  ...{ kind: 'WAITING_PERIOD_AFTER_FAIL', label, duration: 'P6M', startsFrom: 'DAY_OF_TEST', levels: 'SAME_OR_HIGHER' },
};
const HOLDER: StepRule = {
  ...{ kind: 'EXEMPT_HOLDER', label, duration: null, startsFrom: null, levels: 'SAME_OR_HIGHER' },
};

export const right = (kind: RightsWindow['kind'], own: Partial<RightsWindow> = {}): RightsWindow => ({
  ...{ key: kind.toLowerCase(), kind, label, form: null, duration: null, startsFrom: null, legalBasis: null },
  ...own,
});

/** What the federal notice prints of rules (S2.S, S2.T, S2.F). */
export const FEDERAL_NOTICE: VacancyState = vacancyState({
  announcedSteps: [
    announcedStep('preselection', 1, { kind: 'ELIGIBILITY_SCREENING', eliminatory: true }),
    announcedStep('assessment', 2, {
      kind: 'COMPUTER_ASSESSMENT',
      eliminatory: true,
      passMark: { atLeast: '60', outOf: '100' },
      weightingClasses: [4, 5],
      rules: [EXEMPTION, WAITING, HOLDER],
    }),
    announcedStep('oral', 3, { kind: 'ORAL_TEST', eliminatory: true, committeeSize: { min: 8, max: 10 } }),
    announcedStep('result', 4, { kind: 'RESULT', suitabilityScheme: 'SUITABLE_UNSUITABLE' }),
    announcedStep('interview', 5, { kind: 'ADDITIONAL_INTERVIEW', actor: 'vrb:body:authority' }),
  ],
  testRegistration: {
    onlyWithinRegistrationPeriod: true,
    choiceOfDate: true,
    invitationChannels: [],
    cancelAtLatest: 'PT1H',
    cancelAsked: 'P1D',
    rebookingAllowed: true,
    reportProblemsWorkingDays: 2,
    absenceExcludes: true,
  },
  rights: [right('FEEDBACK', { duration: 'P2M', startsFrom: 'SENDING_OF_RESULTS' }), right('COMPLAINT')],
  mandate: { kind: 'MANDATE', interim: null, duration: null, startsOn: null, endsOn: null },
});

/** What the Brussels notice prints of rules (S1.S). */
export const BRUSSELS_NOTICE: VacancyState = vacancyState({
  announcedSteps: [
    announcedStep('screening', 1, { kind: 'ELIGIBILITY_SCREENING', eliminatory: true, failureNotice: 'LETTER' }),
    announcedStep('interview', 2),
    announcedStep('result', 3, {
      ...{ kind: 'RESULT', suitabilityScheme: 'SUITABLE_UNSUITABLE' },
      ...{ actor: 'vrb:body:committee', decidedBy: 'vrb:body:government' },
    }),
  ],
  mandate: { kind: 'INTERIM', interim: true, duration: null, startsOn: null, endsOn: null },
});

/** A notice that prints no rule at all. */
export const SILENT_NOTICE: VacancyState = vacancyState({
  announcedSteps: [announcedStep('assessment', 1, { kind: 'COMPUTER_ASSESSMENT' })],
  mandate: null,
});

export const regime = (code: RegimeCode, own: Partial<RegimeRules> = {}): LegalRegime => {
  const version = regimeOn(code, '2025-10-22')!;
  return { ...version, rules: { ...version.rules, ...own } };
};

export const FEDERAL: EffectiveRules = rulesFor(regime('OISZ_MANAGEMENT'), FEDERAL_NOTICE);
export const BRUSSELS: EffectiveRules = rulesFor(regime('BRUSSELS_STATUTE'), BRUSSELS_NOTICE);
