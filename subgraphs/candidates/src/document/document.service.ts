import { isUuid } from '@mandate-graph/domain';
import { VersionConflict } from '@mandate-graph/persistence';
import type { Actor } from '@mandate-graph/runtime';
import type { Outcome, Sealing, WriteResult } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import type { CandidateView } from '../account/account.type.ts';
import { ProfileRepository } from '../profile/profile.repository.ts';
import type { RecordedOfCandidate } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { WritingService } from '../writing/writing.service.ts';
import type { AnnounceDocumentInput, RemoveDocumentInput } from './document.input.ts';
import { DocumentLinks, linkExpiry } from './document.links.ts';
import type { DocumentLoaders } from './document.loaders.ts';
import { MOST_BYTES } from './document.refusals.ts';
import { DocumentRepository } from './document.repository.ts';
import { announcementProblems, IN_USE, UNKNOWN_DOCUMENT } from './document.rules.ts';
import { DocumentStore } from './document.store.ts';
import type { Tickets } from './document.tickets.ts';
import { type DocumentView, documentView } from './document.type.ts';

/** What is kept of an announcement, under its key: the link is signed anew each time it is asked for. */
export interface Announced {
  readonly documentId: string;
  readonly link: string;
  readonly expiresAt: string;
}

/** Documents: announced and removed by those whose they are. */
export class DocumentService {
  constructor(
    private readonly sealing: Sealing,
    private readonly loaders: DocumentLoaders,
    private readonly writing: WritingService,
    private readonly tickets: Tickets,
    private readonly actor: Actor,
    /** In the system’s time, as links are. */
    private readonly now: Temporal.Instant,
  ) {}

  async of({ id, whose }: CandidateView): Promise<DocumentView[]> {
    return (await this.loaders.ofCandidate.load(id)).map((document) => documentView(document, whose));
  }

  announce(input: AnnounceDocumentInput): Promise<WriteResult<Announced>> {
    return this.writing.own({
      mutation: 'announceDocument',
      input,
      act: (given, work) => this.#announce(given, work),
    });
  }

  /** Null once it has been given up. */
  async announced({ documentId }: Announced): Promise<DocumentView | null> {
    const document = await this.loaders.byId.load(documentId);
    return document === null ? null : documentView(document, { subject: this.actor.subject });
  }

  uploadUrl({ link, expiresAt }: Announced): string {
    return this.tickets.path({ link, action: 'UPLOAD', expiresAt: Temporal.Instant.from(expiresAt) });
  }

  remove(input: RemoveDocumentInput): Promise<WriteResult<RecordedOfCandidate>> {
    return this.writing.own({ mutation: 'removeDocument', input, act: (given, work) => this.#remove(given, work) });
  }

  async #announce(
    { kind, fileName, bytes, sha256 = null }: AnnounceDocumentInput,
    work: Work,
  ): Promise<Outcome<Announced>> {
    const store = new DocumentStore(work);
    const problems = announcementProblems({ fileName, bytes, sha256 }, MOST_BYTES, await store.count(this.now));
    if (problems.length > 0) return { problems };
    const expiresAt = linkExpiry(this.now);
    const documentId = await store.add({
      ...{ kind, medium: 'UPLOAD', state: 'ANNOUNCED', bytes, announcedUntil: expiresAt },
      data: { fileName, sha256, remark: null, receivedOn: null },
    });
    const link = await new DocumentLinks(work.manager, this.sealing).make(documentId, 'UPLOAD', expiresAt, null);
    return { answer: { documentId, link, expiresAt: expiresAt.toString() } };
  }

  async #remove({ id, version }: RemoveDocumentInput, work: Work): Promise<Outcome<RecordedOfCandidate>> {
    const { manager, candidate, now } = work;
    const document = isUuid(id) ? (await new DocumentRepository(manager, this.sealing).ofIds([id])).get(id) : undefined;
    if (document?.candidateId !== candidate.id || document.state === 'REMOVED') return { problems: [UNKNOWN_DOCUMENT] };
    if (document.version !== version) throw new VersionConflict(id, version, document.version);
    const entries = (await new ProfileRepository(manager, this.sealing).current([candidate.id])).get(candidate.id)!;
    if (entries.some(({ data }) => 'document' in data && data.document === id)) return { problems: [IN_USE] };
    await new DocumentStore(work).remove(id, version + 1);
    return { answer: { id, version: version + 1, recordedAt: now.toString(), candidateId: candidate.id } };
  }
}
