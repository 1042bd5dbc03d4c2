import { describe, expect, test } from '@jest/globals';
import { tokenCommand } from './token.command.ts';

const INSTITUTIONS = ['vrb', 'xyz'];
const read = (words: string) =>
  tokenCommand(words.match(/"[^"]*"|\S+/g)?.map((w) => w.replaceAll('"', '')) ?? [], INSTITUTIONS);
const problemsOf = (words: string): readonly string[] => {
  try {
    read(words);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

describe('the token command', () => {
  test('issues a token of a role, for an hour and a stable subject unless it is told otherwise', () => {
    expect(read('--role recruiter --institution vrb')).toEqual({
      kind: 'issue',
      role: 'recruiter',
      institution: 'vrb',
      procedure: null,
      subject: 'demo:recruiter:vrb',
      scopes: [],
      seconds: 3_600,
    });
    expect(read('--role=committee-member --procedure vrb:procedure:p-1 --subject c-1 --ttl PT24H')).toMatchObject({
      role: 'committee-member',
      procedure: 'vrb:procedure:p-1',
      subject: 'c-1',
      seconds: 86_400,
    });
    expect(read('--role integration --institution xyz --scope "vacancies:write history:read" --ttl P1D')).toMatchObject(
      {
        scopes: ['vacancies:write', 'history:read'],
        seconds: 86_400,
      },
    );
  });

  test('revokes, rotates and makes keys', () => {
    expect(read('--revoke a.b.c')).toEqual({ kind: 'revoke', token: 'a.b.c' });
    expect(read('--rotate')).toEqual({ kind: 'rotate' });
    expect(read('--new-keys')).toEqual({ kind: 'new-keys' });
  });

  test.each([
    ['', ['--role, --revoke']],
    ['--role', ['--role needs a value']],
    ['--role --institution vrb', ['--role needs a value']],
    ['--role analyst --role analyst', ['once']],
    ['--role analyst --rotate', ['but got: --role, --rotate']],
    ['--rotate --ttl PT1H', ['--ttl']],
    ['--rotate=now', ['no value']],
    ['--role root', ['candidate, recruiter']],
    ['--role recruiter', ['--institution is needed']],
    ['--role recruiter --institution abc', ['vrb, xyz, but got: abc']],
    ['--role analyst --institution vrb', ['--institution has no meaning']],
    ['--role committee-member', ['--procedure is needed']],
    ['--role committee-member --procedure "p 1"', ['without spaces, but got: p 1']],
    ['--role integration --institution vrb', ['--scope is needed']],
    ['--role integration --institution vrb --scope "history:read all"', ['but got: all']],
    ['--role analyst --scope history:read', ['--scope has no meaning']],
    ['--role analyst --ttl PT59S', ['PT1M to PT24H, but got: PT59S']],
    ['--role analyst --ttl PT25H', ['PT25H']],
    ['--role analyst --ttl P1M', ['P1M']],
    ['--role analyst --ttl soon', ['soon']],
    ['--role analyst --subject ""', ['--subject needs a value']],
    ['analyst --rôle x', ['got: analyst', 'got: --rôle', '--role, --revoke']],
    [
      '--role recruiter --institution abc --scope all --ttl soon --colour red',
      ['--colour', '--institution', '--scope', '--scope has no meaning', '--ttl'],
    ],
  ])('says all that is wrong with: %s', (words, expected) => {
    const problems = problemsOf(words);
    expect(problems).toHaveLength(expected.length);
    for (const [index, part] of expected.entries()) expect(problems[index]).toContain(part);
  });
});
