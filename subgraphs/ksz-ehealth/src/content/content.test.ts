import { describe, expect, it } from '@jest/globals';
import {
  type LineRange,
  type LocalizedText,
  parseId,
  type Source,
  type Sources,
  SUBJECT_KINDS,
} from '@mandate-graph/domain';
import { content } from './index.ts';

const NOTICE_LINES = 442;
/** The page prints lines 13-124 again as 136-247, and these few lines elsewhere. */
const FIRST_COPY: LineRange = [13, 124];
const SECOND_COPY: LineRange = [136, 247];
const PRINTED_AGAIN = new Map([
  [126, 295],
  [127, 296],
  [131, 309],
  [132, 310],
]);
/** Record keeping, not facts of the notice. */
const NOT_FACTS = new Set(['notice', 'sources', 'publication', 'historical']);
const ORDER = ['unit', 'body', 'position', 'holder', 'line', 'budget', 'headcount', 'vacancy'];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is LocalizedText => isObject(value) && 'original' in value;

/** Undefined where the path leads nowhere; null is a value. */
const at = (state: object, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<unknown>((value, key) => (isObject(value) ? (value as Record<string, unknown>)[key] : undefined), state);

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** Every value that says something: texts, and single values other than null. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (value === null) return [];
  if (!isObject(value) || isText(value)) return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${path}[${index}]`));
  return Object.entries(value)
    .filter(([key]) => path !== '' || !NOT_FACTS.has(key))
    .flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

const parentOf = (path: string): string => path.replace(/(\.?[^.[\]]+|\[\d+\])$/, '');

/** The entry of the path itself or of its nearest ancestor. */
const sourceOf = (sources: Sources, path: string): Source | undefined =>
  sources[path] ?? (path === '' ? undefined : sourceOf(sources, parentOf(path)));

const entries = content.flatMap((item) =>
  Object.entries(item.state.sources).map(([path, source]) => ({ item, path, source, at: `${item.id} ${path}` })),
);
const facts = content.flatMap((item) =>
  leaves(item.state).map((leaf) => ({ ...leaf, item, at: `${item.id} ${leaf.path}` })),
);
const within = ([first, last]: LineRange, [from, to]: LineRange): boolean => first >= from && last <= to;
const touches = ([first, last]: LineRange, [from, to]: LineRange): boolean => last >= from && first <= to;
const has = (source: Source, [first, last]: LineRange): boolean =>
  source.copies.some((copy) => copy[0] === first && copy[1] === last);
const moved = ([first, last]: LineRange, by: number): LineRange => [first + by, last + by];

describe('the content of the KSZ / eHealth notice', () => {
  it('holds every kind of subject, in the order in which references point backwards', () => {
    const order = content.map(({ kind }) => ORDER.indexOf(kind));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(
      Object.fromEntries(SUBJECT_KINDS.map((kind) => [kind, content.filter((item) => item.kind === kind).length])),
    ).toEqual({
      unit: 5,
      body: 24,
      position: 2,
      holder: 2,
      line: 45,
      budget: 4,
      headcount: 3,
      reorganisation: 0,
      vacancy: 1,
    });
  });

  it('has unique, well-formed ids of its own institution, and no validity the notice does not state', () => {
    expect(new Set(content.map(({ id }) => id)).size).toBe(content.length);
    for (const { id, kind, validFrom, validTo } of content) {
      expect(parseId(id)).toMatchObject({ institution: 'ksz-ehealth', kind, asOf: null });
      expect([validFrom, validTo]).toEqual([null, null]);
    }
  });

  it('refers only to subjects listed earlier', () => {
    const place = new Map(content.map(({ id }, index) => [id, index]));
    const references = facts.filter(({ value }) => typeof value === 'string' && value.startsWith('ksz-ehealth:'));
    expect(references.length).toBeGreaterThan(100);
    for (const { value, item, at: where } of references) {
      expect({ where, before: (place.get(String(value)) ?? Infinity) < place.get(item.id)! }).toEqual({
        where,
        before: true,
      });
    }
  });

  it('writes every text in Dutch, French and English', () => {
    const texts = facts.map(({ value }) => value).filter(isText);
    expect(texts.length).toBeGreaterThan(200);
    for (const { nl, fr, en } of texts) {
      for (const text of [nl, fr, en]) expect(text).toMatch(/^\S(.*\S)?$/s);
    }
  });
});

describe('the sources', () => {
  it('name the notice on every subject', () => {
    for (const { state } of content) expect(state.notice?.code).toBe('adjunct-administrateur-generaal');
  });

  it('stand at paths that exist', () => {
    for (const { item, path, at: where } of entries) {
      expect({ where, found: at(item.state, path) !== undefined }).toEqual({ where, found: true });
    }
  });

  it('cover every fact, and say of each that it is stated or derived', () => {
    // Nobody says who holds a post: UNKNOWN is the one value that stands for silence.
    const silence = ({ item, path }: (typeof facts)[number]) => item.kind === 'holder' && path === 'status';
    const untold = facts.filter(({ item, path }) => {
      const status = sourceOf(item.state.sources, path)?.status;
      return status !== 'STATED' && status !== 'DERIVED';
    });
    expect(untold.filter((fact) => !silence(fact)).map(({ at: where }) => where)).toEqual([]);
    expect(untold.filter(silence)).toHaveLength(2);
  });

  it('stand at each field of the vacancy itself, lists included', () => {
    const { state } = content.find(({ kind }) => kind === 'vacancy')!;
    const filled = Object.entries(state).filter(([key, value]) => !NOT_FACTS.has(key) && value !== null);
    expect(filled.map(([key]) => key).filter((key) => state.sources[key] === undefined)).toEqual([]);
  });

  it('say NOT_STATED only of null, the unknown holders apart', () => {
    const silent = entries.filter(({ source, item }) => source.status === 'NOT_STATED' && item.kind !== 'holder');
    for (const { item, path, at: where } of silent) expect([where, at(item.state, path)]).toEqual([where, null]);
  });

  it('give for every stated or derived value lines that the notice has', () => {
    for (const { source, at: where } of entries) {
      if (source.status !== 'NOT_STATED') expect([where, source.copies.length]).not.toEqual([where, 0]);
      for (const [first, last] of source.copies) {
        expect([where, 1 <= first && first <= last && last <= NOTICE_LINES]).toEqual([where, true]);
      }
    }
  });

  it('give both places of whatever the page prints twice', () => {
    let pairs = 0;
    for (const { source, at: where } of entries) {
      for (const copy of source.copies) {
        if (touches(copy, FIRST_COPY)) {
          pairs += 1;
          expect([where, within(copy, FIRST_COPY), has(source, moved(copy, 123))]).toEqual([where, true, true]);
        } else if (touches(copy, SECOND_COPY)) {
          expect([where, within(copy, SECOND_COPY), has(source, moved(copy, -123))]).toEqual([where, true, true]);
        }
        const again = PRINTED_AGAIN.get(copy[0]);
        if (again !== undefined) expect([where, has(source, [again, again])]).toEqual([where, true]);
      }
    }
    expect(pairs).toBeGreaterThan(100);
  });
});
