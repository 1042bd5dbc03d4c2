import { describe, expect, test } from '@jest/globals';
import type { VacancyState } from '@mandate-graph/domain';
import type { Publication } from '@mandate-graph/institution';
import { Temporal } from 'temporal-polyfill';
import { content } from './content/index.ts';
import { bothLanguages, decision, languageRole, longEnough, rules } from './rules.ts';

const vacancy = content.find((item) => item.kind === 'vacancy')!.state as VacancyState;
const now: Publication = {
  change: 'AMENDED',
  now: Temporal.Instant.from('2025-09-01T10:00:00Z'),
  today: '2025-09-01',
  publicSince: null,
};

describe('a call of this institution', () => {
  test('as its own notice makes it, breaks no rule, and none when it is amended', () => {
    expect(rules.vacancyProblems(vacancy)).toEqual([]);
    expect(rules.publicationProblems!(vacancy, now)).toEqual([]);
  });

  test.each([null, { roles: [], combinator: 'OR' as const }])(
    'languageRole: with language roles %j is refused',
    (languageRoles) =>
      expect(languageRole({ ...vacancy, languageRoles })).toEqual([
        expect.objectContaining({ path: 'languageRoles', code: 'REQUIRED' }),
      ]),
  );

  test('bothLanguages: is in Dutch and in French, also where its steps are concerned', () => {
    const [first, ...others] = vacancy.announcedSteps;
    const announcedSteps = [{ ...first!, name: { ...first!.name, fr: null } }, ...others];
    expect(bothLanguages({ ...vacancy, announcedSteps })).toEqual([
      expect.objectContaining({ path: 'announcedSteps[0].name.fr', code: 'LANGUAGE_MISSING' }),
    ]);
    expect(bothLanguages({ ...vacancy, title: { ...vacancy.title, en: null } })).toEqual([]);
  });

  describe('longEnough: for a mandate', () => {
    const mandate = { kind: 'MANDATE', interim: false, duration: 'P5Y', startsOn: null, endsOn: null } as const;
    const call = (own: Partial<VacancyState> = {}, date = '2025-10-05'): VacancyState => ({
      ...vacancy,
      internalOnly: null,
      mandate,
      publishedOn: '2025-09-01',
      applicationDeadline: { date, timeOfDay: null },
      ...own,
    });

    test('is open for 35 days', () => {
      expect(longEnough(call(), now)).toEqual([
        expect.objectContaining({ path: 'applicationDeadline.date', code: 'OPEN_TOO_SHORT', value: '2025-10-05' }),
      ]);
      expect(longEnough(call({}, '2025-10-06'), now)).toEqual([]);
      expect(longEnough(call({ mandate: null }), now)).toHaveLength(1);
      expect(longEnough(call({ publishedOn: '2025-01-01' }), { ...now, publicSince: '2025-09-01' })).toHaveLength(1);
    });

    test.each<[string, Partial<VacancyState>]>([
      ['an interim mandate', { mandate: { ...mandate, kind: 'INTERIM' } }],
      ['a mandate that says it is interim', { mandate: { ...mandate, kind: null, interim: true } }],
      ['an internal call', { internalOnly: true }],
      ['a post that is no mandate', { mandate: null, contractType: 'STATUTORY' }],
    ])('%s may be shorter', (_what, own) => expect(longEnough(call(own), now)).toEqual([]));
  });

  test('decision: says who decides in the end', () => {
    const steps = vacancy.announcedSteps;
    const result = steps.find(({ kind }) => kind === 'RESULT')!;
    const none = [expect.objectContaining({ path: 'announcedSteps', code: 'NO_DECISION' })];
    const without = steps.filter((step) => step !== result);
    expect(decision({ ...vacancy, announcedSteps: without })).toEqual(none);
    expect(decision({ ...vacancy, announcedSteps: [{ ...result, decidedBy: null }] })).toEqual(none);
    expect(decision({ ...vacancy, announcedSteps: [{ ...result, kind: 'DECISION', decidedBy: null }] })).toEqual([]);
  });
});
