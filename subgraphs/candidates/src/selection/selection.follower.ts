import {
  type CloudEvent,
  type CommitteeRecorded,
  type OfCandidacy,
  type ProcedureEnded,
  type SelectionEvents,
  type SelectionEventType,
} from '@mandate-graph/domain';
import type { Sealing } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Inbox } from '../inbox/inbox.messages.rules.ts';
import { CandidateLocks } from '../writing/candidate.locks.ts';
import type { LockedCandidate } from '../writing/work.ts';
import { SelectionStore } from './selection.store.ts';
import { tellingOf } from './selection.telling.rules.ts';

const TOLD = 'mandate-graph.candidate.told.v1';
const RECORDED = 'mandate-graph.candidacy.recorded.v1';
const NOTIFIED = 'mandate-graph.notification.sent.v1';
const APPEALED = 'mandate-graph.appeal.recorded.v1';
const ENDED = 'mandate-graph.procedure.ended.v1';
const COMMITTEE = 'mandate-graph.committee.recorded.v1';

/** What is said of an application that is there, of a candidate who is not erased and is locked. */
interface Said<T> {
  /** Id of the event. */
  readonly event: string;
  readonly data: T;
  readonly candidate: LockedCandidate;
}

/**
 * Takes in what the selection tells: into inboxes, and into what access and retention depend on. Events of other types
 * are left alone, and so is what is said of candidates who are erased, and of applications that are not theirs.
 */
export class SelectionFollower {
  readonly #store: SelectionStore;

  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
    private readonly inbox: Inbox,
  ) {
    this.#store = new SelectionStore(manager);
  }

  /** To be called in the transaction that moves the feed's cursor. */
  async follow(events: readonly CloudEvent[]): Promise<void> {
    await this.#store.end(ofType(events, ENDED).map(({ data }) => data as ProcedureEnded));
    await this.#store.sit(ofType(events, COMMITTEE).map(({ data }) => data as CommitteeRecorded));
    const about = [TOLD, RECORDED, NOTIFIED, APPEALED].flatMap((type) => ofType(events, type));
    const known = await this.#known(about as readonly CloudEvent<OfCandidacy>[]);
    await this.#store.stand(saidIn(events, RECORDED, known).map(({ data }) => data));
    await this.#store.notify(saidIn(events, NOTIFIED, known).map(({ data }) => data));
    await this.#store.appeal(saidIn(events, APPEALED, known).map(({ data }) => data));
    await this.#tell(saidIn(events, TOLD, known));
  }

  /** The candidates, each by the application that is theirs, for a vacancy. */
  async #known(events: readonly CloudEvent<OfCandidacy>[]): Promise<ReadonlyMap<string, LockedCandidate>> {
    const about = events.map(({ data }) => data);
    if (about.length === 0) return new Map();
    const locks = new CandidateLocks(this.manager, this.sealing);
    const candidates = await locks.ofIds([...new Set(about.map(({ candidate }) => candidate))]);
    const applications = await this.#store.applications([...new Set(about.map(({ application }) => application))]);
    return new Map(
      applications.flatMap((theirs) => {
        const candidate = candidates.get(theirs.candidate);
        return candidate === undefined ? [] : [[keyOf(theirs), candidate] as const];
      }),
    );
  }

  /** In the order of the feed: a task is done after it was set. */
  async #tell(said: readonly Said<SelectionEvents[typeof TOLD]>[]): Promise<void> {
    const { manager, inbox } = this;
    const news = await this.#store.news(said.map(({ event }) => event));
    for (const { event, data, candidate } of said) {
      if (!news.delete(event)) continue;
      const work = { manager, candidate, now: Temporal.Instant.from(data.at) };
      const { done, messages } = tellingOf(data);
      if (done.length > 0) await inbox.done(work, data.application, done);
      await inbox.post(work, messages);
    }
  }
}

const ofType = (events: readonly CloudEvent[], type: string): readonly CloudEvent[] =>
  events.filter((event) => event.type === type);

const saidIn = <T extends SelectionEventType>(
  events: readonly CloudEvent[],
  type: T,
  known: ReadonlyMap<string, LockedCandidate>,
): readonly Said<SelectionEvents[T]>[] =>
  ofType(events, type).flatMap(({ id: event, data }) => {
    const candidate = known.get(keyOf(data as OfCandidacy));
    return candidate === undefined ? [] : [{ event, data: data as SelectionEvents[T], candidate }];
  });

type Theirs = Pick<OfCandidacy, 'application' | 'candidate' | 'vacancy'>;
const keyOf = ({ application, candidate, vacancy }: Theirs): string => `${application} ${candidate} ${vacancy}`;
