import { type Clock, type InstitutionEntry, localDay } from '@mandate-graph/domain';
import type { Actor } from '@mandate-graph/runtime';
import { HolderDigest, Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { AdmissionService } from './admission/admission.service.ts';
import { assessmentServices } from './assessment/assessment.services.ts';
import { CommitteeLoaders } from './committee/committee.loaders.ts';
import { CommitteeReader } from './committee/committee.reader.ts';
import { CommitteeService } from './committee/committee.service.ts';
import { HearingService } from './committee/hearing.service.ts';
import { MemberErasureService } from './committee/member.erasure.ts';
import { InterestService } from './interest/interest.service.ts';
import { ledgerServices } from './ledger/ledger.services.ts';
import { DeadlineService } from './notification/deadline.service.ts';
import { NotificationLoaders } from './notification/notification.loaders.ts';
import { NotificationRepository } from './notification/notification.repository.ts';
import { NotificationService } from './notification/notification.service.ts';
import { PersonKeys } from './person/person.keys.ts';
import { ProcedureActsService } from './procedure/procedure.acts.service.ts';
import { ProcedureLoaders } from './procedure/procedure.loaders.ts';
import { ProcedureRepository } from './procedure/procedure.repository.ts';
import { ProcedureService } from './procedure/procedure.service.ts';
import { RequestAnsweringService } from './request/request.answering.service.ts';
import { RequestAppealService } from './request/request.appeal.service.ts';
import { RequestFilingService } from './request/request.filing.service.ts';
import { requestLoader } from './request/request.loaders.ts';
import { RequestRepository } from './request/request.repository.ts';
import { RequestService } from './request/request.service.ts';
import { decidingServices } from './selection.deciding.ts';
import { judgingServices } from './selection.judging.ts';
import { readingServices } from './selection.reading.ts';
import { SettlingService } from './settling/settling.service.ts';
import { SETTLING } from './settling/settling.ts';
import { TaskService } from './task/task.service.ts';
import { SelectionWriting } from './writing/selection.writing.ts';

/** What lasts as long as the subgraph is open. */
export interface Installation {
  readonly source: DataSource;
  readonly sealing: Sealing;
  readonly digest: HolderDigest;
  readonly settling: SettlingService;
  readonly registry: readonly InstitutionEntry[];
}

export const install = (
  source: DataSource,
  secret: string,
  clock: Clock,
  registry: readonly InstitutionEntry[],
): Installation => {
  const sealing = new Sealing(secret);
  return { source, sealing, digest: new HolderDigest(secret), settling: new SettlingService(sealing, clock), registry };
};

export type SelectionServices = ReturnType<typeof createServices>;

/** The services of one request. Its instant is the one of its arrival, the same for all of it. */
export function createServices(
  { source, sealing, digest, registry }: Installation,
  actor: Actor,
  now: Temporal.Instant,
) {
  const { manager } = source;
  const keys = new PersonKeys(manager, sealing);
  const writing = new SelectionWriting(source, sealing, digest, SETTLING, actor, now);
  const holder = digest.of(actor.subject);
  const procedures = new ProcedureLoaders(new ProcedureRepository(manager, holder), localDay(now).toString());
  const loaders = new NotificationLoaders(new NotificationRepository(manager));
  const service = new ProcedureService(procedures, now, actor);
  const judging = judgingServices({ manager, keys, digest, writing, actor, now });
  return {
    procedures: service,
    ...readingServices({ manager, keys, digest, procedures, service, scores: judging.scores, actor }),
    procedureActs: new ProcedureActsService(writing, registry),
    admission: new AdmissionService(writing),
    notifications: new NotificationService(writing),
    deadlines: new DeadlineService(loaders, now),
    requests: new RequestService(requestLoader(new RequestRepository(manager), keys), keys),
    requestFiling: new RequestFilingService(writing),
    requestAppeals: new RequestAppealService(writing),
    requestAnswering: new RequestAnsweringService(writing),
    committees: new CommitteeService(writing, digest),
    committeeReader: new CommitteeReader(new CommitteeLoaders(manager, keys, holder, now), actor, digest),
    memberErasure: new MemberErasureService(writing),
    hearings: new HearingService(writing),
    interests: new InterestService(writing, digest),
    ...assessmentServices({ manager, keys, writing, loaders, now }),
    ...ledgerServices({ manager, keys, digest, writing, loaders, actor, now }),
    ...judging,
    ...decidingServices({ manager, keys, writing, actor }),
    tasks: new TaskService({ manager, keys, digest, registry, actor, now }),
  };
}
