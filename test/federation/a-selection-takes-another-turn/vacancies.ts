import { rootFieldOf } from '@mandate-graph/domain';
import { registry } from '../../support/graph.ts';
import { type Asking, act, type Player, type Recorded } from './acts.ts';

export const KSZ = 'ksz-ehealth';
export const GOB = 'gob-connectit';
/** Of the federal notice. */
export const DEPUTY = `${KSZ}:vacancy:adjunct-administrateur-generaal-2025`;

const text = (nl: string, fr: string) => ({ nl, fr });
const passage = (nl: string, fr: string) => ({ summary: text(nl, fr) });
const step = (key: string, kind: string, more: object = {}) => ({
  ...{ key, kind, name: text(key, key), description: passage(key, key), ...more },
});

const RESULT = { suitabilityScheme: 'SUITABLE_UNSUITABLE' };

/** Steps like those of the Brussels notice. */
export const BRUSSELS_STEPS = [
  step('screening', 'ELIGIBILITY_SCREENING', { eliminatory: true, failureNotice: 'LETTER' }),
  step('interview', 'INTERVIEW'),
  step('result', 'RESULT', { ...RESULT, decidedBy: `${GOB}:body:government` }),
];

/** Steps like those of the federal notice, for a function of some weighting classes. */
export const federalSteps = (weightingClasses: readonly number[]) => [
  step('screening', 'ELIGIBILITY_SCREENING', { eliminatory: true }),
  step('assessment', 'COMPUTER_ASSESSMENT', {
    ...{ eliminatory: true, testCount: 3, passMark: { atLeast: '60', outOf: '100' }, weightingClasses },
  }),
  step('oral', 'ORAL_TEST', { eliminatory: true }),
  step('result', 'RESULT', { ...RESULT, decidedBy: `${KSZ}:body:bevoegde-instantie` }),
];

const REGISTRATION = {
  ...{ onlyWithinRegistrationPeriod: true, choiceOfDate: true, cancelAtLatest: 'PT1H', cancelAsked: 'P1D' },
  ...{ rebookingAllowed: true, absenceExcludes: true },
};

const OF: Readonly<Record<string, object>> = {
  [KSZ]: {
    ...{ recruiter: `${KSZ}:unit:dg-rekrutering-en-ontwikkeling`, procedureLanguage: 'NL' },
    ...{ unitsConcerned: [`${KSZ}:unit:ksz`], position: `${KSZ}:position:administrateur-generaal` },
    ...{ announcedSteps: federalSteps([4, 5]), testRegistration: REGISTRATION },
  },
  [GOB]: {
    ...{ unitsConcerned: [`${GOB}:unit:gob`], position: `${GOB}:position:secretary-general` },
    ...{ announcedSteps: BRUSSELS_STEPS, languageRoles: { roles: ['NL', 'FR'], combinator: 'OR' }, internalOnly: true },
  },
};

/** What an institution writes, by its own recruiter. */
export const write = (stage: Asking, institution: string, mutation: string, input: object): Promise<Recorded> =>
  act(
    stage,
    recruiter(institution),
    rootFieldOf(registry().find(({ code }) => code === institution)!, mutation),
    input,
  );

/** A vacancy that is made and published in the account of its institution; gives its id. */
export async function publish(stage: Asking, institution: string, local: string, own: object = {}): Promise<string> {
  const content = {
    ...{ noticeType: 'MANDATE_VACANCY', title: text(local, local), function: 'DIRECTOR_GENERAL' },
    ...{ mission: passage('Leidt een dienst', 'Dirige un service'), applicationDeadline: { date: '2025-10-22' } },
    ...{ mandate: { kind: 'MANDATE' }, ...OF[institution], ...own },
  };
  const { id, version } = await write(stage, institution, 'CreateVacancy', { local, content });
  await write(stage, institution, 'PublishVacancy', { id, version });
  return id;
}

export const recruiter = (institution: string): Player => ({
  ...{
    name: `the recruiter of ${institution}`,
    role: 'recruiter',
    institution,
    subject: `test:recruiter-${institution}`,
  },
});
export const authority = (institution: string): Player => ({
  ...{
    name: `the authority of ${institution}`,
    role: 'authority',
    institution,
    subject: `test:authority-${institution}`,
  },
});
