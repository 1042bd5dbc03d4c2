import type { ChangeKind, ReorganisationState } from './change.ts';
import type { SubjectKind } from './id.ts';
import type {
  BodyState,
  BudgetState,
  HeadcountState,
  HolderState,
  LineState,
  PositionState,
  UnitState,
} from './organisation.ts';
import type { VacancyState } from './vacancy.ts';

/** The state a subject of each kind carries. */
export interface SubjectStates {
  readonly vacancy: VacancyState;
  readonly unit: UnitState;
  readonly position: PositionState;
  readonly holder: HolderState;
  readonly body: BodyState;
  readonly line: LineState;
  readonly budget: BudgetState;
  readonly headcount: HeadcountState;
  readonly reorganisation: ReorganisationState;
}

/** A stretch of valid time with one state. Bounds are local days; `validTo` is exclusive; null is open. */
export interface Period<S> {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly state: S;
}

/** What a change did, and why: a published vacancy is never changed without a reason. */
export interface RecordedChange {
  readonly kind: ChangeKind;
  readonly reason: string | null;
  /** Paths of the values that differ from the version before, on any day: `pay.payScale`, `announcedSteps[1].name.nl`. */
  readonly paths: readonly string[];
}

/**
 * What an institution says of a subject after each change: all of it, as now known. A later version replaces an
 * earlier one whole, so consumers may see events twice or out of order and still end up right.
 */
export interface SubjectRecorded<K extends SubjectKind = SubjectKind> {
  readonly kind: K;
  readonly id: string;
  readonly institution: string;
  /** From 1; grows by one with each change of this subject. */
  readonly version: number;
  readonly recordedAt: string;
  /** What brought this version about. */
  readonly change: RecordedChange;
  /** Empty when the subject is no longer public (a draft, a deletion). */
  readonly periods: readonly Period<SubjectStates[K]>[];
}

/** CloudEvents 1.0, JSON format, as the feeds between subgraphs carry them. */
export interface CloudEvent<T = unknown> {
  readonly specversion: '1.0';
  readonly id: string;
  /** The producing subgraph, as a URI reference: `/<subgraph>`. */
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: T;
}

/** `mandate-graph.<kind>.recorded.v1` */
export const recordedType = (kind: SubjectKind): string => `mandate-graph.${kind}.recorded.v1`;

/** An event does not say what was agreed. The message is kept and logged: it holds nothing of what the event says. */
export class NotAsAgreed extends Error {
  override readonly name = 'NotAsAgreed';
}

/** Nobody speaks for another institution. */
export const NOT_ITS_OWN = 'It is not about a subject that its producer owns.';
