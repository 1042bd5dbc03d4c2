import { describe, expect, test } from '@jest/globals';
import { type SourceAnswer, sourceOf, valueAt } from './fact.query.ts';
import { Count, type Fact, type Sourced } from './fact.table.ts';
import { keyOf, type LineFact, lineKey, linesIn, readLine, wantedLine, wordsOf } from './line.facts.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query
type Data = () => any;

/** One test per fact: its value, and where the graph says it comes from. */
export function describeFacts(name: string, facts: readonly Fact[], notice: string, data: Data): void {
  describe(name, () => {
    test.each(facts.map((fact) => [fact[0], fact[1], fact] as const))('%s: %s', (_id, path, fact) => {
      const [, , value, source] = fact;
      const found = valueAt(data(), path);
      if (value instanceof Count) expect(found).toHaveLength(value.items);
      else if (value instanceof RegExp) expect(found).toMatch(value);
      else expect(found).toEqual(value);
      if (source !== undefined) expectSource(sourceOf(data(), fact), source, notice);
    });
  });
}

/** One test per line: kind, ends, everything it may carry, and its source; and no line beyond these. */
export function describeLines(facts: readonly LineFact[], notice: string, data: Data): void {
  describe('the relationship lines', () => {
    test.each(facts.map((fact) => [fact.id, lineKey(fact), fact] as const))('%s: %s', (_id, key, fact) => {
      const found = linesIn(data()).filter((line) => keyOf(line) === key);
      expect(found).toHaveLength(1);
      const line = found[0]!;
      expect(readLine(line)).toEqual(wantedLine(fact));
      for (const [text, words] of wordsOf(line, fact)) expect(text).toMatch(words ?? /^nothing more is expected$/);
      const [kind, from, to] = ['kind', 'from', 'to'].map((path) => line.provenance.find((one) => one.path === path));
      expectSource(kind, fact.source, notice);
      expectSource(from, fact.fromSource ?? fact.source, notice);
      expectSource(to, fact.toSource ?? fact.source, notice);
    });

    test('are these and no others', () => {
      expect(linesIn(data()).map(keyOf).toSorted()).toEqual(facts.map(lineKey).toSorted());
    });
  });
}

/** Status, lines of every copy, rule and notice; a derived value says what it starts from, unless its rule is a constant. */
function expectSource(found: SourceAnswer | undefined, wanted: Sourced, notice: string): void {
  expect(found).toMatchObject({ status: wanted.status, copies: wanted.copies, rule: wanted.rule, notice });
  const computed = wanted.status === 'DERIVED' && wanted.rule !== 'LEGAL_TIME_ZONE';
  expect(found!.inputs.length > 0).toBe(computed);
}
