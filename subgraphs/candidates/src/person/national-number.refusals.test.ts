import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type GraphQLInputObjectType, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import { createCandidates } from '../module.ts';
import { ENTRIES, SAVES } from '../profile/testing/entries.ts';
import { candidateOf, type TestCandidates, testCandidates } from '../testing/candidates.subgraph.ts';

const ACCOUNT = { givenNames: 'A', familyName: 'B', email: 'a@b.c', phone: '123456', preferredLanguage: 'NL' };
const INPUTS: Readonly<Record<string, object>> = { saveAccount: ACCOUNT, ...ENTRIES };

/** Numbers as they are written, with a birth date of nobody in particular and the check digits that go with it. */
const number = fc
  .record({
    ...{ year: fc.integer({ min: 0, max: 99 }), month: fc.integer({ min: 1, max: 12 }) },
    ...{ day: fc.integer({ min: 1, max: 28 }), serial: fc.integer({ min: 1, max: 998 }) },
    ...{ later: fc.boolean(), bis: fc.constantFrom(0, 20, 40), gaps: fc.constantFrom('....', '..--', '    ', '') },
  })
  .map(({ year, month, day, serial, later, bis, gaps }) => {
    const two = (value: number) => String(value).padStart(2, '0');
    const groups = [two(year), two(month + bis), two(day), String(serial).padStart(3, '0')];
    const check = 97 - (Number(`${later ? 2 : ''}${groups.join('')}`) % 97);
    return [...groups, two(check)].map((group, at) => `${group}${gaps[at] ?? ''}`).join('');
  });

let candidates: TestCandidates;
/** Every text that a mutation takes, by its path. */
const texts: (readonly [mutation: string, path: string])[] = [];
beforeAll(async () => {
  candidates = await testCandidates();
  await candidates.write(candidateOf('writer'), 'saveAccount', ACCOUNT);
  const { schema } = await createCandidates([]).schema();
  const mutations = schema.getMutationType()!.getFields();
  for (const mutation of ['saveAccount', ...SAVES]) {
    const { type } = mutations[mutation]!.args[0]!;
    texts.push(...textsOf(type).map((path) => [mutation, path] as const));
  }
});
afterAll(() => candidates?.close());

function textsOf(type: GraphQLInputType, path = ''): string[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return ['String', 'ID'].includes(named.name) ? [path] : [];
  const fields = Object.values((named as GraphQLInputObjectType).getFields());
  return fields
    .filter(({ name }) => name !== 'idempotencyKey')
    .flatMap((field) => textsOf(field.type, path === '' ? field.name : `${path}.${field.name}`));
}

/** The input with another text at a path. */
const put = (input: object, [name, ...rest]: readonly string[], text: string): object => {
  const before = (input as Record<string, object | undefined>)[name!];
  return { ...input, [name!]: rest.length === 0 ? text : put(before ?? {}, rest, text) };
};

describe('a national register number', () => {
  test('is refused in every text of an account and a profile, and shown nowhere', async () => {
    expect(texts.length).toBeGreaterThan(35);
    const around = fc.constantFrom('', ' ', 'nr ', ' (mijn nummer)', '\n');
    for (const [mutation, path] of texts) {
      await fc.assert(
        fc.asyncProperty(number, around, around, async (written, before, after) => {
          const input = put(INPUTS[mutation]!, path.split('.'), `${before}${written}${after}`);
          const result = await candidates.write(candidateOf('writer'), mutation, { version: 1, ...input });
          const found = (result.problems ?? []).filter(({ code }) => code === 'NATIONAL_REGISTER_NUMBER');
          expect(found).toEqual([{ path, code: 'NATIONAL_REGISTER_NUMBER', value: null, rule: expect.any(String) }]);
          expect(JSON.stringify(result)).not.toContain(written);
          expect(candidates.lines.join('\n')).not.toContain(written);
        }),
        { numRuns: 5 },
      );
    }
    const [row] = await candidates.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM candidates.profile_entry',
    );
    expect(row!.count).toBe(0);
  });
});
