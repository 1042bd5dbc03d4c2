import { type Allowance, badInput } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import type { AccountLoaders } from '../account/account.loaders.ts';
import { candidateView } from '../account/account.service.ts';
import type { CandidateView } from '../account/account.type.ts';
import type { DecisionLoaders } from '../decision/decision.loaders.ts';
import { decisionViews } from '../decision/decision.service.ts';
import type { DecisionView } from '../decision/decision.type.ts';
import { type DocumentView, documentView } from '../document/document.type.ts';
import type { EligibilityEvaluation } from '../eligibility/eligibility.type.ts';
import { dayProblems } from '../eligibility/profile.checks.rules.ts';
import type { FileLoaders, JudgedFile } from '../file/file.loaders.ts';
import { proposalsFor, sizeOf } from '../file/file.rules.ts';
import type { ApplicationFile } from '../file/file.type.ts';
import { fileView } from '../file/file.view.ts';
import type { ApplicationLoaders } from './application.loaders.ts';
import type { ApplicationReader } from './application.reader.ts';
import type { ApplicationView } from './application.type.ts';

/** What there is to know of an application. Each reading of what is another's is noted before it is answered. */
export class ApplicationReadingService {
  constructor(
    private readonly reader: ApplicationReader,
    private readonly applications: ApplicationLoaders,
    private readonly accounts: AccountLoaders,
    private readonly files: FileLoaders,
    private readonly decided: DecisionLoaders,
    /** Of evidence to judge: an answer may tell of each piece. */
    private readonly allowance: Allowance,
  ) {}

  async candidate(application: ApplicationView): Promise<CandidateView | null> {
    await this.reader.note(application, 'Application.candidate');
    const facts = await this.accounts.candidateById.load(application.candidateId);
    return facts === null ? null : candidateView(facts, application.whose);
  }

  async file(application: ApplicationView): Promise<ApplicationFile | null> {
    const judged = await this.#judged(application, 'Application.file');
    return judged === null ? null : fileView(judged, application.whose);
  }

  async documents(application: ApplicationView): Promise<DocumentView[] | null> {
    const judged = await this.#judged(application, 'Application.documents');
    return judged?.content.documents.map((document) => documentView(document, application.whose)) ?? null;
  }

  async eligibility(application: ApplicationView, appointmentOn: string | null): Promise<EligibilityEvaluation | null> {
    const problems = appointmentOn === null ? [] : dayProblems('appointmentOn', appointmentOn);
    if (problems.length > 0) throw badInput(problems);
    const judged = await this.#judged(application, 'Application.eligibility');
    if (judged === null || !this.allowance.admit(1 + sizeOf(judged.content))) return null;
    const { submittedAt, candidateId } = application;
    const appointment =
      appointmentOn === null || !this.reader.seesAppointment(application)
        ? null
        : { on: appointmentOn, profile: await this.accounts.profileOf.load(candidateId) };
    return proposalsFor(judged, submittedAt === null ? null : Temporal.Instant.from(submittedAt), appointment);
  }

  async reasons(application: ApplicationView): Promise<string | null> {
    await this.reader.note(application, 'Application.reasons', 'APPLICANT_READ');
    return this.applications.reasonsOf.load(application.id);
  }

  async decisions(application: ApplicationView): Promise<DecisionView[]> {
    await this.reader.note(application, 'Application.decisions');
    const decisions = await this.decided.ofApplication.load(application.id);
    if (decisions.length === 0) return [];
    const deadline = await this.decided.deadlineOf.load(application.vacancyId);
    return decisionViews(decisions, deadline, application.whose);
  }

  /** Null where there is nothing for the reader to see, of an erased candidate, and of a vacancy that is not public. */
  async #judged(application: ApplicationView, operation: string): Promise<JudgedFile | null> {
    const { id, vacancyId, whose } = application;
    const sees = this.reader.seesFile(application);
    if (sees === 'NEVER' || whose.subject == null) return null;
    const judged = await this.files.judged.load({ id, vacancyId, onceFrozen: sees === 'ONCE_FROZEN' });
    if (judged !== null) await this.reader.note(application, operation);
    return judged;
  }
}
