import type { AnnouncedStep, SuitabilityScheme, VacancyStatus } from '@mandate-graph/domain';

export const PROCEDURE_STATUSES = ['NOT_STARTED', 'READY_FOR_SCREENING', 'RUNNING', 'COMPLETED', 'CANCELLED'] as const;
export type ProcedureStatus = (typeof PROCEDURE_STATUSES)[number];

/** Where a step stands by what people did; the procedure it is in may have ended without it. */
export const RECORDED_STEP_STATUSES = ['PENDING', 'RUNNING', 'CONCLUDED'] as const;
export type RecordedStepStatus = (typeof RECORDED_STEP_STATUSES)[number];
export const STEP_STATUSES = [...RECORDED_STEP_STATUSES, 'NOT_HELD'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** Decisions on the vacancy come first, then what has begun, then the clock. */
export function procedureStatus(vacancy: VacancyStatus, started: boolean): ProcedureStatus {
  if (vacancy === 'WITHDRAWN') return 'CANCELLED';
  if (vacancy === 'FILLED') return 'COMPLETED';
  if (started) return 'RUNNING';
  return vacancy === 'CLOSED' ? 'READY_FOR_SCREENING' : 'NOT_STARTED';
}

/** A procedure that has ended leaves no step waiting: those that were not concluded were not held. */
export function stepStatus(recorded: RecordedStepStatus, procedure: ProcedureStatus): StepStatus {
  const ended = procedure === 'COMPLETED' || procedure === 'CANCELLED';
  return ended && recorded !== 'CONCLUDED' ? 'NOT_HELD' : recorded;
}

/** The scheme that the announced result states; null when it states none. */
export function announcedScheme(
  steps: readonly Pick<AnnouncedStep, 'kind' | 'suitabilityScheme'>[],
): SuitabilityScheme | null {
  return steps.find((step) => step.kind === 'RESULT')?.suitabilityScheme ?? null;
}
