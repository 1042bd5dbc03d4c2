import { describe, expect, test } from '@jest/globals';
import { type AccountData, accountOf, accountProblems } from './account.rules.ts';

const GOOD: AccountData = {
  ...{ givenNames: 'Žofie Ann', familyName: "d'Hôtel–Van den Berg", email: 'zofie@example.org', phone: null },
  preferredLanguage: 'nl',
};
const codesOf = (own: Partial<AccountData>) =>
  accountProblems({ ...GOOD, ...own }).map(({ path, code }) => [path, code]);

test('an account without a telephone number is whole', () => {
  const { phone: _none, ...given } = GOOD;
  expect(accountOf(given)).toEqual(GOOD);
  expect(accountProblems(accountOf(given))).toEqual([]);
});

describe('an account may have', () => {
  test.each(['x'.repeat(100), '李', '𝒳'.repeat(100), "O'Neill"])('the name %s', (familyName) =>
    expect(codesOf({ familyName, givenNames: familyName })).toEqual([]),
  );

  test.each(['a@b.c', 'first.last+tag@sub.example.org', `${'x'.repeat(250)}@b.c`, '"q"@example.org', 'é@exämple.org'])(
    'the address %s',
    (email) => expect(codesOf({ email })).toEqual([]),
  );

  test.each(['123456', '+32 (0)2 123.45/67-89', '1'.repeat(20), '02/123 45 67 '])('the telephone number %s', (phone) =>
    expect(codesOf({ phone })).toEqual([]),
  );
});

describe('an account must not have', () => {
  test.each(['x'.repeat(101), 'two\nlines', 'two\u2028lines'])('the name %j', (name) =>
    expect(codesOf({ givenNames: name, familyName: name })).toEqual([
      ['givenNames', 'NOT_A_NAME'],
      ['familyName', 'NOT_A_NAME'],
    ]),
  );

  test.each([
    ...['nobody', '@b.c', 'a@', 'a@b@c', 'a b@c.d', 'a@b.c d', 'a\n@b.c', 'a,b@c.d', 'a;b@c.d', 'A <a@b.c>'],
    ...['a@b', 'a@b.', 'a@.b', 'a@.', 'a@b..c', 'a..b@c.d'],
    `${'x'.repeat(251)}@b.c`,
  ])('the address %j', (email) => expect(codesOf({ email })).toEqual([['email', 'NOT_AN_EMAIL_ADDRESS']]));

  test.each(['12345', '1'.repeat(21), 'call 123456', '123456x', '٣٤٥٦٧٨٩', `1${' '.repeat(40)}23456`, '+++++++'])(
    'the telephone number %j',
    (phone) => expect(codesOf({ phone })).toEqual([['phone', 'NOT_A_TELEPHONE_NUMBER']]),
  );
});

test('everything that is wrong is told at once, and nothing of what was written', () => {
  const problems = accountProblems({ ...GOOD, familyName: 'Secret\nSecret', email: 'Secret', phone: 'Secret' });
  expect(problems.map(({ path }) => path)).toEqual(['familyName', 'email', 'phone']);
  for (const { path, value, rule } of problems) {
    expect({ value, named: rule.startsWith(`${path} must be `) }).toEqual({ value: null, named: true });
  }
  expect(JSON.stringify(problems)).not.toContain('Secret');
});
