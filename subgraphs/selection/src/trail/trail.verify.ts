import { CHAIN_START, hashOf, type TrailEntry } from './trail.chain.ts';

/** What was done to a trail that is not whole. */
export const TAMPERINGS = ['CHANGED', 'DELETED', 'INSERTED', 'SWAPPED'] as const;
export type Tampering = (typeof TAMPERINGS)[number];

/** How far a trail had come, and the hash of its last entry then. */
export interface Head {
  /** 0: nothing had happened yet. */
  readonly entries: number;
  readonly hash: Buffer;
}

/** A head that stands somewhere outside of the database. */
export interface PublishedHead {
  /** Null: it was published without. */
  readonly entries: number | null;
  readonly hash: Buffer;
}

export interface Whole {
  readonly whole: true;
  readonly entries: number;
  readonly hash: Buffer;
}

export interface Broken {
  readonly whole: false;
  readonly tampering: Tampering;
  /** The first place, from 1, at which what is there is not what was written. */
  readonly place: number;
  /** What shows it. */
  readonly shownBy: 'CHAIN' | 'HEAD' | 'PUBLISHED_HEAD';
}
export type Verdict = Whole | Broken;

/** Whether an entry is as it was written, were it in this place of the chain. */
const fits = (entry: TrailEntry, seq: number): boolean => hashOf({ ...entry, seq }).equals(entry.hash);
const follows = (entry: TrailEntry, previous: Buffer, seq: number): boolean =>
  entry.previous.equals(previous) && fits(entry, seq);

/**
 * Whether the trail of one procedure is whole, or else the first place where it is not and what was done there. `entries`
 * are those of the database in the order of their numbers; `head` is the one that stands with the procedure. Whoever can
 * write both can write another trail that is whole in itself: that one does not lead to a head which was published before.
 */
export function verifyTrail(
  entries: readonly TrailEntry[],
  head: Head,
  published: readonly PublishedHead[] = [],
): Verdict {
  return (
    brokenChain(entries, head) ??
    brokenAtHead(entries, head) ??
    brokenAtPublished(entries, published) ?? { whole: true, entries: entries.length, hash: lastOf(entries) }
  );
}

const lastOf = (entries: readonly TrailEntry[]): Buffer => entries.at(-1)?.hash ?? CHAIN_START;
const broken = (tampering: Tampering, place: number, shownBy: Broken['shownBy'] = 'CHAIN'): Broken => ({
  ...{ whole: false, tampering, place, shownBy },
});

function brokenChain(entries: readonly TrailEntry[], head: Head): Broken | null {
  let previous: Buffer = CHAIN_START;
  for (const [at, entry] of entries.entries()) {
    const place = at + 1;
    if (entry.seq === place && follows(entry, previous, place)) {
      previous = entry.hash;
      continue;
    }
    return whatIsWrong(entries, place, previous, head.entries);
  }
  return null;
}

/** The entries before this place follow one another; the one that is there does not follow them. */
function whatIsWrong(entries: readonly TrailEntry[], place: number, previous: Buffer, last: number): Broken {
  const here = entries[place - 1]!;
  // The entry that was written for this place is elsewhere. What is here instead was written for another, or never.
  if (entries.some((one) => follows(one, previous, place))) {
    const known = entries.length <= last && entries.some((_one, at) => fits(here, at + 1));
    return broken(known ? 'SWAPPED' : 'INSERTED', place);
  }
  if (here.seq > place) return broken('DELETED', place);
  // It follows an entry further up: those between were put in, each made to follow the one before.
  const parent = here.previous.equals(CHAIN_START) ? 0 : placeOfHash(entries, here.previous);
  if (parent !== null && parent < place - 1 && fits(here, parent + 1)) return broken('INSERTED', parent + 1);
  if (fits(here, place)) {
    // It is as it was written, but what it follows is gone: written anew, or not there at all.
    return entries.length < last ? broken('DELETED', place) : broken('CHANGED', Math.max(1, place - 1));
  }
  // It was written for a later place, and has moved up.
  for (let later = place + 1; later <= last; later++) if (fits(here, later)) return broken('DELETED', place);
  return broken(place > last ? 'INSERTED' : 'CHANGED', place);
}

const placeOfHash = (entries: readonly TrailEntry[], hash: Buffer): number | null => {
  const at = entries.findIndex((entry) => entry.hash.equals(hash));
  return at === -1 ? null : at + 1;
};

function brokenAtHead(entries: readonly TrailEntry[], head: Head): Broken | null {
  const last = head.entries;
  if (entries.length < last) return broken('DELETED', entries.length + 1, 'HEAD');
  if (entries.length > last) return broken('INSERTED', last + 1, 'HEAD');
  return head.hash.equals(lastOf(entries)) ? null : broken('CHANGED', Math.max(1, last), 'HEAD');
}

/** Up to the first published head that the trail does not lead to, something was written anew, or is gone. */
function brokenAtPublished(entries: readonly TrailEntry[], published: readonly PublishedHead[]): Broken | null {
  const missed = published.filter((head) => reached(entries, head) === null);
  if (missed.length === 0) return null;
  const first = Math.min(...missed.map((head) => head.entries ?? Math.max(1, entries.length)));
  if (first > entries.length) return broken('DELETED', entries.length + 1, 'PUBLISHED_HEAD');
  const kept = published.map((head) => reached(entries, head) ?? 0).filter((place) => place < first);
  return broken('CHANGED', Math.max(0, ...kept) + 1, 'PUBLISHED_HEAD');
}

/** The place at which the trail has this head; null: nowhere. */
function reached(entries: readonly TrailEntry[], { entries: number, hash }: PublishedHead): number | null {
  if (number === null) return placeOfHash(entries, hash);
  return number <= entries.length && lastOf(entries.slice(0, number)).equals(hash) ? number : null;
}
