import {
  type Clock,
  type Period,
  type Problem,
  parseId,
  recordedType,
  type SubjectKind,
  type SubjectRecorded,
  type SubjectStates,
  systemClock,
} from '@mandate-graph/domain';
import { publish } from '@mandate-graph/persistence';
import type { Actor } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import type { InstitutionRules } from '../institution.rules.ts';
import { REFERENCES } from './subject.references.ts';
import { stateProblems } from './subject.rules.ts';
import { subjectStore } from './subject.store.ts';

/** A whole new state of knowledge about one subject. */
export interface Recording<K extends SubjectKind = SubjectKind> {
  readonly kind: K;
  readonly id: string;
  /** The version it was made on; 0 for a new subject. */
  readonly expectedVersion: number;
  readonly periods: readonly Period<SubjectStates[K]>[];
  readonly reason: string | null;
}

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Writes what an institution says of its subjects: rules first, then rows and events in one transaction. */
export class SubjectService {
  constructor(
    private readonly institution: string,
    private readonly rules: InstitutionRules,
    /** The time rules are judged by. */
    private readonly clock: Clock,
    private readonly actor: Actor,
    /** When things are recorded: not the demonstration's time, which may go back, but the time that tokens and logs use. */
    private readonly recording: Clock = systemClock,
  ) {}

  /** All of the recordings, or none and every problem of each. Must run in a transaction of the caller's. */
  async record(manager: EntityManager, recordings: readonly Recording[]): Promise<Outcome> {
    const problems = [
      ...recordings.flatMap((recording) => this.#ruleProblems(recording)),
      ...(await this.#referenceProblems(manager, recordings)),
    ];
    if (problems.length > 0) return { ok: false, problems };
    const store = subjectStore(manager);
    const now = new Date(this.recording.now().epochMilliseconds);
    const events = [];
    for (const recording of recordings) {
      const { kind, id, periods } = recording;
      const version = await store[kind].record({
        ...recording,
        periods: periods as readonly Period<never>[],
        recordedAt: now,
        recordedBy: this.actor.subject,
      });
      await manager.query(
        `INSERT INTO subject (id, kind, version, recorded_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, recorded_at = excluded.recorded_at`,
        [id, kind, version, now],
      );
      const data: SubjectRecorded = {
        kind,
        id,
        institution: this.institution,
        version,
        recordedAt: now.toISOString(),
        periods: periods.filter(isPublic),
      };
      events.push({ type: recordedType(kind), subject: id, time: now, data });
    }
    await publish(manager, events);
    return { ok: true };
  }

  #ruleProblems(recording: Recording): Problem[] {
    const problems: Problem[] = [];
    const parsed = parseId(recording.id);
    if (parsed?.institution !== this.institution || parsed.kind !== recording.kind || parsed.asOf !== null) {
      const rule = `id must be an undated ${recording.kind} id of ${this.institution}, but got: ${recording.id}.`;
      problems.push({ path: 'id', code: 'INVALID_ID', value: recording.id, rule });
    }
    for (const period of recording.periods) {
      problems.push(...stateProblems(recording.kind, period.state, this.clock.now(), this.rules));
    }
    return problems.map((problem) => ({ ...problem, path: `${recording.id}.${problem.path}` }));
  }

  async #referenceProblems(manager: EntityManager, recordings: readonly Recording[]): Promise<Problem[]> {
    const references = recordings.flatMap(({ kind, id, periods }) =>
      periods.flatMap(({ state }) =>
        REFERENCES[kind](state as never).map((reference) => ({ ...reference, path: `${id}.${reference.path}` })),
      ),
    );
    const rows: { id: string }[] = await manager.query('SELECT id FROM subject WHERE id = ANY($1)', [
      [...new Set(references.map((reference) => reference.id))],
    ]);
    const known = new Set([...rows.map((row) => row.id), ...recordings.map((recording) => recording.id)]);
    return references
      .filter(({ id, kinds }) => !known.has(id) || !kinds.includes(parseId(id)?.kind as SubjectKind))
      .map(({ path, id, kinds }) => ({
        path,
        code: 'UNKNOWN_REFERENCE',
        value: id,
        rule: `${path} must be the id of an existing ${kinds.join(', ')}, but got: ${id}.`,
      }));
  }
}

/** Drafts are their institution's alone, so they are not in what other subgraphs are told. */
function isPublic(period: Period<SubjectStates[SubjectKind]>): boolean {
  return !('publication' in period.state) || period.state.publication !== 'DRAFT';
}
