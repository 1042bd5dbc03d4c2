import { nothingToChange, type Problem, tooMany, unknown } from '@mandate-graph/domain';
import type { ApplicationStatus } from '../application/application.rules.ts';

/** What an adjustment is asked for. */
export const ADJUSTMENT_KINDS = [
  'DISABILITY',
  'LEARNING_DISABILITY',
  'ILLNESS',
  'PREGNANCY',
  'BREASTFEEDING',
  'OTHER',
] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

/** What is sealed of it. */
export interface AdjustmentData {
  readonly kind: AdjustmentKind;
  readonly request: string;
}

export interface AdjustmentFacts extends AdjustmentData {
  readonly id: string;
  readonly version: number;
  /** Instant in ISO 8601. */
  readonly recordedAt: string;
}

/** Characters: what is needed for the tests, not a medical file. */
export const MAX_REQUEST = 2_000;
export const MAX_ADJUSTMENTS = 10;

/** Tests come after the deadline, so it does not end this; the end of the application does. */
const ENDED: readonly ApplicationStatus[] = ['WITHDRAWN', 'LAPSED'];

export const statusProblems = (status: ApplicationStatus): readonly Problem[] =>
  ENDED.includes(status)
    ? [
        {
          path: 'application',
          code: 'APPLICATION_ENDED',
          value: status,
          rule: `application must be neither withdrawn nor lapsed, but is ${status}.`,
        },
      ]
    : [];

/** An adjustment as it is given: a new one, or of an id. */
interface GivenAdjustment {
  readonly id: string | null;
  readonly version: number | null;
  readonly request: string;
}

/** What is wrong with it beside those that stand. The request is not shown: it tells of somebody's health. */
export function adjustmentProblems(
  { id, version, request }: GivenAdjustment,
  standing: readonly { readonly id: string }[],
): readonly Problem[] {
  return [
    ...(id !== null && !standing.some((one) => one.id === id) ? [UNKNOWN_ADJUSTMENT] : []),
    ...(id === null && version !== null ? [nothingToChange(version)] : []),
    ...(id === null && standing.length >= MAX_ADJUSTMENTS
      ? [tooMany('adjustments', MAX_ADJUSTMENTS, standing.length + 1)]
      : []),
    ...(request.length > MAX_REQUEST ? [tooLong(request)] : []),
  ];
}

const UNKNOWN_ADJUSTMENT = unknown(
  'id',
  'ADJUSTMENT',
  'an adjustment of this application, or be left out for a new one',
);

const tooLong = ({ length }: string): Problem => ({
  path: 'request',
  code: 'TOO_LONG',
  value: null,
  rule: `request must have at most ${MAX_REQUEST} characters, but has ${length}.`,
});
