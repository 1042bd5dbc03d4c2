import type { Actor } from '@mandate-graph/runtime';
import { candidateOf, type TestCandidates, testCandidates } from '../../testing/candidates.subgraph.ts';
import { Inboxes } from './inboxes.ts';

export const NOW = '2025-09-01T07:00:00Z';

const INBOX = `query ($first: Int, $after: String, $unreadOnly: Boolean = false, $tasksOnly: Boolean = false) { me {
  inbox(first: $first, after: $after, unreadOnly: $unreadOnly, tasksOnly: $tasksOnly) { unreadCount openTaskCount
    pageInfo { hasNextPage hasPreviousPage } edges { cursor node { id kind code subject { nl fr en original } text { nl fr en }
      reasons sentAt dueAt readAt doneAt vacancy { id } application { id status } } } } } }`;

/** The subgraph, with candidates who read their inboxes, and what posts into these. */
export class InboxReading {
  #candidates = 0;

  private constructor(
    readonly candidates: TestCandidates,
    readonly inboxes: Inboxes,
  ) {}

  static async open(): Promise<InboxReading> {
    const candidates = await testCandidates();
    return new InboxReading(candidates, await Inboxes.open(candidates.database));
  }

  async someone(): Promise<Actor> {
    this.#candidates += 1;
    const actor = candidateOf(`inbox-${this.#candidates}`);
    const account = { givenNames: 'Ann', familyName: 'Peeters', email: 'ann@example.org', preferredLanguage: 'NL' };
    await this.candidates.write(actor, 'saveAccount', account);
    return actor;
  }

  async read(actor: Actor, variables: Record<string, unknown> = {}) {
    const { data, errors, statements } = await this.candidates.ask(actor, INBOX, variables);
    const inbox = data.me?.inbox;
    return { inbox, errors, statements, nodes: inbox?.edges.map(({ node }: { node: object }) => node) };
  }

  async close(): Promise<void> {
    await this.inboxes.close();
    await this.candidates.close();
  }
}
