import type { CandidacyStatus } from '@mandate-graph/domain';
import type { EntityManager } from 'typeorm';
import { SHOWN_BY } from '../procedure/procedure.repository.ts';
import { ownCandidacyIn } from '../writing/own.candidacy.ts';
import { versionsOf } from '../writing/row.versions.ts';
import type { CandidacyFacts } from './candidacy.reader.ts';
import { FOUND_SUITABLE, JUDGED, type StepResult } from './candidacy.state.rules.ts';

/** A page of the candidacies of a procedure, for whoever asks as one or more of these. */
export interface CandidaciesAsked {
  readonly procedureId: string;
  readonly status: CandidacyStatus | null;
  readonly size: number;
  readonly after: { readonly submittedAt: string; readonly id: string } | null;
  readonly recruiter: boolean;
  readonly member: boolean;
  readonly authority: boolean;
  /** Who is left out, since a conflict bars whoever asks from them; null among them: everybody. */
  readonly barred: readonly (string | null)[];
}

/** In a list: with what a cursor holds of the submission, as exact as it is stored. */
export interface ListedCandidacy extends CandidacyFacts {
  readonly key: string;
}

export interface OutcomeFacts {
  readonly id: string;
  readonly candidacyId: string;
  readonly stepId: string;
  readonly result: StepResult;
  readonly rule: string | null;
  /** It takes over a decision on taking part. */
  readonly ofDecision: boolean;
  readonly data: Buffer | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly fromResult: boolean;
  readonly stepSent: boolean;
  readonly resultSent: boolean;
}

/** The step in which the committee concludes. */
const CONCLUDING = `SELECT id, position FROM selection_step WHERE kind = 'RESULT' AND procedure_id =`;
const FIRST = 'ORDER BY position LIMIT 1';

/** Of `candidacy`: whose it is, who is on the committee ($1: whoever asks), and what its candidate has been sent. */
const FACTS = `candidacy.id, candidacy.candidate_id AS "candidateId", candidacy.procedure_id AS "procedureId",
  procedure.institution, candidacy.status, candidacy.step_id AS "stepId", candidacy.submitted_at AS "submittedAt",
  candidacy.version, holder.holder, procedure.result_submitted_at IS NOT NULL AS "resultSubmitted",
  procedure.status AS "procedureStatus", EXISTS (SELECT FROM committee_member member
    WHERE member.procedure_id = candidacy.procedure_id AND member.holder = $1 AND member.left_at IS NULL) AS "onCommittee",
  EXISTS (${ownCandidacyIn('candidacy.procedure_id')}) AS "amongCandidates",
  coalesce(shown.submitted, false) AS submitted, coalesce(shown.waiting, 0) AS waiting,
  outcome.result, concluding.id AS "resultStepId",
  candidacy.step_id IS NULL OR step.position > concluding.position AS "afterResult",
  sent.step AS "stepSent", sent.result AS "resultSent", sent.decision AS "decisionSent",
  EXISTS (SELECT FROM known_application known WHERE known.id = candidacy.id AND known.status = 'WITHDRAWN'
    AND (procedure.status <> 'CANCELLED' OR known.recorded_at <= procedure.ended_at)) AS withdrawn,
  before.shown AS before, (SELECT max(version) FROM candidacy_history
    WHERE id = candidacy.id AND state->>'status' = 'SUITABLE') AS "versionSuitable"`;
const BESIDE = `JOIN selection_procedure procedure ON procedure.id = candidacy.procedure_id
  LEFT JOIN candidate_holder holder ON holder.candidate_id = candidacy.candidate_id
  LEFT JOIN selection_step step ON step.id = candidacy.step_id
  LEFT JOIN LATERAL (${CONCLUDING} candidacy.procedure_id ${FIRST}) concluding ON true
  LEFT JOIN step_outcome outcome ON outcome.candidacy_id = candidacy.id AND outcome.step_id = candidacy.step_id
  LEFT JOIN step_outcome grouped ON grouped.candidacy_id = candidacy.id AND grouped.step_id = concluding.id
  CROSS JOIN LATERAL (
    SELECT
      coalesce(bool_or(about = 'STEP' AND step_id = candidacy.step_id AND recorded_at >= outcome.recorded_at), false)
        AS step,
      coalesce(bool_or(about = 'RESULT' AND recorded_at >= grouped.recorded_at), false) AS result,
      coalesce(bool_or(about = 'DECISION' AND recorded_at >= candidacy.recorded_at), false) AS decision
    FROM notification WHERE candidacy_id = candidacy.id
  ) sent
  LEFT JOIN LATERAL (SELECT ${SHOWN_BY} WHERE holder.holder = $1) shown ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_build_object('status', state->>'status', 'stepId', state->>'step_id', 'version', version) AS shown
    FROM candidacy_history past
    WHERE past.id = candidacy.id AND (state->>'status' IN ('IN_PROGRESS', 'SELECTED')
      OR EXISTS (SELECT FROM notification told WHERE told.candidacy_id = past.id
        AND told.about = CASE state->>'status' WHEN 'EXCLUDED' THEN 'STEP' ELSE 'RESULT' END
        AND told.recorded_at >= (state->>'recorded_at')::timestamptz AND told.recorded_at < superseded_at))
    ORDER BY version DESC LIMIT 1
  ) before ON true`;

/** Statements on candidacies for whoever reads them: each is one, whatever the number. Answers are in the order asked for. */
export class CandidacyReadingRepository {
  constructor(
    private readonly manager: EntityManager,
    /** Digest of the subject of whoever asks. */
    private readonly holder: string,
  ) {}

