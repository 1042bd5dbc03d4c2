import {
  type ChangeKind,
  type Clock,
  type Period,
  type Problem,
  parseSubjectId,
  recordedType,
  type SubjectKind,
  type SubjectRecorded,
  type SubjectStates,
  systemClock,
} from '@mandate-graph/domain';
import { publish, VersionConflict } from '@mandate-graph/persistence';
import type { Actor } from '@mandate-graph/runtime';
import type { EntityManager } from 'typeorm';
import type { InstitutionRules } from '../institution.rules.ts';
import { changedPaths } from './differences.rules.ts';
import { within } from './problem.rules.ts';
import { danglingProblems, referenceProblems } from './subject.integrity.ts';
import { stateProblems } from './subject.rules.ts';
import { subjectStore } from './subject.store.ts';
import { lockSubjects, type Moved, nextRecordingTime, writeVersions } from './subject.versions.ts';

/** A whole new state of knowledge about one subject. */
export interface Recording<K extends SubjectKind = SubjectKind> {
  readonly kind: K;
  readonly id: string;
  /** The version it was made on; 0 for a new subject. */
  readonly expectedVersion: number;
  /** Without one: CREATED for a new subject, AMENDED for another. */
  readonly change?: ChangeKind;
  readonly periods: readonly Period<SubjectStates[K]>[];
  readonly reason: string | null;
}

export interface Recorded {
  readonly id: string;
  readonly version: number;
}

export type Outcome =
  | { readonly ok: true; readonly recordedAt: Date; readonly recorded: readonly Recorded[] }
  /** What was written until then must be rolled back. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

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

  /**
   * All of the recordings, or none and every problem of each. Must run in a transaction of the caller's, who rolls it
   * back when it is not ok. One institution writes one thing at a time, so that what a rule saw still holds at the end.
   */
  async record(manager: EntityManager, recordings: readonly Recording[]): Promise<Outcome> {
    await lockSubjects(manager);
    const problems = [
      ...recordings.flatMap((recording) => this.#ruleProblems(recording)),
      ...(await referenceProblems(manager, recordings)),
    ];
    if (problems.length > 0) return { ok: false, problems };
    const now = await nextRecordingTime(manager, this.recording);
    const moved = await this.#moved(manager, recordings);
    const events = [];
    for (const recording of recordings) {
      events.push(await this.#write(manager, recording, now));
    }
    await writeVersions(manager, moved, now, this.actor.subject);
    const dangling = await danglingProblems(manager, recordings);
    if (dangling.length > 0) return { ok: false, problems: dangling };
    await publish(manager, events);
    return { ok: true, recordedAt: now, recorded: moved.map(({ id, version }) => ({ id, version })) };
  }

  /** The next version of each; a {@link VersionConflict} when one is not what its writer saw. */
  async #moved(manager: EntityManager, recordings: readonly Recording[]): Promise<readonly Moved[]> {
    const rows: { id: string; version: number }[] = await manager.query(
      'SELECT id, version FROM subject WHERE id = ANY($1)',
      [recordings.map(({ id }) => id)],
    );
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    return recordings.map((recording) => {
      const { kind, id, expectedVersion, reason } = recording;
      const actual = versions.get(id) ?? 0;
      if (actual !== expectedVersion) throw new VersionConflict(id, expectedVersion, actual);
      return { kind, id, version: actual + 1, change: changeOf(recording), reason };
    });
  }

  async #write(manager: EntityManager, recording: Recording, now: Date) {
    const { kind, id, expectedVersion, periods, reason } = recording;
    const repository = subjectStore(manager)[kind];
    const before = expectedVersion === 0 ? [] : (await repository.current([id])).get(id)!;
    await repository.record({
      id,
      previousVersion: expectedVersion,
      periods: periods as readonly Period<never>[],
      recordedAt: now,
      recordedBy: this.actor.subject,
      reason,
    });
    const told = periods.filter(isPublic);
    const wasTold = before.filter(isPublic);
    const data: SubjectRecorded = {
      kind,
      id,
      institution: this.institution,
      version: expectedVersion + 1,
      recordedAt: now.toISOString(),
      change: {
        kind: changeOf(recording),
        reason: told.length === 0 && wasTold.length === 0 ? null : reason,
        paths: wasTold.length === 0 ? [] : changedPaths<unknown>(wasTold, told),
      },
      periods: told,
    };
    return { type: recordedType(kind), subject: id, time: now, data };
  }

  #ruleProblems(recording: Recording): Problem[] {
    const problems: Problem[] = [];
    const parsed = parseSubjectId(recording.id);
    if (parsed?.institution !== this.institution || parsed.kind !== recording.kind) {
      const rule = `id must be an undated ${recording.kind} id of ${this.institution}, but got: ${recording.id}.`;
      problems.push({ path: 'id', code: 'INVALID_ID', value: recording.id, rule });
    }
    const circumstances = { now: this.clock.now(), isNew: recording.expectedVersion === 0 };
    for (const period of recording.periods) {
      problems.push(...stateProblems(recording.kind, period.state, circumstances, this.rules));
    }
    return problems.map((problem) => within(`${recording.id}.`, problem));
  }
}

const changeOf = ({ expectedVersion, change }: Recording): ChangeKind =>
  change ?? (expectedVersion === 0 ? 'CREATED' : 'AMENDED');

/** Drafts are their institution's alone, so they are not in what other subgraphs are told. */
function isPublic(period: Period<SubjectStates[SubjectKind]>): boolean {
  return !('publication' in period.state) || period.state.publication !== 'DRAFT';
}
