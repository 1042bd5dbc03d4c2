import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RunningSubgraph } from '@mandate-graph/runtime';
import { type Graph, startGraph } from '../../support/graph.ts';
import { listenToAll, type Written } from '../everyone-sees-exactly-what-is-theirs/written.ts';
import { ABROAD, APPOINTABLE, COMPLETE, HALF_SAID, INTERNAL, MARK, OPEN_TO_ALL, STAFF, TOO_SHORT } from './profiles.ts';
import { PROPOSAL, QUERY, type Rule, rule, valuesOf } from './proposal.ts';

/** Of nobody: a made-up birth date with the check digits that go with it. */
const NUMBER = '85.07.30-033.28';

let written: Written;
let graph: Graph;
let before: Record<string, number>;

beforeAll(async () => {
  written = listenToAll();
  graph = await startGraph({ log: written.log });
  before = await rowsOf();
});
afterAll(async () => {
  await graph?.close();
  written?.stop();
});

async function tables(): Promise<string[]> {
  const rows = await graph.database.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  return rows.map((row) => String(row['name']));
}

/** How many rows each table has; with a text, how many of them hold it. */
async function rowsOf(text = ''): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tables()) {
    const [row] = await graph.database.query(
      `SELECT count(*)::int AS count FROM ${table} one WHERE one::text ILIKE '%' || $1 || '%'`,
      [text],
    );
    counts[table] = Number(row!['count']);
  }
  return counts;
}

async function tried(id: string, profile: object) {
  const { data, errors } = await graph.ask(QUERY, { id, profile });
  expect(errors).toBeUndefined();
  return data.vacancy.eligibility;
}

describe('of the notice that is open to all, a profile', () => {
  test('that has all meets the conditions, for the last day for applying', async () => {
    const { participation, appointment } = await tried(OPEN_TO_ALL, COMPLETE);
    expect(participation).toMatchObject({ outcome: 'ELIGIBLE', judgedOn: '2025-10-22' });
    expect(participation.sentence).toEqual({
      nl: 'Voorstel: voldoet aan de voorwaarden. Beoordeeld voor 22 oktober 2025; een persoon beslist.',
      fr: expect.stringMatching(/^Proposition : .*la décision revient à une personne\.$/),
      en: 'Proposal: meets the conditions. Judged for 22 October 2025; a person decides.',
      original: null,
    });
    expect(participation.rules.map(({ depth, key }: Rule) => [depth, key])).toEqual([
      [0, 'participation'],
      [1, 'qualification'],
      [2, 'degree'],
      [2, 'level-a-function'],
      [1, 'experience'],
      [2, 'management-experience'],
      [2, 'useful-experience'],
    ]);
    expect(rule(participation.rules, 'qualification').lines).toEqual([{ first: 298, last: 298 }]);
    expect(rule(participation.rules, 'management-experience').explanation.en).toBe(
      'At least 6 years of management experience: met. Found: 10 years, 7 months and 22 days, from 1 section.',
    );
    expect(appointment).toBeNull();
  });

  test('with too few years of each kind does not, and is told what lacks', async () => {
    const { participation } = await tried(OPEN_TO_ALL, TOO_SHORT);
    expect(participation.outcome).toBe('NOT_ELIGIBLE');
    expect(valuesOf(participation.rules)).toMatchObject({ qualification: 'SATISFIED', experience: 'NOT_SATISFIED' });
    expect(rule(participation.rules, 'management-experience').missing).toEqual([
      { code: 'YEARS', text: { en: 'Still needed: 1 year.' } },
    ]);
    expect(rule(participation.rules, 'useful-experience').missing).toEqual([
      { code: 'YEARS', text: { en: 'Still needed: 1 year.' } },
    ]);
  });

  test('of which one detail is not said is left open', async () => {
    const { participation } = await tried(OPEN_TO_ALL, HALF_SAID);
    expect(participation.outcome).toBe('UNDETERMINED');
    expect(rule(participation.rules, 'degree')).toMatchObject({
      value: 'UNDETERMINED',
      missing: [{ code: 'DETAIL_UNKNOWN' }],
    });
  });

  test('with a diploma of another country meets them under reserve', async () => {
    const { participation } = await tried(OPEN_TO_ALL, ABROAD);
    expect(participation.outcome).toBe('CONDITIONAL');
    const conditional = participation.rules.filter((one: Rule) => one.conditional).map(({ key }: Rule) => key);
    expect(conditional).toEqual(['participation', 'qualification', 'degree']);
    expect(participation.sentence.en).toMatch(/conditionally, because of the country and the language of the diploma/);
  });

  test('ends a current job on the day it says it applies', async () => {
    const { participation } = await tried(OPEN_TO_ALL, { ...COMPLETE, candidacyOn: '2021-02-27' });
    expect(valuesOf(participation.rules)['management-experience']).toBe('NOT_SATISFIED');
    const later = await tried(OPEN_TO_ALL, { ...COMPLETE, candidacyOn: '2021-02-28' });
    expect(valuesOf(later.participation.rules)['management-experience']).toBe('SATISFIED');
  });

  test('is judged for being appointed by conditions and a day of their own', async () => {
    const { participation, appointment } = await tried(OPEN_TO_ALL, { ...APPOINTABLE });
    expect(participation.outcome).toBe('NOT_ELIGIBLE');
    expect(appointment).toMatchObject({ outcome: 'ELIGIBLE', judgedOn: '2026-03-10' });
    expect(appointment.rules).toHaveLength(6);
    const dayBefore = await tried(OPEN_TO_ALL, { ...APPOINTABLE, appointmentOn: '2026-03-09' });
    expect(dayBefore.appointment.outcome).toBe('NOT_ELIGIBLE');
    expect(valuesOf(dayBefore.appointment.rules)['not-dismissed']).toBe('NOT_SATISFIED');
  });
});

