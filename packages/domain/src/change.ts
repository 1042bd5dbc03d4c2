import type { Sourced } from './provenance.ts';

/** What a change does to a subject. */
export const CHANGE_KINDS = [
  'CREATED',
  'AMENDED',
  'PUBLISHED',
  'EXTENDED',
  'WITHDRAWN',
  'RENAMED',
  'MOVED',
  'MERGED',
  'SPLIT',
  'ABOLISHED',
  'ENDED',
  /** Goes along with the change of another subject: what belonged to a merged unit belongs to the new one. */
  'FOLLOWED',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const REORGANISATION_KINDS = ['RENAMED', 'MOVED', 'MERGED', 'SPLIT', 'ABOLISHED'] as const;
export type ReorganisationKind = (typeof REORGANISATION_KINDS)[number];

/** A change in the tree of units, with the units it started from and those it led to. It holds from the day it takes effect. */
export interface ReorganisationState extends Sourced {
  readonly kind: ReorganisationKind;
  /** Global ids of units. A renamed or moved unit is its own successor. */
  readonly predecessors: readonly string[];
  /** Empty when a unit is abolished. */
  readonly successors: readonly string[];
}
