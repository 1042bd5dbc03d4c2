import { isIP } from 'node:net';
import path from 'node:path';
import { type Problem, TIME_ZONE } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';

/** The configuration of a process, read once from the environment. Names of variables stand in docs/operations.md. */
export interface Environment {
  readonly production: boolean;
  readonly host: string;
  /** Port of the gateway; 0 takes a free one. */
  readonly port: number;
  readonly dataDir: string;
  /** Null: the embedded server. */
  readonly databaseUrl: string | null;
  databaseUrlOf(subgraph: string): string | null;
  /** Where another process serves this subgraph; null: the default address. */
  subgraphUrlOf(subgraph: string): string | null;
  /** Start of the demonstration clock; null: the system's time. */
  readonly clock: string | null;
  readonly content: 'notices' | 'none';
  readonly logLevel: LogLevel;
  /** Keys of the two internal credentials; null: kept under the data directory. */
  readonly actorKey: string | null;
  readonly feedKey: string | null;
  readonly corsOrigins: readonly string[];
  /** Deadline of one request to a subgraph, in milliseconds. */
  readonly subgraphTimeout: number;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const MIN_KEY_LENGTH = 32;

/** Thrown with every problem of the environment at once. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(`The environment is not usable:\n${problems.map((p) => `  ${p.path}: ${p.rule}`).join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

/**
 * The only place that reads process.env: everything else is handed an {@link Environment}. With the names of all
 * subgraphs, a variable for one that does not exist is a problem too: it would send data elsewhere in silence.
 */
export function readEnvironment(
  variables: NodeJS.ProcessEnv = process.env,
  subgraphs: readonly string[] | null = null,
): Environment {
  const problems: Problem[] = [];
  const secret = /KEY|DATABASE/;
  const refuse = (path: string, value: string | undefined, rule: string): void => {
    const shown = value === undefined || secret.test(path) ? null : value;
    problems.push({ path, code: 'ENVIRONMENT', value: shown, rule });
  };
  const get = (name: string): string | undefined => {
    const value = variables[name]?.trim();
    return value === '' ? undefined : value;
  };
  const integer = (name: string, fallback: number, min: number, max: number): number => {
    const value = get(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    refuse(name, value, `must be a whole number from ${min} to ${max}, but got: ${value}.`);
    return fallback;
  };
  const oneOf = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const value = get(name);
    if (value === undefined) return fallback;
    if ((values as readonly string[]).includes(value)) return value as T;
    refuse(name, value, `must be one of ${values.join(', ')}, but got: ${value}.`);
    return fallback;
  };
  const url = (name: string, protocols: readonly string[]): string | null => {
    const value = get(name);
    if (value === undefined) return null;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    // The value may hold a password: it is named, never shown.
    const shown = secret.test(name) ? '' : `, but got: ${value}`;
    refuse(name, value, `must be a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}${shown}.`);
    return null;
  };
  const key = (name: string): string | null => {
    const value = get(name) ?? null;
    if (value !== null && value.length < MIN_KEY_LENGTH) {
      refuse(name, value, `must have at least ${MIN_KEY_LENGTH} characters, but has ${value.length}.`);
    }
    return value;
  };

  const production = get('NODE_ENV') === 'production';
  const host = get('HOST') ?? '127.0.0.1';
  if (isIP(host) === 0 && !/^[a-z0-9.-]+$/i.test(host)) {
    refuse('HOST', host, `must be an address or a host name, but got: ${host}.`);
  }
  const postgres = ['postgres:', 'postgresql:'];
  const databaseUrl = url('DATABASE_URL', postgres);
  const perSubgraph = (prefix: string, protocols: readonly string[]) => {
    const found = new Map<string, string>();
    for (const name of Object.keys(variables)) {
      if (!name.startsWith(prefix)) continue;
      const value = url(name, protocols);
      const subgraph = name.slice(prefix.length);
      const known = subgraphs?.map(variableName);
      if (known !== undefined && !known.includes(subgraph)) {
        refuse(
          name,
          undefined,
          `names no subgraph: after ${prefix} must stand one of ${known.join(', ')}, but got: ${subgraph}.`,
        );
      }
      if (value !== null) found.set(subgraph, value);
    }
    return (subgraph: string): string | null => found.get(variableName(subgraph)) ?? null;
  };
  const databaseUrlOf = perSubgraph('DATABASE_URL_', postgres);
  const subgraphUrlOf = perSubgraph('SUBGRAPH_URL_', ['http:', 'https:']);

  const clock = get('CLOCK') ?? null;
  if (clock !== null && parseInstant(clock) === null) {
    refuse('CLOCK', clock, `must be an instant such as 2025-09-01T09:00:00+02:00, but got: ${clock}.`);
  }
  if (clock !== null && databaseUrl !== null) {
    refuse(
      'CLOCK',
      clock,
      'is the demonstration clock, which works with the embedded server only: leave it out, or leave DATABASE_URL out.',
    );
  }
  const actorKey = key('ACTOR_KEY');
  const feedKey = key('FEED_KEY');
  if (production) {
    const needed = { DATABASE_URL: databaseUrl, ACTOR_KEY: actorKey, FEED_KEY: feedKey };
    for (const [name, value] of Object.entries(needed)) {
      if (value === null && get(name) === undefined)
        refuse(name, undefined, 'is required when NODE_ENV is production.');
    }
  }
  const corsOrigins = (get('CORS_ORIGINS') ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  for (const origin of corsOrigins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      refuse(
        'CORS_ORIGINS',
        origin,
        `must be origins such as https://portal.example, separated by commas, but got: ${origin}.`,
      );
    }
  }

  const environment: Environment = {
    production,
    host,
    port: integer('PORT', 4000, 0, 65_535),
    dataDir: path.resolve(get('DATA_DIR') ?? '.data'),
    databaseUrl,
    databaseUrlOf: (subgraph) => databaseUrlOf(subgraph) ?? databaseUrl,
    subgraphUrlOf,
    clock,
    content: oneOf('CONTENT', ['notices', 'none'] as const, 'notices'),
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    actorKey,
    feedKey,
    corsOrigins,
    subgraphTimeout: integer('SUBGRAPH_TIMEOUT_MS', 10_000, 100, 120_000),
  };
  if (problems.length > 0) throw new EnvironmentError(problems);
  return environment;
}

/** The part of a variable that names a subgraph: in capitals, with underscores, as in `SUBGRAPH_URL_CATALOGUE`. */
export const variableName = (subgraph: string): string => subgraph.toUpperCase().replaceAll('-', '_');

/** An instant, or a local date-time without offset taken in Brussels. */
export function parseInstant(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    try {
      return Temporal.PlainDateTime.from(text).toZonedDateTime(TIME_ZONE).toInstant();
    } catch {
      return null;
    }
  }
}
