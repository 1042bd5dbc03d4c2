import type { InstitutionEntry } from '@mandate-graph/domain';
import { type Actor, requireAccess } from '@mandate-graph/runtime';
import type { Row, SubjectReads } from '../subject/subject.reads.ts';

/** What an institution has not published: for the institution alone. */
export class DraftService {
  constructor(
    private readonly actor: Actor,
    private readonly entry: Pick<InstitutionEntry, 'code'>,
    private readonly reads: SubjectReads,
  ) {}

  /** The vacancies that are drafts on a day, the latest recorded first. */
  async list(day: string): Promise<readonly Row<'vacancy'>[]> {
    requireAccess(this.actor, 'DRAFT_READ', { institution: this.entry.code });
    return this.reads.drafts(day);
  }
}
