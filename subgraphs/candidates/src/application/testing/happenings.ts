import type { VacancyState } from '@mandate-graph/domain';
import fc from 'fast-check';
import { MANAGEMENT } from '../../eligibility/testing/trees.ts';
import type { Begun } from './settling.desk.ts';

/** What happens, some time after what happened before. A request may have arrived a while before its turn comes. */
export type Happening = { readonly minutes: number } & (
  | { readonly kind: 'ACT'; readonly act: 'submit' | 'validate' | 'withdraw' | 'resume'; readonly waited: number }
  | { readonly kind: 'START'; readonly waited: number }
  | { readonly kind: 'SAVE'; readonly waited: number }
  /** `upheld` is null: it is not decided yet. */
  | { readonly kind: 'CONTEST'; readonly upheld: boolean | null }
  | { readonly kind: 'VACANCY'; readonly state: Partial<VacancyState> | null }
  | { readonly kind: 'EARLIER_EVENT' }
  | { readonly kind: 'JOB' }
);

const DEADLINES = ['2026-10-19', '2026-10-22', '2026-10-25', '2026-10-28'];
const minutes = fc.constantFrom(0, 1, 60, 1440, 2880);
const waited = fc.constantFrom(0, 0, 90);
const until = (date: string) => ({ applicationDeadline: { date, timeOfDay: null } });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ...{ minutes, kind: fc.constant('ACT' as const), waited },
      act: fc.constantFrom(
        'submit' as const,
        'submit' as const,
        'validate' as const,
        'validate' as const,
        'withdraw' as const,
        'resume' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ minutes, kind: fc.constant('START' as const), waited }) },
  { weight: 6, arbitrary: fc.record({ minutes, kind: fc.constant('SAVE' as const), waited }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...{ minutes, kind: fc.constant('CONTEST' as const) },
      upheld: fc.constantFrom(true, false, null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ minutes, kind: fc.constant('VACANCY' as const) },
      state: fc.constantFrom<Partial<VacancyState> | null>(
        ...DEADLINES.map(until),
        ...[
          { participationConditions: MANAGEMENT },
          { participationConditions: null },
          { publication: 'PUBLISHED' as const },
        ],
        ...[{ publication: 'FILLED' as const }, { publication: 'WITHDRAWN' as const }, null],
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ minutes, kind: fc.constant('EARLIER_EVENT' as const) }) },
  { weight: 3, arbitrary: fc.record({ minutes, kind: fc.constant('JOB' as const) }) },
);

export const BEGUN = fc.constantFrom<Begun>('DRAFT', 'PROVISIONAL', 'DEFINITIVE');
/** No deadline is moved and no request waits: a file is then known exactly. */
export const isPlain = (one: Happening): boolean => one.kind !== 'VACANCY' && (!('waited' in one) || one.waited === 0);
/** From a minute before the deadline until some minutes after it. */
const atTheDeadline = (all: readonly Happening[]): Happening[] =>
  all.map((one, place) => ({ ...one, minutes: place === 0 ? 2880 : one.minutes % 1440 === 0 ? 0 : 1 }));
export const HAPPENINGS = fc.oneof(
  fc.array(happening, { minLength: 4, maxLength: 12 }).map(atTheDeadline),
  fc.array(happening, { minLength: 4, maxLength: 16 }),
  fc.array(happening.filter(isPlain), { minLength: 4, maxLength: 16 }),
);

/** Filled a minute before its deadline, and published again a minute after it. */
export const FILLED_FOR_A_MOMENT: Happening[] = [
  { minutes: 2880, kind: 'VACANCY', state: { publication: 'FILLED' } },
  ...[0, 1].map((minutes): Happening => ({ minutes, kind: 'SAVE', waited: 0 })),
  { minutes: 1, kind: 'VACANCY', state: { publication: 'PUBLISHED' } },
  { minutes: 0, kind: 'SAVE', waited: 90 },
  { minutes: 0, kind: 'JOB' },
];

/** Lapsed, which is contested and not decided when the vacancy is withdrawn. */
export const WITHDRAWN_UNDER_A_CONTEST: Happening[] = [
  { minutes: 2882, kind: 'JOB' },
  { minutes: 1, kind: 'CONTEST', upheld: null },
  { minutes: 1, kind: 'VACANCY', state: { publication: 'WITHDRAWN' } },
];
