import { closesAt, localDay } from '@mandate-graph/domain';
import type { Outcome, Sealing, WriteResult } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import { caseOf } from '../application/application.case.ts';
import { vacancyOf } from '../application/application.rules.ts';
import { act } from '../application/application.state.rules.ts';
import type { ProfileEntry } from '../file/file.types.ts';
import type { Inbox } from '../inbox/inbox.messages.rules.ts';
import { ProfileRepository } from '../profile/profile.repository.ts';
import { ProfileStore } from '../profile/profile.store.ts';
import type { RecordedOfApplication } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import { UNKNOWN_TO_INSTITUTION, type WritingService } from '../writing/writing.service.ts';
import type { RegisterPaperCopyInput } from './document.input.ts';
import { onlyUnproven, PROVING, paperProblems } from './document.rules.ts';
import { DocumentStore } from './document.store.ts';

/** Copies that candidates send on paper, as the institution registers them. */
export class PaperCopyService {
  constructor(
    private readonly writing: WritingService,
    private readonly sealing: Sealing,
    private readonly inbox: Inbox,
    /** In the system’s time, as links are. */
    private readonly now: Temporal.Instant,
  ) {}

  register(input: RegisterPaperCopyInput): Promise<WriteResult<RecordedOfApplication>> {
    return this.writing.ofApplication({
      mutation: 'registerPaperCopy',
      rule: 'APPLICATION_DECIDE',
      input,
      act: (given, work) => this.#register(given, work),
    });
  }

  async #register(
    { application: applicationId, kind, profileEntry = null, receivedOn, remark = null }: RegisterPaperCopyInput,
    work: Work,
  ): Promise<Outcome<RecordedOfApplication>> {
    const found = await caseOf(work, applicationId);
    // Of a draft, nobody but its candidate knows.
    if (found === null || found.application.standing.status === 'DRAFT') return { problems: [UNKNOWN_TO_INSTITUTION] };
    const { application, status, vacancy } = found;
    const entry = await this.#entry(work, kind, profileEntry);
    // It changes the file as the candidate would, and so as long as they can.
    const edit = act(application.standing, 'EDIT', {
      ...{ by: 'CANDIDATE', vacancy: status, yearsReached: false, reasons: null },
    });
    const entryKind = profileEntry === null ? undefined : (entry?.kind ?? null);
    const today = localDay(work.now).toString();
    const proven = entry !== null && 'document' in entry.data && entry.data.document !== null;
    const store = new DocumentStore(work);
    const vacancyDays = [vacancy?.state.publishedOn ?? null, vacancy?.state.opensOn ?? null];
    const documents = await store.count(this.now);
    const copy = { kind, receivedOn, today, vacancyDays, entryKind, proven, documents };
    const problems = [...(edit.ok ? [] : edit.problems), ...paperProblems(copy)];
    if (problems.length > 0) return { problems };
    const id = await store.add({
      ...{ kind, medium: 'PAPER', institution: vacancyOf(application.vacancyId)!.institution },
      ...{ state: 'STORED', bytes: null, announcedUntil: null },
      data: { fileName: null, sha256: null, remark, receivedOn },
    });
    if (entry !== null) await new ProfileStore(work).change(entry, { ...entry.data, document: id });
    const facts = {
      documentKind: kind,
      ...(vacancy !== null && { closesAt: closesAt(vacancy.state.applicationDeadline).toString() }),
      ...(entry === null && PROVING.includes(kind) && { unlinked: 'true' }),
    };
    const { vacancyId } = application;
    await this.inbox.post(work, [{ code: 'PAPER_COPY_REGISTERED', applicationId, vacancyId, facts }]);
    return { answer: { id, version: 1, recordedAt: work.now.toString(), applicationId: application.id } };
  }

  /** The one that is named. Where none is, since institutions see no profile yet, the only one that it can be of. */
  async #entry({ manager, candidate }: Work, kind: string, id: string | null): Promise<ProfileEntry | null> {
    const entries = (await new ProfileRepository(manager, this.sealing).current([candidate.id])).get(candidate.id)!;
    return (id === null ? onlyUnproven(kind, entries) : entries.find((entry) => entry.id === id)) ?? null;
  }
}
