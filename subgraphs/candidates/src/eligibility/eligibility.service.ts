import { localDay, parseId, subjectIdOf } from '@mandate-graph/domain';
import { type Allowance, badInput } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import { proposalsOf } from './conditions.rules.ts';
import type { EligibilityProfileInput } from './eligibility.input.ts';
import type { EligibilityLoaders } from './eligibility.loaders.ts';
import type { EligibilityEvaluation } from './eligibility.type.ts';
import { readProfile, sizeOf } from './profile.rules.ts';

/** Whether somebody would be eligible, by anybody who asks. What they say of themselves goes nowhere. */
export class EligibilityService {
  constructor(
    private readonly loaders: EligibilityLoaders,
    private readonly now: Temporal.Instant,
    /** Of evidence to judge: an answer may tell of each piece. */
    private readonly allowance: Allowance,
  ) {}

  /** Null for a vacancy that is not known, not public, or not kept as the reference wants it read. */
  async tried(reference: string, given: EligibilityProfileInput): Promise<EligibilityEvaluation | null> {
    // Before anything is read: what is too much must cost nothing.
    if (!this.allowance.admit(1 + sizeOf(given))) return null;
    const today = localDay(this.now).toString();
    const { profile, problems } = readProfile('profile', given, today);
    if (problems.length > 0) throw badInput(problems);
    const vacancy = parseId(reference);
    if (vacancy?.kind !== 'vacancy') return null;
    const { asOf, knownAt } = vacancy;
    const asked = { vacancyId: subjectIdOf(reference), day: asOf ?? today, knownAt };
    const conditions = await this.loaders.conditionsOf.load(asked);
    if (conditions === null) return null;
    const { evidence, judgedOn, candidacyOn, appointmentOn } = profile;
    return proposalsOf(conditions, evidence, {
      participationOn: judgedOn ?? conditions.deadline,
      appointmentOn,
      dateOfCandidacy: candidacyOn,
      documents: 'ASSUMED',
    });
  }
}
