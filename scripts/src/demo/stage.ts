import type { Role } from '@mandate-graph/runtime';

/** Somebody who acts: invented, with the role and the binding of their token. */
export interface Player {
  /** As the printed play calls them. */
  readonly name: string;
  readonly role: Role | 'public';
  /** Of the token; left out for the public. */
  readonly subject?: string;
  readonly institution?: string;
  readonly procedure?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query
export type Data = any;

/** Where a play is played: a graph, its demonstration clock, and whoever listens. Everything goes through the gateway. */
export interface Stage {
  /** What the graph answers; throws when there are errors. */
  ask(as: Player, query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Sends a document along a link that the graph gave. */
  put(link: string, body: string): Promise<void>;
  /** Sets the clock to a local time in Brussels, `2025-10-24T10:00`. */
  at(local: string): Promise<void>;
  say(line: string): void;
  /** Asks again until there is an answer: subgraphs hear of one another a moment later. */
  until<T>(what: () => Promise<T | null | undefined>): Promise<T>;
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

/** One mutation, with a key of its own. */
async function send(stage: Stage, as: Player, mutation: string, input: object, payload: string): Promise<Data> {
  const query = `mutation ($input: ${inputOf(mutation)}!) { ${mutation}(input: $input) { __typename
    ... on ${payload} { id version }
    ... on Refused { problems { path code value rule } }
    ... on VersionConflict { id givenVersion currentVersion } } }`;
  keys += 1;
  const data = await stage.ask(as, query, { input: { idempotencyKey: `play-${keys}-${mutation}`, ...input } });
  return data[mutation];
}
let keys = 0;

/** These have the same input; every other mutation has one of its own. */
const APPLICATION_ACTS = ['submitApplication', 'validateApplication', 'resumeApplication'];
const inputOf = (mutation: string): string =>
  APPLICATION_ACTS.includes(mutation)
    ? 'ApplicationActInput'
    : `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

/** An act that is done; throws with every problem when it is refused. */
export async function act(
  stage: Stage,
  as: Player,
  mutation: string,
  input: object,
  payload = 'SelectionRecorded',
): Promise<Recorded> {
  const answer = await send(stage, as, mutation, input, payload);
  if (answer.id !== undefined && answer.version !== undefined) return answer;
  throw new Error(`${as.name}: ${mutation} was not done: ${JSON.stringify(answer)}`);
}

/** An act that must be refused; gives why. */
export async function refused(
  stage: Stage,
  as: Player,
  mutation: string,
  input: object,
  payload = 'SelectionRecorded',
): Promise<readonly Problem[]> {
  const answer = await send(stage, as, mutation, input, payload);
  if (answer.problems !== undefined) return answer.problems;
  throw new Error(`${as.name}: ${mutation} was not refused: ${JSON.stringify(answer)}`);
}
