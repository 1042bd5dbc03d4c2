import type { LocalizedText, ProcedureEnding, StepKind, VacancyState, VacancyStatus } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { TrailHead } from '../trail/trail.writer.ts';
import type { RecordedStepStatus } from './procedure.rules.ts';
import type { RunningStatus } from './procedure.state.rules.ts';

export interface StepRecord {
  readonly id: string;
  readonly key: string;
  readonly position: number;
  readonly kind: StepKind;
  readonly name: LocalizedText;
  readonly eliminatory: boolean | null;
  readonly status: RecordedStepStatus;
  readonly version: number;
}

/** A procedure as acts see it: its row is locked until their transaction ends. */
export interface ProcedureRecord {
  readonly id: string;
  readonly vacancyId: string;
  readonly institution: string;
  readonly status: RunningStatus;
  readonly ending: ProcedureEnding | null;
  /** Code of the regime, and the first day of the version of it that counts; null before the start. */
  readonly legalRegime: string | null;
  readonly regimeFrom: string | null;
  /** The vacancy as it was when the procedure started, which is what it runs by; null before. */
  readonly template: VacancyState | null;
  /** The newest version of the vacancy that the trail tells of; null before the start. */
  readonly vacancySeen: number | null;
  readonly resultSubmittedAt: Temporal.Instant | null;
  readonly version: number;
  readonly trail: TrailHead;
  /** In order. */
  readonly steps: readonly StepRecord[];
  /** The vacancy as it is now; null: it is not public (any more). */
  readonly vacancy: { readonly state: VacancyState; readonly version: number; readonly status: VacancyStatus } | null;
}
