import { describe, expect, test } from '@jest/globals';
import { ours } from '@mandate-graph/domain';
import { vacancyState } from '@mandate-graph/testkit';
import { type Deciding, decisionProblems, departs, type GivenDecision } from './decision.rules.ts';

const REASONS = 'The titles and merits weigh most.';
const APPOINTMENT = { key: 'n', operator: 'ALL_OF', label: ours('n', 'n', 'n'), rules: [], notes: [] } as const;
const template = vacancyState({ applicationDeadline: { date: '2025-10-22', timeOfDay: null } });
const withConditions = vacancyState({ ...template, appointmentConditions: APPOINTMENT });
const DECIDING: Deciding = {
  suitable: ['one', 'two', 'three'],
  places: new Map([
    ['one', 1],
    ['two', 2],
    ['three', 2],
  ]),
  ...{ interviewed: null, eligibility: null, departureFromRanking: 'WITH_REASONS', template, today: '2025-12-01' },
};
const others = (...ids: string[]) => ids.map((application) => ({ application, reasons: REASONS }));
const GIVEN: GivenDecision = {
  ...{ application: 'one', reasons: REASONS, appointmentOn: '2026-02-01', others: others('two', 'three') },
};
const codes = (given: Partial<GivenDecision> = {}, deciding: Partial<Deciding> = {}) =>
  decisionProblems({ ...GIVEN, ...given }, { ...DECIDING, ...deciding }).map(({ path, code }) => `${path} ${code}`);

