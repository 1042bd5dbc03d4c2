import DataLoader from 'dataloader';
import type { InterviewFacts, InterviewRepository } from './interview.repository.ts';

/** Interviews by candidacy. Nothing is kept: what the same request recorded is read anew. */
export const interviewLoader = (repository: InterviewRepository): DataLoader<string, InterviewFacts | null> =>
  new DataLoader((ids) => repository.ofCandidacies(ids), { cache: false });
