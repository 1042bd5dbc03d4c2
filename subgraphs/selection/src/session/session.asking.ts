import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import type { Work } from '../writing/work.ts';
import { registrationEnds, type SessionTerms } from './session.booking.rules.ts';
import { SessionRepository } from './session.repository.ts';
import { SessionTelling } from './session.telling.ts';

export type Told = Pick<CandidacyRecord, 'id' | 'candidateId'>;

/** What was done to sessions, and whom it asked already to choose another one. */
interface Done<T> {
  readonly answer: T;
  readonly asked: readonly Told[];
}

/**
 * Does something to the sessions of a step. Whoever has no seat is asked to choose one, where that can be done until
 * another instant than before.
 */
export async function asking<T>(
  work: Work,
  stepId: string,
  terms: SessionTerms,
  act: () => Promise<Done<T>>,
): Promise<{ readonly answer: T }> {
  const repository = new SessionRepository(work.manager);
  const ends = async () => registrationEnds(await repository.ofProcedure(work.procedure.id), terms, work.now);
  const before = await ends();
  const { answer, asked } = await act();
  const after = await ends();
  if (before?.toString() === after?.toString()) return { answer };
  const waiting = (await repository.waitingIn(stepId)).filter(({ id }) => asked.every((one) => one.id !== id));
  const telling = new SessionTelling(work, terms);
  if (after === null) telling.nothingToBook(waiting);
  else telling.toBook(waiting, after);
  return { answer };
}
