import { type Actor, requireAccess } from '@mandate-graph/runtime';
import type { Outcome, WriteResult } from '@mandate-graph/writing';
import type { CandidateView } from '../account/account.type.ts';
import type { Work } from '../writing/work.ts';
import type { WritingService } from '../writing/writing.service.ts';
import { type ErasedCandidate, erase } from './erasure.ts';
import type { Everything, EverythingRepository } from './everything.repository.ts';
import { FactsRepository } from './facts.repository.ts';
import type { EraseCandidateInput, EraseMeInput } from './privacy.input.ts';
import { openWindows, windowProblem } from './windows.rules.ts';

/** What candidates may ask about what is held of them: to see it, and to have it erased. */
export class PrivacyService {
  constructor(
    private readonly held: EverythingRepository,
    private readonly writing: WritingService,
    private readonly actor: Actor,
  ) {}

  everything({ id, whose }: CandidateView): Promise<Everything | null> {
    requireAccess(this.actor, 'OWN', whose);
    return this.held.of(id, this.actor.subject);
  }

  eraseMe(input: EraseMeInput): Promise<WriteResult<ErasedCandidate>> {
    return this.writing.own({ mutation: 'eraseMe', input, act: eraseUnlessNeeded });
  }

  eraseCandidate(input: EraseCandidateInput): Promise<WriteResult<ErasedCandidate>> {
    return this.writing.ofCandidate({
      mutation: 'eraseCandidate',
      rule: 'ERASE_CANDIDATE',
      input,
      act: eraseUnlessNeeded,
    });
  }
}

async function eraseUnlessNeeded(_input: unknown, work: Work): Promise<Outcome<ErasedCandidate>> {
  const applications = await new FactsRepository(work.manager).ofCandidate(work.candidate.id, work.now);
  const open = openWindows(applications, work.now);
  if (open.length > 0) return { problems: open.map(windowProblem) };
  return { answer: await erase(work) };
}
