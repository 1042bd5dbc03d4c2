import { isUuid } from '@mandate-graph/domain';
import { type Actor, type Grant, mightBePermitted, permittingGrant, refusal } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { ApplicationLoaders } from '../application/application.loaders.ts';
import type { ApplicationReader } from '../application/application.reader.ts';
import { isJudged } from '../application/application.rules.ts';
import { viewOf } from '../application/application.view.ts';
import type { FileLoaders } from '../file/file.loaders.ts';
import type { RequestDownloadInput } from './document.input.ts';
import { type DocumentLinks, linkExpiry } from './document.links.ts';
import type { DocumentHolding, DocumentRepository } from './document.repository.ts';
import { downloadProblems, NOT_THEIRS } from './document.rules.ts';
import type { Tickets } from './document.tickets.ts';

/** Links to the contents of documents, for their candidates and for those who judge them. */
export class DownloadRequestService {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly links: DocumentLinks,
    private readonly applications: ApplicationLoaders,
    private readonly reader: ApplicationReader,
    private readonly files: FileLoaders,
    private readonly tickets: Tickets,
    private readonly actor: Actor,
    /** In the system’s time, as links are. */
    private readonly now: Temporal.Instant,
  ) {}

  /** What is not theirs, and what is not there, is refused in the same words. */
  async request({ document, application = null }: RequestDownloadInput) {
    if (!mightBePermitted(this.actor, 'APPLICATION_READ')) throw refusal(this.actor);
    if (!isUuid(document) || (application !== null && !isUuid(application))) return { problems: [NOT_THEIRS] };
    const id = document.toLowerCase();
    const holding = await this.documents.holding(id);
    const grant = holding === null ? null : await this.#grantFor(id, holding, application);
    if (holding === null || grant === null) return { problems: [NOT_THEIRS] };
    const problems = downloadProblems(holding);
    if (problems.length > 0) return { problems };
    const reader =
      grant.role === 'candidate'
        ? null
        : { subject: this.actor.subject, role: grant.role, applicationId: application! };
    const expiresAt = linkExpiry(this.now);
    const link = await this.links.make(id, 'DOWNLOAD', expiresAt, reader);
    return { url: this.tickets.path({ link, action: 'DOWNLOAD', expiresAt }), expiresAt: expiresAt.toString() };
  }

  /** Candidates have what they did not remove, and what files keep of it; others, what is in a file they judge. */
  async #grantFor(
    id: string,
    { state, frozen, subject }: DocumentHolding,
    application: string | null,
  ): Promise<Grant | null> {
    const theirs = state !== 'REMOVED' || frozen ? subject : null;
    const own = permittingGrant(this.actor, 'APPLICATION_READ', { subject: theirs });
    return own ?? (application === null ? null : this.#judging(id, application.toLowerCase()));
  }

  /** By which the actor sees the application, if the file that was frozen for its deadline has the document. */
  async #judging(id: string, applicationId: string): Promise<Grant | null> {
    const facts = await this.applications.byId.load(applicationId);
    const application = facts === null ? null : viewOf(facts);
    if (application === null || !isJudged(application)) return null;
    const grant = this.reader.grantFor(application);
    if (grant === null) return null;
    const { vacancyId } = application;
    const file = await this.files.judged.load({ id: applicationId, vacancyId, onceFrozen: true });
    return file?.content.documents.some((document) => document.id === id) ? grant : null;
  }
}
