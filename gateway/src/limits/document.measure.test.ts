import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { measureDocument, UNCOUNTED } from './document.measure.ts';

const measure = (text: string) => measureDocument(parse(text));

describe('the measure of a document', () => {
  it('counts fields, levels, aliases and fields at the root', () => {
    expect(measure('{ a { b c: d { e } } f: a }')).toEqual({
      operations: 1,
      fragments: 0,
      spreads: 0,
      depth: 3,
      fields: 5,
      rootFields: 2,
      aliases: 2,
      sameName: 1,
      directives: 0,
      arguments: 0,
      values: 0,
      definedVariables: 0,
    });
  });

  it('counts values with all within them, wherever they stand, and variables that are defined', () => {
    const text = `query ($a: [Int] = [1, 2] @x(y: 1), $b: Int) @x(y: 1) { a(f: { g: [1, $b], h: { i: "" } }, j: $a) { ...F @x(y: 1) ...F } }
      query B($c: Int) { a }
      fragment F on A { b(k: 1, l: 2, m: 3) }`;
    expect(measure(text)).toMatchObject({ arguments: 3, values: 3 + 1 + 1 + 6 + 1 + 1 + 6, definedVariables: 3 });
    const lists = `{ a(f: ${'['.repeat(900)}${']'.repeat(900)}) }`;
    expect(measure(lists).values).toBe(900);
  });

  it('counts a fragment wherever it is spread, named or inline', () => {
    const text = 'query { ...F ...F ... { ...F } } fragment F on Query { a { b } x: c }';
    expect(measure(text)).toMatchObject({ fragments: 1, spreads: 4, fields: 9, rootFields: 6, aliases: 3, depth: 2 });
  });

  it('adds up operations, of which each is validated, and fragments that are spread nowhere', () => {
    const text = 'query A { a } query B { a b } fragment F on Query { c { d } } fragment F on Query { e }';
    expect(measure(text)).toMatchObject({ operations: 2, fragments: 2, fields: 6, rootFields: 2 });
  });

  it('counts a directive for each field that it decides about', () => {
    expect(measure('query @x { a @x { b c } ... @x { d e } ...F @x } fragment F on Query @x { f }').directives).toBe(
      6 + 3 + 2 + 1 + 1,
    );
    expect(measure('query ($a: Int @x @x) { a }').directives).toBe(2);
  });

  it('finds the name that stands most often in one selection', () => {
    expect(measure('{ a b: a a { c c c } }').sameName).toBe(3);
    expect(measure('{ ...F ...F ...F ...F } fragment F on Query { a }').sameName).toBe(4);
  });

  it('leaves out how deep introspection goes, which is not planned', () => {
    const types = '{ __schema { types { fields { type { name } } } } }';
    expect(measure(types)).toMatchObject({ depth: 1, fields: 5 });
  });

  it.each([
    ['doubles at each of 50 levels', 50, 2],
    ['triples at each of 30', 30, 3],
  ])('is done at once for a fragment that %s', (_name, levels, times) => {
    const fragments = Array.from(
      { length: levels },
      (_, level) => `fragment F${level} on Query { ${`a { ...F${level + 1} } `.repeat(times)} }`,
    );
    const text = `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { a @x b: c }`;
    const { fields, spreads, aliases, directives, depth } = measure(text);
    expect([fields, spreads, aliases, directives]).toEqual(Array(4).fill(UNCOUNTED));
    expect(depth).toBe(levels + 1);
  });

  it.each([
    ['itself', '{ ...F } fragment F on Query { a ...F }', 1],
    ['one another', '{ ...F } fragment F on Query { a ...G } fragment G on Query { b ...F }', 2],
    ['one that is not there', '{ a ...F }', 1],
  ])('ends for a fragment that spreads %s', (_name, text, fields) => {
    expect(measure(text).fields).toBe(fields);
  });

  it('ends for a thousand levels', () => {
    const levels = 1_000;
    expect(measure(`${'{ a '.repeat(levels)}${'}'.repeat(levels)}`).depth).toBe(levels);
  });

  it('is what writing all fragments out would give', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const document = parse(text);
        const { fields, aliases, spreads } = measureDocument(document);
        expect({ fields, aliases, spreads }).toEqual(writtenOut(document));
      }),
      { numRuns: 200 },
    );
  });
});

/** Documents whose fragments spread later ones only, and are all spread from the operation. */
const documents = fc.integer({ min: 1, max: 5 }).chain((count) => {
  const selection = (from: number) =>
    fc
      .array(
        fc.oneof(
          fc.constantFrom('a', 'x: b', 'c { d }', '... { e { y: f } }'),
          ...(from < count ? [fc.integer({ min: from, max: count - 1 }).map((index) => `...F${index}`)] : []),
        ),
        { minLength: 1, maxLength: 5 },
      )
      .map((parts) => parts.join(' '));
  return fc.tuple(...Array.from({ length: count }, (_, index) => selection(index + 1))).map((bodies) => {
    const all = bodies.map((_, index) => `...F${index}`).join(' ');
    return `{ ${all} } ${bodies.map((body, index) => `fragment F${index} on Query { ${body} }`).join(' ')}`;
  });
});

function writtenOut(document: DocumentNode): { fields: number; aliases: number; spreads: number } {
  const sums = { fields: 0, aliases: 0, spreads: 0 };
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        sums.fields += 1;
        if (selection.alias !== undefined) sums.aliases += 1;
        if (selection.selectionSet !== undefined) walk(selection.selectionSet);
        continue;
      }
      sums.spreads += 1;
      walk(
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)!.selectionSet,
      );
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet);
  }
  return sums;
}
