import type {
  AnnouncedStep,
  InstitutionEntry,
  Problem,
  StepKind,
  SuitabilityScheme,
  VacancyState,
  VacancyStatus,
} from '@mandate-graph/domain';
import { type LegalRegime, regimeOn } from '../regime/regime.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import type { RunningStatus } from './procedure.state.rules.ts';

export const PROCEDURE_STATUSES = [
  'NOT_STARTED',
  'READY_FOR_SCREENING',
  'RUNNING',
  'RESULT_SUBMITTED',
  'DECIDED',
  'COMPLETED',
  'ENDED_WITHOUT_APPOINTMENT',
  'CANCELLED',
] as const;
export type ProcedureStatus = (typeof PROCEDURE_STATUSES)[number];

/** Where a step stands by what people did; the procedure it is in may have ended without it. */
export const RECORDED_STEP_STATUSES = ['PENDING', 'RUNNING', 'CONCLUDED'] as const;
export type RecordedStepStatus = (typeof RECORDED_STEP_STATUSES)[number];
export const STEP_STATUSES = [...RECORDED_STEP_STATUSES, 'NOT_HELD'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** What was done in the procedure comes first; before it starts, decisions on the vacancy, and then the clock. */
export function procedureStatus(vacancy: VacancyStatus, recorded: RunningStatus): ProcedureStatus {
  if (recorded !== 'NOT_STARTED') return recorded;
  if (vacancy === 'WITHDRAWN') return 'CANCELLED';
  if (vacancy === 'FILLED') return 'COMPLETED';
  return vacancy === 'CLOSED' ? 'READY_FOR_SCREENING' : 'NOT_STARTED';
}

const ENDED: readonly ProcedureStatus[] = ['COMPLETED', 'ENDED_WITHOUT_APPOINTMENT', 'CANCELLED'];
export const isEnded = (status: ProcedureStatus): boolean => ENDED.includes(status);

/** A procedure that has ended leaves no step waiting: those that were not concluded were not held. */
export function stepStatus(recorded: RecordedStepStatus, procedure: ProcedureStatus): StepStatus {
  return isEnded(procedure) && recorded !== 'CONCLUDED' ? 'NOT_HELD' : recorded;
}

/** The scheme that the announced result states; null when it states none. */
export function announcedScheme(
  steps: readonly Pick<AnnouncedStep, 'kind' | 'suitabilityScheme'>[],
): SuitabilityScheme | null {
  return steps.find((step) => step.kind === 'RESULT')?.suitabilityScheme ?? null;
}

/** One procedure appoints one person: it neither starts nor is decided for more. Null: the notice opens one post. */
export function positionsProblems({ vacantPositions }: Pick<VacancyState, 'vacantPositions'>): Problem[] {
  if (vacantPositions === null || vacantPositions <= 1) return [];
  const rule =
    'procedure must be for one vacant position, since a vacancy names one post; each further one is a vacancy of its own';
  return [problem('procedure', 'SEVERAL_POSITIONS', String(vacantPositions), rule)];
}

/** The regime that an institution names, as it holds on a local day (yyyy-mm-dd); null: it names none that does. */
export function regimeNamed(
  registry: readonly InstitutionEntry[],
  institution: string,
  day: string,
): LegalRegime | null {
  const code = registry.find((entry) => entry.code === institution)?.legalRegime ?? null;
  return code === null ? null : regimeOn(code, day);
}

/** What a start depends on, beside the regime and what has been done in the procedure. */
export interface Starting {
  /** As it is now; null: it is not public. */
  readonly vacancy: { readonly state: Pick<VacancyState, 'vacantPositions'>; readonly status: VacancyStatus } | null;
  readonly steps: readonly { readonly kind: StepKind }[];
}

/** Everything that speaks against starting a selection under the regime that its institution names. */
export function startProblems({ vacancy, steps }: Starting, regime: LegalRegime | null): Problem[] {
  const status = vacancy?.status ?? null;
  return [
    ...(status === 'CLOSED'
      ? []
      : [problem('procedure', 'NOT_AT_THIS_TIME', status, 'A selection starts once its vacancy is CLOSED')]),
    ...(regime !== null
      ? []
      : [problem('procedure', 'NO_LEGAL_REGIME', null, 'The institution must name a legal regime that holds today')]),
    ...(steps.some(({ kind }) => kind === 'RESULT')
      ? []
      : [problem('procedure', 'NO_RESULT_STEP', null, 'The steps that the vacancy announces must have a RESULT')]),
    ...(vacancy === null ? [] : positionsProblems(vacancy.state)),
  ];
}
