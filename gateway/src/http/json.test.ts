import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonProblem, parseJson } from './json.ts';

describe('JSON', () => {
  it('is read as by everyone else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('with a name that stands twice is refused, wherever it stands', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(name, fc.jsonValue(), fc.array(fc.jsonValue()), (name, value, around) => {
        const twice = `{${JSON.stringify(name)} : ${JSON.stringify(value)}, ${JSON.stringify(name)}:0}`;
        const list = around.map((one) => JSON.stringify(one));
        expect(() => parseJson(`[${[...list, `{"in":[${twice}]}`].join(',')}]`)).toThrow(JsonProblem);
      }),
    );
  });

  it('that is large or deep takes no longer than it is', () => {
    const began = performance.now();
    parseJson(`"${'\\"'.repeat(500_000)}"`);
    parseJson(`"${'\\\\'.repeat(500_000)}"`);
    parseJson(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    parseJson(JSON.stringify(Object.fromEntries(Array.from({ length: 80_000 }, (_, n) => [`n${n}`, n]))));
    expect(performance.now() - began).toBeLessThan(8_000);
  });
});
