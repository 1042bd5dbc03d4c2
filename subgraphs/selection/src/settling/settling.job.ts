import type { Clock } from '@mandate-graph/domain';
import { type Logger, Repeating } from '@mandate-graph/persistence';
import { inTransaction } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { GRACE } from '../session/session.chance.rules.ts';
import type { SettlingService } from './settling.service.ts';

/** Procedures of which something was told. */
export const TOLD = 'SELECT DISTINCT procedure_id AS id FROM settling_due';

/** Those, and with a session whose registration period is over, without its having been looked at who is out. */
export const DUE = `${TOLD} UNION SELECT procedure.id FROM test_session session
  JOIN selection_procedure procedure ON procedure.id = session.procedure_id AND procedure.status = 'RUNNING'
  WHERE session.registration_until <= $1 AND session.settled_at IS NULL AND session.called_off_at IS NULL
  ORDER BY id`;

interface SettlingJobOptions {
  readonly source: DataSource;
  readonly settling: SettlingService;
  readonly clock: Clock;
  readonly log: Logger;
  readonly everyMs?: number;
}

/** Settles the procedures for which the clock has something new, or a feed. */
export class SettlingJob {
  readonly rounds: Repeating;

  constructor(private readonly options: SettlingJobOptions) {
    const { clock, log, everyMs = 5_000 } = options;
    this.rounds = new Repeating({
      ...{ everyMs, log, failed: 'what is due could not be looked up; it is tried again' },
      // The clock is asked each time: in a demonstration it is moved.
      run: (signal) => this.run(clock.now(), signal),
    });
  }

  /** Each in a transaction of its own, so that one that fails holds up no other. Gives the number of those settled. */
  async run(now: Temporal.Instant, signal: AbortSignal): Promise<number> {
    const { source, settling, log } = this.options;
    const due: { id: string }[] = await source.query(DUE, [now.subtract(GRACE).toString()]);
    let settled = 0;
    for (const { id } of due) {
      if (signal.aborted) break;
      try {
        await inTransaction(source, (manager) => settling.settle(manager, id));
        settled += 1;
      } catch (err) {
        log.error({ err, procedure: id }, 'a procedure could not be settled; it is tried again');
      }
    }
    return settled;
  }
}
