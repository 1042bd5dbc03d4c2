import { CHAIN_START, hashOf, type TrailEntry } from './trail.chain.ts';
import { NotedHeads } from './trail.noted.ts';
import { whatWasDone } from './trail.tampering.ts';
import { broken, type Head, type NotedHead, type Verdict } from './trail.verdict.ts';

/** The entries of one trail in the order of their numbers, a page at a time; from the first one at each call. */
export type TrailPages = () => AsyncIterable<readonly TrailEntry[]>;

/**
 * Whether the trail of one procedure is whole, or else the first place where it is not and what was done there. `head` is
 * the one that stands with the procedure. Whoever can write both can write another trail that is whole in itself: that one
 * does not have the heads that were noted before. No more than a page is held in memory.
 */
export async function verifyTrail(pages: TrailPages, head: Head, noted: readonly NotedHead[] = []): Promise<Verdict> {
  const heads = new NotedHeads(noted);
  const { place, hash, stoppedBy } = await follow(pages, heads);
  if (stoppedBy === 'NOTED_HEAD') return broken('CHANGED', Math.max(1, place), 'NOTED_HEAD');
  if (stoppedBy !== null) return whatWasDone(pages, { place: place + 1, here: stoppedBy, previous: hash }, head);
  if (place < head.entries) return broken('DELETED', place + 1, 'HEAD');
  if (place > head.entries) return broken('INSERTED', head.entries + 1, 'HEAD');
  if (!head.hash.equals(hash)) return broken('CHANGED', Math.max(1, place), 'HEAD');
  return heads.missedBy(place) ?? { whole: true, entries: place, hash };
}

/** Up to where each entry is the one that was written for its place, and the hash of the last one that is. */
interface Followed {
  readonly place: number;
  readonly hash: Buffer;
  /** The next entry, which does not follow; or a head that this last one does not have. Null: that was all. */
  readonly stoppedBy: TrailEntry | 'NOTED_HEAD' | null;
}

async function follow(pages: TrailPages, heads: NotedHeads): Promise<Followed> {
  let [place, hash]: [number, Buffer] = [0, CHAIN_START];
  if (!heads.agree(place, hash)) return { place, hash, stoppedBy: 'NOTED_HEAD' };
  for await (const page of pages()) {
    for (const entry of page) {
      const next = place + 1;
      const follows = entry.seq === next && entry.previous.equals(hash) && hashOf(entry).equals(entry.hash);
      if (!follows) return { place, hash, stoppedBy: entry };
      [place, hash] = [next, entry.hash];
      if (!heads.agree(place, hash)) return { place, hash, stoppedBy: 'NOTED_HEAD' };
    }
  }
  return { place, hash, stoppedBy: null };
}
