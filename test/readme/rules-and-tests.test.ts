import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ROOT, readRoot } from '../support/graph.ts';

const DOCS = new URL('docs/', ROOT);

/** What the tables of a document say of each test: the file, and the names in it that are quoted, of groups and of tests. */
function namedIn(document: string) {
  const [, chapter = ''] = readRoot(document).split('\n## Rules and tests\n');
  return chapter
    .split('\n## ', 1)[0]!
    .split('\n')
    .flatMap((row) => {
      const cell = row.split(' | ')[1] ?? '';
      return cell.split(/(?=\[[\w.-]+\]\()/).flatMap((part) => {
        const [, file] = /^\[[\w.-]+\]\(([^)]+)\)/.exec(part) ?? [];
        const names = [...part.matchAll(/“([^”]+)”/g)].flatMap(([, quoted]) => quoted!.split(' › '));
        return file === undefined ? [] : names.map((name) => ({ file, name }));
      });
    });
}

test.each([
  ['docs/applying.md', 80],
  ['docs/procedures.md', 120],
] as const)('each test that %s names for a rule is there', (document, number) => {
  const named = namedIn(document);
  expect(named.length).toBeGreaterThan(number);
  const missing = named.filter(({ file, name }) => {
    const url = new URL(file, DOCS);
    if (!existsSync(url)) return true;
    const text = readRoot(url.href.slice(ROOT.href.length));
    return !["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote}`));
  });
  expect(missing).toEqual([]);
});
