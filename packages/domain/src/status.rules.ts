import { Temporal } from 'temporal-polyfill';
import { closesAt, startOfDay } from './calendar.ts';
import type { VacancyState, VacancyStatus } from './vacancy.ts';

/** The status of a vacancy at an instant: decisions first, then the clock. A vacancy without an opening day is open. */
export function statusAt(
  vacancy: Pick<VacancyState, 'publication' | 'opensOn' | 'applicationDeadline'>,
  now: Temporal.Instant,
): VacancyStatus {
  if (vacancy.publication !== 'PUBLISHED') return vacancy.publication;
  if (Temporal.Instant.compare(now, closesAt(vacancy.applicationDeadline)) >= 0) return 'CLOSED';
  if (vacancy.opensOn !== null && Temporal.Instant.compare(now, startOfDay(vacancy.opensOn)) < 0) return 'ANNOUNCED';
  return 'OPEN';
}
