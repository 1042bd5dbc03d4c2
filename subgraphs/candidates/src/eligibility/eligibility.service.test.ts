import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type LocalizedText, stated, type VacancyState } from '@mandate-graph/domain';
import { LIMITS, type RunningSubgraph, startSubgraph } from '@mandate-graph/runtime';
import {
  always,
  askSubgraph,
  createDatabase,
  recordedSubject,
  scriptedInstitution,
  type TestDatabase,
  type TestPlatform,
  testPlatform,
  vacancyState,
  withoutJobs,
} from '@mandate-graph/testkit';
import { createCandidates } from '../module.ts';
import { tellOfVacancies } from '../testing/vacancies.ts';
import type { EligibilityProfileInput } from './eligibility.input.ts';
import { APPOINTMENT, MANAGEMENT, NATIONALITY, OPEN } from './testing/trees.ts';

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };
const ids = Array.from({ length: 100 }, (_, at) => `vrb:vacancy:v${at}`);
const CHANGED = 'vrb:vacancy:changed';
const DRAFT = 'vrb:vacancy:draft';
const open = (own: Partial<VacancyState> = {}) => vacancyState({ participationConditions: OPEN, ...own });
let database: TestDatabase;
let platform: TestPlatform;
let candidates: RunningSubgraph;

beforeAll(async () => {
  database = await createDatabase();
  platform = testPlatform({ databaseUrl: database.url });
  const registry = [scriptedInstitution('vrb').entry];
  candidates = await startSubgraph(withoutJobs(createCandidates(registry)), platform, FREE_PORT);
  await tellOfVacancies(database, [
    ...ids.map((id) => recordedSubject('vacancy', id, 1, [always(open())])),
    recordedSubject('vacancy', DRAFT, 1, [always(open({ publication: 'DRAFT' }))]),
    recordedSubject('vacancy', CHANGED, 2, [
      {
        ...{ validFrom: '2025-02-01', validTo: '2025-07-01' },
        state: vacancyState({
          participationConditions: MANAGEMENT,
          applicationDeadline: { date: '2025-08-15', timeOfDay: null },
          applicationProcedure: null,
        }),
      },
      {
        ...{ validFrom: '2025-07-01', validTo: null },
        state: vacancyState({
          participationConditions: NATIONALITY,
          appointmentConditions: APPOINTMENT,
          sources: { '': stated(1), 'appointmentConditions.rules[1]': stated([7, 9]), title: stated(2) },
        }),
      },
    ]),
  ]);
});
afterAll(async () => {
  await candidates?.close();
  await database?.drop();
});

const QUERY = `query ($of: [_Any!]!, $profile: EligibilityProfileInput!) { _entities(representations: $of) { ... on Vacancy {
  eligibility(profile: $profile) {
    participation { outcome judgedOn sentence { en } rules { depth key value lines { first last } } }
    appointment { outcome judgedOn sentence { en } rules { depth key lines { first last } } }
  }
} } }`;
const ask = async (profile: EligibilityProfileInput, ...of: string[]) => {
  const representations = of.map((id) => ({ __typename: 'Vacancy', id }));
  const { data, errors, statements } = await askSubgraph(candidates, platform, QUERY, { of: representations, profile });
  return {
    errors,
    statements,
    tried: data === null ? null : data._entities.map((one: { eligibility: unknown }) => one.eligibility),
  };
};

