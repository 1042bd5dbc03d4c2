import { randomUUID } from 'node:crypto';
import { CHAIN_START, hashOf, NONCE_BYTES, type TrailEntry } from '../trail.chain.ts';
import type { Head, NotedHead } from '../trail.verdict.ts';
import { type TrailPages, verifyTrail } from '../trail.verify.ts';

const procedureId = randomUUID();

/** An entry as it could have been written after one with this hash. */
export const written = (seq: number, previous: Buffer, own: Partial<TrailEntry> = {}): TrailEntry => {
  const facts = {
    ...{ procedureId, seq, previous, at: '2025-10-24T08:00:00Z', act: `ACT_${seq}`, actor: 'somebody' },
    ...{ about: 'CANDIDACY' as const, aboutId: `id-${seq}`, before: null, after: { status: `S${seq}`, at: [seq] } },
    ...{ reason: null, person: null, sealed: null, nonce: Buffer.alloc(NONCE_BYTES, seq) },
    ...own,
  };
  return { ...facts, hash: hashOf(facts) };
};

/** Entries that follow one another from where a trail has come. */
export const continued = (from: readonly TrailEntry[], upTo: number, own: Partial<TrailEntry> = {}): TrailEntry[] => {
  const entries = [...from];
  while (entries.length < upTo) {
    entries.push(written(entries.length + 1, entries.at(-1)?.hash ?? CHAIN_START, own));
  }
  return entries;
};
export const trail = (length: number): TrailEntry[] => continued([], length);
export const headOf = (entries: readonly TrailEntry[]): Head => ({
  ...{ entries: entries.length, hash: entries.at(-1)?.hash ?? CHAIN_START },
});

/** By the numbers they carry, as a database gives them. */
export const asKept = (entries: readonly TrailEntry[]): TrailEntry[] => [...entries].sort((a, b) => a.seq - b.seq);
export const renumbered = (entries: readonly TrailEntry[]): TrailEntry[] =>
  entries.map((entry, at) => ({ ...entry, seq: at + 1 }));
export const replaced = (entries: readonly TrailEntry[], place: number, own: Partial<TrailEntry>): TrailEntry[] =>
  entries.map((one, at) => (at === place - 1 ? { ...one, ...own } : one));

export const pagesOf = (entries: readonly TrailEntry[], size: number): TrailPages =>
  async function* () {
    for (let from = 0; from < entries.length; from += size) yield entries.slice(from, from + size);
  };

/** What is found in entries that somebody kept: in a word, where, and what shows it. */
export async function found(
  entries: readonly TrailEntry[],
  head: Head,
  noted: readonly NotedHead[] = [],
): Promise<string> {
  const verdict = await verifyTrail(pagesOf(asKept(entries), 4), head, noted);
  return verdict.whole ? 'whole' : `${verdict.tampering} ${verdict.place} ${verdict.shownBy}`;
}
