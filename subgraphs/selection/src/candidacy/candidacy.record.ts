import type { CandidacyStatus } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { StepResult } from './candidacy.state.rules.ts';

/** A candidacy as acts see it. Its id is that of the application. */
export interface CandidacyRecord {
  readonly id: string;
  readonly candidateId: string;
  readonly status: CandidacyStatus;
  /** The step it is in, or was in when it left; null: after the last one. */
  readonly stepId: string | null;
  readonly submittedAt: Temporal.Instant;
  readonly version: number;
}

/** What a step came to for a candidacy, as acts see it. */
export interface OutcomeRecord {
  readonly id: string;
  readonly candidacyId: string;
  readonly stepId: string;
  readonly result: StepResult;
  /** The rule it follows from; null: a person decided. */
  readonly rule: string | null;
  /** Of a screening: the version of the decision on taking part that it takes over. */
  readonly decisionVersion: number | null;
  readonly version: number;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

export interface NewOutcome {
  readonly stepId: string;
  readonly result: StepResult;
  readonly rule?: string | null;
  readonly decisionVersion?: number | null;
  /** About the candidate; sealed. Null where they stand elsewhere (the screening) or the rule says it all. */
  readonly reasons: string | null;
  /** Whatever else of it is personal, such as scores; sealed. */
  readonly details?: object | null;
}
