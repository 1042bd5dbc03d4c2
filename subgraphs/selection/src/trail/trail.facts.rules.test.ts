import { expect, test } from '@jest/globals';
import { factsOf, textOf } from './trail.facts.rules.ts';

test('facts stand by their names, before and after, words as they are and the rest as JSON', () => {
  expect(factsOf({ status: 'RUNNING', ending: null }, { status: 'CANCELLED', version: 3, steps: ['a', 'b'] })).toEqual([
    { name: 'status', before: 'RUNNING', after: 'CANCELLED' },
    { name: 'ending', before: null, after: null },
    { name: 'version', before: null, after: '3' },
    { name: 'steps', before: null, after: '["a","b"]' },
  ]);
  expect(factsOf(null, null)).toEqual([]);
  expect(factsOf(null, { left: false })).toEqual([{ name: 'left', before: null, after: 'false' }]);
  expect([textOf(''), textOf(0), textOf(undefined)]).toEqual(['', '0', null]);
});
