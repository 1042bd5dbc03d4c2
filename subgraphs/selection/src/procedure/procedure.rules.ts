import type { AnnouncedStep, VacancyStatus } from '@mandate-graph/domain';

export const PROCEDURE_STATUSES = ['NOT_STARTED', 'READY_FOR_SCREENING', 'RUNNING', 'COMPLETED', 'CANCELLED'] as const;
export type ProcedureStatus = (typeof PROCEDURE_STATUSES)[number];

/** Where a step stands by what people did; the procedure it is in may have ended without it. */
export const RECORDED_STEP_STATUSES = ['PENDING', 'RUNNING', 'CONCLUDED'] as const;
export type RecordedStepStatus = (typeof RECORDED_STEP_STATUSES)[number];
export const STEP_STATUSES = [...RECORDED_STEP_STATUSES, 'NOT_HELD'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** Ways to group candidates at the end. Each is a scheme of its own: none is ever translated into another. */
export const SUITABILITY_SCHEMES = ['SUITABLE_UNSUITABLE', 'A_TO_D'] as const;
export type SuitabilityScheme = (typeof SUITABILITY_SCHEMES)[number];

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

const SUITABLE = 'geschikt';
const UNSUITABLE = 'niet geschikt';

/**
 * The scheme that the announced result names by its two groups, in so many words: as outcomes of their own or as the
 * two sides of one. Anything less than both names is no scheme, and no text is ever read as the scheme of letters.
 */
export function announcedScheme(
  steps: readonly Pick<AnnouncedStep, 'kind' | 'outcomes'>[],
): 'SUITABLE_UNSUITABLE' | null {
  const groups = steps
    .filter((step) => step.kind === 'RESULT')
    .flatMap((step) => step.outcomes)
    .flatMap((outcome) => outcome.nl.trim().toLowerCase().split(' of '));
  return groups.includes(SUITABLE) && groups.includes(UNSUITABLE) ? 'SUITABLE_UNSUITABLE' : null;
}
