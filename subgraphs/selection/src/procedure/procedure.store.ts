import type { ProcedureEnding, VacancyState } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import type { StepRecord } from './procedure.record.ts';
import type { RecordedStepStatus } from './procedure.rules.ts';
import type { ProcedureAct, ProcedureState } from './procedure.state.rules.ts';

/** What a procedure takes over when it starts. */
export interface Start {
  readonly template: VacancyState;
  readonly vacancyVersion: number;
  readonly legalRegime: string | null;
  readonly regimeFrom: string | null;
}

export interface Recording {
  readonly act: ProcedureAct;
  readonly state: ProcedureState;
  /** A reason that is about nobody. */
  readonly reason?: string | null;
  /** Further facts for the trail, nothing personal. */
  readonly facts?: object;
  /** Who did it, where it is not who sent the request. */
  readonly by?: string;
}

/** Where acts on a procedure as a whole are recorded. */
export class ProcedureStore {
  constructor(private readonly work: Work) {}

  async start(start: Start, state: ProcedureState): Promise<RecordedOfProcedure> {
    const { template, vacancyVersion, legalRegime, regimeFrom } = start;
    await this.work.manager.query(
      `UPDATE selection_procedure SET template = $2, started_at = $3, legal_regime = $4, regime_from = $5, vacancy_seen = $6
       WHERE id = $1`,
      [
        this.work.procedure.id,
        JSON.stringify(template),
        this.work.now.toString(),
        legalRegime,
        regimeFrom,
        vacancyVersion,
      ],
    );
    this.work.becomes({ template, legalRegime, regimeFrom, vacancySeen: vacancyVersion });
    return this.record({ act: 'START', state, facts: { vacancyVersion, legalRegime, regimeFrom } });
  }

  /** An act that is done; what it depended on was checked by the rules. */
  async record({ act, state, reason = null, facts = {}, by = this.work.by }: Recording): Promise<RecordedOfProcedure> {
    const { manager, procedure, now } = this.work;
    const version = procedure.version + 1;
    const [recordedAt, endedAt] = [now.toString(), state.ending === null ? null : now.toString()];
    const submitted = submittedAfter(act, procedure.resultSubmittedAt, now);
    await manager.query(
      `UPDATE selection_procedure SET status = $2, ending = $3, ended_at = $4, result_submitted_at = $5, version = $6,
         recorded_at = $7, recorded_by = $8, reason = $9 WHERE id = $1`,
      [procedure.id, state.status, state.ending, endedAt, submitted?.toString() ?? null, version, recordedAt, by, act],
    );
    const before = { status: procedure.status, ending: procedure.ending };
    this.work.becomes({ ...state, resultSubmittedAt: submitted, version });
    this.work.record({
      ...{ act, about: 'PROCEDURE', aboutId: procedure.id, by, before, after: { ...state, ...facts }, reason },
    });
    if (state.ending !== null) this.#tellEnding(state.ending, recordedAt);
    return { id: procedure.id, version, recordedAt, procedureId: procedure.id };
  }

  /** The vacancy has another version than the one that was last seen. What the procedure runs by stays. */
  async sawVacancy(version: number, by: string): Promise<void> {
    const { manager, procedure } = this.work;
    await manager.query('UPDATE selection_procedure SET vacancy_seen = $2 WHERE id = $1', [procedure.id, version]);
    this.work.becomes({ vacancySeen: version });
    this.work.record({
      ...{ act: 'VACANCY_AMENDED', about: 'PROCEDURE', aboutId: procedure.id, by },
      ...{ before: { vacancyVersion: procedure.vacancySeen }, after: { vacancyVersion: version } },
    });
  }

  async step(step: StepRecord, status: RecordedStepStatus, by = this.work.by): Promise<RecordedOfProcedure> {
    const { manager, procedure, now } = this.work;
    const [version, recordedAt] = [step.version + 1, now.toString()];
    await manager.query(
      `UPDATE selection_step SET status = $2, version = $3, recorded_at = $4, recorded_by = $5, reason = $6
       WHERE id = $1`,
      [step.id, status, version, recordedAt, by, status],
    );
    const steps = procedure.steps.map((one) => (one.id === step.id ? { ...one, status, version } : one));
    this.work.becomes({ steps });
    this.work.record({
      ...{ act: `STEP_${status}`, about: 'STEP', aboutId: step.id, by },
      ...{ before: { status: step.status }, after: { key: step.key, status } },
    });
    return { id: step.id, version, recordedAt, procedureId: procedure.id };
  }

  #tellEnding(ending: ProcedureEnding, endedAt: string): void {
    const { id, vacancyId, institution } = this.work.procedure;
    this.work.tell('mandate-graph.procedure.ended.v1', id, {
      ...{ procedure: id, vacancy: vacancyId, institution, ending, endedAt },
    });
  }
}

/** Opened again, a procedure has no result before the committee submits one anew. */
const submittedAfter = (act: ProcedureAct, before: Temporal.Instant | null, now: Temporal.Instant) =>
  act === 'SUBMIT_RESULT' ? now : act === 'REOPEN' ? null : before;
