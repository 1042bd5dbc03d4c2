import { describe, expect, test } from '@jest/globals';
import { EnvironmentError, readEnvironment } from './environment.ts';
import { parseInstant } from './instant.ts';

const problemsOf = (variables: Record<string, string>) => {
  try {
    readEnvironment(variables);
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
      corsOrigins: [],
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
    });
    expect(problems.map((problem) => [problem.path, problem.value]).sort()).toEqual([
      ['CLOCK', 'tomorrow'],
      ['CONTENT', 'some'],
      ['CORS_ORIGINS', 'https://portal.example/path'],
      ['HOST', 'not a host'],
      ['LOG_LEVEL', 'loud'],
      ['PORT', '70000'],
      ['SUBGRAPH_TIMEOUT_MS', '-1'],
      ['SUBGRAPH_URL_CATALOGUE', 'catalogue'],
    ]);
  });

  test('never shows a password or a key', () => {
    const variables = {
      DATABASE_URL: 'mysql://u:hunter2hunter2@host/db',
      ACTOR_KEY: 'too-short-secret',
      DATABASE_URL_X: 'hunter2hunter2',
    };
    const problems = problemsOf(variables);
    expect(problems).toHaveLength(3);
    expect(JSON.stringify(problems) + new EnvironmentError(problems).message).not.toMatch(/hunter2|too-short/);
  });

  test('in production asks for the database and both keys, and has no demonstration clock', () => {
    expect(problemsOf({ NODE_ENV: 'production' }).map((problem) => problem.path)).toEqual([
      'DATABASE_URL',
      'ACTOR_KEY',
      'FEED_KEY',
    ]);
    const complete = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://u:p@db/graph',
      ACTOR_KEY: 'a'.repeat(32),
      FEED_KEY: 'f'.repeat(32),
    };
    expect(problemsOf(complete)).toEqual([]);
    expect(problemsOf({ ...complete, CLOCK: '2025-09-01T09:00:00+02:00' }).map((problem) => problem.path)).toEqual([
      'CLOCK',
    ]);
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
    expect(read({ DATABASE_URL_GOB_CONNECTIT: 'postgres://u:p@db/g' }).databaseUrlOf('gob-connectit')).not.toBeNull();
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
