import { describe, expect, test } from '@jest/globals';
import { readEnvironment } from '@mandate-graph/runtime';
import { Program } from './program.ts';

describe('npm run token', () => {
  const run = (variables: Record<string, string>, ...words: string[]) =>
    Program.run(['node', 'scripts/run.mjs', 'token', ...words], variables);

  test('tells all that is wrong with its options at once', async () => {
    const { code, out, err } = await run({}, '--role', 'recruiter', '--ttl', 'P2D', '--scope', 'all');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    for (const part of ['--institution', '--ttl', 'P2D', '--scope']) expect(err).toContain(part);
  });

  test.each([{ OIDC_ISSUER: 'https://issuer.example/' }, { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/g' }])(
    'makes none where tokens come from elsewhere: %j',
    async (variables) => {
      const { code, out, err } = await run(variables, '--role', 'analyst');
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('OIDC_ISSUER');
    },
  );

  test('makes keys that a process in production takes', async () => {
    const { out } = await run({}, '--new-keys');
    const keys = Object.fromEntries([...out.matchAll(/^(\w+)=(.+)$/gm)].map(([, name, value]) => [name!, value!]));
    expect(Object.keys(keys)).toEqual(['ACTOR_PRIVATE_KEY', 'ACTOR_PUBLIC_KEY', 'FEED_KEY', 'PERSON_KEY']);
    const all = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/g', OIDC_ISSUER: 'https://issuer.example/' };
    expect(() => readEnvironment({ ...all, ...keys })).not.toThrow();
  });
});
