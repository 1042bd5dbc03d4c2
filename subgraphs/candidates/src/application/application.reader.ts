import { type Actor, type Grant, isPermitted, permittingGrant, refusal } from '@mandate-graph/runtime';
import type { HolderDigest } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { AccessNotes } from '../access-log/access-log.notes.ts';
import { isJudged, isShownTo } from './application.rules.ts';
import type { ApplicationView } from './application.type.ts';

type ReadingRule = 'APPLICATION_READ' | 'APPLICANT_READ';

/**
 * Who reads an application: its candidate, the recruiter of the institution, and those who judge it. Each reading of what
 * is another's is noted before it is answered.
 */
export class ApplicationReader {
  readonly #holder: string;

  constructor(
    private readonly actor: Actor,
    holders: HolderDigest,
    private readonly notes: AccessNotes,
    /** Of the system: when something was read. */
    private readonly at: Temporal.Instant,
  ) {
    this.#holder = holders.of(actor.subject);
  }

  isOwn({ whose }: ApplicationView): boolean {
    return isPermitted(this.actor, 'OWN', whose);
  }

  /** Whether there is such an application, as far as the actor is concerned. */
  sees(application: ApplicationView): boolean {
    return this.isOwn(application) || this.grantFor(application) !== null;
  }

  /** By which the actor sees an application as it stands now, or what stands under another rule; null: by none. */
  grantFor(application: ApplicationView, rule: ReadingRule = 'APPLICATION_READ'): Grant | null {
    return this.#first(application, rule, this.actor.grants);
  }

  /** What is judged is the file at the deadline: an institution sees nothing of it before, nor of what is not judged. */
  seesFile(application: ApplicationView): 'ALWAYS' | 'ONCE_FROZEN' | 'NEVER' {
    if (this.isOwn(application)) return 'ALWAYS';
    return isJudged(application) ? 'ONCE_FROZEN' : 'NEVER';
  }

  /** A committee judges by the frozen file alone; being appointed is judged by what is declared until now. */
  seesAppointment(application: ApplicationView): boolean {
    const others = this.actor.grants.filter(({ role }) => role !== 'committee-member');
    return this.isOwn(application) || this.#first(application, 'APPLICATION_READ', others) !== null;
  }

  /** To be awaited before anything is given. `operation` is the field that is read. */
  async note(application: ApplicationView, operation: string, rule?: ReadingRule): Promise<void> {
    if (this.isOwn(application)) return;
    const grant = this.grantFor(application, rule);
    if (grant === null) throw refusal(this.actor);
    const { id: applicationId, candidateId } = application;
    const reader = { subject: this.actor.subject, role: grant.role, operation, at: this.at.toString() };
    await this.notes.note({ ...reader, candidateId, applicationId });
  }

  #first(application: ApplicationView, rule: ReadingRule, of: readonly Grant[]): Grant | null {
    const grants = of.filter(({ role }) => isShownTo(role, application, this.#holder));
    return permittingGrant({ ...this.actor, grants }, rule, application.whose);
  }
}
