import type { Problem } from '@mandate-graph/domain';
import { exemptionsOf } from '../ledger/ledger.entry.ts';
import { contestAfter } from '../notification/notification.windows.rules.ts';
import type { ProcedureRecord, StepRecord } from '../procedure/procedure.record.ts';
import type { ProcedureActor } from '../procedure/procedure.state.rules.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { registrationEnds, sessionTerms } from '../session/session.booking.rules.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { SessionTelling } from '../session/session.telling.ts';
import { byRule, type Work } from '../writing/work.ts';
import type { CandidacyRecord, NewOutcome } from './candidacy.record.ts';
import type { StepResult } from './candidacy.state.rules.ts';
import { type CandidacyChange, CandidacyStore } from './candidacy.store.ts';
import { tellCandidate } from './telling.ts';

type Problems = readonly Problem[] | null;

/** A step that a candidate has passed or been exempt from, or that excludes them. */
export interface Passing {
  readonly candidacy: CandidacyRecord;
  readonly outcome: NewOutcome;
  readonly as: ProcedureActor;
  readonly by?: string;
  /** Of a waiting period: its last day, yyyy-mm-dd, where it has one. */
  readonly facts?: { readonly until: string | null };
}

export const stepOf = ({ steps }: ProcedureRecord, id: string | null): StepRecord | null =>
  steps.find((step) => step.id === id) ?? null;

/** The step after one, in the order of the procedure; null after the last. */
export const stepAfter = ({ steps }: ProcedureRecord, step: StepRecord): StepRecord | null =>
  steps.find(({ position }) => position > step.position) ?? null;

/** Brings candidates from step to step: whoever passes one is in the next, and whoever does not is out. */
export class CandidacyFlow {
  readonly #store: CandidacyStore;

  constructor(private readonly work: Work) {
    this.#store = new CandidacyStore(work);
  }

  /** Those who take part come into the first step. */
  async enter(candidacies: readonly CandidacyRecord[]): Promise<Problems> {
    const first = this.work.procedure.steps[0]!;
    const by = byRule('taking-part');
    return this.#into(
      first,
      candidacies.map((candidacy) => ({ candidacy, act: 'ENTER', as: 'RULE', stepId: first.id, by })),
      'SELECTION_STARTED',
    );
  }

  /** All of the same step. */
  async pass(step: StepRecord, passings: readonly Passing[]): Promise<Problems> {
    return this.#into(
      stepAfter(this.work.procedure, step),
      passings.map((passing) => ({ ...passing, act: 'PASS' })),
      'STEP_PASSED',
      step,
    );
  }

  /** Out by a step: the candidate is told by the notification, or at once where a rule says so. */
  async exclude(step: StepRecord, passings: readonly Passing[]): Promise<Problems> {
    const { problems } = await this.#store.change(passings.map((one) => ({ ...one, act: 'EXCLUDE', stepId: step.id })));
    if (problems !== undefined) return problems;
    const dueAt = contestAfter(rulesOf(this.work.procedure), this.work.now).endsAt;
    for (const { candidacy, outcome, facts = {} } of passings) {
      const code = BY_RULE[outcome.result];
      if (code === undefined) continue;
      tellCandidate(this.work, candidacy, { code, facts: { step: step.kind, ...untilOf(facts) }, dueAt });
    }
    return null;
  }

  /** In again, in the step that had excluded them. */
  async readmit(candidacy: CandidacyRecord, change: Partial<CandidacyChange>): Promise<Problems> {
    const { problems } = await this.#store.change([{ candidacy, act: 'READMIT', as: 'RECRUITER', ...change }]);
    return problems ?? null;
  }

  async #into(
    step: StepRecord | null,
    changes: readonly CandidacyChange[],
    code: 'SELECTION_STARTED' | 'STEP_PASSED' | 'STEP_EXEMPTED',
    from: StepRecord | null = null,
  ): Promise<Problems> {
    if (changes.length === 0) return null;
    const stepId = step?.id ?? null;
    const { changed, problems } = await this.#store.change(changes.map((change) => ({ ...change, stepId })));
    if (problems !== undefined) return problems;
    for (const [at, candidacy] of changed.entries()) {
      const { outcome = null, facts = {} } = changes[at]!;
      // A step that only took place decides nothing, so there is nothing to tell.
      if (outcome?.result === 'HELD') continue;
      tellCandidate(this.work, candidacy, {
        code,
        facts: { ...(from !== null && { step: from.kind }), ...untilOf(facts) },
      });
    }
    if (step?.kind === 'COMPUTER_ASSESSMENT') return this.exempt(step, changed);
    return null;
  }

  /** Those who are in the assessment and exempt from it go on; the others are asked to choose a session. */
  async exempt(step: StepRecord, candidacies: readonly CandidacyRecord[]): Promise<Problems> {
    const exemptions = await exemptionsOf(
      this.work,
      candidacies.map(({ candidateId }) => candidateId),
    );
    const [exempt, others] = [
      candidacies.filter(({ candidateId }) => exemptions.has(candidateId)),
      candidacies.filter(({ candidateId }) => !exemptions.has(candidateId)),
    ];
    await this.#askToBook(others);
    const by = byRule('exemption');
    return this.#into(
      stepAfter(this.work.procedure, step),
      exempt.map((candidacy) => {
        const { rule, until } = exemptions.get(candidacy.candidateId)!;
        const outcome: NewOutcome = { stepId: step.id, result: 'EXEMPT', rule, reasons: null };
        return { candidacy, act: 'EXEMPT', as: 'RULE', outcome, by, facts: { until } };
      }),
      'STEP_EXEMPTED',
      step,
    );
  }

  /** Until the last registration ends that is open, or will be. */
  async #askToBook(candidacies: readonly CandidacyRecord[]): Promise<void> {
    if (candidacies.length === 0) return;
    const { procedure, manager, now } = this.work;
    const terms = sessionTerms(rulesOf(procedure));
    const sessions = await new SessionRepository(manager).ofProcedure(procedure.id);
    new SessionTelling(this.work, terms).toBook(candidacies, registrationEnds(sessions, terms, now));
  }
}

const untilOf = (facts: object) => ('until' in facts && typeof facts.until === 'string' ? { until: facts.until } : {});

/** What a rule says of who did not come is told at once; what a person decides, with its notification. */
const BY_RULE: Partial<Record<StepResult, 'EXCLUDED_NOT_REGISTERED' | 'EXCLUDED_ABSENT' | 'EXCLUDED_BARRED'>> = {
  NOT_REGISTERED: 'EXCLUDED_NOT_REGISTERED',
  ABSENT: 'EXCLUDED_ABSENT',
  BARRED: 'EXCLUDED_BARRED',
};
