import type { SelectionEvents, SelectionEventType } from '@mandate-graph/domain';
import { type OutboxEvent, publish } from '@mandate-graph/persistence';
import type { Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { PersonKeys } from '../person/person.keys.ts';
import type { ProcedureRecord } from '../procedure/procedure.record.ts';
import { type Act, TrailWriter } from '../trail/trail.writer.ts';

/** Who acts on their own: what follows from a rule is not the act of whoever happened to ask. */
export const byRule = (name: string): string => `rule:${name}`;

/**
 * What an act works with: one procedure, locked, in one transaction. Trail and events are gathered and written at its
 * end, each in one statement, whatever the number of candidates.
 */
export class Work {
  readonly keys: PersonKeys;
  readonly #trail: TrailWriter;
  readonly #events: OutboxEvent[] = [];
  #procedure: ProcedureRecord;

  constructor(
    readonly manager: EntityManager,
    procedure: ProcedureRecord,
    /** The instant at which the request arrived, which decides. */
    readonly now: Temporal.Instant,
    /** Who acts, as the trail keeps it: `candidate:<id>`, `member:<id>`, `rule:<name>`, or the subject of somebody of the institution. */
    readonly by: string,
    sealing: Sealing,
  ) {
    this.#procedure = procedure;
    this.keys = new PersonKeys(manager, sealing);
    this.#trail = new TrailWriter(procedure.id, procedure.trail, this.keys, by, now);
  }

  /** As it is after what has been done so far. */
  get procedure(): ProcedureRecord {
    return this.#procedure;
  }

  /** The number of the last act in the trail, with those that are not written yet. */
  get acts(): number {
    return this.#trail.head.seq;
  }

  /** To be called by the store that has written the change. */
  becomes(changes: Partial<ProcedureRecord>): void {
    this.#procedure = { ...this.#procedure, ...changes };
  }

  /** Every act is told to the trail. The keys of the persons it names must have been made. */
  record(act: Act): void {
    this.#trail.add(act);
  }

  tell<T extends SelectionEventType>(type: T, subject: string, data: SelectionEvents[T]): void {
    this.#events.push({ type, subject, time: new Date(this.now.epochMilliseconds), data });
  }

  async flush(): Promise<void> {
    await this.#trail.flush(this.manager);
    await publish(this.manager, this.#events.splice(0));
  }
}
