import { hashOf, type TrailEntry } from './trail.chain.ts';
import { type Broken, broken, type Head } from './trail.verdict.ts';
import type { TrailPages } from './trail.verify.ts';

/** The first place where a trail is not whole: the entries before it follow one another, the one in it does not follow. */
export interface Misfit {
  readonly place: number;
  readonly here: TrailEntry;
  /** The hash of the one before it. */
  readonly previous: Buffer;
}

/** What the rest of the trail says of it. */
interface Signs {
  /** How many entries there are. */
  readonly entries: number;
  /** What was written for that place, and is somewhere. */
  readonly own: Own | null;
  /** Another place for which the one that is here was written; `kept`: that one has it as well. */
  readonly home: { readonly place: number; readonly kept: boolean } | null;
  /** Whether the next entry, or the head, says that the one that is here belongs before it. */
  readonly vouched: boolean;
}

interface Own {
  readonly isHere: boolean;
  /** With its own hash, which otherwise stayed in its place. */
  readonly hashed: boolean;
  /** What is in its place was written for where it is. */
  readonly exchanged: boolean;
}

/** What was done there. More than one thing may have been done; this is the first. */
export async function whatWasDone(pages: TrailPages, misfit: Misfit, head: Head): Promise<Broken> {
  const { place, here, previous } = misfit;
  const { entries, own, home, vouched } = await signsOf(pages, misfit, head);
  const gap = here.seq > place;
  // It has moved down: those between were put in, each made to follow the one before.
  if (own === null && !gap && home !== null && home.place < place && !home.kept) return broken('INSERTED', home.place);
  if (place > head.entries) return broken('INSERTED', head.entries + 1);
  if (own !== null) {
    // What was written for this place is there. If no other is in its place, only what it says of its place is wrong.
    if (own.isHere || gap) return broken('CHANGED', place);
    const fewEnough = entries <= head.entries || !own.hashed;
    return broken(fewEnough && (own.exchanged || home !== null) ? 'SWAPPED' : 'INSERTED', place);
  }
  if (gap) return broken('DELETED', place);
  if (!here.previous.equals(previous)) {
    // It has moved up, or was made to: what it follows is gone.
    if (entries < head.entries) return broken('DELETED', place);
    // It is as it was written: the one before it was written anew, with a hash that fits.
    if (fits(here, place) && vouched) return broken('CHANGED', Math.max(1, place - 1));
  }
  return broken('CHANGED', place);
}

/** Whether an entry is as it was written, were it written for this place. */
const fits = (entry: TrailEntry, place: number): boolean => hashOf({ ...entry, seq: place }).equals(entry.hash);

async function signsOf(pages: TrailPages, misfit: Misfit, head: Head): Promise<Signs> {
  const { place, here } = misfit;
  let entries = 0;
  let [own, home]: [Own | null, Signs['home']] = [null, null];
  let follower = head.hash;
  for await (const page of pages()) {
    for (const entry of page) {
      entries += 1;
      if (entries === place + 1) follower = entry.previous;
      own ??= ownIn(entry, entries, misfit);
      if (home === null && entries !== place && fits(here, entries)) {
        home = { place: entries, kept: entry.hash.equals(here.hash) };
      }
    }
  }
  return { entries, own, home, vouched: follower.equals(here.hash) };
}

/** Whether this is what was written for a place: with its hash, or without the one that stayed when it was moved. */
function ownIn(entry: TrailEntry, at: number, { place, here, previous }: Misfit): Own | null {
  const hash = hashOf({ ...entry, seq: place, previous });
  const hashed = hash.equals(entry.hash);
  if (!hashed && !hash.equals(here.hash)) return null;
  const exchanged = [entry.previous, here.previous].some((before) => {
    const there = hashOf({ ...here, seq: at, previous: before });
    return there.equals(entry.hash) || there.equals(here.hash);
  });
  return hashed || exchanged ? { isHere: at === place, hashed, exchanged } : null;
}
