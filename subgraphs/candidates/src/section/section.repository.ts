import { placeOf, type Sealing } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import type { Section, SectionData } from '../file/file.types.ts';

interface Row {
  readonly id: string;
  readonly applicationId: string;
  readonly candidateId: string;
  readonly version: number;
  readonly data: Buffer;
  readonly wrapped: Buffer;
}

/** Reads specific sections. */
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
      sections
        .get(applicationId)!
        .push({ id, version, ...key.open<SectionData>(placeOf('specific_section', id), data) });
    }
    for (const all of sections.values()) all.sort(inOrder);
    return sections;
  }
}

const inOrder = (one: Section, other: Section): number => (keyOf(one) < keyOf(other) ? -1 : 1);
const keyOf = ({ begin, id }: Section): string => `${begin} ${id}`;