  async byIds(ids: readonly string[]): Promise<(CandidacyFacts | null)[]> {
    const rows: CandidacyFacts[] = await this.manager.query(
      `SELECT ${FACTS} FROM candidacy ${BESIDE} WHERE candidacy.id = ANY($2::uuid[])`,
      [this.holder, ids],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  /**
   * Pages in the order of submission, each with one more than its size where there are more. Nobody is listed to a
   * candidate: how they stand, candidates see of their own application only.
   */
  async pages(asked: readonly CandidaciesAsked[]): Promise<ListedCandidacy[][]> {
    const barred = asked.flatMap((one, place) => one.barred.map((id) => ({ place, id })));
    const rows: (ListedCandidacy & { readonly place: number })[] = await this.manager.query(
      `WITH asked AS (
         SELECT * FROM unnest($2::int[], $3::uuid[], $4::text[], $5::int[], $6::timestamptz[], $7::uuid[], $8::boolean[],
             $9::boolean[], $10::boolean[])
           AS asked(place, procedure_id, status, size, after_at, after_id, recruiter, member, authority)
       ), page AS MATERIALIZED (
         SELECT asked.place, found.* FROM asked CROSS JOIN LATERAL (
           SELECT candidacy.* FROM candidacy
           JOIN selection_procedure procedure ON procedure.id = candidacy.procedure_id
           WHERE candidacy.procedure_id = asked.procedure_id
             AND (asked.status IS NULL OR candidacy.status = asked.status)
             AND (asked.after_id IS NULL OR (candidacy.submitted_at, candidacy.id) > (asked.after_at, asked.after_id))
             AND NOT EXISTS (${ownCandidacyIn('asked.procedure_id')})
             AND NOT EXISTS (SELECT FROM unnest($13::int[], $14::uuid[]) AS barred(place, id)
               WHERE barred.place = asked.place AND (barred.id IS NULL OR barred.id = candidacy.id))
             AND (asked.recruiter
               OR (asked.member AND candidacy.status = ANY($11) AND EXISTS (SELECT FROM committee_member member
                 WHERE member.procedure_id = asked.procedure_id AND member.holder = $1 AND member.left_at IS NULL))
               OR (asked.authority AND candidacy.status = ANY($12) AND procedure.result_submitted_at IS NOT NULL))
           ORDER BY candidacy.submitted_at, candidacy.id LIMIT asked.size + 1
         ) found
       )
       SELECT candidacy.place, ${FACTS}, candidacy.submitted_at::text AS key FROM page candidacy ${BESIDE}
       ORDER BY candidacy.place, candidacy.submitted_at, candidacy.id`,
      [
        ...[this.holder, asked.map((_one, place) => place), asked.map(({ procedureId }) => procedureId)],
        ...[asked.map(({ status }) => status), asked.map(({ size }) => size)],
        ...[asked.map(({ after }) => after?.submittedAt ?? null), asked.map(({ after }) => after?.id ?? null)],
        ...[asked.map(({ recruiter }) => recruiter), asked.map(({ member }) => member)],
        ...[asked.map(({ authority }) => authority), JUDGED, FOUND_SUITABLE],
        ...[barred.map(({ place }) => place), barred.map(({ id }) => id)],
      ],
    );
    const pages: ListedCandidacy[][] = asked.map(() => []);
    for (const { place, ...facts } of rows) pages[place]!.push(facts);
    return pages;
  }

  /** What steps came to, in the order of the procedure; of each step as it stands, and then its earlier versions, newest first. */
  async outcomesOf(candidacyIds: readonly string[]): Promise<OutcomeFacts[][][]> {
    const rows: OutcomeFacts[] = await this.manager.query(
      `WITH outcome AS (${versionsOf('step_outcome', 'kept.candidacy_id = ANY($1::uuid[])')})
       SELECT outcome.id, outcome.candidacy_id AS "candidacyId", outcome.step_id AS "stepId", outcome.result,
         outcome.rule, outcome.decision_version IS NOT NULL AS "ofDecision", outcome.data,
         outcome.recorded_at AS "recordedAt", outcome.recorded_by AS "recordedBy",
         coalesce(step.position >= concluding.position, false) AS "fromResult",
         EXISTS (SELECT FROM notification WHERE candidacy_id = outcome.candidacy_id AND about = 'STEP'
           AND step_id = outcome.step_id AND recorded_at >= outcome.recorded_at
           AND recorded_at < outcome.superseded_at) AS "stepSent",
         EXISTS (SELECT FROM notification WHERE candidacy_id = outcome.candidacy_id AND about = 'RESULT'
           AND CASE WHEN outcome.step_id IS DISTINCT FROM concluding.id
             THEN recorded_at >= coalesce(grouped.recorded_at, outcome.recorded_at)
             ELSE recorded_at >= outcome.recorded_at AND recorded_at < outcome.superseded_at END) AS "resultSent"
       FROM outcome
       JOIN selection_step step ON step.id = outcome.step_id
       LEFT JOIN LATERAL (${CONCLUDING} step.procedure_id ${FIRST}) concluding ON true
       LEFT JOIN step_outcome grouped
         ON grouped.candidacy_id = outcome.candidacy_id AND grouped.step_id = concluding.id
       ORDER BY step.position, step.key, outcome.id, outcome.version DESC`,
      [candidacyIds],
    );
    return candidacyIds.map((of) => {
      const own = rows.filter(({ candidacyId }) => candidacyId === of);
      return [...new Set(own.map(({ id }) => id))].map((one) => own.filter(({ id }) => id === one));
    });
  }
}
