import { describe, expect, test } from '@jest/globals';
import { ours } from '@mandate-graph/domain';
import type { AccessRuleName, FieldRule } from '@mandate-graph/runtime';
import { accessMatrix } from './access-matrix.ts';

const entry = (code: string, typePrefix: string) => ({
  ...{
    code,
    typePrefix,
    name: ours(code, code, code),
    website: null,
    port: 5000,
    applicationWorkflow: null,
    legalRegime: null,
  },
});
const REGISTRY = [entry('first', 'Abc'), entry('second', 'Def')];
const rule = (type: string, field: string, name: AccessRuleName = 'PUBLIC', inherited = false): FieldRule => ({
  ...{ type, field, rule: name, inherited },
});
const institution = (prefix: string, ...more: FieldRule[]) => [
  rule('Mutation', `${prefix}CreateVacancy`, 'VACANCY_WRITE'),
  rule('Vacancy', 'title'),
  rule(`${prefix.toUpperCase()}Vacancy`, 'title', 'PUBLIC', true),
  ...more,
];
const matrix = (...more: FieldRule[]) =>
  accessMatrix(
    new Map([
      ['first', institution('abc')],
      ['second', institution('def', ...more)],
      ['shared', [rule('Query', 'log', 'ACCESS_LOG_READ'), rule('Query', 'open')]],
    ]),
    REGISTRY,
  );

describe('the access matrix', () => {
  test('has a row with a column per role for each field that is not for everyone', () => {
    const lines = matrix().split('\n');
    const row = lines.find((line) => line.includes('`Mutation.<prefix>CreateVacancy` | VACANCY_WRITE'));
    expect(
      row
        ?.split('|')
        .map((cell) => cell.trim())
        .slice(3, -1),
    ).toEqual([
      ...['–', '–', 'own institution', '–', 'own institution', '–', '`vacancies:write`, own institution', '–'],
    ]);
    expect(lines.filter((line) => line.includes('`Query.log`'))).toHaveLength(1);
  });

  test('counts an institution once, and no field twice', () => {
    expect(matrix()).toContain('4 fields are walked');
    expect(matrix()).toContain('2 are read by everyone, 2 are not');
  });

  test('is not made when institutions differ', () => {
    expect(() => matrix(rule('Vacancy', 'secret', 'DRAFT_READ'))).toThrow(/same access rules[\s\S]*second/);
  });
});
