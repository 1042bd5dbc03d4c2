import type { CandidacyStatus, Problem, StepKind } from '@mandate-graph/domain';
import { candidateOf } from '../person/person.keys.ts';
import type { ProcedureActor } from '../procedure/procedure.state.rules.ts';
import { ProcedureStore } from '../procedure/procedure.store.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import type { CandidacyRecord, NewOutcome } from './candidacy.record.ts';
import { type CandidacyAct, candidacyAfter, FOUND_SUITABLE } from './candidacy.state.rules.ts';
import { putOutcomes } from './outcome.store.ts';

/** An act on a candidacy. */
export interface CandidacyChange {
  /** As it stands; for ENTER, as it would stand without a version. */
  readonly candidacy: CandidacyRecord;
  readonly act: CandidacyAct;
  readonly as: ProcedureActor;
  readonly outcome?: NewOutcome | null;
  /** Where the candidate stands afterwards; left out: where they stood. */
  readonly stepId?: string | null;
  /** Reasons about the candidate, for the trail, where they are not those of the outcome; sealed. */
  readonly reasons?: string | null;
  /** Further facts for the trail, nothing personal. */
  readonly facts?: object;
  /** Who did it, where it is not who sent the request. */
  readonly by?: string;
}

export type Changed =
  | { readonly changed: readonly CandidacyRecord[]; readonly problems?: never }
  | { readonly problems: readonly Problem[]; readonly changed?: never };

/** Where acts on candidacies are recorded: the rules first, then rows, outcomes, trail and events, for all at once. */
export class CandidacyStore {
  constructor(private readonly work: Work) {}

  async change(changes: readonly CandidacyChange[]): Promise<Changed> {
    const judged = changes.map((change) => this.#judge(change));
    const problems = judged.flatMap((one) => one.problems ?? []);
    if (problems.length > 0) return { problems };
    const { work } = this;
    await work.keys.make(changes.map(({ candidacy }) => candidateOf(candidacy.candidateId)));
    const changed = changes.map(({ candidacy, stepId = candidacy.stepId }, at) => ({
      ...candidacy,
      ...{ status: judged[at]!.status!, stepId, version: candidacy.version + 1 },
    }));
    await this.#write(changes, changed);
    await putOutcomes(
      work,
      changes.flatMap(({ candidacy, outcome, by = work.by }) => (outcome ? [{ candidacy, outcome, by }] : [])),
    );
    await this.#begin(changed);
    for (const [at, change] of changes.entries()) this.#tell(change, changed[at]!);
    return { changed };
  }

  /** One act, as the answer of a mutation. */
  async one(change: CandidacyChange): Promise<{ answer: RecordedOfProcedure } | { problems: readonly Problem[] }> {
    const { changed, problems } = await this.change([change]);
    if (problems !== undefined) return { problems };
    const { id, version } = changed[0]!;
    return { answer: { id, version, recordedAt: this.work.now.toString(), procedureId: this.work.procedure.id } };
  }

  #judge({ candidacy, act, as }: CandidacyChange): { status?: CandidacyStatus; problems?: readonly Problem[] } {
    const status = candidacy.version === 0 ? null : candidacy.status;
    return candidacyAfter({ status, step: this.#kindOf(candidacy.stepId) }, act, as, this.work.procedure.status);
  }

  #kindOf = (stepId: string | null): StepKind | null =>
    this.work.procedure.steps.find(({ id }) => id === stepId)?.kind ?? null;

  async #write(changes: readonly CandidacyChange[], changed: readonly CandidacyRecord[]): Promise<void> {
    const { manager, procedure, now, by } = this.work;
    await manager.query(
      `INSERT INTO candidacy (id, procedure_id, candidate_id, status, step_id, submitted_at, version, recorded_at,
         recorded_by, reason)
       SELECT id, $1, candidate_id, status, step_id, submitted_at, version, $2, by, act
       FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[], $8::int[], $9::text[], $10::text[])
         AS new(id, candidate_id, status, step_id, submitted_at, version, by, act)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, step_id = excluded.step_id, version = excluded.version,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, reason = excluded.reason`,
      [
        ...[procedure.id, now.toString(), changed.map(({ id }) => id), changed.map(({ candidateId }) => candidateId)],
        ...[changed.map(({ status }) => status), changed.map(({ stepId }) => stepId)],
        ...[changed.map(({ submittedAt }) => submittedAt.toString()), changed.map(({ version }) => version)],
        ...[changes.map((change) => change.by ?? by), changes.map(({ act }) => act)],
      ],
    );
  }

  /** A step that somebody has come into is running. */
  async #begin(changed: readonly CandidacyRecord[]): Promise<void> {
    const into = new Set(changed.filter(({ status }) => status === 'IN_PROGRESS').map(({ stepId }) => stepId));
    for (const step of this.work.procedure.steps) {
      if (into.has(step.id) && step.status !== 'RUNNING') await new ProcedureStore(this.work).step(step, 'RUNNING');
    }
  }

  #tell({ candidacy, act, outcome = null, reasons, facts = {}, by }: CandidacyChange, after: CandidacyRecord): void {
    const { id, candidateId } = candidacy;
    const result = outcome === null ? {} : { result: outcome.result, rule: outcome.rule ?? null };
    const why = reasons ?? outcome?.reasons ?? null;
    const personal = { reasons: why, ...(outcome?.details && { details: outcome.details }) };
    this.work.record({
      ...{ act, about: 'CANDIDACY', aboutId: id, ...(by !== undefined && { by }) },
      before: candidacy.version === 0 ? null : { status: candidacy.status, step: candidacy.stepId },
      after: { status: after.status, step: after.stepId, ...result, ...facts },
      personal: why === null && !outcome?.details ? null : { person: candidateOf(candidateId), content: personal },
    });
    this.standing(after);
  }

  /** Tells where a candidacy stands. */
  standing({ id, candidateId, status, version }: CandidacyRecord): void {
    const { procedure, now } = this.work;
    const submittedToAuthority = procedure.resultSubmittedAt !== null && FOUND_SUITABLE.includes(status);
    this.work.tell('mandate-graph.candidacy.recorded.v1', id, {
      ...{ application: id, candidate: candidateId, vacancy: procedure.vacancyId, procedure: procedure.id },
      ...{ status, submittedToAuthority, version, recordedAt: now.toString() },
    });
  }
}
