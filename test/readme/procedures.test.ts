import { expect, test } from '@jest/globals';
import { candidacyDiagram, procedureDiagram } from '../../subgraphs/selection/src/procedure/state.diagram.rules.ts';
import { listedRules, REGIMES } from '../../subgraphs/selection/src/regime/regime.rules.ts';
import { readText } from './markdown.ts';

const TEXT = readText('docs/procedures.md');

test('the diagrams are those of the code', () => {
  const drawn = [...TEXT.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map(([, diagram]) => diagram);
  expect(drawn).toEqual([procedureDiagram(), candidacyDiagram()]);
});

test('the choices are those of the regimes, and what was not looked up is marked so', () => {
  const [, chapter = ''] = TEXT.split('## What the notices leave open');
  const rows = chapter.split('\n').filter((line) => /^\| `\w+` \| \w+ \| `/.test(line));
  expect(rows).toEqual(openRules());
});

/** A row for each choice, and for each rule that is still to be looked up; what both regimes have is one. */
function openRules(): readonly string[] {
  const regimesOf = new Map<string, string[]>();
  for (const regime of REGIMES) {
    for (const { name, value, basis, source } of listedRules(regime)) {
      if (basis !== 'CHOICE' && basis !== 'UNVERIFIED') continue;
      const rest = `${name} | \`${textOf(value)}\` | ${basis} | ${source.en} |`;
      regimesOf.set(rest, [...(regimesOf.get(rest) ?? []), regime.code]);
    }
  }
  const rows = [...regimesOf].map(([rest, regimes]) => {
    const [name, ...more] = rest.split(' | ');
    return `| \`${name}\` | ${regimes.length > 1 ? 'both' : regimes[0]} | ${more.join(' | ')}`;
  });
  return rows.toSorted();
}

const textOf = (value: unknown): string => {
  if (value === null) return 'none';
  if (typeof value === 'string') return value;
  return JSON.stringify(value)
    .replace(/["{}]/g, '')
    .replace(/([:,])/g, '$1 ');
};
