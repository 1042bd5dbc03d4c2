import { describe, expect, test } from '@jest/globals';
import { derived, dutch, notStated, ours, RECORDED, type Sourced, stated } from '@mandate-graph/domain';
import { findSources } from './provenance.rules.ts';

const state = {
  notice: null,
  sources: {
    '': stated([1, 99]),
    pay: stated(10),
    'pay.amount': stated(11, 134),
    'aims[1]': stated(20),
    code: notStated('label printed without a value', 3),
    total: derived('SUM', ['a', 'b']),
    entered: RECORDED,
  },
  title: 'x',
  pay: { amount: '1', band: 5, scale: null, inner: null },
  aims: [{ summary: 'a' }, { summary: 'b' }],
  code: null,
  total: 3,
  rights: [],
  name: dutch('naam', 'nom', 'name'),
  label: ours('etiket', 'libellé', 'label'),
  entered: dutch('titel', 'titre', 'title'),
  publication: 'PUBLISHED',
} as unknown as Sourced;
const computed = [{ path: 'status', rule: 'FROM_CLOCK', inputs: ['date'] }];

const sourceOf = (path: string) => {
  const [found] = findSources(state, computed, [path]);
  return found !== undefined && 'source' in found ? found.source : found;
};

describe('the source of a value', () => {
  test.each([
    ['pay.amount', stated(11, 134)],
    ['pay.band', stated(10)],
    ['aims[1].summary', stated(20)],
    ['aims[0].summary', stated([1, 99])],
    ['title', stated([1, 99])],
    ['total', derived('SUM', ['a', 'b'])],
    ['code', notStated('label printed without a value', 3)],
  ])('%s is its own, or that of the nearest path above it', (path, source) => expect(sourceOf(path)).toEqual(source));

  test.each(['pay.scale', 'pay.inner.deeper', 'rights'])('%s, which is silent, is not stated', (path) =>
    expect(sourceOf(path)).toMatchObject({ status: 'NOT_STATED' }),
  );

  test('of an official wording is the notice; of its translations, that they are ours', () => {
    expect(sourceOf('name')).toEqual(stated([1, 99]));
    expect(sourceOf('name.nl')).toEqual(stated([1, 99]));
    expect(sourceOf('name.fr')).toEqual(derived('UNOFFICIAL_TRANSLATION', ['nl'], [1, 99]));
  });

  test('of what our own words stand for is the notice', () => expect(sourceOf('label')).toEqual(stated([1, 99])));

  test.each(['label.nl', 'label.en'])('of our own words themselves, as %s, is that they are ours', (path) =>
    expect(sourceOf(path)).toEqual(derived('EDITORIAL', [], [1, 99])),
  );

  test.each(['entered', 'entered.nl', 'entered.fr'])(
    'of what was entered in the graph, as %s, is that it was',
    (path) => expect(sourceOf(path)).toEqual(RECORDED),
  );

  test.each(['id', 'institution', 'validity', 'historical'])('of %s is the graph itself', (path) =>
    expect(sourceOf(path)).toMatchObject({ status: 'DERIVED', rule: 'KEPT_BY_THE_GRAPH' }),
  );

  test('of a computed value is the rule that computes it', () =>
    expect(sourceOf('status')).toEqual({ status: 'DERIVED', rule: 'FROM_CLOCK', inputs: ['date'], copies: [] }));

  test.each([
    'nothing',
    'pay.nothing',
    'aims[2]',
    'aims.0',
    '',
    'sources',
    'publication',
    'aims.length',
    'title[0]',
    'notice',
    '__proto__',
    'aims[0].constructor',
    "a'b",
    'pay.',
  ])('%j is refused: there is no such path', (path) =>
    expect(sourceOf(path)).toMatchObject({ path: 'paths', code: 'UNKNOWN_PATH', value: path }),
  );

  test('is refused for every wrong path at once', () =>
    expect(findSources(state, computed, ['title', 'x', 'y'])).toEqual([
      expect.objectContaining({ value: 'x' }),
      expect.objectContaining({ value: 'y' }),
    ]));

  test('without paths is everything recorded, and everything computed', () =>
    expect(findSources(state, computed, null).map(({ path }) => path)).toEqual([
      ...Object.keys(state.sources),
      'status',
    ]));
});
