import type { Clock } from '@mandate-graph/domain';
import type { Router } from 'express';
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from './access/actor.ts';
import type { Allowance } from './allowance.ts';
import type { Credentials, CredentialVerifier } from './credential.ts';
import type { Environment } from './environment.ts';
import type { FederatedSchema } from './federated-schema.ts';
import type { Logger } from './log.ts';

/** What a process hands to each subgraph that runs in it. */
export interface Platform {
  readonly environment: Environment;
  readonly clock: Clock;
  readonly log: Logger;
  readonly actorCredentials: CredentialVerifier<Actor>;
  readonly feedCredentials: Credentials<string>;
  /** The database of a subgraph. */
  databaseUrlOf(subgraph: string): string;
  /** Where another subgraph's feed of events is; asked at each call, since it may not be known at start. */
  feedUrlOf(subgraph: string): string | null;
}

/** A subgraph, as the process that runs it sees it. */
export interface SubgraphDefinition {
  /** Name in the supergraph, and of its database schema (with underscores). */
  readonly name: string;
  /** Default loopback port. */
  readonly port: number;
  schema(): Promise<FederatedSchema>;
  /** Opens its database (migrated) and whatever else it needs. */
  open(platform: Platform): Promise<OpenSubgraph>;
}

export interface RequestContext {
  readonly actor: Actor;
  readonly allowance?: Allowance;
}

export interface OpenSubgraph {
  /**
   * Per request: actor, services, loaders; and what the request may reach, where that is limited. `arrived`: when it came
   * to the graph, where that decides about something.
   */
  context(actor: Actor, arrived: Temporal.Instant): RequestContext;
  /** Resolves when the subgraph can answer; rejects when it cannot. Cheap, and never cached for long. */
  check(): Promise<void>;
  /** Routes beside GraphQL, such as the feed of events. Requests that wait must end when `closing` fires. */
  routes(router: Router, closing: AbortSignal): void;
  /** Starts what runs in the background, once the subgraph listens. */
  start(): void;
  /** Resolves when what was published before the start has been taken in, or cannot be in a few seconds. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
