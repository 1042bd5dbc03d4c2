/** What was done to a trail that is not whole. */
const TAMPERINGS = ['CHANGED', 'DELETED', 'INSERTED', 'SWAPPED'] as const;
export type Tampering = (typeof TAMPERINGS)[number];

/** How far a trail had come, and the hash of its last entry then. */
export interface Head {
  /** 0: nothing had happened yet. */
  readonly entries: number;
  readonly hash: Buffer;
}

/** A head that stands somewhere outside of the database. */
export interface NotedHead {
  /** Null: whoever noted it could not see how many there were. */
  readonly entries: number | null;
  readonly hash: Buffer;
}

export interface Whole extends Head {
  readonly whole: true;
}

export interface Broken {
  readonly whole: false;
  readonly tampering: Tampering;
  /** The first place, from 1, at which what is there is not known to be what was written. */
  readonly place: number;
  /**
   * What shows it: the chain by itself, the head that stands with the procedure, or one that was noted before. By a
   * noted hash alone it is that place or a later one.
   */
  readonly shownBy: 'CHAIN' | 'HEAD' | 'NOTED_HEAD' | 'NOTED_HASH';
}
export type Verdict = Whole | Broken;

export const broken = (tampering: Tampering, place: number, shownBy: Broken['shownBy'] = 'CHAIN'): Broken => ({
  ...{ whole: false, tampering, place, shownBy },
});
