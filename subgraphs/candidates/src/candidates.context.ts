import type { Actor, Allowance } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { AccessLogService } from './access-log/access-log.service.ts';
import type { ApplicationService } from './application/application.service.ts';
import type { EligibilityService } from './eligibility/eligibility.service.ts';

/** What resolvers reach, per request. The instant is the same for the whole request. */
export interface CandidatesContext {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly allowance: Allowance;
  readonly services: {
    readonly applications: ApplicationService;
    readonly eligibility: EligibilityService;
    readonly accessLog: AccessLogService;
  };
}
