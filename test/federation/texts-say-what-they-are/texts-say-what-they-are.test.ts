import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VacancyState } from '@mandate-graph/domain';
import { type Graph, startGraph } from '../../support/graph.ts';
import { SUBJECTS as GOB } from '../facts-of-the-gob-notice/subjects.ts';
import { SUBJECTS as KSZ } from '../facts-of-the-ksz-notice/subjects.ts';
import { askFacts } from '../support/fact.query.ts';
import { openRecorder } from '../support/recorder.ts';
import { objectsWith } from '../support/walk.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph?.close());

interface Text {
  readonly nl: string;
  readonly fr: string;
  readonly en: string;
  readonly original: string | null;
}

const VACANCY = 'gob-connectit:vacancy:a5-ad-interim-2025';
const READINGS = `query($id: ID!, $language: Language!) { vacancy(id: $id) {
  title { text(language: $language) { value language origin } }
  mission { summary { text(language: $language) { value language origin } } }
} }`;

describe('a text', () => {
  test.each([
    ['NL', 'Tijdelijk Directeur-Generaal', 'ORIGINAL'],
    ['FR', 'Directeur général temporaire', 'UNOFFICIAL_TRANSLATION'],
    ['EN', 'Temporary Director-General', 'UNOFFICIAL_TRANSLATION'],
  ])('with an official wording says in %s whether it is that or our translation', async (language, value, origin) => {
    const { data, errors } = await graph.ask(READINGS, { id: VACANCY, language });
    expect(errors).toBeUndefined();
    expect(data.vacancy.title.text).toEqual({ value, language, origin });
  });

  test.each(['NL', 'FR', 'EN'])('of our own says so in %s', async (language) => {
    const { data } = await graph.ask(READINGS, { id: VACANCY, language });
    expect(data.vacancy.mission.summary.text).toMatchObject({ language, origin: 'EDITORIAL' });
  });
});

describe.each([
  ['gob-connectit', GOB],
  ['ksz-ehealth', KSZ],
])('everything %s says', (institution, subjects) => {
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query
  let data: any;
  beforeAll(async () => {
    const answer = await askFacts(graph, subjects, []);
    expect(answer.errors).toBeUndefined();
    data = answer.data;
  });

  test('exists in Dutch, French and English', () => {
    const texts = objectsWith(['nl', 'fr', 'en'], data);
    expect(texts.length).toBeGreaterThan(300);
    const lacking = texts.filter(({ object }) =>
      ['nl', 'fr', 'en'].some((language) => typeof object[language] !== 'string' || object[language].trim() === ''),
    );
    expect(lacking.map(({ path }) => path)).toEqual([]);
  });

  test('is translated rather than repeated, wherever it is more than a word', () => {
    const summaries = objectsWith(['summary', 'fullText'], data).map(({ object }) => object['summary'] as Text);
    const same = summaries.filter(({ nl, fr, en }) => nl.includes(' ') && new Set([nl, fr, en]).size < 3);
    expect(same).toEqual([]);
  });

  test('holds no full text of a notice, and says that none was imported', () => {
    const passages = objectsWith(['summary', 'fullText', 'fullTextStatus'], data);
    expect(passages.length).toBeGreaterThan(institution === 'gob-connectit' ? 70 : 40);
    for (const { object } of passages) {
      expect(object).toMatchObject({ fullText: null, fullTextStatus: 'NOT_IMPORTED' });
    }
  });

  test('names officially what has an official name, and in our words what is a summary', () => {
    const names = [data.vacancy.title, ...data.vacancy.unitsConcerned.map((unit: { name: object }) => unit.name)];
    for (const name of names) expect(name.original).toBe('NL');
    for (const { object } of objectsWith(['summary', 'fullText'], data)) {
      expect((object['summary'] as Text).original).toBeNull();
    }
  });
});

describe('what a notice prints, once it is imported', () => {
  const TEXT = 'Leidt en coördineert: ingevoerde tekst.';

  beforeAll(async () => {
    const recorder = await openRecorder(graph, 'gob-connectit');
    const [row] = await graph.database.query<{ state: VacancyState }>(
      'SELECT state FROM gob_connectit.vacancy WHERE id = $1 AND superseded_at IS NULL',
      [VACANCY],
    );
    const fullText = { nl: TEXT, fr: null, en: null, original: 'nl' } as const;
    const state = { ...row!.state, mission: { ...row!.state.mission, fullText } };
    const change = { kind: 'vacancy', id: VACANCY, expectedVersion: 1, reason: 'a test' } as const;
    await recorder.record([{ ...change, periods: [{ validFrom: null, validTo: null, state }] }]);
    await recorder.close();
  });

  test.each([
    ['NL', 'ORIGINAL'],
    ['FR', 'FALLBACK'],
    ['EN', 'FALLBACK'],
  ])('is given in its own language to whoever asks for %s, and says so: %s', async (language, origin) => {
    const { data, errors } = await graph.ask(
      `query($id: ID!, $language: Language!) { vacancy(id: $id) {
        mission { fullTextStatus fullText { nl fr text(language: $language) { value language origin } } }
        aims { fullTextStatus }
      } }`,
      { id: VACANCY, language },
    );
    expect(errors).toBeUndefined();
    expect(data.vacancy.mission).toEqual({
      fullTextStatus: 'IMPORTED',
      fullText: { nl: TEXT, fr: null, text: { value: TEXT, language: 'NL', origin } },
    });
    expect(data.vacancy.aims[0].fullTextStatus).toBe('NOT_IMPORTED');
  });
});
