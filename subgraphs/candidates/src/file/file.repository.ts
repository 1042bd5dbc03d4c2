import { instantOf } from '@mandate-graph/runtime';
import { placeOf, type Sealing } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { vacancyOf } from '../application/application.rules.ts';
import { freeDocuments } from '../document/document.freeing.ts';
import { DocumentRepository } from '../document/document.repository.ts';
import { ProfileRepository } from '../profile/profile.repository.ts';
import { SectionRepository } from '../section/section.repository.ts';
import type { Work } from '../writing/work.ts';
import type { DocumentFacts, FileContent, Freezing } from './file.types.ts';

/** A file as it was frozen for a deadline. */
export interface FrozenFile {
  readonly applicationId: string;
  readonly closesAt: Temporal.Instant;
}

interface FrozenRow {
  readonly applicationId: string;
  readonly candidateId: string;
  readonly wrapped: Buffer;
  readonly data: Buffer | null;
}

/** Nothing waits longer for its turn: over what was recorded even later, a demonstration clock was set back. */
const LONGEST_WAIT = { hours: 1 };

const isFor =
  (receiver: string) =>
  ({ institution }: DocumentFacts): boolean =>
    institution === null || institution === receiver;

/** Files that are judged: as they stand, and as they stood when deadlines closed. */
export class FileRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /**
   * As they stand, with the uploads and what the institution itself received on paper: what another one did tells of an
   * application elsewhere. The same number of statements for any number of applications; those that are not there are
   * left out.
   */
  async current(applicationIds: readonly string[]): Promise<Map<string, FileContent>> {
    const applications: { id: string; candidateId: string; vacancyId: string }[] = await this.manager.query(
      'SELECT id, candidate_id AS "candidateId", vacancy_id AS "vacancyId" FROM application WHERE id = ANY($1)',
      [applicationIds],
    );
    const candidateIds = [...new Set(applications.map(({ candidateId }) => candidateId))];
    const profiles = await new ProfileRepository(this.manager, this.sealing).current(candidateIds);
    const sections = await new SectionRepository(this.manager, this.sealing).current(applicationIds);
    const documents = await new DocumentRepository(this.manager, this.sealing).stored(candidateIds);
    return new Map(
      applications.map(({ id, candidateId, vacancyId }) => [
        id,
        {
          profile: profiles.get(candidateId) ?? [],
          sections: sections.get(id) ?? [],
          documents: (documents.get(candidateId) ?? []).filter(isFor(vacancyOf(vacancyId)!.institution)),
        },
      ]),
    );
  }

  /**
   * As they were frozen, in one statement: null for one that was emptied since. What is not frozen for its deadline is
   * left out, and so is who was erased.
   */
  async frozen(files: readonly FrozenFile[]): Promise<Map<string, FileContent | null>> {
    const rows: FrozenRow[] = await this.manager.query(
      `SELECT snapshot.application_id AS "applicationId", application.candidate_id AS "candidateId",
         person_key.wrapped, snapshot.data
       FROM unnest($1::uuid[], $2::timestamptz[]) AS asked(application_id, closes_at)
       JOIN application_snapshot snapshot USING (application_id, closes_at)
       JOIN application ON application.id = snapshot.application_id
       JOIN person_key ON person_key.candidate_id = application.candidate_id`,
      [files.map(({ applicationId }) => applicationId), files.map(({ closesAt }) => closesAt.toString())],
    );
    return new Map(
      rows.map(({ applicationId, candidateId, wrapped, data }) => [
        applicationId,
        data === null
          ? null
          : this.sealing
              .keyOf(candidateId, wrapped)
              .open<FileContent>(placeOf('application_snapshot', applicationId), data),
      ]),
    );
  }

  /** For which deadlines the files of applications are frozen. */
  async freezings(applicationIds: readonly string[]): Promise<Map<string, Freezing[]>> {
    const rows: { applicationId: string; closesAt: Date; frozenAt: Date }[] = await this.manager.query(
      `SELECT application_id AS "applicationId", closes_at AS "closesAt", frozen_at AS "frozenAt"
       FROM application_snapshot WHERE application_id = ANY($1)`,
      [applicationIds],
    );
    const freezings = new Map<string, Freezing[]>(applicationIds.map((id) => [id, []]));
    for (const { applicationId, closesAt, frozenAt } of rows) {
      freezings.get(applicationId)!.push({ closesAt: instantOf(closesAt), frozenAt: instantOf(frozenAt) });
    }
    return freezings;
  }

  async isFrozen(applicationId: string, closesAt: Temporal.Instant): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(
      'SELECT 1 FROM application_snapshot WHERE application_id = $1 AND closes_at = $2',
      [applicationId, closesAt.toString()],
    );
    return rows.length > 0;
  }

  /** Whether something that came after a deadline has had its turn before this: what stood then can be told no more. */
  async hasChangedSince(
    closesAt: Temporal.Instant,
    { candidate, now }: Pick<Work, 'candidate' | 'now'>,
  ): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(
      `SELECT 1 FROM profile_entry WHERE candidate_id = $1 AND recorded_at >= $2 AND recorded_at < $3
       UNION ALL SELECT 1 FROM document WHERE candidate_id = $1 AND recorded_at >= $2 AND recorded_at < $3`,
      [candidate.id, closesAt.toString(), now.add(LONGEST_WAIT).toString()],
    );
    return rows.length > 0;
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
        candidate.key.seal(placeOf('application_snapshot', applicationId), content),
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
    const documents: { id: string }[] = await this.manager.query(
      `WITH named AS (
         DELETE FROM snapshot_document WHERE application_id = $1 AND closes_at = $2 RETURNING document_id
       ), thawed AS (DELETE FROM application_snapshot WHERE application_id = $1 AND closes_at = $2)
       SELECT document_id AS id FROM named`,
      [applicationId, closesAt.toString()],
    );
    await freeDocuments(
      this.manager,
      documents.map(({ id }) => id),
    );
  }
}
