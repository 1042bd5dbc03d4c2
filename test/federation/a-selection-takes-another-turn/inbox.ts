import type { Asking, Player } from './acts.ts';

interface Text {
  readonly nl: string;
  readonly fr: string;
  readonly en: string;
}

/** A message or a task as its candidate has it. */
export interface Told {
  readonly kind: 'MESSAGE' | 'TASK';
  readonly code: string;
  readonly doneAt: string | null;
  readonly dueAt: string | null;
  readonly subject: Text;
  readonly text: Text;
  readonly vacancy: { readonly id: string } | null;
}

const QUERY = `{ me { inbox(first: 100) { edges { node {
  kind code doneAt dueAt subject { nl fr en } text { nl fr en } vacancy { id } } } } } }`;

/** What somebody was told, oldest first. */
export async function inboxOf(stage: Asking, as: Player): Promise<Told[]> {
  const { me } = await stage.ask(as, QUERY);
  return me.inbox.edges.map(({ node }: { node: Told }) => node).reverse();
}

/** The codes of what somebody was told of a selection, in their order; a task that is still to be done is marked so. */
export async function toldOf(stage: Asking, as: Player, of?: string): Promise<string[]> {
  const told = await inboxOf(stage, as);
  return told
    .filter(({ code, vacancy }) => !APPLYING.includes(code) && (of === undefined || vacancy?.id === of))
    .map(({ kind, code, doneAt }) => (kind === 'TASK' && doneAt === null ? `${code} (to do)` : code));
}

/** What is told before a selection begins. */
const APPLYING = ['SUBMIT', 'VALIDATE', 'REACH_YEARS', 'APPLICATION_SUBMITTED', 'APPLICATION_VALIDATED'];
