import type { LocalizedText } from '@mandate-graph/domain';
import type { Actor } from '@mandate-graph/runtime';
import type { TestSelection } from '../../testing/selection.ts';

/** A task as it is answered. */
export interface Shown {
  readonly kind: string;
  readonly application: string | null;
  readonly count: number | null;
  readonly dueAt: string | null;
  readonly text: LocalizedText;
  readonly procedure: { readonly id: string } | null;
}

const MY_TASKS = '{ myTasks { kind application count dueAt text { nl fr en original } procedure { id } } }';

/** Everything that waits for somebody. */
export async function myTasks(selection: TestSelection, actor: Actor): Promise<Shown[]> {
  const { data, errors } = await selection.ask(actor, MY_TASKS);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.myTasks;
}

/** What waits for somebody in one procedure, as `KIND` or `KIND <count>`. */
export const waitingIn = async (selection: TestSelection, actor: Actor, procedure: string): Promise<string[]> =>
  (await tasksIn(selection, actor, procedure)).map(({ kind, count }) => (count === null ? kind : `${kind} ${count}`));

export const tasksIn = async (selection: TestSelection, actor: Actor, id: string): Promise<Shown[]> =>
  (await myTasks(selection, actor)).filter(({ procedure }) => procedure?.id === id);

/** The task of this kind; undefined: there is none. */
export const taskIn = async (selection: TestSelection, actor: Actor, id: string, kind: string) =>
  (await tasksIn(selection, actor, id)).find((task) => task.kind === kind);

/** That something was done. */
export const DONE = { __typename: 'SelectionRecorded' };
