import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@mandate-graph/runtime';
import { parse } from 'graphql';
import { checkLiterals, checkVariables } from './value.check.ts';

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
const names = ({ excesses }: { excesses: readonly { name: string }[] }) => excesses.map(({ name }) => name).toSorted();

describe('variables', () => {
  it('are fine within the limits, and when there are none', () => {
    expect(checkVariables(undefined)).toMatchObject({ excesses: [], problems: [] });
    expect(checkVariables({})).toMatchObject({ excesses: [], problems: [] });
    const variables = { a: nested(LIMITS.nesting.bound), b: Array(LIMITS.listEntries.bound).fill(1), c: 'é😀' };
    expect(checkVariables(variables)).toMatchObject({ excesses: [], problems: [] });
  });

  it.each([
    [
      'variables',
      Object.fromEntries(Array.from({ length: LIMITS.variables.bound + 1 }, (_, index) => [`v${index}`, 1])),
    ],
    ['nesting', { a: nested(LIMITS.nesting.bound + 1) }],
    ['listEntries', { a: { b: Array(LIMITS.listEntries.bound + 1).fill(1) } }],
    ['textLength', { a: ['x'.repeat(LIMITS.textLength.bound + 1)] }],
    ['variableBytes', { a: Array(16).fill('x'.repeat(LIMITS.variableBytes.bound / 16)) }],
  ] as const)('of too much are named: %s', (name, variables) => {
    expect(names(checkVariables(variables))).toEqual([name]);
  });

  it('are looked at whole, and all at once', () => {
    const list = Array(LIMITS.listEntries.bound + 1).fill(1);
    const findings = checkVariables({ a: nested(50), b: list, c: 'x'.repeat(LIMITS.textLength.bound + 1), d: 'x\0' });
    expect(names(findings)).toEqual(['listEntries', 'nesting', 'textLength']);
    expect(findings.problems).toMatchObject([{ path: '$d', code: 'INVALID_TEXT' }]);
  });

  it('end, however deep they go', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(names(checkVariables({ deep }))).toEqual(['nesting']);
  });

  it('hold text, by their path', () => {
    const { problems } = checkVariables({ filter: { text: 'a\0b', rank: ['A5', '\ud83c!'] }, 'x\0': { 'y\0': 1 } });
    expect(problems.map(({ path, rule }) => [path.replaceAll('\0', '0'), rule.replace(/^.* must/, 'must')])).toEqual([
      ['$x0', 'must be text without null characters.'],
      ['$filter.rank.1', 'must be text without halves of characters.'],
      ['$filter.text', 'must be text without null characters.'],
    ]);
  });
});

describe('values in the text of a document', () => {
  it('have the same limits', () => {
    expect(checkLiterals(parse('{ a(b: {c: [1, "x"]}) }'))).toMatchObject({ excesses: [], problems: [] });
    const deep = `${'['.repeat(LIMITS.nesting.bound + 1)}${']'.repeat(LIMITS.nesting.bound + 1)}`;
    const long = `[${'1 '.repeat(LIMITS.listEntries.bound + 1)}]`;
    const text = `"${'x'.repeat(LIMITS.textLength.bound + 1)}"`;
    for (const [value, name] of [
      [deep, 'nesting'],
      [long, 'listEntries'],
      [text, 'textLength'],
    ]) {
      expect(names(checkLiterals(parse(`{ a(b: ${value}) }`)))).toEqual([name]);
      expect(names(checkLiterals(parse(`query ($v: [Int] = ${value}) { a(b: $v) @x(y: ${value}) }`)))).toEqual([name]);
    }
  });

  it('are text, by their path', () => {
    const document = parse(
      'query ($v: String = "\\u0000") { a(filter: { text: "a\\u0000", ranks: ["b", "c\\u0000"] }) }',
    );
    expect(checkLiterals(document).problems.map(({ path }) => path)).toEqual(['$v', 'filter.text', 'filter.ranks']);
  });
});
