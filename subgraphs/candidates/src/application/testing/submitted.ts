import { randomUUID } from 'node:crypto';
import { silentLog, TEST_PERSON_KEY, type TestDatabase, testPlatform } from '@mandate-graph/testkit';
import { Sealing } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import { openCandidatesDatabase } from '../../candidates.database.ts';
import { install } from '../../candidates.services.ts';
import type { FileContent } from '../../file/file.types.ts';
import { insertCandidates } from '../../testing/candidates.ts';
import { CandidateLocks } from '../../writing/candidate.locks.ts';
import type { ApplicationStatus } from '../application.rules.ts';
import type { ContestState } from '../application.state.rules.ts';

/** An application as somebody has made it, with the account and all that stands in the file. */
export interface Submitted {
  readonly id: string;
  readonly candidateId: string;
  readonly subject: string;
  readonly vacancyId: string;
  readonly status: ApplicationStatus;
  /** Null: never. */
  readonly submittedAt: string | null;
  readonly contest: ContestState | null;
  readonly content: FileContent;
}

export const submitted = (vacancyId: string, content: FileContent, own: Partial<Submitted> = {}): Submitted => {
  const id = randomUUID();
  return {
    ...{ id, candidateId: randomUUID(), subject: `candidate-${id}`, vacancyId, status: 'DEFINITIVE', content },
    ...{ submittedAt: '2026-10-01T08:00:00Z', contest: null, ...own },
  };
};

const sealing = new Sealing(TEST_PERSON_KEY);

/** Puts them all into the database, in a few statements. */
export async function insertSubmitted(database: TestDatabase, all: readonly Submitted[]): Promise<void> {
  const subjects = new Map(all.map(({ candidateId, subject }) => [candidateId, subject]));
  await insertCandidates(database, [...subjects.keys()], (id) => subjects.get(id)!);
  const wrapped = await database.query<{ id: string; wrapped: Buffer }>(
    'SELECT candidate_id AS id, wrapped FROM candidates.person_key',
  );
  const keys = new Map(wrapped.map((row) => [row.id, sealing.keyOf(row.id, row.wrapped)]));
  const sealed = (table: string, id: string, of: string, data: unknown) => keys.get(of)!.seal(`${table}:${id}`, data);
  await database.query(
    'UPDATE candidates.candidate SET data = new.data FROM unnest($1::uuid[], $2::bytea[]) AS new(id, data) WHERE candidate.id = new.id',
    [[...subjects.keys()], [...subjects].map(([id, subject]) => sealed('candidate', id, id, accountOf(subject)))],
  );
  await database.query(
    `INSERT INTO candidates.application (id, candidate_id, vacancy_id, status, submitted_at, contest,
       version, recorded_at, recorded_by)
     SELECT id, of, vacancy, status, submitted_at, contest, 1, now(), 'test'
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::text[])
       AS new(id, of, vacancy, status, submitted_at, contest)`,
    [
      all.map(({ id }) => id),
      all.map(({ candidateId }) => candidateId),
      all.map(({ vacancyId }) => vacancyId),
      all.map(({ status }) => status),
      all.map(({ submittedAt }) => submittedAt),
      all.map(({ contest }) => contest),
    ],
  );
  const profile = all.flatMap(({ candidateId: of, content }) => content.profile.map((one) => ({ of, ...one })));
  await database.query(
    `INSERT INTO candidates.profile_entry (id, candidate_id, kind, version, recorded_at, recorded_by, data)
     SELECT id, of, kind, 1, now(), 'test', data
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[]) AS new(id, of, kind, data)`,
    [
      profile.map(({ id }) => id),
      profile.map(({ of }) => of),
      profile.map(({ kind }) => kind),
      profile.map(({ id, of, data }) => sealed('profile_entry', id, of, data)),
    ],
  );
  const sections = all.flatMap(({ id: application, candidateId: of, content }) =>
    content.sections.map((one) => ({ of, application, ...one })),
  );
  await database.query(
    `INSERT INTO candidates.specific_section (id, candidate_id, application_id, version, recorded_at, recorded_by, data)
     SELECT id, of, application, 1, now(), 'test', data
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bytea[]) AS new(id, of, application, data)`,
    [
      sections.map(({ id }) => id),
      sections.map(({ of }) => of),
      sections.map(({ application }) => application),
      sections.map(({ id, of, application, version, ...data }) => sealed('specific_section', id, of, data)),
    ],
  );
  const documents = all.flatMap(({ candidateId: of, content }) => content.documents.map((one) => ({ of, ...one })));
  await database.query(
    `INSERT INTO candidates.document (id, candidate_id, kind, medium, state, media_type, bytes, version, recorded_at, recorded_by, data)
     SELECT id, of, kind, medium, 'STORED', media_type, bytes, 1, received_at, 'test', data
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[], $7::timestamptz[], $8::bytea[])
       AS new(id, of, kind, medium, media_type, bytes, received_at, data)`,
    [
      documents.map(({ id }) => id),
      documents.map(({ of }) => of),
      documents.map(({ kind }) => kind),
      documents.map(({ medium }) => medium),
      documents.map(({ mediaType }) => mediaType),
      documents.map(({ bytes }) => bytes),
      documents.map(({ receivedAt }) => receivedAt),
      documents.map(({ id, of, fileName, sha256 }) =>
        sealed('document', id, of, { fileName, sha256, remark: null, receivedOn: null }),
      ),
    ],
  );
}

/** Has them settled, and so the files frozen for deadlines that have passed, as the job does. */
export async function settleSubmitted(database: TestDatabase, all: readonly Submitted[], now: string): Promise<void> {
  const source = await openCandidatesDatabase(database.url, silentLog);
  const { settling } = install(source, testPlatform({ databaseUrl: database.url }), TEST_PERSON_KEY);
  for (const { candidateId } of all) {
    await source.transaction(async (manager) => {
      const candidate = (await new CandidateLocks(manager, sealing).ofId(candidateId))!;
      await settling.settle({ manager, candidate, now: Temporal.Instant.from(now) });
    });
  }
  await source.destroy();
}

const accountOf = (subject: string) => ({
  ...{
    givenNames: 'Ann',
    familyName: 'Peeters',
    email: `${subject}@example.org`,
    phone: null,
    preferredLanguage: 'nl',
  },
});
