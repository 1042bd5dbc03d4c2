import { randomUUID } from 'node:crypto';
import type { LanguageRole } from '@mandate-graph/domain';
import { placeOf } from '@mandate-graph/writing';
import { memberOf } from '../person/person.keys.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Work } from '../writing/work.ts';
import type { MemberRecord } from './committee.repository.ts';
import type { MemberFunction } from './committee.rules.ts';

/** Somebody who becomes a member. */
export interface NewMember {
  readonly holder: string;
  readonly function: MemberFunction;
  readonly languageRole: LanguageRole | null;
  readonly positionId: string | null;
  /** Whose place it is; null: nobody's. */
  readonly replaces: string | null;
  readonly content: MemberContent;
}

/** What is sealed of a member. */
export interface MemberContent {
  readonly name: string;
  readonly expertise: string | null;
}

/** What is sealed once somebody has left. */
export interface LeavingContent {
  readonly reasons: string;
}

export const memberPlace = (id: string): string => placeOf('committee_member', id);
export const leavingPlace = (id: string): string => placeOf('committee_member', `${id}:left`);

/** Where acts on the composition of the committee are recorded. */
export class CommitteeStore {
  constructor(private readonly work: Work) {}

  async join({ holder, content, replaces, ...facts }: NewMember): Promise<RecordedOfProcedure> {
    const { manager, keys, procedure, now, by } = this.work;
    const id = randomUUID();
    const act = replaces === null ? 'APPOINT_MEMBER' : 'REPLACE_MEMBER';
    await keys.make([memberOf(id)]);
    await manager.query(
      `INSERT INTO committee_member (id, procedure_id, holder, function, language_role, position_id, replaces, joined_at,
         data, version, recorded_at, recorded_by, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $8, $10, $11)`,
      [
        ...[id, procedure.id, holder, facts.function, facts.languageRole, facts.positionId, replaces, now.toString()],
        ...[keys.of(memberOf(id))?.seal(memberPlace(id), content) ?? null, by, act],
      ],
    );
    this.work.record({
      ...{ act, about: 'MEMBER', aboutId: id, after: { ...facts, replaces } },
      personal: { person: memberOf(id), content: { ...content, holder } },
    });
    return this.#recorded(id, 1);
  }

  async leave(member: MemberRecord, reasons: string, replaced: boolean): Promise<RecordedOfProcedure> {
    const { manager, keys, now, by } = this.work;
    const { id } = member;
    const [act, version] = [replaced ? 'LEAVE_REPLACED' : 'RELEASE_MEMBER', member.version + 1];
    const content: LeavingContent = { reasons };
    await keys.make([memberOf(id)]);
    await manager.query(
      `UPDATE committee_member SET left_at = $2, left_data = $3, version = $4, recorded_at = $2, recorded_by = $5,
         reason = $6 WHERE id = $1`,
      [...[id, now.toString(), keys.of(memberOf(id))?.seal(leavingPlace(id), content) ?? null, version, by, act]],
    );
    this.work.record({
      ...{
        act,
        about: 'MEMBER',
        aboutId: id,
        before: { function: member.function },
        after: { leftAt: now.toString() },
      },
      personal: { person: memberOf(id), content },
    });
    return this.#recorded(id, version);
  }

  /** The one who chairs gives way first: there is never more than one. */
  async chair(member: MemberRecord, before: MemberRecord | null): Promise<RecordedOfProcedure> {
    if (before !== null) await this.#put(before, 'MEMBER');
    await this.#put(member, 'CHAIR');
    this.work.record({
      ...{ act: 'MAKE_CHAIR', about: 'MEMBER', aboutId: member.id },
      ...{ before: { chair: before?.id ?? null }, after: { chair: member.id } },
    });
    return this.#recorded(member.id, member.version + 1);
  }

  /** Without the key nobody reads who it was, nor without the digest whose token: what members did stays as it is. */
  async erase({ id, holder, version: standing }: MemberRecord): Promise<RecordedOfProcedure> {
    const { manager, procedure, now, by } = this.work;
    const [person, version] = [memberOf(id), standing + 1];
    await manager.query('INSERT INTO erased_person (person, erased_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      ...[person, now.toString()],
    ]);
    await manager.query('DELETE FROM person_key WHERE person = $1', [person]);
    await manager.query(
      `UPDATE committee_member SET holder = NULL, data = NULL, left_data = NULL, version = $2, recorded_at = $3,
         recorded_by = $4, reason = 'ERASE_MEMBER' WHERE id = $1`,
      [id, version, now.toString(), by],
    );
    await manager.query(`UPDATE committee_member_history SET state = state || '{"holder": null}' WHERE id = $1`, [id]);
    await manager.query(`DELETE FROM idempotency WHERE actor = $1 AND answer->>'procedureId' = $2`, [
      ...[holder, procedure.id],
    ]);
    this.work.record({ act: 'ERASE_MEMBER', about: 'MEMBER', aboutId: id });
    return this.#recorded(id, version);
  }

  async #put({ id, version }: MemberRecord, to: MemberFunction): Promise<void> {
    await this.work.manager.query(
      `UPDATE committee_member SET function = $2, version = $3, recorded_at = $4, recorded_by = $5, reason = 'MAKE_CHAIR'
       WHERE id = $1`,
      [id, to, version + 1, this.work.now.toString(), this.work.by],
    );
  }

  #recorded = (id: string, version: number): RecordedOfProcedure => ({
    ...{ id, version, recordedAt: this.work.now.toString(), procedureId: this.work.procedure.id },
  });
}
