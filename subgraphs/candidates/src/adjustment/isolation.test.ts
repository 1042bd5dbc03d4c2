import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const SOURCES = fileURLToPath(new URL('..', import.meta.url));
/** Wiring, which brings each noun in, and what exports and erases everything of a person. */
const MAY_KNOW = /^(adjustment\/|privacy\/|candidates\.(access|database|resolvers|services)\.ts$)/;

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const known = (what: RegExp) => files.filter((file) => what.test(readFileSync(path.join(SOURCES, file), 'utf8')));

test('nothing outside imports from here, but wiring and what exports and erases', () => {
  const importing = known(/'[^']*\/adjustment\/[^']*'/);
  expect(importing).toContain('candidates.services.ts');
  expect(importing.filter((file) => !MAY_KNOW.test(file))).toEqual([]);
});

test('nothing outside reads the table', () => {
  const naming = known(/\badjustment(_history)?\b(?!\/)/);
  expect(naming).toContain('adjustment/adjustment.repository.ts');
  expect(naming.filter((file) => !MAY_KNOW.test(file))).toEqual([]);
});