describe('of the notice for staff, whose service note nobody has', () => {
  test.each([
    ['nothing', {}],
    ['somebody in service there', STAFF],
    ['somebody who has all there is', { ...COMPLETE, ...STAFF, ...APPOINTABLE }],
  ])('%s is never found eligible: it cannot be established', async (_who, profile) => {
    const { participation } = await tried(INTERNAL, profile);
    expect(participation).toMatchObject({ outcome: 'UNDETERMINED', judgedOn: '2025-09-12' });
    expect(rule(participation.rules, 'service-note')).toMatchObject({
      value: 'UNDETERMINED',
      missing: [{ code: 'UNKNOWN_CONTENT' }],
      lines: [{ first: 40, last: 41 }],
    });
  });

  test('what can be established is', async () => {
    const { participation } = await tried(INTERNAL, STAFF);
    expect(valuesOf(participation.rules)).toMatchObject({ 'employer-gob': 'SATISFIED', statutory: 'SATISFIED' });
  });

  test('it names no conditions for being appointed', async () => {
    const { appointment } = await tried(INTERNAL, APPOINTABLE);
    expect(appointment).toMatchObject({ outcome: 'UNDETERMINED', rules: [] });
    expect(appointment.sentence.nl).toMatch(/De vacature noemt geen voorwaarden\.$/);
  });
});

test('a list costs candidates one statement, and one request', async () => {
  const query = `query ($profile: EligibilityProfileInput!) { vacancies { edges { node { id
    eligibility(profile: $profile) { participation { outcome } } } } } }`;
  const { data, errors } = await graph.ask(query, { profile: COMPLETE });
  expect(errors).toBeUndefined();
  const outcomes = data.vacancies.edges.map((edge: { node: { id: string; eligibility: Answered } }) => edge.node);
  expect(outcomes).toEqual([
    { id: INTERNAL, eligibility: { participation: { outcome: 'UNDETERMINED' } } },
    { id: OPEN_TO_ALL, eligibility: { participation: { outcome: 'ELIGIBLE' } } },
  ]);
  const requests = graph.reports.at(-1)!.requests.filter(({ subgraph }) => subgraph === 'candidates');
  expect(requests).toMatchObject([{ statements: 1 }]);
});
type Answered = { readonly participation: { readonly outcome: string } };

