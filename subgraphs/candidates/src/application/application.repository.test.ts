import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { projectVacancies } from '@mandate-graph/persistence';
import {
  always,
  createDatabase,
  recordedSubject,
  silentLog,
  type TestDatabase,
  vacancyState,
} from '@mandate-graph/testkit';
import { Sealing } from '@mandate-graph/writing';
import type { DataSource } from 'typeorm';
import { openCandidatesDatabase } from '../candidates.database.ts';
import { insertCandidates } from '../testing/candidates.ts';
import { ApplicationRepository } from './application.repository.ts';
import type { ApplicationStatus } from './application.rules.ts';

const A = 'vrb:vacancy:a';
const B = 'vrb:vacancy:b';
let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  source = await openCandidatesDatabase(database.url, silentLog);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});
beforeEach(() => source.query('TRUNCATE application, application_history, candidate, vacancy_projection CASCADE'));

const publish = (...ids: string[]) =>
  projectVacancies(
    source.manager,
    ids.map((id) => recordedSubject('vacancy', id, 1, [always(vacancyState())])),
  );
const application = (
  vacancyId: string,
  status: ApplicationStatus,
  own: { candidateId?: string; submittedAt?: null } = {},
) => ({
  id: randomUUID(),
  candidateId: randomUUID(),
  vacancyId,
  status,
  submittedAt: status === 'DRAFT' ? null : '2025-09-01T07:00:00Z',
  ...own,
});
/** Of candidates that are there: each is made once. */
const apply = async (...rows: ReturnType<typeof application>[]) => {
  const known: { id: string }[] = await source.query('SELECT id FROM candidate');
  const ids = rows.map(({ candidateId }) => candidateId).filter((id) => !known.some((one) => one.id === id));
  await insertCandidates(source, ids);
  for (const { id, candidateId, vacancyId, status, submittedAt } of rows) {
    await source.query(
      `INSERT INTO application (id, candidate_id, vacancy_id, status, submitted_at, version, recorded_at, recorded_by)
       VALUES ($1, $2, $3, $4, $5, 1, now(), 'test')`,
      [id, candidateId, vacancyId, status, submittedAt],
    );
  }
};
const counts = (...ids: string[]) =>
  new ApplicationRepository(source.manager, new Sealing('s'.repeat(40))).countsOf(ids);

describe('applications', () => {
  test('count once submitted, and no longer once withdrawn or lapsed', async () => {
    await publish(A, B);
    const statuses = ['DRAFT', 'PROVISIONAL', 'PROVISIONAL', 'DEFINITIVE', 'WITHDRAWN', 'LAPSED'] as const;
    await apply(...statuses.map((status) => application(A, status)), application(B, 'DRAFT'));
    expect(await counts(B, A)).toEqual([0, 3]);
  });

  test('have no number for a vacancy that is unknown, or no longer public', async () => {
    await publish(A, B);
    await apply(application(B, 'DEFINITIVE'), application('vrb:vacancy:c', 'DEFINITIVE'));
    await projectVacancies(source.manager, [recordedSubject('vacancy', B, 2, [])]);
    expect(await counts('vrb:vacancy:c', A, B)).toEqual([null, 0, null]);
  });

  test('are one per candidate and vacancy, whatever runs in parallel', async () => {
    const candidateId = randomUUID();
    await insertCandidates(source, [candidateId]);
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => apply(application(A, 'DRAFT', { candidateId }))),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await apply(application(B, 'DRAFT', { candidateId }));
  });

  test('are not submitted without the instant of submission', () =>
    expect(apply(application(A, 'PROVISIONAL', { submittedAt: null }))).rejects.toMatchObject({
      constraint: 'application_submitted',
    }));

  test('keep their earlier versions', async () => {
    const draft = application(A, 'DRAFT');
    await apply(draft);
    await source.query(
      `UPDATE application SET status = 'PROVISIONAL', submitted_at = $2, recorded_at = $2, version = 2 WHERE id = $1`,
      [draft.id, '2025-09-02T07:00:00Z'],
    );
    expect(
      await source.query("SELECT id, version, superseded_at, state->>'status' AS status FROM application_history"),
    ).toEqual([{ id: draft.id, version: 1, superseded_at: new Date('2025-09-02T07:00:00Z'), status: 'DRAFT' }]);
  });
});
