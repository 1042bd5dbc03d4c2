import type { CandidateTold } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { Work } from '../writing/work.ts';
import type { CandidacyRecord } from './candidacy.record.ts';

interface Telling extends Partial<Pick<CandidateTold, 'done' | 'facts'>> {
  readonly code: CandidateTold['code'];
  readonly dueAt?: Temporal.Instant | null;
}

/** Tells a candidate something, or asks for it, in the account. */
export function tellCandidate(
  work: Work,
  { id, candidateId }: Pick<CandidacyRecord, 'id' | 'candidateId'>,
  { code, done = false, facts = {}, dueAt = null }: Telling,
): void {
  const { procedure, now } = work;
  work.tell('mandate-graph.candidate.told.v1', id, {
    ...{ application: id, candidate: candidateId, vacancy: procedure.vacancyId, procedure: procedure.id },
    ...{ code, done, facts, dueAt: dueAt?.toString() ?? null, at: now.toString() },
  });
}
