import { randomUUID } from 'node:crypto';
import type { Role } from '@mandate-graph/runtime';
import { buildSchema, type GraphQLObjectType, isUnionType } from 'graphql';
import { readRoot } from '../../support/graph.ts';

/** Somebody who acts, with the role and the binding of their token. */
export interface Player {
  readonly name: string;
  readonly role: Role | 'public';
  readonly subject?: string;
  readonly institution?: string;
  readonly procedure?: string;
}

export const PUBLIC: Player = { name: 'the public', role: 'public' };

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query
export type Data = any;

export interface Answer {
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Record<string, unknown>;
  }[];
}

export interface Asking {
  /** What the graph answers, errors and all. */
  tell(as: Player, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** What the graph answers; throws when there are errors. */
  ask(as: Player, query: string, variables?: Record<string, unknown>): Promise<Data>;
}

export interface Recorded {
  readonly id: string;
  readonly version: number;
}

export interface Problem {
  readonly path: string;
  readonly code: string;
  readonly value: string | null;
  readonly rule: string;
}

export const SCHEMA = buildSchema(readRoot('schema/api.graphql'));
export const MUTATIONS = SCHEMA.getMutationType()!.getFields();

/** A mutation with all that it can answer. */
export const mutationOf = (name: string): string =>
  `mutation ($input: ${MUTATIONS[name]!.args[0]!.type}) { result: ${selectionOfMutation(name)} }`;

export function selectionOfMutation(name: string, variable = '$input'): string {
  const { type } = MUTATIONS[name]!;
  if (!isUnionType(type)) throw new Error(`${name} does not answer with a union.`);
  const parts = type.getTypes().map((one) => `... on ${one.name} { ${shown(one)} }`);
  return `${name}(input: ${variable}) { __typename ${parts.join(' ')} }`;
}

const SHOWN = ['id', 'version', 'givenVersion', 'currentVersion', 'recordedAt'];
function shown(type: GraphQLObjectType): string {
  const fields = Object.keys(type.getFields());
  const own = SHOWN.filter((field) => fields.includes(field));
  return [...own, fields.includes('problems') ? 'problems { path code value rule }' : '__typename'].join(' ');
}

/** One mutation, with a key of its own unless one is given. */
export async function send(stage: Asking, as: Player, mutation: string, input: object): Promise<Data> {
  const data = await stage.ask(as, mutationOf(mutation), { input: { idempotencyKey: randomUUID(), ...input } });
  return data.result;
}

/** An act that is done; throws with every problem when it is not. */
export async function act(stage: Asking, as: Player, mutation: string, input: object): Promise<Recorded> {
  const result = await send(stage, as, mutation, input);
  if (['Refused', 'VersionConflict'].includes(result.__typename)) {
    throw new Error(`${as.name}: ${mutation} was not done: ${JSON.stringify(result)}`);
  }
  return result;
}

/** Path and code of each problem of an act that must be refused. */
export async function refused(stage: Asking, as: Player, mutation: string, input: object): Promise<string[]> {
  const result = await send(stage, as, mutation, input);
  if (result.problems === undefined) {
    throw new Error(`${as.name}: ${mutation} was not refused: ${JSON.stringify(result)}`);
  }
  return result.problems.map(({ path, code }: Problem) => `${path} ${code}`);
}
