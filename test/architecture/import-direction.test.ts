import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isTest, partOf, ROOT, type SourceFile, sources } from './sources.ts';

const INSTITUTIONS = readdirSync(path.join(ROOT, 'subgraphs')).filter((folder) =>
  readdirSync(path.join(ROOT, 'subgraphs', folder)).includes('institution.json'),
);

/** What each part may import of the others. A subgraph never imports another one. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/runtime': ['domain'],
  'packages/persistence': ['domain'],
  'packages/writing': ['domain', 'runtime', 'persistence'],
  'packages/institution': ['domain', 'runtime', 'persistence'],
  'packages/testkit': ['domain', 'runtime', 'persistence'],
  'subgraphs/catalogue': ['domain', 'runtime', 'persistence'],
  'subgraphs/candidates': ['domain', 'runtime', 'persistence', 'writing'],
  'subgraphs/selection': ['domain', 'runtime', 'persistence', 'writing'],
  gateway: ['domain', 'runtime'],
  schema: ['domain', 'runtime', 'catalogue', 'candidates', 'selection'],
  scripts: ['domain', 'runtime', 'persistence', 'gateway', 'catalogue', 'candidates', 'selection', 'schema'],
  ...Object.fromEntries(INSTITUTIONS.map((code) => [`subgraphs/${code}`, ['domain', 'institution']])),
};

const all = sources('packages', 'subgraphs', 'gateway', 'schema', 'scripts');
const code = all.filter((file) => !isTest(file.path));
const own = (from: string) => /^@mandate-graph\/(.+)$/.exec(from)?.[1];

const violations = (
  files: readonly SourceFile[],
  breaks: (file: SourceFile, from: string, types: boolean) => boolean,
) =>
  files.flatMap((file) =>
    file.imports
      .filter(({ from, types }) => breaks(file, from, types))
      .map(({ from }) => `${file.path} imports ${from}`),
  );

describe('the import direction', () => {
  test('is that of the packages: domain, then runtime and persistence, then institution, then the subgraphs', () => {
    expect(
      violations(code, (file, from) => {
        const name = own(from);
        return name !== undefined && !(ALLOWED[partOf(file.path)] ?? []).includes(name);
      }),
    ).toEqual([]);
  });

  test('has a rule for every part there is', () => {
    expect([...new Set(code.map((file) => partOf(file.path)))].filter((part) => ALLOWED[part] === undefined)).toEqual(
      [],
    );
  });

  test('never leaves a part by a relative path', () => {
    expect(
      violations(all, (file, from) => {
        if (!from.startsWith('.')) return false;
        const target = path.posix.join(path.posix.dirname(file.path), from);
        return partOf(target) !== partOf(file.path);
      }),
    ).toEqual([]);
  });

  test('lets domain import nothing but the calendar', () => {
    const domain = code.filter((file) => partOf(file.path) === 'packages/domain');
    expect(violations(domain, (_file, from) => !from.startsWith('.') && from !== 'temporal-polyfill')).toEqual([]);
  });

  test('keeps rules pure: nothing but domain, exact numbers and the calendar is there at run time', () => {
    const rules = code.filter((file) => file.path.endsWith('.rules.ts'));
    const pure = (file: SourceFile, from: string) =>
      ['@mandate-graph/domain', 'big.js', 'temporal-polyfill'].includes(from) ||
      from.endsWith('.rules.ts') ||
      (from.startsWith('./') && partOf(file.path) === 'packages/domain');
    expect(rules.length).toBeGreaterThan(3);
    expect(violations(rules, (file, from, types) => !types && !pure(file, from))).toEqual([]);
  });

  test('follows resolver, service, repository: a resolver reaches no repository, and a rule no service', () => {
    expect(
      violations(code, (file, from, types) => {
        if (types) return false;
        if (file.path.endsWith('.resolver.ts')) return /\.(repository|entity)\.ts$/.test(from) || from === 'typeorm';
        if (file.path.endsWith('.repository.ts')) return /\.(service|resolver)\.ts$/.test(from);
        return false;
      }),
    ).toEqual([]);
  });
});

describe('names and places', () => {
  test('no institution’s name stands inside packages, the gateway, or the subgraphs that serve all of them', () => {
    const words = INSTITUTIONS.flatMap((folder) => {
      const entry = JSON.parse(readFileSync(path.join(ROOT, 'subgraphs', folder, 'institution.json'), 'utf8')) as {
        typePrefix: string;
      };
      return [folder, ...folder.split('-'), entry.typePrefix.toLowerCase()];
    });
    const named = new RegExp(`(?<![a-z])(${[...new Set(words)].join('|')})(?![a-z])`, 'i');
    // Plays of the demonstration are played on the vacancies of the notices.
    const shared = code.filter(
      ({ path: file }) => !INSTITUTIONS.includes(file.split('/')[1]!) && !file.startsWith('scripts/src/demo/play.'),
    );
    const hits = shared.flatMap((file) =>
      file.text
        .split('\n')
        .flatMap((line, index) => (named.test(line) ? [`${file.path}:${index + 1}: ${line.trim()}`] : [])),
    );
    expect(hits).toEqual([]);
  });

  test('only environment.ts reads the environment', () => {
    const readers = code.filter(
      (file) => /process\.env(?!\['[A-Z_]+'\] = )/.test(file.text) && partOf(file.path) !== 'packages/testkit',
    );
    expect(readers.map((file) => file.path)).toEqual(['packages/runtime/src/environment.ts']);
  });

  test('testkit is imported by tests only', () => {
    expect(violations(code, (_file, from) => own(from) === 'testkit')).toEqual([]);
  });

  test('a file stays readable: about 200 lines at most', () => {
    const long = all
      .map((file) => ({ path: file.path, lines: file.text.split('\n').length }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });
});
