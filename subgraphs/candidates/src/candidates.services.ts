import { systemClock } from '@mandate-graph/domain';
import type { Actor, Platform } from '@mandate-graph/runtime';
import { Allowance } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { AccessLogRepository } from './access-log/access-log.repository.ts';
import { AccessLogService } from './access-log/access-log.service.ts';
import { ApplicationLoaders } from './application/application.loaders.ts';
import { ApplicationRepository } from './application/application.repository.ts';
import { ApplicationService } from './application/application.service.ts';
import { EligibilityLoaders } from './eligibility/eligibility.loaders.ts';
import { EligibilityRepository } from './eligibility/eligibility.repository.ts';
import { EligibilityService } from './eligibility/eligibility.service.ts';
import type { Inbox } from './inbox/inbox.messages.ts';
import { InboxPost } from './inbox/inbox.post.ts';
import { Sealing } from './person/sealing.ts';
import type { Settling } from './writing/work.ts';
import { WritingService } from './writing/writing.service.ts';

/** What lasts as long as the subgraph is open. */
export interface Installation {
  readonly source: DataSource;
  readonly sealing: Sealing;
  readonly inbox: Inbox;
  readonly settling: Settling;
}

export function install(source: DataSource, { environment }: Platform, secret: string): Installation {
  return {
    source,
    sealing: new Sealing(secret),
    inbox: new InboxPost(environment.mailUrl !== null),
    settling: { settle: async () => undefined },
  };
}

export type CandidatesServices = ReturnType<typeof createServices>;

/** The services of one request. Its instant is the one of its arrival, the same for all of it. */
export function createServices(
  { source, sealing, settling }: Installation,
  actor: Actor,
  now: Temporal.Instant,
  allowance: Allowance,
) {
  const { manager } = source;
  // Who read what when is a fact of the system's time, which no demonstration sets back.
  const read = systemClock.now();
  return {
    writing: new WritingService(source, sealing, settling, actor, now),
    eligibility: new EligibilityService(new EligibilityLoaders(new EligibilityRepository(manager)), now, allowance),
    applications: new ApplicationService(new ApplicationLoaders(new ApplicationRepository(manager)), actor, read),
    accessLog: new AccessLogService(new AccessLogRepository(manager), actor, read),
  };
}
