import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import path from 'node:path';
import type { Problem } from '@mandate-graph/domain';
import { parseInstant } from './instant.ts';
import { ISSUER_RULE, isIssuer } from './issuer-url.ts';
import { publicKeyOf, readPrivateKey, readPublicKey } from './keys.ts';
import { PROXIES_RULE, readProxies, type TrustedProxies } from './proxies.ts';

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
  readonly actorPrivateKey: KeyObject | null;
  readonly actorPublicKey: KeyObject | null;
  readonly feedKey: string | null;
  /** Wraps the keys of persons; null: kept under the data directory. */
  readonly personKey: string | null;
  /** Server to which copies of messages are handed; null: no copies are sent. */
  readonly mailUrl: string | null;
  /** The address they are from. */
  readonly mailFrom: string;
  /** Who issues the tokens that callers show; null: the local issuer. */
  readonly oidcIssuer: string | null;
  /** What a token must name as its audience. */
  readonly oidcAudience: string;
  readonly corsOrigins: readonly string[];
  readonly trustedProxies: TrustedProxies;
  /** File with the only operations to run; null: all operations. */
  readonly operationsManifest: string | null;
  /** Deadline of one request to a subgraph, in milliseconds. */
  readonly subgraphTimeout: number;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const MIN_KEY_LENGTH = 32;

/** What a process runs of the graph: all of it, one part, or nothing, as a command does that is soon over. */
export type Part = 'whole' | 'gateway' | 'subgraph' | 'command';

/** In production each process must be told what it needs, and needs no key of another. */
const NEEDED: Readonly<Record<Part, readonly string[]>> = {
  whole: ['DATABASE_URL', 'ACTOR_PRIVATE_KEY', 'FEED_KEY', 'PERSON_KEY', 'OIDC_ISSUER'],
  gateway: ['DATABASE_URL', 'ACTOR_PRIVATE_KEY', 'OIDC_ISSUER'],
  subgraph: ['DATABASE_URL', 'ACTOR_PUBLIC_KEY', 'FEED_KEY'],
  command: ['DATABASE_URL'],
};

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
  part: Part = 'whole',
): Environment {
  const problems: Problem[] = [];
  const secret = /KEY|DATABASE|MAIL_URL/;
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

  const keyOfPair = (name: string, read: (text: string) => KeyObject | null): KeyObject | null => {
    const value = get(name);
    const found = value === undefined ? null : read(value);
    if (value !== undefined && found === null) {
      refuse(name, value, 'must be a key of the algorithm Ed25519, as npm run token -- --new-keys makes one.');
    }
    return found;
  };

  const production = get('NODE_ENV') === 'production';
  const host = get('HOST') ?? '127.0.0.1';
  if (isIP(host) === 0 && !/^[a-z0-9.-]+$/i.test(host)) {
    refuse('HOST', host, `must be an address or a host name, but got: ${host}.`);
  }
  const postgres = ['postgres:', 'postgresql:'];
  const databaseUrl = url('DATABASE_URL', postgres);
  const perPart = (prefix: string, protocols: readonly string[], more: readonly string[] = []) => {
    const found = new Map<string, string>();
    for (const name of Object.keys(variables)) {
      if (!name.startsWith(prefix)) continue;
      const value = url(name, protocols);
      const subgraph = name.slice(prefix.length);
      const known = subgraphs === null ? undefined : [...subgraphs, ...more].map(variableName);
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
  const databaseUrlOf = perPart('DATABASE_URL_', postgres, ['gateway']);
  const subgraphUrlOf = perPart('SUBGRAPH_URL_', ['http:', 'https:']);

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
  const actorPrivateKey = keyOfPair('ACTOR_PRIVATE_KEY', readPrivateKey);
  const actorPublicKey = keyOfPair('ACTOR_PUBLIC_KEY', readPublicKey);
  if (actorPrivateKey !== null && actorPublicKey?.equals(publicKeyOf(actorPrivateKey)) === false) {
    refuse('ACTOR_PUBLIC_KEY', undefined, 'must be the other half of ACTOR_PRIVATE_KEY, but is not.');
  }
  const feedKey = key('FEED_KEY');
  const personKey = key('PERSON_KEY');
  const mailUrl = url('MAIL_URL', ['smtp:', 'smtps:']);
  const mailFrom = get('MAIL_FROM') ?? 'mandate-graph@localhost';
  if (!/^[^\s@,;:<>()"]+@[a-z0-9.-]+$/i.test(mailFrom)) {
    refuse('MAIL_FROM', mailFrom, `must be an address such as noreply@graph.example, but got: ${mailFrom}.`);
  }
  const oidcIssuer = url('OIDC_ISSUER', ['https:', 'http:']);
  if (oidcIssuer !== null && !isIssuer(oidcIssuer)) {
    refuse('OIDC_ISSUER', oidcIssuer, `${ISSUER_RULE}, but got: ${oidcIssuer}.`);
  }
  if (production) {
    for (const name of NEEDED[part]) {
      if (get(name) === undefined) refuse(name, undefined, 'is required when NODE_ENV is production.');
    }
    if (mailUrl !== null && get('MAIL_FROM') === undefined) {
      refuse('MAIL_FROM', undefined, 'is required with MAIL_URL when NODE_ENV is production.');
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

  const proxies = get('TRUST_PROXY') ?? '0';
  const trustedProxies = readProxies(proxies);
  if (trustedProxies === null) {
    refuse('TRUST_PROXY', proxies, `${PROXIES_RULE}, but got: ${proxies}.`);
  }
  const manifest = get('OPERATIONS_MANIFEST');

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
    actorPrivateKey,
    actorPublicKey,
    feedKey,
    personKey,
    mailUrl,
    mailFrom,
    oidcIssuer,
    oidcAudience: get('OIDC_AUDIENCE') ?? 'mandate-graph',
    corsOrigins,
    trustedProxies: trustedProxies ?? 0,
    operationsManifest: manifest === undefined ? null : path.resolve(manifest),
    subgraphTimeout: integer('SUBGRAPH_TIMEOUT_MS', 10_000, 100, 120_000),
  };
  if (problems.length > 0) throw new EnvironmentError(problems);
  return environment;
}

/** The part of a variable that names a subgraph: in capitals, with underscores, as in `SUBGRAPH_URL_CATALOGUE`. */
export const variableName = (subgraph: string): string => subgraph.toUpperCase().replaceAll('-', '_');

/** For a process that is started: what this one was given, but for these variables. */
export const environmentWith = (variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ ...process.env, ...variables });
