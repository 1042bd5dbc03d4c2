import { isUuid, NOT_YET, nothingToChange } from '@mandate-graph/domain';
import { type Actor, isPermitted, type Resource, requireAccess } from '@mandate-graph/runtime';
import { type Outcome, requireVersion, type WriteResult } from '@mandate-graph/writing';
import type { RecordedOfCandidate } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { WritingService } from '../writing/writing.service.ts';
import type { SaveAccountInput } from './account.input.ts';
import type { AccountLoaders } from './account.loaders.ts';
import type { AccountRecord } from './account.repository.ts';
import { accountOf, accountProblems } from './account.rules.ts';
import { AccountStore } from './account.store.ts';
import type { CandidateView } from './account.type.ts';

/** Accounts, for those whose own they are. */
export class AccountService {
  constructor(
    private readonly loaders: AccountLoaders,
    private readonly writing: WritingService,
    private readonly actor: Actor,
  ) {}

  /** Null for those who have none. */
  async mine(): Promise<CandidateView | null> {
    const { subject } = this.actor;
    requireAccess(this.actor, 'OWN', { subject });
    const facts = await this.loaders.candidateOfSubject.load(subject);
    return facts === null ? null : candidateView(facts, {});
  }

  /** A candidate that another part of the graph names; null for everyone but themselves. */
  async named(id: string): Promise<CandidateView | null> {
    const facts = isUuid(id) ? await this.loaders.candidateById.load(id) : null;
    if (facts === null || !isPermitted(this.actor, 'OWN', { subject: facts.subject })) return null;
    return candidateView(facts, {});
  }

  /** Whose write it was, as they stand after it. */
  recorded({ candidateId }: RecordedOfCandidate): Promise<CandidateView | null> {
    this.loaders.forget(candidateId);
    return this.named(candidateId);
  }

  save(input: SaveAccountInput): Promise<WriteResult<RecordedOfCandidate>> {
    return this.writing.ownOrNew({ mutation: 'saveAccount', input, act: saveAccount });
  }
}

/** A candidate as one part of the graph shows them: for themselves, and for whose an application of theirs is. */
export const candidateView = (
  { id, subject, version, registeredAt, data }: AccountRecord,
  { institution = null, procedure = null }: Resource,
): CandidateView => ({
  id,
  version,
  registeredAt,
  givenNames: data?.givenNames ?? null,
  familyName: data?.familyName ?? null,
  email: data?.email ?? null,
  phone: data?.phone ?? null,
  preferredLanguage: data?.preferredLanguage ?? null,
  whose: { subject, institution, procedure },
});

async function saveAccount(input: SaveAccountInput, work: Work): Promise<Outcome<RecordedOfCandidate>> {
  const store = new AccountStore(work);
  const [given, standing] = [input.version ?? NOT_YET, await store.version()];
  const account = accountOf(input);
  const problems = [
    ...(standing === NOT_YET && given !== NOT_YET ? [nothingToChange(given)] : []),
    ...accountProblems(account),
  ];
  if (problems.length > 0) return { problems };
  requireVersion(work.candidate.id, given, standing);
  return { answer: await store.put(standing + 1, account) };
}
