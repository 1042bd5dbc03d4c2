import type { TellingFacts } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import type { Work } from '../writing/work.ts';
import { cancelAskedBefore, cancelUntil, type SessionTerms } from './session.booking.rules.ts';
import type { SessionRecord } from './session.record.ts';

type Told = Pick<CandidacyRecord, 'id' | 'candidateId'>;
const STEP = { step: 'COMPUTER_ASSESSMENT' } as const;

/** Tells candidates in their account of sessions: of a seat they have or lost, and that one is to be chosen. */
export class SessionTelling {
  constructor(
    private readonly work: Work,
    private readonly terms: SessionTerms,
  ) {}

  booked(candidacy: Told, { startsAt }: Pick<SessionRecord, 'startsAt'>): void {
    const asked = cancelAskedBefore(startsAt, this.terms);
    const facts: TellingFacts = {
      ...{ ...STEP, startsAt: startsAt.toString(), cancelUntil: cancelUntil(startsAt, this.terms).toString() },
      ...(asked !== null && { cancelAsked: asked.toString() }),
    };
    tellCandidate(this.work, candidacy, { code: 'SESSION_BOOKED', facts });
  }

  /** Until when another one can be chosen; null: none can. */
  released(candidacy: Told, { startsAt }: SessionRecord, dueAt: Temporal.Instant | null): void {
    this.#lost(candidacy, 'SESSION_RELEASED', startsAt, dueAt);
  }

  /** By a waiting period that runs on the day of the session. */
  barred(candidacy: Told, { startsAt }: SessionRecord, until: string | null, dueAt: Temporal.Instant | null): void {
    this.#lost(candidacy, 'SESSION_RELEASED', startsAt, dueAt, until === null ? {} : { until });
  }

  calledOff(candidacy: Told, { startsAt }: SessionRecord, dueAt: Temporal.Instant | null): void {
    this.#lost(candidacy, 'SESSION_CALLED_OFF', startsAt, dueAt);
  }

  /** The task takes the place of the one before it. */
  toBook(candidacies: readonly Told[], dueAt: Temporal.Instant | null): void {
    for (const candidacy of candidacies)
      tellCandidate(this.work, candidacy, { code: 'BOOK_SESSION', facts: STEP, dueAt });
  }

  nothingToBook(candidacies: readonly Told[]): void {
    for (const candidacy of candidacies)
      tellCandidate(this.work, candidacy, { code: 'BOOK_SESSION', done: true, facts: STEP });
  }

  #lost(
    candidacy: Told,
    code: 'SESSION_RELEASED' | 'SESSION_CALLED_OFF',
    startsAt: Temporal.Instant,
    dueAt: Temporal.Instant | null,
    more: TellingFacts = {},
  ): void {
    tellCandidate(this.work, candidacy, { code, facts: { ...STEP, startsAt: startsAt.toString(), ...more }, dueAt });
  }
}
