import { localDay, parseId, subjectIdOf } from '@mandate-graph/domain';
import { badInput, problem } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import type { EligibilityProfileInput } from './eligibility.input.ts';
import type { EligibilityLoaders } from './eligibility.loaders.ts';
import type { VacancyConditions } from './eligibility.repository.ts';
import type { EligibilityEvaluation } from './eligibility.type.ts';
import { type ConditionsField, evaluate } from './evaluation.rules.ts';
import { type Profile, readProfile, sizeOf } from './profile.rules.ts';
import { proposalOf } from './proposal.rules.ts';

/** Pieces of evidence that one request may have judged, over all its vacancies: an answer may tell of each of them. */
export const MOST_JUDGED = 5_000;

/** Whether somebody would be eligible, by anybody who asks. What they say of themselves goes nowhere. */
export class EligibilityService {
  #judged = 0;

  constructor(
    private readonly loaders: EligibilityLoaders,
    private readonly now: Temporal.Instant,
  ) {}

  /** Null for a vacancy that is not known, not public, or not kept as the reference wants it read. */
  async tried(reference: string, given: EligibilityProfileInput): Promise<EligibilityEvaluation | null> {
    this.#admit(given);
    const today = localDay(this.now).toString();
    const { profile, problems } = readProfile('profile', given, today);
    if (problems.length > 0) throw badInput(problems);
    const vacancy = parseId(reference);
    if (vacancy?.kind !== 'vacancy') return null;
    const { asOf, knownAt } = vacancy;
    const asked = { vacancyId: subjectIdOf(reference), day: asOf ?? today, knownAt };
    const conditions = await this.loaders.conditionsOf.load(asked);
    return conditions === null ? null : evaluated(conditions, profile);
  }

  /** Before anything is read: what is too much must cost nothing. */
  #admit(given: EligibilityProfileInput): void {
    this.#judged += 1 + sizeOf(given);
    if (this.#judged <= MOST_JUDGED) return;
    const rule = `profile must be judged for fewer vacancies at once, or have fewer entries: one request has at most ${MOST_JUDGED} of them judged.`;
    throw badInput([problem('profile', 'TOO_MANY', null, rule)]);
  }
}

function evaluated(conditions: VacancyConditions, profile: Profile): EligibilityEvaluation {
  const { deadline, sectionsLanguage, participation, appointment, sources } = conditions;
  const { evidence, candidacyOn, appointmentOn } = profile;
  const propose = (field: ConditionsField, rule: typeof participation, judgedOn: string) =>
    proposalOf(
      evaluate(field, rule, sources, evidence, {
        judgedOn,
        dateOfCandidacy: candidacyOn,
        sectionsLanguage,
        documents: 'ASSUMED',
      }),
    );
  return {
    participation: propose('participationConditions', participation, profile.judgedOn ?? deadline),
    appointment: appointmentOn === null ? null : propose('appointmentConditions', appointment, appointmentOn),
  };
}
