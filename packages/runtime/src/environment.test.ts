import { describe, expect, test } from '@jest/globals';
import { EnvironmentError, type Part, readEnvironment, variableName } from './environment.ts';
import { parseInstant } from './instant.ts';
import { newKeyPair } from './keys.ts';

const problemsOf = (variables: Record<string, string>, part?: Part) => {
  try {
    readEnvironment(variables, null, part);
  } catch (error) {
    return (error as EnvironmentError).problems;
  }
  return [];
};

describe('the environment', () => {
  test('has defaults for everything', () => {
    expect(readEnvironment({})).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 4000,
      databaseUrl: null,
      clock: null,
      content: 'notices',
      logLevel: 'info',
      personKey: null,
      mailUrl: null,
      mailFrom: 'mandate-graph@localhost',
      corsOrigins: [],
      trustedProxies: 0,
      operationsManifest: null,
    });
  });

  test('is refused with all its problems at once, each with its variable and value', () => {
    const problems = problemsOf({
      PORT: '70000',
      HOST: 'not a host',
      CONTENT: 'some',
      LOG_LEVEL: 'loud',
      CLOCK: 'tomorrow',
      CORS_ORIGINS: 'https://portal.example/path',
      SUBGRAPH_URL_CATALOGUE: 'catalogue',
      SUBGRAPH_TIMEOUT_MS: '-1',
      TRUST_PROXY: 'everyone',
      MAIL_FROM: 'Graph <graph@example.org>',
    });
    expect(problems.map((problem) => [problem.path, problem.value]).sort()).toEqual([
      ['CLOCK', 'tomorrow'],
      ['CONTENT', 'some'],
      ['CORS_ORIGINS', 'https://portal.example/path'],
      ['HOST', 'not a host'],
      ['LOG_LEVEL', 'loud'],
      ['MAIL_FROM', 'Graph <graph@example.org>'],
      ['PORT', '70000'],
      ['SUBGRAPH_TIMEOUT_MS', '-1'],
      ['SUBGRAPH_URL_CATALOGUE', 'catalogue'],
      ['TRUST_PROXY', 'everyone'],
    ]);
  });

  test('never shows a password or a key', () => {
    const variables = {
      DATABASE_URL: 'mysql://u:hunter2hunter2@host/db',
      FEED_KEY: 'too-short-secret',
      PERSON_KEY: 'too-short-secret',
      MAIL_URL: 'http://u:hunter2hunter2@mail',
      ACTOR_PRIVATE_KEY: 'hunter2hunter2',
      DATABASE_URL_X: 'hunter2hunter2',
    };
    const problems = problemsOf(variables);
    expect(problems).toHaveLength(6);
    expect(JSON.stringify(problems) + new EnvironmentError(problems).message).not.toMatch(/hunter2|too-short/);
  });

  describe('in production', () => {
    const { privateKey, publicKey } = newKeyPair();
    const all = {
      DATABASE_URL: 'postgres://u:p@db/graph',
      ACTOR_PRIVATE_KEY: privateKey,
      ACTOR_PUBLIC_KEY: publicKey,
      FEED_KEY: 'f'.repeat(32),
      PERSON_KEY: 'p'.repeat(32),
      OIDC_ISSUER: 'https://issuer.example/realms/one',
    };
    const needed = {
      whole: ['DATABASE_URL', 'ACTOR_PRIVATE_KEY', 'FEED_KEY', 'PERSON_KEY', 'OIDC_ISSUER'],
      gateway: ['DATABASE_URL', 'ACTOR_PRIVATE_KEY', 'OIDC_ISSUER'],
      subgraph: ['DATABASE_URL', 'ACTOR_PUBLIC_KEY', 'FEED_KEY'],
      command: ['DATABASE_URL'],
    } as const;

    test.each(Object.keys(needed) as Part[])('asks for what it needs, and for nothing else: %s', (part) => {
      const production = { NODE_ENV: 'production' };
      expect(problemsOf(production, part).map((problem) => problem.path)).toEqual(needed[part]);
      const own = Object.fromEntries(needed[part].map((name) => [name, all[name]]));
      expect(problemsOf({ ...production, ...own }, part)).toEqual([]);
    });

    test('has no demonstration clock', () => {
      const variables = { NODE_ENV: 'production', ...all, CLOCK: '2025-09-01T09:00:00+02:00' };
      expect(problemsOf(variables).map((problem) => problem.path)).toEqual(['CLOCK']);
    });

    test('mails from no address but one that it was given', () => {
      const variables = { NODE_ENV: 'production', ...all, MAIL_URL: 'smtps://mail.example' };
      expect(problemsOf(variables).map((problem) => problem.path)).toEqual(['MAIL_FROM']);
      expect(problemsOf({ ...variables, MAIL_FROM: 'noreply@graph.example' })).toEqual([]);
    });

    test('is refused with two halves of different key pairs', () => {
      const variables = { NODE_ENV: 'production', ...all, ACTOR_PUBLIC_KEY: newKeyPair().publicKey };
      expect(problemsOf(variables)).toEqual([
        {
          path: 'ACTOR_PUBLIC_KEY',
          code: 'ENVIRONMENT',
          value: null,
          rule: expect.stringContaining('ACTOR_PRIVATE_KEY'),
        },
      ]);
    });
  });

  test.each([
    ['http://issuer.example', false],
    ['https://me:secret@issuer.example', false],
    ['https://issuer.example/?x=1', false],
    ['issuer.example', false],
    ['https://issuer.example/', true],
    ['http://127.0.0.1:1234', true],
  ])('takes %s as an issuer: %s', (OIDC_ISSUER, taken) => {
    expect(problemsOf({ OIDC_ISSUER }).map((problem) => problem.path)).toEqual(taken ? [] : ['OIDC_ISSUER']);
  });

  test('finds a subgraph’s own database and address by its name in capitals', () => {
    const environment = readEnvironment({
      DATABASE_URL: 'postgres://u:p@db/graph',
      DATABASE_URL_GOB_CONNECTIT: 'postgres://u:p@other/gob',
      SUBGRAPH_URL_KSZ_EHEALTH: 'http://ksz:4112',
    });
    expect(environment.databaseUrlOf('gob-connectit')).toBe('postgres://u:p@other/gob');
    expect(environment.databaseUrlOf('catalogue')).toBe('postgres://u:p@db/graph');
    expect(environment.subgraphUrlOf('ksz-ehealth')).toBe('http://ksz:4112');
    expect(environment.subgraphUrlOf('gob-connectit')).toBeNull();
  });

  test('of a subgraph that does not exist is a problem, not silence', () => {
    const names = ['catalogue', 'gob-connectit'];
    const read = (variables: Record<string, string>) => readEnvironment(variables, names);
    for (const part of ['gob-connectit', 'gateway']) {
      const variables = { [`DATABASE_URL_${variableName(part)}`]: 'postgres://u:p@db/g' };
      expect(read(variables).databaseUrlOf(part)).not.toBeNull();
      expect(read(variables).databaseUrlOf('catalogue')).toBeNull();
    }
    const wrong = { DATABASE_URL_GOB: 'postgres://u:hunter2@db/g', SUBGRAPH_URL_CATALOG: 'http://catalogue:4101' };
    expect(() => read(wrong)).toThrow(
      /DATABASE_URL_GOB[\s\S]*GOB_CONNECTIT[\s\S]*SUBGRAPH_URL_CATALOG[\s\S]*CATALOGUE/,
    );
    expect(() => read(wrong)).not.toThrow(/hunter2/);
  });

  test('takes a clock without an offset as local time in Brussels', () => {
    expect(parseInstant('2025-09-01T09:00:00+02:00')?.toString()).toBe('2025-09-01T07:00:00Z');
    expect(parseInstant('2025-09-01T09:00:00')?.toString()).toBe('2025-09-01T07:00:00Z');
    expect(parseInstant('2025-12-01T09:00:00')?.toString()).toBe('2025-12-01T08:00:00Z');
    expect(parseInstant('soon')).toBeNull();
  });
});