describe('a decision', () => {
  test('on the one with the best place needs its reasons, and those of everybody else', () => {
    expect(codes()).toEqual([]);
    expect(codes({ reasons: 'Because.' })).toEqual(['reasons TOO_SHORT']);
    expect(codes({ others: null })).toEqual(['others REASONS_MISSING', 'others REASONS_MISSING']);
    expect(codes({ others: [...others('two'), { application: 'three', reasons: 'No.' }] })).toEqual([
      'others[1].reasons TOO_SHORT',
    ]);
  });

  test.each([
    ['the one who is chosen', 'one'],
    ['somebody who is not suitable', 'four'],
    ['somebody twice', 'two'],
  ])('says why not of others only: not of %s', (_who, id) => {
    expect(codes({ others: others('two', 'three', id) })).toEqual(['others[2].application NOT_ANOTHER_SUITABLE']);
  });

  test('S1.S3: departs from the ranking with reasons of its own, and only then has such', () => {
    const chosen = { application: 'two', others: others('one', 'three') };
    expect(codes(chosen)).toEqual(['departureReasons REASONS_NEEDED']);
    expect(codes({ ...chosen, departureReasons: 'Too short.' })).toEqual(['departureReasons TOO_SHORT']);
    expect(codes({ ...chosen, departureReasons: REASONS })).toEqual([]);
    expect(codes({ departureReasons: REASONS })).toEqual(['departureReasons NOT_A_DEPARTURE']);
  });

  test('does not depart from a ranking where the regime does not allow it', () => {
    const chosen = { application: 'two', others: others('one', 'three'), departureReasons: REASONS };
    expect(codes(chosen, { departureFromRanking: 'NEVER' })).toEqual(['application DEPARTURE_NOT_ALLOWED']);
    expect(codes({}, { departureFromRanking: 'NEVER' })).toEqual([]);
  });

  test('is taken on a ranking where several are suitable', () => {
    expect(codes({}, { places: new Map([['one', 1]]) })).toEqual(['procedure RANKING_MISSING']);
    expect(codes({ others: [] }, { suitable: ['one'], places: new Map() })).toEqual([]);
  });

  test('is taken once everybody was interviewed or did not come, also one on nobody', () => {
    const interviewed = new Set(['one', 'three']);
    const nobody = { application: null, appointmentOn: null, others: null };
    for (const given of [{}, nobody]) {
      expect(codes(given, { interviewed })).toEqual(['procedure INTERVIEWS_MISSING']);
      expect(codes(given, { interviewed: new Set([...interviewed, 'two']) })).toEqual([]);
    }
  });

  test.each([
    ['2025-11-30', '2025-12-01', ['appointmentOn OUT_OF_RANGE']],
    ['2025-12-01', '2025-12-01', []],
    ['2025-10-22', '2025-10-01', ['appointmentOn OUT_OF_RANGE']],
    ['2025-10-23', '2025-10-01', []],
    ['2100-12-31', '2025-12-01', []],
    ['2101-01-01', '2025-12-01', ['appointmentOn OUT_OF_RANGE']],
    [null, '2025-12-01', ['appointmentOn REQUIRED']],
  ])('names the first day of the mandate, %s, when it is taken on %s', (appointmentOn, today, expected) => {
    expect(codes({ appointmentOn }, { today })).toEqual(expected);
  });

  test('S2.N: waits for the conditions for being appointed, as a person judged them for that day', () => {
    const on = (outcome: string, own: object = {}) => ({ outcome, judgedOn: '2026-02-01', onFile: true, ...own });
    const given = (eligibility: Deciding['eligibility']) => codes({}, { template: withConditions, eligibility });
    expect(given(null)).toEqual(['application CONDITIONS_NOT_JUDGED']);
    expect(given(on('ELIGIBLE', { onFile: false }))).toEqual(['application CONDITIONS_NOT_JUDGED']);
    expect(given(on('NOT_ELIGIBLE'))).toEqual(['application CONDITIONS_NOT_MET']);
    expect(given(on('ELIGIBLE', { judgedOn: '2026-02-02' }))).toEqual(['appointmentOn JUDGED_FOR_ANOTHER_DAY']);
    expect(given(on('ELIGIBLE', { judgedOn: null }))).toEqual(['appointmentOn JUDGED_FOR_ANOTHER_DAY']);
    expect(given(on('ELIGIBLE'))).toEqual([]);
    expect(given(on('CONDITIONAL'))).toEqual([]);
    expect(codes({}, { eligibility: null })).toEqual([]);
  });

  test('legal 7: has the language role that it is given, if the post is open to it', () => {
    const french = vacancyState({ ...template, languageRoles: { roles: ['FR'], combinator: 'OR' } });
    expect(codes({ languageRole: 'NL' }, { template: french })).toEqual(['languageRole NOT_IN_THE_NOTICE']);
    expect(codes({ languageRole: 'FR' }, { template: french })).toEqual([]);
    expect(codes({ languageRole: 'NL' })).toEqual([]);
  });

  test('that nobody is appointed says nothing of an appointment, and its reasons do for all', () => {
    const nobody = { application: null, others: null, appointmentOn: null };
    expect(codes(nobody)).toEqual([]);
    expect(codes({ ...nobody, others: others('two') })).toEqual([]);
    expect(
      codes({ ...nobody, appointmentOn: '2026-02-01', terms: {}, languageRole: 'NL', departureReasons: REASONS }),
    ).toEqual([
      ...['departureReasons NOT_WITH_NOBODY', 'appointmentOn NOT_WITH_NOBODY'],
      ...['terms NOT_WITH_NOBODY', 'languageRole NOT_WITH_NOBODY'],
    ]);
  });

  test('is taken for one vacant position', () => {
    const several = vacancyState({ ...template, vacantPositions: 2 });
    expect(codes({}, { template: several })).toEqual(['procedure SEVERAL_POSITIONS']);
    expect(codes({}, { template: vacancyState({ ...template, vacantPositions: 1 }) })).toEqual([]);
  });

  test('does not show the reasons that it refuses', () => {
    const secret = 'Secret words.';
    const given = { reasons: secret, departureReasons: secret, others: [{ application: 'four', reasons: secret }] };
    expect(JSON.stringify(decisionProblems({ ...GIVEN, ...given }, DECIDING))).not.toContain('Secret');
  });
});

test('a choice departs from the ranking where somebody else who can be chosen has a better place', () => {
  const places = DECIDING.places;
  expect(departs('one', DECIDING.suitable, places)).toBe(false);
  expect(departs('two', DECIDING.suitable, places)).toBe(true);
  // Who shares the best place, or follows one who is not there any more, is not passed before anybody.
  expect(departs('two', ['two', 'three'], places)).toBe(false);
  expect(departs('unranked', ['three', 'unranked'], places)).toBe(true);
});
