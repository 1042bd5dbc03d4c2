import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ROOT, readRoot } from '../support/graph.ts';

const DOCS = new URL('docs/', ROOT);
const [, chapter = ''] = readRoot('docs/applying.md').split('## Rules and tests');

/** What the table says of each test: the file, and the names in it that are quoted, of groups and of tests. */
const named = chapter.split('\n').flatMap((row) => {
  const cell = row.split(' | ')[1] ?? '';
  return cell.split(/(?=\[[\w.-]+\]\()/).flatMap((part) => {
    const [, file] = /^\[[\w.-]+\]\(([^)]+)\)/.exec(part) ?? [];
    const names = [...part.matchAll(/“([^”]+)”/g)].flatMap(([, quoted]) => quoted!.split(' › '));
    return file === undefined ? [] : names.map((name) => ({ file, name }));
  });
});

test('each test that docs/applying.md names for a rule is there', () => {
  expect(named.length).toBeGreaterThan(80);
  const missing = named.filter(({ file, name }) => {
    const url = new URL(file, DOCS);
    if (!existsSync(url)) return true;
    const text = readRoot(url.href.slice(ROOT.href.length));
    return !["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote}`));
  });
  expect(missing).toEqual([]);
});
