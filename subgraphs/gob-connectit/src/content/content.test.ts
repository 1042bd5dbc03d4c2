import { describe, expect, it } from '@jest/globals';
import { type EligibilityRule, type LocalizedText, parseId, type Source, type Sources } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { vacancyId } from './ids.ts';
import { content } from './index.ts';
import { lines } from './lines.ts';
import { units } from './units.ts';
import { vacancies } from './vacancy.ts';

const NOTICE_LINES = 480;
/** Record keeping, not facts of the notice. */
const NOT_FACTS = ['notice', 'sources', 'publication', 'historical'];
const ORDER = ['unit', 'body', 'position', 'holder', 'line', 'budget', 'headcount', 'vacancy'];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is LocalizedText => isObject(value) && 'original' in value;

/** The value at a path such as `responsibilities[2].activities[0]`; undefined where the path leads nowhere. */
const at = (state: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((name) => name !== '')
    .reduce<unknown>((value, name) => (isObject(value) ? (value as Record<string, unknown>)[name] : undefined), state);

/** Paths of all values within a state, texts and single values alike, that say something. */
function paths(value: unknown, path: string): string[] {
  if (value === null) return [];
  if (!isObject(value) || isText(value)) return [path];
  if (Array.isArray(value))
    return value.flatMap((item, index) => [`${path}[${index}]`, ...paths(item, `${path}[${index}]`)]);
  return Object.entries(value).flatMap(([name, inner]) => paths(inner, path === '' ? name : `${path}.${name}`));
}

const parentOf = (path: string): string => path.replace(/(\.?[^.[\]]+|\[\d+\])$/, '');

/** The entry that holds for a path: its own or its nearest ancestor's. */
function sourceOf(sources: Sources, path: string): Source | undefined {
  const own = sources[path];
  return own !== undefined || path === '' ? own : sourceOf(sources, parentOf(path));
}

const facts = (item: ContentItem): object =>
  Object.fromEntries(Object.entries(item.state).filter(([name]) => !NOT_FACTS.includes(name)));
const entries = content.flatMap((item) =>
  Object.entries(item.state.sources).map(([path, source]) => ({ item, path, source })),
);
const vacancy = vacancies[0]!.state;
const lengths = (lists: readonly { readonly length: number }[]): number[] => lists.map((list) => list.length);
const conditionsIn = (rule: EligibilityRule): EligibilityRule[] =>
  rule.operator === 'CONDITION' ? [rule] : rule.rules.flatMap(conditionsIn);

describe('the content as a whole', () => {
  it('has unique, well-formed ids of its own institution, and lists what is referred to before what refers', () => {
    const ids = content.map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const item of content)
      expect(parseId(item.id)).toMatchObject({ institution: 'gob-connectit', kind: item.kind });
    const ranks = content.map((item) => ORDER.indexOf(item.kind));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('resolves every reference within itself, backwards', () => {
    const seen = new Set<string>();
    const dangling: string[] = [];
    for (const item of content) {
      for (const path of paths(facts(item), '')) {
        const value = at(item.state, path);
        if (typeof value === 'string' && value.startsWith('gob-connectit:') && !seen.has(value)) dangling.push(value);
      }
      seen.add(item.id);
    }
    expect(dangling).toEqual([]);
  });

  it('has every text in three languages', () => {
    const texts = content.flatMap((item) => paths(facts(item), '').map((path) => at(item.state, path))).filter(isText);
    expect(texts.length).toBeGreaterThan(200);
    for (const text of texts) {
      for (const words of [text.nl, text.fr, text.en]) expect(words?.trim()).toMatch(/./);
    }
  });

  it('starts no validity, since the notice states none, and marks the vacancy historical', () => {
    for (const item of content) expect([item.validFrom, item.validTo]).toEqual([null, null]);
    expect([vacancies[0]!.id, vacancy.publication, vacancy.historical]).toEqual([vacancyId, 'PUBLISHED', true]);
  });
});

describe('the sources', () => {
  it('name only paths that exist', () => {
    const lost = entries.filter(({ item, path }) => at(item.state, path) === undefined);
    expect(lost.map(({ item, path }) => `${item.id} ${path}`)).toEqual([]);
  });

  it('cite only lines of the notice, and every stated or derived value cites some', () => {
    for (const { source } of entries) {
      expect(source.copies.length).toBeGreaterThan(0);
      for (const [first, last] of source.copies) {
        expect(first).toBeGreaterThanOrEqual(1);
        expect(last).toBeGreaterThanOrEqual(first);
        expect(last).toBeLessThanOrEqual(NOTICE_LINES);
      }
    }
  });

  it('cover every value that is not null, each list item by its own entry or an ancestor’s', () => {
    const bare = content.flatMap((item) =>
      paths(facts(item), '')
        .filter((path) => sourceOf(item.state.sources, path) === undefined)
        .map((path) => `${item.id} ${path}`),
    );
    expect(bare).toEqual([]);
  });

  it('give each aim, responsibility, activity, competence, statement, rule and step lines of its own', () => {
    const own = Object.keys(vacancy.sources);
    for (const [pattern, count] of [
      [/^aims\[\d]$/, 3],
      [/^responsibilities\[\d]$/, 6],
      [/^responsibilities\[\d]\.activities\[\d]$/, 41],
      [/^competences\[\d+]$/, 11],
      [/^competences\[\d+]\.statements\[\d]$/, 18],
      [/^participationConditions\.rules\[\d]$/, 3],
      [/^announcedSteps\[\d]$/, 3],
    ] as const)
      expect([pattern, own.filter((path) => pattern.test(path)).length]).toEqual([pattern, count]);
  });
});

describe('the counts of the notice', () => {
  it.each([
    ['unit', 7],
    ['body', 17],
    ['position', 3],
    ['holder', 3],
    ['line', 35],
    ['budget', 0],
    ['headcount', 0],
    ['vacancy', 1],
  ])('%s: %d', (kind, count) => {
    expect(content.filter((item) => item.kind === kind)).toHaveLength(count);
  });

  it('lists as many directorates as it states, in the order of its sentence', () => {
    const stated = units.find((unit) => unit.id === 'gob-connectit:unit:brussels-connectit')!;
    const listed = units.filter((unit) => unit.state.parent === stated.id);
    expect(listed.map((unit) => unit.state.ordinal)).toEqual([1, 2, 3, 4, 5]);
    expect(stated.state.statedSubUnits).toBe(listed.length);
  });

  it('has 3 aims, 6 responsibilities with 5+6+8+8+9+5 activities, and 3 steps', () => {
    expect(vacancy.aims).toHaveLength(3);
    expect(lengths(vacancy.responsibilities.map((task) => task.activities))).toEqual([5, 6, 8, 8, 9, 5]);
    expect(vacancy.announcedSteps.map((step) => step.position)).toEqual([1, 2, 3]);
    expect(lengths(vacancy.announcedSteps.map((step) => step.evaluates))).toEqual([2, 3, 0]);
  });

  it('has 5 technical competences with a level, and 6 behavioural ones with 3+3+3+3+2+3 statements', () => {
    const of = (kind: string) => vacancy.competences.filter((competence) => competence.kind === kind);
    const levels = ['GOOD_KNOWLEDGE', 'GOOD_COMMAND', 'THOROUGH_KNOWLEDGE', 'GOOD_KNOWLEDGE', 'GOOD_KNOWLEDGE'];
    expect(of('TECHNICAL').map((competence) => competence.masteryLevel)).toEqual(levels);
    expect(lengths(of('BEHAVIOURAL').map((competence) => competence.statements))).toEqual([3, 3, 3, 3, 2, 3]);
  });

  it('assesses every competence in an announced step', () => {
    const steps = vacancy.announcedSteps.map((step) => step.key);
    for (const competence of vacancy.competences)
      expect(steps).toEqual(expect.arrayContaining([...competence.assessedIn]));
  });

  it('has four conditions, one of which stands in a document whose content is unknown', () => {
    const conditions = conditionsIn(vacancy.participationConditions!).map((rule) =>
      rule.operator === 'CONDITION' ? [rule.condition.kind, rule.condition.contentKnown] : [],
    );
    expect(conditions).toEqual([
      ['EMPLOYER', true],
      ['EMPLOYMENT_RELATION', true],
      ['EMPLOYMENT_RELATION', true],
      ['EXTERNAL_DOCUMENT', false],
    ]);
  });
});

it('reports to the secretary-general, to the deputy, or to both, and to nobody else but by activity report', () => {
  const reports = lines
    .filter((line) => line.state.kind === 'REPORTS_TO')
    .map(({ state }) => [state.to, state.group?.operator]);
  expect(reports).toEqual([
    ['gob-connectit:position:secretary-general', 'INCLUSIVE_OR'],
    ['gob-connectit:position:deputy-secretary-general', 'INCLUSIVE_OR'],
    ['gob-connectit:body:higher-authorities', undefined],
  ]);
});