describe('a dry run', () => {
  test('is one statement for one vacancy and for a hundred', async () => {
    for (const asked of [ids.slice(0, 1), ids]) {
      const { errors, statements, tried } = await ask({}, ...asked);
      expect({ errors, statements }).toEqual({ errors: undefined, statements: 1 });
      expect(tried).toHaveLength(asked.length);
      for (const one of tried) expect(one.participation.outcome).toBe('NOT_ELIGIBLE');
    }
  });

  test('lists the tree in reading order', async () => {
    const { tried } = await ask({}, ids[0]!);
    expect(tried[0].participation.rules.map(({ depth, key }: { depth: number; key: string }) => [depth, key])).toEqual([
      [0, 'participation'],
      [1, 'qualification'],
      [2, 'degree'],
      [2, 'level'],
      [1, 'experience'],
      [2, 'management'],
      [2, 'useful'],
    ]);
  });

  test('judges by the conditions of the day that a reference names, until the last day for applying', async () => {
    const days = ['', '@2025-06-30', '@2025-07-01', '@2025-01-31'];
    const { statements, tried } = await ask({}, ...days.map((day) => `${CHANGED}${day}`));
    expect(statements).toBe(1);
    const [now, before, since, never] = tried;
    expect(now).toEqual(since);
    expect(never).toBeNull();
    expect(before.participation).toMatchObject({ judgedOn: '2025-08-15', rules: [{ key: 'management' }] });
    expect(now.participation).toMatchObject({ judgedOn: '2025-09-12', rules: [{ key: 'nationality' }] });
  });

  test('judges for the day that the profile names', async () => {
    const { tried } = await ask({ judgedOn: '2030-01-01' }, CHANGED);
    expect(tried[0].participation.judgedOn).toBe('2030-01-01');
  });

  test('judges being appointed only where a day is named for it, each rule with its lines', async () => {
    expect((await ask({}, CHANGED)).tried[0].appointment).toBeNull();
    const { appointment } = (await ask({ appointmentOn: '2026-01-01' }, CHANGED)).tried[0];
    expect(appointment).toMatchObject({ outcome: 'UNDETERMINED', judgedOn: '2026-01-01' });
    expect(appointment.sentence.en).toMatch(/a person decides\.$/);
    expect(appointment.rules.map(({ lines }: { lines: unknown }) => lines)).toEqual([
      ...[[{ first: 1, last: 1 }], [{ first: 1, last: 1 }], [{ first: 7, last: 9 }]],
      ...[[{ first: 1, last: 1 }], [{ first: 1, last: 1 }], [{ first: 1, last: 1 }]],
    ]);
  });

  test('says so where the notice names no conditions', async () => {
    const { tried } = await ask({ appointmentOn: '2026-01-01' }, ids[0]!);
    expect(tried[0].appointment).toMatchObject({ outcome: 'UNDETERMINED', rules: [] });
    expect(tried[0].appointment.sentence.en).toMatch(/The notice names no conditions\.$/);
  });

  test('reads by what was known from the newest recording on, and has nothing from before it', async () => {
    const known = ['2025-01-01T00:01:59.999Z', '2025-01-01T00:02:00.000Z', '2025-05-01T00:00:00.000Z'];
    const { tried } = await ask({}, ...known.map((instant) => `${CHANGED}@2025-08-01~${instant}`));
    expect(tried[0]).toBeNull();
    for (const one of tried.slice(1)) expect(one.participation.rules[0].key).toBe('nationality');
  });

  test.each([DRAFT, `${DRAFT}@2025-06-01`, 'vrb:vacancy:nowhere', 'vrb:unit:v1', 'nonsense', ''])(
    'of %j, which is no public vacancy, is null and no error',
    async (id) => expect(await ask({}, id)).toMatchObject({ errors: undefined, tried: [null] }),
  );

  test('is refused as a whole once a request has more judged than it may', async () => {
    const nationalities = Array.from({ length: 99 }, () => ({ country: 'BE' }));
    const vacancies = LIMITS.evidence.bound / (nationalities.length + 1);
    expect((await ask({ nationalities }, ...ids.slice(0, vacancies))).errors).toBeUndefined();
    const { errors, tried } = await ask({ nationalities }, ...ids.slice(0, vacancies + 1));
    expect(tried).toBeNull();
    expect(errors).toMatchObject([
      {
        extensions: { code: 'LIMIT_EXCEEDED', problems: [{ path: 'evidence', rule: expect.stringContaining('5000') }] },
      },
    ]);
  });
});

test('every sentence is there in three languages, as our own words', async () => {
  const text = '{ nl fr en original }';
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Vacancy { eligibility(profile: {}) {
    participation { sentence ${text} rules { explanation ${text} missing { code text ${text} } } }
  } } } }`;
  const of = [{ __typename: 'Vacancy', id: ids[0] }];
  const { participation } = (await askSubgraph(candidates, platform, query, { of })).data._entities[0].eligibility;
  const rules: { explanation: LocalizedText; missing: { text: LocalizedText }[] }[] = participation.rules;
  const texts = rules.flatMap(({ explanation, missing }) => [explanation, ...missing.map((lack) => lack.text)]);
  expect(texts).toHaveLength(7 + 4);
  for (const { nl, fr, en, original } of [participation.sentence, ...texts]) {
    expect(original).toBeNull();
    for (const said of [nl, fr, en]) expect(said).toMatch(/\S\.( \[.*\])?$/);
    expect(new Set([nl, fr, en]).size).toBe(3);
  }
});
