import type { CloudEvent } from '@mandate-graph/domain';
import { recordedOf } from '@mandate-graph/persistence';
import type { EntityManager } from 'typeorm';
import { CandidacyFollower } from './candidacy/candidacy.follower.ts';
import { ProcedureFollower } from './procedure/procedure.follower.ts';
import { ReportingFollower } from './reporting/reporting.follower.ts';
import type { SettlingService } from './settling/settling.service.ts';

/** Who tells of applications, and of decisions on taking part. */
export const CANDIDATES = 'candidates';

/**
 * What a feed tells is taken in, and marked is for which procedures something follows from it, in one transaction. One that
 * cannot be settled then holds up neither the feed nor any other.
 */
export const intakeOf =
  (settling: SettlingService) =>
  (producer: string) =>
  async (manager: EntityManager, events: readonly CloudEvent[]): Promise<void> => {
    if (producer === CANDIDATES) {
      await settling.due(manager, await new CandidacyFollower(manager).follow(events));
      return;
    }
    const recorded = recordedOf(events, 'vacancy', producer);
    await new ProcedureFollower(manager).follow(recorded);
    const lined = await new ReportingFollower(manager).follow(
      recordedOf(events, 'position', producer),
      recordedOf(events, 'line', producer),
    );
    await settling.due(manager, [...recorded.map(({ id }) => id), ...lined]);
  };
