import { type Actor, isPermitted, permittingGrant, refusal } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { AccessNotes } from '../access-log/access-log.notes.ts';
import { isForInstitution, isJudged } from './application.rules.ts';
import type { ApplicationView } from './application.type.ts';

/** Who reads an application: its candidate, or the institution, each reading of which is noted before it is answered. */
export class ApplicationReader {
  constructor(
    private readonly actor: Actor,
    private readonly notes: AccessNotes,
    /** Of the system: when something was read. */
    private readonly at: Temporal.Instant,
  ) {}

  isOwn({ whose }: ApplicationView): boolean {
    return isPermitted(this.actor, 'OWN', whose);
  }

  /** Whether there is such an application, as far as the actor is concerned. */
  sees(application: ApplicationView): boolean {
    if (this.isOwn(application)) return true;
    return isForInstitution(application) && isPermitted(this.actor, 'APPLICATION_READ', application.whose);
  }

  /** What is judged is the file at the deadline: an institution sees nothing of it before, nor of what is not judged. */
  seesFile(application: ApplicationView): 'ALWAYS' | 'ONCE_FROZEN' | 'NEVER' {
    if (this.isOwn(application)) return 'ALWAYS';
    return isJudged(application) ? 'ONCE_FROZEN' : 'NEVER';
  }

  /** To be awaited before anything is given. `operation` is the field that is read. */
  async note(application: ApplicationView, operation: string): Promise<void> {
    if (this.isOwn(application)) return;
    const grant = permittingGrant(this.actor, 'APPLICATION_READ', application.whose);
    if (grant === null) throw refusal(this.actor);
    const { id: applicationId, candidateId } = application;
    const reader = { subject: this.actor.subject, role: grant.role, operation, at: this.at.toString() };
    await this.notes.note({ ...reader, candidateId, applicationId });
  }
}
