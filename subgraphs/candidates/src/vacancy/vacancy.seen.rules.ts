import { closesAt, startOfDay, type VacancyState } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';

/** What a candidate is shown of a vacancy on a day. */
interface Shown {
  readonly version: number;
  readonly day: string;
  readonly state: Pick<VacancyState, 'applicationDeadline'>;
  /** The first later day from which another state holds; null: none is known. */
  readonly nextChange: string | null;
}

/** When the clock has something to do with an application next: its deadline, or a day from which another state holds. */
export function dueAtOf({ state, nextChange }: Pick<Shown, 'state' | 'nextChange'>): Temporal.Instant {
  const closes = closesAt(state.applicationDeadline);
  if (nextChange === null) return closes;
  const changes = startOfDay(nextChange);
  return Temporal.Instant.compare(changes, closes) < 0 ? changes : closes;
}

/** What an application keeps of the vacancy that its candidate was shown. */
export const seenOf = (shown: Shown) => ({
  vacancyVersion: shown.version,
  vacancyDay: shown.day,
  dueAt: dueAtOf(shown),
});
