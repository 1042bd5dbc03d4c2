import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { fieldRules } from './field-rules.ts';
import { type AccessTable, mergeAccess } from './table.ts';

const SCHEMA = buildSchema(`
  type Query { open: Thing own: Int }
  type Mutation { change(input: In): Thing }
  input In { notWalked: Int }
  interface Named { name: String }
  interface Titled { name: String title: String }
  type Thing implements Named & Titled { name: String title: String secret: Int }
`);
const TABLE: AccessTable = {
  Query: { PUBLIC: 'open', DRAFT_READ: 'own' },
  Mutation: { VACANCY_WRITE: 'change' },
  Named: { PUBLIC: 'name' },
  Titled: { PUBLIC: '\n  name\n  title' },
  Thing: { EXACT_COUNTS: 'secret' },
};
const refusalOf = (table: AccessTable) => {
  try {
    fieldRules(SCHEMA, table);
  } catch (error) {
    return (error as Error).message.split('\n  ').slice(1);
  }
  return [];
};

describe('the rules of the fields', () => {
  test('are one for each field of each object type and interface, those of an interface inherited', () => {
    const rules = fieldRules(SCHEMA, TABLE).map(
      ({ type, field, rule, inherited }) => `${type}.${field} ${rule}${inherited ? ' inherited' : ''}`,
    );
    expect(rules.toSorted()).toEqual([
      'Mutation.change VACANCY_WRITE',
      'Named.name PUBLIC',
      'Query.open PUBLIC',
      'Query.own DRAFT_READ',
      'Thing.name PUBLIC inherited',
      'Thing.secret EXACT_COUNTS',
      'Thing.title PUBLIC inherited',
      'Titled.name PUBLIC',
      'Titled.title PUBLIC',
    ]);
  });

  test.each<[string, AccessTable, string[]]>([
    ['a field without a rule', { Thing: {} }, ['Thing.secret stands under no rule.']],
    ['a mutation without a rule', { Mutation: {} }, ['Mutation.change stands under no rule.']],
    ['a field that is gone', { Query: { PUBLIC: 'open old' } }, ['Query.old stands in the table, but is no field.']],
    ['a type that is gone', { Old: { PUBLIC: 'a' } }, ['Old stands in the table, but is no type of this subgraph.']],
    ['an input', { In: { PUBLIC: 'notWalked' } }, ['In stands in the table, but is no type of this subgraph.']],
    [
      'a field under two rules',
      { Thing: { EXACT_COUNTS: 'secret', PUBLIC: 'secret' } },
      ['Thing.secret stands twice, under: EXACT_COUNTS and PUBLIC.'],
    ],
    [
      'a rule of an interface and one of its own',
      { Thing: { EXACT_COUNTS: 'secret title' } },
      ['Thing.title has the rule of Titled, but also its own.'],
    ],
    [
      'interfaces that do not agree',
      { Named: { DRAFT_READ: 'name' } },
      ['Thing.name has more than one rule: DRAFT_READ of Named and PUBLIC of Titled.'],
    ],
    [
      'a rule that there is not',
      { Thing: { NONE: 'secret' } } as AccessTable,
      ['Thing names a rule that there is not: NONE.'],
    ],
  ])('refuse %s, by name', (_what, change, problems) => {
    const own = change['Query'] === undefined ? change : { Query: { DRAFT_READ: 'own', ...change['Query'] } };
    expect(refusalOf({ ...TABLE, ...own })).toEqual(problems);
  });

  test('refuse with everything that is wrong at once', () => {
    expect(refusalOf({ Old: { PUBLIC: 'a' } })).toHaveLength(10);
  });
});

test('tables are put together by type and rule, and what two of them say twice is still found', () => {
  const merged = mergeAccess(TABLE, { Thing: { EXACT_COUNTS: 'secret' }, Query: { PUBLIC: 'more' } });
  expect(merged).toMatchObject({
    Query: { PUBLIC: 'open more', DRAFT_READ: 'own' },
    Thing: { EXACT_COUNTS: 'secret secret' },
  });
  expect(refusalOf(merged)).toEqual([
    'Thing.secret stands twice, under: EXACT_COUNTS and EXACT_COUNTS.',
    'Query.more stands in the table, but is no field.',
  ]);
  expect(TABLE['Query']).toEqual({ PUBLIC: 'open', DRAFT_READ: 'own' });
});
