import { type CloudEvent, isUuid, NotAsAgreed } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { candidateOf, lockErased } from '../person/person.keys.ts';

interface ApplicationTold {
  readonly application: string;
  readonly candidate: string;
  readonly vacancy: string;
  readonly status: string;
  readonly version: number;
  readonly submittedAt: string | null;
  readonly holder: string | null;
  readonly recordedAt: string;
}

interface DecisionTold {
  readonly decision: string;
  readonly application: string;
  readonly vacancy: string;
  readonly conditions: string;
  readonly outcome: string;
  readonly decidedBy: string;
  readonly judgedFile: string;
  /** The local day for which the conditions were judged; events of old do not have it. */
  readonly judgedOn?: string | null;
  readonly remedyStated: boolean;
  readonly version: number;
  readonly recordedAt: string;
}

const toldOf = <T>(events: readonly CloudEvent[], type: string): T[] =>
  events.filter((event) => event.type === type).map(({ data }) => data as T);

/** Takes in what candidates tell of applications, of decisions on them, and of who was erased. */
export class CandidacyFollower {
  constructor(private readonly manager: EntityManager) {}

  /** Gives the vacancies that something was told about. To be called in the transaction that moves the feed's cursor. */
  async follow(events: readonly CloudEvent[]): Promise<readonly string[]> {
    const applications = toldOf<ApplicationTold>(events, 'mandate-graph.application.recorded.v1');
    const decisions = toldOf<DecisionTold>(events, 'mandate-graph.eligibility.decided.v1');
    const erased = toldOf<{ candidate: string }>(events, 'mandate-graph.candidate.erased.v1');
    if (!erased.every(({ candidate }) => isUuid(candidate))) throw new NotAsAgreed('It names no candidate.');
    await this.#erase(erased.map(({ candidate }) => candidate));
    for (const application of applications) await this.#application(application);
    for (const decision of decisions) await this.#decision(decision);
    return [...new Set([...applications, ...decisions].map(({ vacancy }) => vacancy))];
  }

  async #application(told: ApplicationTold): Promise<void> {
    await this.manager.query(
      `INSERT INTO known_application (id, candidate_id, vacancy_id, status, version, submitted_at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, version = excluded.version,
         submitted_at = excluded.submitted_at, recorded_at = excluded.recorded_at
       WHERE excluded.version > known_application.version`,
      [
        ...[told.application, told.candidate, told.vacancy, told.status, told.version],
        ...[told.submittedAt ?? null, told.recordedAt],
      ],
    );
    if (told.holder == null) return;
    await this.manager.query(
      `INSERT INTO candidate_holder (candidate_id, holder)
       SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM erased_person WHERE person = $3)
       ON CONFLICT (candidate_id) DO UPDATE SET holder = excluded.holder`,
      [told.candidate, told.holder, candidateOf(told.candidate)],
    );
  }

  async #decision(told: DecisionTold): Promise<void> {
    await this.manager.query(
      `INSERT INTO known_decision (id, application_id, conditions, outcome, decided_by, judged_file, remedy_stated,
         version, recorded_at, judged_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (id) DO UPDATE SET outcome = excluded.outcome, decided_by = excluded.decided_by,
         judged_file = excluded.judged_file, remedy_stated = excluded.remedy_stated, version = excluded.version,
         recorded_at = excluded.recorded_at, judged_on = excluded.judged_on
       WHERE excluded.version > known_decision.version`,
      [
        ...[told.decision, told.application, told.conditions, told.outcome, told.decidedBy, told.judgedFile],
        ...[told.remedyStated, told.version, told.recordedAt, told.judgedOn ?? null],
      ],
    );
  }

  /** Nothing personal of them can be read from here on; what was done stays in the trail, and the counts stay right. */
  async #erase(candidates: readonly string[]): Promise<void> {
    if (candidates.length === 0) return;
    // Waits for what they are doing themselves, and takes the answers to it along.
    const [holders]: [{ holder: string }[], number] = await this.manager.query(
      'DELETE FROM candidate_holder WHERE candidate_id = ANY($1::uuid[]) RETURNING holder',
      [candidates],
    );
    await this.manager.query('DELETE FROM idempotency WHERE actor = ANY($1)', [holders.map(({ holder }) => holder)]);
    const persons = candidates.map(candidateOf);
    await lockErased(this.manager, persons);
    await this.manager.query(
      `INSERT INTO erased_person (person, erased_at) SELECT person, now() FROM unnest($1::text[]) AS gone(person)
       ON CONFLICT (person) DO NOTHING`,
      [persons],
    );
    await this.manager.query('DELETE FROM person_key WHERE person = ANY($1)', [persons]);
  }
}
