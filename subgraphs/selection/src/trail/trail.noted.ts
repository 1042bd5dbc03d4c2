import { type Broken, broken, type NotedHead } from './trail.verdict.ts';

/** Heads that were noted of a trail, while it is followed from its start. */
export class NotedHeads {
  /** The last place of which one was noted: up to there nothing was changed since. */
  #known = 0;
  readonly #met = new Set<NotedHead>();

  constructor(private readonly noted: readonly NotedHead[]) {}

  /** Whether none of them says that the entry in this place has another hash. */
  agree(place: number, hash: Buffer): boolean {
    for (const head of this.noted) {
      const same = head.hash.equals(hash);
      if (head.entries === place && !same) return false;
      if (!same || (head.entries ?? place) !== place) continue;
      this.#met.add(head);
      this.#known = place;
    }
    return true;
  }

  /** What those say that were not met in a trail of so many entries, which is whole in itself. */
  missedBy(entries: number): Broken | null {
    const missed = this.noted.filter((head) => !this.#met.has(head));
    if (missed.length === 0) return null;
    if (missed.some((head) => head.entries === null) && this.#known < entries) {
      return broken('CHANGED', this.#known + 1, 'NOTED_HASH');
    }
    return broken('DELETED', entries + 1, 'NOTED_HEAD');
  }
}
