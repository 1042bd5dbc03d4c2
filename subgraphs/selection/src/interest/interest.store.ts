import { randomUUID } from 'node:crypto';
import { placeOf } from '@mandate-graph/writing';
import { candidateOf, memberOf } from '../person/person.keys.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import type { Declaration, InterestAssessment } from './interest.rules.ts';
import { type PositionContent, positionPlace } from './position.held.ts';

/** What is sealed of a declaration, and of what the institution said of it. */
export interface InterestContent {
  readonly reasons: string;
}

export const declarationPlace = (id: string): string => placeOf('interest_declaration', id);
export const assessmentPlace = (id: string): string => placeOf('interest_declaration', `${id}:assessment`);

/** Where interests are recorded. */
export class InterestStore {
  constructor(private readonly work: Work) {}

  async declare(
    declared: Pick<Declaration, 'memberId' | 'kind' | 'candidacyId' | 'covers'>,
    reasons: string | null,
    before: Declaration | null,
  ): Promise<RecordedOfProcedure> {
    const { manager, keys, procedure, now, by } = this.work;
    const { memberId, kind, candidacyId, covers } = declared;
    const [id, version] = [before?.id ?? randomUUID(), (before?.version ?? 0) + 1];
    const content: InterestContent | null = reasons === null ? null : { reasons };
    await keys.make([memberOf(memberId)]);
    const data = content === null ? null : (keys.of(memberOf(memberId))?.seal(declarationPlace(id), content) ?? null);
    await manager.query(
      `INSERT INTO interest_declaration (id, procedure_id, member_id, kind, candidacy_id, covers, data, declared_at,
         version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $10, 'DECLARE_INTEREST')
       ON CONFLICT (id) DO UPDATE SET covers = excluded.covers, declared_at = excluded.declared_at,
         version = excluded.version, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
      [id, procedure.id, memberId, kind, candidacyId, covers, data, now.toString(), version, by],
    );
    this.work.record({
      ...{
        act: 'DECLARE_INTEREST',
        about: 'MEMBER',
        aboutId: memberId,
        after: { kind, candidacy: candidacyId, covers },
      },
      personal: content === null ? null : { person: memberOf(memberId), content },
    });
    return this.#recorded(id, version);
  }

  async assess(
    declaration: Declaration,
    assessment: InterestAssessment,
    reasons: string,
  ): Promise<RecordedOfProcedure> {
    const { manager, keys, now, by } = this.work;
    const { id, memberId, candidacyId } = declaration;
    const version = declaration.version + 1;
    const content: InterestContent = { reasons };
    await keys.make([memberOf(memberId)]);
    await manager.query(
      `UPDATE interest_declaration SET assessment = $2, assessment_data = $3, version = $4, recorded_at = $5,
         recorded_by = $6, reason = 'ASSESS_INTEREST' WHERE id = $1`,
      [
        ...[id, assessment, keys.of(memberOf(memberId))?.seal(assessmentPlace(id), content) ?? null],
        ...[version, now.toString(), by],
      ],
    );
    this.work.record({
      ...{ act: 'ASSESS_INTEREST', about: 'MEMBER', aboutId: memberId },
      ...{ before: { candidacy: candidacyId, assessment: declaration.assessment }, after: { assessment } },
      personal: { person: memberOf(memberId), content },
    });
    return this.#recorded(id, version);
  }

  /** Of a candidate who was erased, nothing is kept of it. */
  async hold(
    candidacy: { readonly id: string; readonly candidateId: string },
    content: PositionContent,
    before: number,
  ): Promise<RecordedOfProcedure> {
    const { manager, keys, procedure, now, by } = this.work;
    const [{ id }, person, version] = [candidacy, candidateOf(candidacy.candidateId), before + 1];
    await keys.make([person]);
    await manager.query(
      `INSERT INTO position_held (id, procedure_id, data, version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, 'RECORD_POSITION')
       ON CONFLICT (id) DO UPDATE SET data = excluded.data, version = excluded.version,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
      [id, procedure.id, keys.of(person)?.seal(positionPlace(id), content) ?? null, version, now.toString(), by],
    );
    this.work.record({
      ...{ act: 'RECORD_POSITION', about: 'CANDIDACY', aboutId: id, after: { version } },
      personal: { person, content },
    });
    return this.#recorded(id, version);
  }

  #recorded = (id: string, version: number): RecordedOfProcedure => ({
    ...{ id, version, recordedAt: this.work.now.toString(), procedureId: this.work.procedure.id },
  });
}
