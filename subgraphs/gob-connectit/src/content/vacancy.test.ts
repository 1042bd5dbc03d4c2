import { describe, expect, it } from '@jest/globals';
import { vacancies } from './vacancy.ts';

const { state } = vacancies[0]!;

describe('the head of the notice', () => {
  it.each([
    ['noticeType', 'MANDATE_VACANCY', 1],
    ['title', { nl: 'Tijdelijk Directeur-Generaal' }, 25],
    ['function', 'DIRECTOR_GENERAL', 25],
    ['languageRoles', { roles: ['NL', 'FR'], combinator: 'OR' }, 27],
    ['vacantPositions', 1, 29],
    ['contractType', 'MANDATE', 31],
    ['unitsConcerned', ['gob-connectit:unit:brussels-connectit'], 33],
    ['workplace', { name: 'Iristower', street: 'Sint-Lazarusplein 2', postcode: '1035', city: 'Brussel' }, 35],
    ['applicationDeadline', { date: '2025-09-12' }, 37],
    ['internalOnly', true, 39],
    ['contactPoints', [expect.objectContaining({ email: 'promo@gob.brussels' })], 61],
    ['mandate', { kind: 'INTERIM', interim: true }, 1],
    ['rank', 'A5', 1],
    ['temporary', true, 25],
    ['pay', { payScale: 'A500', payee: { nl: 'Tijdelijke mandataris' } }, 435],
  ] as const)('%s, with the line of its value', (field, value, line) => {
    expect({ [field]: state[field] }).toMatchObject({ [field]: value });
    expect(state.sources[field]?.copies[0]).toEqual([line, line]);
  });
});

it('is null or empty wherever the notice is silent', () => {
  const { mandate, pay, applicationDeadline } = state;
  expect([mandate!.duration, mandate!.startsOn, mandate!.endsOn, applicationDeadline.timeOfDay]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect({ ...pay, payScale: null, payee: null }).toEqual({
    payScale: null,
    salaryBand: null,
    grossAnnualSalary: null,
    indexed: null,
    indexDate: null,
    mobilityBudget: null,
    payee: null,
  });
  for (const field of [
    'selectionCode',
    'publishedOn',
    'opensOn',
    'closedOn',
    'weightingClasses',
    'functionLevel',
    'workingTime',
    'diploma',
    'recruiter',
    'procedureLanguage',
    'genderMarker',
    'openToAllGenders',
    'topManagementFunction',
    'recruitmentType',
    'appointmentConditions',
    'documentRules',
    'applicationProcedure',
    'testRegistration',
  ] as const)
    expect([field, state[field]]).toEqual([field, null]);
  for (const field of ['links', 'values', 'resultAreas', 'rights', 'equalOpportunities', 'remarks'] as const)
    expect([field, state[field]]).toEqual([field, []]);
});

it('announces a screening, an interview and a result, without scores, sizes or durations', () => {
  const steps = state.announcedSteps.map((step) => [step.kind, step.eliminatory, step.failureNotice, step.actor]);
  expect(steps).toEqual([
    ['ELIGIBILITY_SCREENING', true, 'LETTER', null],
    ['INTERVIEW', null, null, null],
    ['RESULT', null, null, 'gob-connectit:body:selection-committee'],
  ]);
  for (const { passMark, duration, committeeSize, testCount, weightingClasses, rules } of state.announcedSteps)
    expect([passMark, duration, committeeSize, testCount, weightingClasses, rules]).toEqual([
      null,
      null,
      null,
      null,
      null,
      [],
    ]);
});
