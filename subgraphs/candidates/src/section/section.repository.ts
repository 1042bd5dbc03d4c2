import type { EntityManager } from 'typeorm';
import type { Section, SectionData } from '../file/file.types.ts';
import type { Sealing } from '../person/sealing.ts';
import type { Work } from '../writing/work.ts';

interface Row {
  readonly id: string;
  readonly applicationId: string;
  readonly candidateId: string;
  readonly version: number;
  readonly data: Buffer;
  readonly wrapped: Buffer;
}

/** Statements on specific sections. What they tell is sealed with the key of their candidate. */
export class SectionRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly sealing: Sealing,
  ) {}

  /** The sections of each application as they stand, in the order of their first days. One statement for all. */
  async current(applicationIds: readonly string[]): Promise<Map<string, Section[]>> {
    const rows: Row[] = await this.manager.query(
      `SELECT section.id, section.application_id AS "applicationId", section.candidate_id AS "candidateId",
         section.version, section.data, person_key.wrapped
       FROM specific_section section JOIN person_key ON person_key.candidate_id = section.candidate_id
       WHERE section.application_id = ANY($1) AND section.data IS NOT NULL`,
      [applicationIds],
    );
    const sections = new Map<string, Section[]>(applicationIds.map((id) => [id, []]));
    for (const { id, applicationId, candidateId, version, data, wrapped } of rows) {
      const key = this.sealing.keyOf(candidateId, wrapped);
      sections.get(applicationId)!.push({ id, version, ...key.open<SectionData>(placeOf(id), data) });
    }
    for (const all of sections.values()) all.sort(inOrder);
    return sections;
  }

  /** The next version of a section: the first one makes it, and one without content removes it. */
  async record(
    { candidate, now, by }: Work,
    applicationId: string,
    { id, version }: Pick<Section, 'id' | 'version'>,
    content: SectionData | null,
  ): Promise<void> {
    await this.manager.query(
      `INSERT INTO specific_section (id, candidate_id, application_id, version, recorded_at, recorded_by, data)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, recorded_at = excluded.recorded_at,
         recorded_by = excluded.recorded_by, data = excluded.data`,
      [
        id,
        candidate.id,
        applicationId,
        version,
        now.toString(),
        by,
        content === null ? null : candidate.key.seal(placeOf(id), content),
      ],
    );
  }
}

const placeOf = (id: string): string => `specific_section:${id}`;

const inOrder = (one: Section, other: Section): number => (keyOf(one) < keyOf(other) ? -1 : 1);
const keyOf = ({ begin, id }: Section): string => `${begin} ${id}`;
