import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composed, searchWords, wordsIn } from './search.rules.ts';
import { snippetOf } from './snippet.rules.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 60 }));

describe('words', () => {
  test('are letters and digits, whatever stands between them', () => {
    expect(searchWords('Directeur-generaal (m/v/x), R&O, A5: l’eSanté & “ICT”.')).toEqual([
      'directeur',
      'generaal',
      'm',
      'v',
      'x',
      'r',
      'o',
      'a5',
      'l',
      'esanté',
      'ict',
    ]);
  });

  test('are the same whichever way an accent is written', () => {
    expect(searchWords('coo\u0308rdinatie')).toEqual(searchWords('CO\u00d6RDINATIE'));
  });

  test('stand where they say in the text', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const body = composed(raw);
        for (const word of wordsIn(body)) expect(body.slice(word.start, word.end)).toBe(word.text);
      }),
    );
  });
});

describe('a snippet', () => {
  const joined = (parts: readonly { text: string }[]) => parts.map((part) => part.text).join('');

  test('of a short text is the text, with its matches marked', () => {
    expect(snippetOf('Directeur-generaal a.i.', [1, 2])).toEqual([
      { text: 'Directeur', match: true },
      { text: '-', match: false },
      { text: 'generaal', match: true },
      { text: ' a.i.', match: false },
    ]);
  });

  test('of a long text is cut at words around the first match, and says so', () => {
    const words = Array.from({ length: 200 }, (_, index) => `word${index + 1}`);
    const parts = snippetOf(words.join(' '), [100, 101, 200]);
    expect(parts[0]!.text).toMatch(/^…word8\d .* word99 $/);
    expect(parts.filter((part) => part.match).map((part) => part.text)).toEqual(['word100', 'word101']);
    expect(parts.at(-1)!.text).toMatch(/ word\d+…$/);
    expect(joined(parts).length).toBeLessThanOrEqual(242);
  });

  test('keeps every character in its order, shows the first match whole, and never grows beyond its bound', () => {
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 6 }), (raw, some) => {
        const body = composed(raw);
        const places = [...new Set(some)].sort((a, b) => a - b).filter((place) => place <= wordsIn(body).length);
        const parts = snippetOf(body, places);
        const shown = joined(parts).replace(/^…/, '').replace(/…$/, '');
        expect(body).toContain(shown);
        if (body.length <= 240) expect(joined(parts)).toBe(body);
        const first = wordsIn(body)[(places[0] ?? 0) - 1];
        if (first !== undefined && first.text.length < 150) {
          expect(parts.find((part) => part.match)?.text).toBe(first.text);
        }
        if (wordsIn(body).every((word) => word.text.length < 150)) expect(shown.length).toBeLessThanOrEqual(240);
      }),
    );
  });
});
