import { localDay } from '@mandate-graph/domain';
import { type Actor, requireAccess } from '@mandate-graph/runtime';
import { type Outcome, requireVersion, type WriteResult } from '@mandate-graph/writing';
import type { AccountLoaders } from '../account/account.loaders.ts';
import type { CandidateView } from '../account/account.type.ts';
import { ProfileChecks } from '../eligibility/profile.checks.rules.ts';
import type { RecordedOfCandidate } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { WritingService } from '../writing/writing.service.ts';
import {
  ENTRY_READINGS,
  type EntryInputs,
  NATIONALITY_TWICE,
  placeProblems,
  UNKNOWN_DOCUMENT,
  UNKNOWN_ENTRY,
} from './profile.entries.rules.ts';
import type { RemoveProfileEntryInput } from './profile.input.ts';
import { type ProfileLists, profileLists } from './profile.lists.rules.ts';
import { ProfileStore } from './profile.store.ts';

/** Profiles, for those whose own they are: entries of every kind are kept in one way. */
export class ProfileService {
  constructor(
    private readonly loaders: AccountLoaders,
    private readonly writing: WritingService,
    private readonly actor: Actor,
  ) {}

  async of({ id, whose }: CandidateView): Promise<ProfileLists> {
    requireAccess(this.actor, 'OWN', whose);
    return profileLists(await this.loaders.profileOf.load(id));
  }

  save<M extends keyof EntryInputs>(mutation: M, input: EntryInputs[M]): Promise<WriteResult<RecordedOfCandidate>> {
    return this.writing.own({ mutation, input, act: (given, work) => save(mutation, given, work) });
  }

  remove(input: RemoveProfileEntryInput): Promise<WriteResult<RecordedOfCandidate>> {
    return this.writing.own({ mutation: 'removeProfileEntry', input, act: remove });
  }
}

async function save<M extends keyof EntryInputs>(
  mutation: M,
  input: EntryInputs[M],
  work: Work,
): Promise<Outcome<RecordedOfCandidate>> {
  const store = new ProfileStore(work);
  const { kind, read } = ENTRY_READINGS[mutation];
  const ofKind = (await store.standing()).filter((entry) => entry.kind === kind);
  const entry = ofKind.find(({ id }) => id === input.id);
  const checks = new ProfileChecks();
  const data = read(checks, input, localDay(work.now).toString());
  const document = 'document' in data ? data.document : null;
  const problems = [
    ...placeProblems(input, ofKind),
    ...checks.problems,
    ...('assimilated' in data && (await store.isNational(data.country, entry?.id ?? null)) ? [NATIONALITY_TWICE] : []),
    ...(document === null || (await store.hasDocument(document)) ? [] : [UNKNOWN_DOCUMENT]),
  ];
  if (problems.length > 0) return { problems };
  if (entry === undefined) return { answer: await store.add(kind, data) };
  requireVersion(entry.id, input.version, entry.version);
  return { answer: await store.change(entry, data) };
}

async function remove(input: RemoveProfileEntryInput, work: Work): Promise<Outcome<RecordedOfCandidate>> {
  const store = new ProfileStore(work);
  const entry = (await store.standing()).find(({ id }) => id === input.id);
  if (entry === undefined) return { problems: [UNKNOWN_ENTRY] };
  requireVersion(entry.id, input.version, entry.version);
  return { answer: await store.remove(entry) };
}
