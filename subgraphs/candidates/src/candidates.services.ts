import { type InstitutionEntry, systemClock } from '@mandate-graph/domain';
import type { Actor, Platform } from '@mandate-graph/runtime';
import { Allowance } from '@mandate-graph/runtime';
import { Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { AccessNotes } from './access-log/access-log.notes.ts';
import { AccessLogRepository } from './access-log/access-log.repository.ts';
import { AccessLogService } from './access-log/access-log.service.ts';
import { AccountLoaders } from './account/account.loaders.ts';
import { AccountRepository } from './account/account.repository.ts';
import { AccountService } from './account/account.service.ts';
import { AdjustmentLoaders } from './adjustment/adjustment.loaders.ts';
import { AdjustmentRepository } from './adjustment/adjustment.repository.ts';
import { AdjustmentService } from './adjustment/adjustment.service.ts';
import { ApplicationActsService } from './application/application.acts.service.ts';
import { ApplicationLoaders } from './application/application.loaders.ts';
import { ApplicationReader } from './application/application.reader.ts';
import { ApplicationReadingService } from './application/application.reading.service.ts';
import { ApplicationRepository } from './application/application.repository.ts';
import { ApplicationService } from './application/application.service.ts';
import { SettlingService } from './application/settling.service.ts';
import { DecisionLoaders } from './decision/decision.loaders.ts';
import { DecisionRepository } from './decision/decision.repository.ts';
import { DecisionService } from './decision/decision.service.ts';
import { DocumentLinks } from './document/document.links.ts';
import { DocumentLoaders } from './document/document.loaders.ts';
import { DocumentRepository } from './document/document.repository.ts';
import { DocumentService } from './document/document.service.ts';
import { Tickets } from './document/document.tickets.ts';
import { DownloadRequestService } from './document/download.request.service.ts';
import { PaperCopyService } from './document/paper.service.ts';
import { EligibilityLoaders } from './eligibility/eligibility.loaders.ts';
import { EligibilityRepository } from './eligibility/eligibility.repository.ts';
import { EligibilityService } from './eligibility/eligibility.service.ts';
import { FileLoaders } from './file/file.loaders.ts';
import { FileRepository } from './file/file.repository.ts';
import { InboxLoaders } from './inbox/inbox.loaders.ts';
import type { Inbox } from './inbox/inbox.messages.rules.ts';
import { InboxPost } from './inbox/inbox.post.ts';
import { InboxRepository } from './inbox/inbox.repository.ts';
import { InboxService } from './inbox/inbox.service.ts';
import { EverythingRepository } from './privacy/everything.repository.ts';
import { PrivacyService } from './privacy/privacy.service.ts';
import { ProfileRepository } from './profile/profile.repository.ts';
import { ProfileService } from './profile/profile.service.ts';
import { SectionService } from './section/section.service.ts';
import { VacancyVersions } from './vacancy/vacancy.versions.ts';
import { WorkflowService } from './workflow/workflow.service.ts';
import type { Settling } from './writing/work.ts';
import { WritingService } from './writing/writing.service.ts';

/** What lasts as long as the subgraph is open. */
export interface Installation {
  readonly source: DataSource;
  readonly sealing: Sealing;
  readonly inbox: Inbox;
  readonly settling: Settling;
  readonly tickets: Tickets;
  readonly registry: readonly InstitutionEntry[];
}

export function install(
  source: DataSource,
  { environment }: Platform,
  secret: string,
  registry: readonly InstitutionEntry[] = [],
): Installation {
  const sealing = new Sealing(secret);
  const inbox = new InboxPost(environment.mailUrl !== null);
  return {
    source,
    sealing,
    inbox,
    settling: new SettlingService(sealing, inbox),
    tickets: new Tickets(secret),
    registry,
  };
}

export type CandidatesServices = ReturnType<typeof createServices>;

/** The services of one request. Its instant is the one of its arrival, the same for all of it. */
export function createServices(
  { source, sealing, inbox, settling, tickets, registry }: Installation,
  actor: Actor,
  now: Temporal.Instant,
  allowance: Allowance,
) {
  const { manager } = source;
  // Who read what when is a fact of the system's time, which no demonstration sets back.
  const read = systemClock.now();
  const writing = new WritingService(source, sealing, settling, actor, now);
  const accountLoaders = new AccountLoaders(
    new AccountRepository(manager, sealing),
    new ProfileRepository(manager, sealing),
  );
  const documents = new DocumentRepository(manager, sealing);
  const documentLoaders = new DocumentLoaders(documents);
  const inboxes = new InboxRepository(manager, sealing);
  const adjustmentLoaders = new AdjustmentLoaders(new AdjustmentRepository(manager, sealing));
  const conditions = new EligibilityLoaders(new EligibilityRepository(manager));
  const applicationLoaders = new ApplicationLoaders(new ApplicationRepository(manager, sealing));
  const notes = new AccessNotes(new AccessLogRepository(manager));
  const reader = new ApplicationReader(actor, sealing.holders, notes, read);
  const versions = new VacancyVersions(manager);
  const files = new FileLoaders(new FileRepository(manager, sealing), versions, now);
  const decided = new DecisionLoaders(new DecisionRepository(manager, sealing), versions, now);
  return {
    writing,
    privacy: new PrivacyService(new EverythingRepository(manager, sealing), writing, actor),
    accounts: new AccountService(accountLoaders, writing, actor),
    profiles: new ProfileService(accountLoaders, writing, actor),
    documents: new DocumentService(sealing, documentLoaders, writing, tickets, actor, read),
    downloadRequests: new DownloadRequestService(
      documents,
      new DocumentLinks(manager, sealing),
      applicationLoaders,
      reader,
      files,
      tickets,
      actor,
      read,
    ),
    paperCopies: new PaperCopyService(writing, sealing, inbox, read),
    applicationActs: new ApplicationActsService(writing, sealing, inbox),
    sections: new SectionService(writing, sealing, inbox),
    adjustments: new AdjustmentService(adjustmentLoaders, writing, actor, read),
    inbox: new InboxService(inboxes, new InboxLoaders(inboxes, now), writing, sealing, actor),
    eligibility: new EligibilityService(conditions, now, allowance),
    workflow: new WorkflowService(conditions, registry, now),
    applications: new ApplicationService(applicationLoaders, reader, actor, read),
    applicationReading: new ApplicationReadingService(
      reader,
      applicationLoaders,
      accountLoaders,
      files,
      decided,
      allowance,
    ),
    decisions: new DecisionService(writing, sealing, inbox),
    accessLog: new AccessLogService(new AccessLogRepository(manager), actor, read),
  };
}
