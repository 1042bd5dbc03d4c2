import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readRegistry } from './registry.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'registry-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, entry: object) => {
  mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, name, 'institution.json'), JSON.stringify(entry));
};
const entry = {
  ...{ typePrefix: 'Abc', name: { nl: 'a', fr: 'a', en: 'a', original: 'nl' }, website: null, port: 4200 },
  ...{ applicationWorkflow: null, legalRegime: null },
};

test('the registry is every folder with an institution.json, in the order of codes', () => {
  put('second', { ...entry, code: 'second', typePrefix: 'Def', port: 4201 });
  put('first', { ...entry, code: 'first' });
  mkdirSync(path.join(folder, 'catalogue'));
  expect(readRegistry(folder).map(({ code }) => code)).toEqual(['first', 'second']);
});

test('an institution that is not in order is refused with everything that is wrong', () => {
  const name = { nl: 'a', fr: '', en: 'a' };
  const odd = { applicationWorkflow: 'ODD', legalRegime: 'odd' };
  put('first', { code: 'other', typePrefix: 'abc', port: 80, website: null, name, ...odd });
  expect(() => readRegistry(folder)).toThrow(
    /code must be[\s\S]*typePrefix must[\s\S]*port must[\s\S]*name\.fr must[\s\S]*applicationWorkflow must[^\n]*ODD[\s\S]*legalRegime must[^\n]*odd/,
  );
});

test.each([undefined, 'ODD'])('an institution whose workflow is %s is refused: silence is said by null', (said) => {
  put('first', { ...entry, code: 'first', applicationWorkflow: said });
  expect(() => readRegistry(folder)).toThrow(/applicationWorkflow must be SUBMIT_AND_VALIDATE or null, but got: /);
});

test.each([undefined, '', 'odd', 'ODD_', 7])(
  'an institution whose legal regime is %j is refused: none is said by null',
  (said) => {
    put('first', { ...entry, code: 'first', legalRegime: said });
    expect(() => readRegistry(folder)).toThrow(/legalRegime must be a code in capitals with underscores, or null/);
  },
);

test('an institution may name its legal regime', () => {
  put('first', { ...entry, code: 'first', legalRegime: 'EXAMPLE_STATUTE' });
  expect(readRegistry(folder)).toMatchObject([{ legalRegime: 'EXAMPLE_STATUTE' }]);
});

test('two institutions cannot share a prefix or a port', () => {
  put('first', { ...entry, code: 'first' });
  put('second', { ...entry, code: 'second' });
  expect(() => readRegistry(folder)).toThrow(/typePrefix must be different[\s\S]*port must be different/);
});
