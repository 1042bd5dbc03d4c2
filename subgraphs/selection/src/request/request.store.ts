import { randomUUID } from 'node:crypto';
import { placeOf } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { candidateOf } from '../person/person.keys.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import type { RequestRow, RequestWords } from './request.repository.ts';
import type { RequestKind, RequestStatus } from './request.rules.ts';

interface Filing {
  readonly kind: RequestKind;
  readonly stepId: string | null;
  /** Of a contest: the version of the outcome it is against, which is contested once. */
  readonly outcomeVersion: number | null;
  readonly status: 'OPEN' | 'LODGED';
  readonly filedAt: Temporal.Instant;
  readonly text: string;
}

interface Answer {
  readonly status: RequestStatus;
  readonly answer: string;
  readonly answeredAt?: Temporal.Instant;
}

export const requestPlace = (id: string): string => placeOf('candidate_request', id);

/** Where requests and their answers are recorded, each in the trail as well. */
export class RequestStore {
  constructor(private readonly work: Work) {}

  async file(candidacy: CandidacyRecord, filing: Filing): Promise<RecordedOfProcedure> {
    const { manager, procedure, now, by } = this.work;
    const { kind, stepId, outcomeVersion, status, filedAt, text } = filing;
    const id = randomUUID();
    const data = await this.#sealed(candidacy.candidateId, id, { text, answer: null });
    await manager.query(
      `INSERT INTO candidate_request (id, procedure_id, candidacy_id, kind, step_id, outcome_version, status, filed_at,
         data, version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, 'FILE')`,
      [
        ...[id, procedure.id, candidacy.id, kind, stepId, outcomeVersion, status, filedAt.toString(), data],
        ...[now.toString(), by],
      ],
    );
    this.work.record({
      ...{ act: `FILE_${kind}`, about: 'REQUEST', aboutId: id },
      after: { candidacy: candidacy.id, step: stepId, status, filedAt: filedAt.toString() },
      personal: { person: candidateOf(candidacy.candidateId), content: { text } },
    });
    return { id, version: 1, recordedAt: now.toString(), procedureId: procedure.id };
  }

  /** `answeredAt`: of an appeal, when it came to an end; left out: now. */
  async answer(request: RequestRow, { status, answer, answeredAt }: Answer): Promise<RecordedOfProcedure> {
    const { manager, procedure, now, by } = this.work;
    const { id, candidateId } = request;
    const at = (answeredAt ?? now).toString();
    const [words] = await this.words([request]);
    const data = await this.#sealed(candidateId, id, { text: words?.text ?? '', answer });
    const version = request.version + 1;
    await manager.query(
      `UPDATE candidate_request SET status = $2, answered_at = $3, data = $4, version = $5, recorded_at = $6,
         recorded_by = $7, reason = 'ANSWER' WHERE id = $1`,
      [id, status, at, data, version, now.toString(), by],
    );
    this.work.record({
      ...{ act: `ANSWER_${request.kind}`, about: 'REQUEST', aboutId: id },
      ...{ before: { status: request.status }, after: { candidacy: request.candidacyId, status, answeredAt: at } },
      personal: { person: candidateOf(candidateId), content: { answer } },
    });
    return { id, version, recordedAt: now.toString(), procedureId: procedure.id };
  }

  /** What was written in requests of candidates, in their order; null where its candidate was erased. */
  async words(requests: readonly RequestRow[]): Promise<(RequestWords | null)[]> {
    const { keys } = this.work;
    await keys.load(requests.map(({ candidateId }) => candidateOf(candidateId)));
    return requests.map(({ id, candidateId, data }) =>
      keys.open<RequestWords>(candidateOf(candidateId), requestPlace(id), data),
    );
  }

  /** Null for who was erased: there is nobody left whose words they would be. */
  async #sealed(candidateId: string, id: string, words: RequestWords): Promise<Buffer | null> {
    const person = candidateOf(candidateId);
    await this.work.keys.make([person]);
    return this.work.keys.of(person)?.seal(requestPlace(id), words) ?? null;
  }
}