describe('a profile that is wrong', () => {
  test('is refused with all that is wrong, and a national register number comes back nowhere', async () => {
    const { data, errors } = await graph.ask(QUERY, {
      id: OPEN_TO_ALL,
      profile: {
        diplomas: [{ ...COMPLETE.diplomas[0], title: `${MARK} ${NUMBER}`, country: 'Belgium' }],
        experience: [{ ...COMPLETE.experience[0], begin: '2025-09-02', employer: ' ' }],
        nationalities: Array.from({ length: 101 }, () => ({ country: 'BE' })),
      },
    });
    expect(data.vacancy).toEqual({ id: OPEN_TO_ALL, eligibility: null });
    expect(errors).toHaveLength(1);
    expect(errors![0]!.path).toEqual(['vacancy', 'eligibility']);
    expect(errors![0]!.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      problems: [
        ['diplomas[0].title', 'NATIONAL_REGISTER_NUMBER', null] as const,
        ['diplomas[0].country', 'NOT_A_CODE', null] as const,
        ['experience[0].employer', 'EMPTY_TEXT', null] as const,
        ['experience[0].begin', 'IN_THE_FUTURE', '2025-09-02'] as const,
        ['nationalities', 'TOO_MANY', '101'] as const,
      ].map(([path, code, value]) => ({
        ...{ path: `profile.${path}`, code, value },
        rule: expect.stringContaining(`profile.${path} must `),
      })),
    });
    expect(JSON.stringify(errors)).not.toContain(NUMBER);
    expect(JSON.stringify(errors)).not.toContain(MARK);
  });

  test('or of which a value is of another type is refused where it stands', async () => {
    const profile = { declarations: [{ condition: 'CONDUCT', holds: MARK, declaredOn: '2025-02-30' }] };
    const { errors } = await graph.ask(QUERY, { id: OPEN_TO_ALL, profile });
    expect(errors!.length).toBeGreaterThan(0);
    for (const { extensions } of errors!) expect(extensions['code']).toBe('BAD_USER_INPUT');
  });
});

test('it works while the institution is down', async () => {
  const there = await tried(OPEN_TO_ALL, COMPLETE);
  const running = graph.subgraphs as Map<string, RunningSubgraph>;
  await running.get('ksz-ehealth')!.close();
  running.delete('ksz-ehealth');
  const query = `query ($profile: EligibilityProfileInput!) { vacancies { edges { node { id
    eligibility(profile: $profile) { participation ${PROPOSAL} } } } } }`;
  const { data, errors } = await graph.ask(query, { profile: COMPLETE });
  expect(errors).toBeUndefined();
  expect(data.vacancies.edges[1].node).toEqual({
    ...{ id: OPEN_TO_ALL, eligibility: { participation: there.participation } },
  });
});

describe('of all that was tried above', () => {
  test('nothing is stored: every table has as many rows as before, and none holds a word of it', async () => {
    const candidates = (rows: Record<string, number>) =>
      Object.fromEntries(Object.entries(rows).filter(([table]) => table.startsWith('candidates.')));
    expect(candidates(before)).toMatchObject({ 'candidates.vacancy_projection': 2, 'candidates.application': 0 });
    expect(candidates(await rowsOf())).toEqual(candidates(before));
    const holding = async (text: string) => Object.values(await rowsOf(text)).filter((count) => count > 0);
    expect((await holding('Tijdelijk Directeur-Generaal')).length).toBeGreaterThan(2);
    expect(await holding(MARK)).toEqual([]);
  });

  test('nothing is logged, at any level', () => {
    const operations = written.lines.filter((line) => line.includes('operation'));
    expect(operations.length).toBeGreaterThan(10);
    for (const word of [MARK, NUMBER]) expect(written.lines.filter((line) => line.includes(word))).toEqual([]);
  });
});
