import { randomUUID } from 'node:crypto';
import { placeOf } from '@mandate-graph/writing';
import { candidateOf } from '../person/person.keys.ts';
import type { Work } from '../writing/work.ts';
import type { CandidacyRecord, NewOutcome } from './candidacy.record.ts';

/** An outcome to be recorded, of a candidacy and by whoever is answerable for it. */
export interface Outcome {
  readonly candidacy: CandidacyRecord;
  readonly outcome: NewOutcome;
  readonly by: string;
}

/** Records what steps came to: the next version of an outcome, or its first; one statement for all. */
export async function putOutcomes(work: Work, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const standing: { id: string; candidacyId: string; stepId: string; version: number }[] = await work.manager.query(
    `SELECT id, candidacy_id AS "candidacyId", step_id AS "stepId", version FROM step_outcome
     WHERE candidacy_id = ANY($1::uuid[])`,
    [outcomes.map(({ candidacy }) => candidacy.id)],
  );
  const rows = outcomes.map(({ candidacy, outcome, by }) => {
    const before = standing.find((one) => one.candidacyId === candidacy.id && one.stepId === outcome.stepId);
    const id = before?.id ?? randomUUID();
    const { reasons, details = null, rule = null, decisionVersion = null } = outcome;
    const personal = reasons === null && details === null ? null : { reasons, details };
    const key = work.keys.of(candidateOf(candidacy.candidateId));
    const data = personal === null ? null : (key?.seal(placeOf('step_outcome', id), personal) ?? null);
    const version = (before?.version ?? 0) + 1;
    return { id, candidacyId: candidacy.id, ...outcome, rule, decisionVersion, data, version, by };
  });
  await work.manager.query(
    `INSERT INTO step_outcome (id, candidacy_id, step_id, result, rule, decision_version, data, version, recorded_at,
       recorded_by, reason)
     SELECT id, candidacy_id, step_id, result, rule, decision_version, data, version, $9, by, result
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::bytea[], $8::int[], $10::text[])
       AS new(id, candidacy_id, step_id, result, rule, decision_version, data, version, by)
     ON CONFLICT (id) DO UPDATE SET result = excluded.result, rule = excluded.rule,
       decision_version = excluded.decision_version, data = excluded.data, version = excluded.version,
       recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, reason = excluded.reason`,
    [
      ...[rows.map(({ id }) => id), rows.map(({ candidacyId }) => candidacyId), rows.map(({ stepId }) => stepId)],
      ...[rows.map(({ result }) => result), rows.map(({ rule }) => rule)],
      ...[rows.map(({ decisionVersion }) => decisionVersion), rows.map(({ data }) => data)],
      ...[rows.map(({ version }) => version), work.now.toString(), rows.map(({ by }) => by)],
    ],
  );
}
