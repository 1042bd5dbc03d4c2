import type { Actor } from '@mandate-graph/runtime';
import { candidateOf, type TestCandidates } from '../../testing/candidates.subgraph.ts';
import type { EntryInputs } from '../profile.entries.rules.ts';
import { ENTRIES, LISTS, PROFILE } from './entries.ts';

export type Mutation = keyof EntryInputs;

/** What tests do with profiles, in the subgraph that is running by then. */
export function profiles(running: () => TestCandidates) {
  const save = (actor: Actor, mutation: Mutation, own: object = {}) =>
    running().write(actor, mutation, { ...ENTRIES[mutation], ...own });
  return {
    save,
    /** A new candidate with an account; their id. */
    register: async (subject: string): Promise<{ actor: Actor; id: string }> => {
      const actor = candidateOf(subject);
      const names = { givenNames: 'A', familyName: 'B', email: 'a@b.c', preferredLanguage: 'NL' };
      return { actor, id: (await running().write(actor, 'saveAccount', names)).id };
    },
    remove: (actor: Actor, id: string, version: number) =>
      running().write(actor, 'removeProfileEntry', { id, version }),
    profile: async (actor: Actor) => {
      const { data, statements } = await running().ask(actor, PROFILE);
      return { lists: data.me as Record<string, { id: string; version: number }[]>, statements };
    },
    /** The entry as it was written, with what was left out. */
    shown: (mutation: Mutation, own: object) => {
      const [, part] = LISTS[mutation];
      const copy = ['saveDiploma', 'saveAppointmentDecree'].includes(mutation) ? { document: null } : {};
      return { ...(ENTRIES[mutation] as Record<string, object>)[part], ...copy, ...own };
    },
    codesOf: ({ problems }: Awaited<ReturnType<typeof save>>) =>
      problems.map(({ path, code, value }) => [path, code, value]),
  };
}
