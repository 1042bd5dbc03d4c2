import { describe, expect, test } from '@jest/globals';
import { readText } from './markdown.ts';

const EXAMPLE = 'test/fixtures/third-institution';
const MODEL = 'subgraphs/gob-connectit';

const blocks = [...readText('docs/adding-an-institution.md').matchAll(/^```(?:json|ts)\n([\s\S]*?)^```$/gm)].map(
  ([, text]) => text,
);

describe('docs/adding-an-institution.md', () => {
  test.each(['institution.json', 'src/profile.ts', 'src/rules.ts'])('shows %s as the example has it', (file) => {
    expect(blocks).toContain(readText(`${EXAMPLE}/${file}`));
  });

  test.each(['package.json', 'tsconfig.json'])('shows %s as the other institutions have it', (file) => {
    expect(blocks).toContain(readText(`${MODEL}/${file}`).replace('gob-connectit', 'voorbeeld-agentschap'));
  });

  test('shows src/index.ts as the other institutions have it', () => {
    expect(blocks).toContain(readText(`${MODEL}/src/index.ts`));
  });
});
