import { localDay } from '@mandate-graph/domain';
import { type Barred, barredOnDays, type Failures } from '../ledger/ledger.entry.ts';
import type { Work } from '../writing/work.ts';
import type { SessionRecord } from './session.record.ts';

interface Asked {
  readonly candidateId: string;
}
type Held = Pick<SessionRecord, 'startsAt'>;

/** Tells of a candidate and a session that were asked for whether a waiting period runs on its local day; null: none does. */
export type Barring = (candidate: Asked, session: Held) => Barred | null;

/** Of all candidates on the days of all sessions, asked at once. */
export async function barringOf(
  work: Work,
  candidates: readonly Asked[],
  sessions: readonly Held[],
  failures: Failures,
): Promise<Barring> {
  const days = [...new Set(sessions.map(dayOf))];
  const asked = candidates.flatMap(({ candidateId }) => days.map((day) => ({ candidateId, day })));
  const found = asked.length === 0 ? [] : await barredOnDays(work, asked, failures);
  const known = new Map(asked.map((one, at) => [keyOf(one, one.day), found[at] ?? null]));
  return (candidate, session) => known.get(keyOf(candidate, dayOf(session))) ?? null;
}

const dayOf = ({ startsAt }: Held): string => localDay(startsAt).toString();
const keyOf = ({ candidateId }: Asked, day: string): string => `${candidateId} ${day}`;
