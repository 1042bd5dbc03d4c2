import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { DocumentRepository } from '../document/document.repository.ts';
import type { Sealing } from '../person/sealing.ts';
import { ProfileRepository } from '../profile/profile.repository.ts';
import { SectionRepository } from '../section/section.repository.ts';
import type { Work } from '../writing/work.ts';
import type { FileContent } from './file.types.ts';

/** A file as it was frozen for a deadline. */
export interface FrozenFile {
  readonly applicationId: string;
  readonly closesAt: Temporal.Instant;
}

interface FrozenRow {
  readonly applicationId: string;
  readonly candidateId: string;
  readonly wrapped: Buffer;
  readonly data: Buffer;
}

/** Files that are judged: as they stand, and as they stood when deadlines closed. */
export class FileRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** As they stand. The same number of statements for any number of applications; those that are not there are left out. */
  async current(applicationIds: readonly string[]): Promise<Map<string, FileContent>> {
    const applications: { id: string; candidateId: string }[] = await this.manager.query(
      'SELECT id, candidate_id AS "candidateId" FROM application WHERE id = ANY($1)',
      [applicationIds],
    );
    const candidateIds = [...new Set(applications.map(({ candidateId }) => candidateId))];
    const profiles = await new ProfileRepository(this.manager, this.sealing).current(candidateIds);
    const sections = await new SectionRepository(this.manager, this.sealing).current(applicationIds);
    const documents = await new DocumentRepository(this.manager, this.sealing).stored(candidateIds);
    return new Map(
      applications.map(({ id, candidateId }) => [
        id,
        {
          profile: profiles.get(candidateId) ?? [],
          sections: sections.get(id) ?? [],
          documents: documents.get(candidateId) ?? [],
        },
      ]),
    );
  }

  /** As they were frozen, in one statement. What is not frozen for its deadline, or was erased, is left out. */
  async frozen(files: readonly FrozenFile[]): Promise<Map<string, FileContent>> {
    const rows: FrozenRow[] = await this.manager.query(
      `SELECT snapshot.application_id AS "applicationId", application.candidate_id AS "candidateId",
         person_key.wrapped, snapshot.data
       FROM unnest($1::uuid[], $2::timestamptz[]) AS asked(application_id, closes_at)
       JOIN application_snapshot snapshot USING (application_id, closes_at)
       JOIN application ON application.id = snapshot.application_id
       JOIN person_key ON person_key.candidate_id = application.candidate_id
       WHERE snapshot.data IS NOT NULL`,
      [files.map(({ applicationId }) => applicationId), files.map(({ closesAt }) => closesAt.toString())],
    );
    return new Map(
      rows.map(({ applicationId, candidateId, wrapped, data }) => [
        applicationId,
        this.sealing.keyOf(candidateId, wrapped).open<FileContent>(placeOf(applicationId), data),
      ]),
    );
  }

  /** For which deadlines the files of applications are frozen. */
  async deadlines(applicationIds: readonly string[]): Promise<Map<string, Temporal.Instant[]>> {
    const rows: { applicationId: string; closesAt: Date }[] = await this.manager.query(
      `SELECT application_id AS "applicationId", closes_at AS "closesAt" FROM application_snapshot
       WHERE application_id = ANY($1)`,
      [applicationIds],
    );
    const deadlines = new Map<string, Temporal.Instant[]>(applicationIds.map((id) => [id, []]));
    for (const { applicationId, closesAt } of rows) {
      deadlines.get(applicationId)!.push(Temporal.Instant.fromEpochMilliseconds(closesAt.getTime()));
    }
    return deadlines;
  }

  /** Freezes a file as it stands, with the documents in it. */
  async freeze(
    { candidate, now }: Pick<Work, 'candidate' | 'now'>,
    applicationId: string,
    closesAt: Temporal.Instant,
  ): Promise<void> {
    const content = (await this.current([applicationId])).get(applicationId)!;
    await this.manager.query(
      `WITH frozen AS (
         INSERT INTO application_snapshot (application_id, closes_at, frozen_at, data) VALUES ($1, $2, $3, $4)
         RETURNING application_id, closes_at
       )
       INSERT INTO snapshot_document SELECT application_id, closes_at, document_id FROM frozen, unnest($5::uuid[]) document_id`,
      [
        applicationId,
        closesAt.toString(),
        now.toString(),
        candidate.key.seal(placeOf(applicationId), content),
        content.documents.map(({ id }) => id),
      ],
    );
  }

  /** Freezes a file as it is frozen for another deadline. */
  async freezeAs(
    { now }: Pick<Work, 'now'>,
    applicationId: string,
    closesAt: Temporal.Instant,
    other: Temporal.Instant,
  ): Promise<void> {
    await this.manager.query(
      `WITH frozen AS (
         INSERT INTO application_snapshot (application_id, closes_at, frozen_at, data)
         SELECT application_id, $2, $3, data FROM application_snapshot WHERE application_id = $1 AND closes_at = $4
         RETURNING application_id, closes_at
       )
       INSERT INTO snapshot_document SELECT frozen.application_id, frozen.closes_at, document.document_id
       FROM frozen JOIN snapshot_document document ON document.application_id = frozen.application_id AND document.closes_at = $4`,
      [applicationId, closesAt.toString(), now.toString(), other.toString()],
    );
  }

  /** Undoes a freezing whose time has not come. */
  async thaw(applicationId: string, closesAt: Temporal.Instant): Promise<void> {
    await this.manager.query(
      `WITH documents AS (DELETE FROM snapshot_document WHERE application_id = $1 AND closes_at = $2)
       DELETE FROM application_snapshot WHERE application_id = $1 AND closes_at = $2`,
      [applicationId, closesAt.toString()],
    );
  }
}

const placeOf = (applicationId: string): string => `application_snapshot:${applicationId}`;
