import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { anchors, markdownFiles, ROOT, readText, relativeLinks } from './markdown.ts';

/** What is wrong with a link of a file; null when it leads somewhere. */
function problemOf(file: string, link: string): string | null {
  const [target = '', anchor] = link.split('#', 2);
  const led = target === '' ? file : path.posix.join(path.posix.dirname(file), decodeURIComponent(target));
  if (led.startsWith('..') || path.posix.isAbsolute(led)) return `${link} leads out of the repository`;
  if (!existsSync(path.join(ROOT, led))) return `${link} leads to nothing`;
  if (anchor === undefined) return null;
  return led.endsWith('.md') && anchors(readText(led)).has(anchor) ? null : `${link} has no such heading`;
}

describe('the documentation', () => {
  test.each(markdownFiles())('%s has no dead link', (file) => {
    const links = relativeLinks(readText(file));
    expect(links.map((link) => problemOf(file, link)).filter((problem) => problem !== null)).toEqual([]);
  });

  test('is found by way of the README', () => {
    const reached = new Set(['README.md']);
    for (const file of reached) {
      const links = relativeLinks(readText(file)).map((link) => link.split('#', 1)[0]!);
      const files = links.map((link) => path.posix.join(path.posix.dirname(file), link));
      for (const led of files.filter((one) => one.endsWith('.md') && existsSync(path.join(ROOT, one))))
        reached.add(led);
    }
    expect([...reached].toSorted()).toEqual(markdownFiles().toSorted());
  });
});

describe('the check itself', () => {
  test.each([
    ['[x](nothing.md)', 'nothing.md leads to nothing'],
    ['[x](../elsewhere.md)', '../elsewhere.md leads out of the repository'],
    ['[x](#no-such-heading)', '#no-such-heading has no such heading'],
    ['![x](LICENSE)', null],
  ])('says of %s: %s', (markdown, problem) => {
    expect(relativeLinks(markdown).map((link) => problemOf('README.md', link))).toEqual([problem]);
  });

  test('sees no link in code, nor one that leads to the web', () => {
    expect(relativeLinks('`[a](b)`\n```\n[c](d)\n```\n[e](https://example.org) [f](g.md#h)')).toEqual(['g.md#h']);
  });

  test('reads headings as anchors', () => {
    expect([...anchors('# `npm start`: what, and why?\n## A\n## A\n```\n# no\n```')]).toEqual([
      'npm-start-what-and-why',
      'a',
      'a-1',
    ]);
  });
});
