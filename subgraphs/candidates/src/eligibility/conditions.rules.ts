import type { EligibilityRule, Sources, VacancyState } from '@mandate-graph/domain';
import { type ApplyingState, workflowOf } from '../workflow/workflow.rules.ts';
import { type ConditionsField, evaluate } from './evaluation.rules.ts';
import type { Evidence, Judgement } from './evidence.rules.ts';
import { type Proposal, proposalOf } from './proposal.rules.ts';

/** What a vacancy says that a file is judged by. */
export interface VacancyConditions extends ApplyingState {
  /** The last day for applying. */
  readonly deadline: string;
  readonly participation: EligibilityRule | null;
  readonly appointment: EligibilityRule | null;
  /** Those of the conditions, and of the vacancy as a whole. */
  readonly sources: Sources;
}

export const conditionsIn = (state: VacancyState): VacancyConditions => ({
  deadline: state.applicationDeadline.date,
  applicationProcedure: state.applicationProcedure,
  documentRules: state.documentRules,
  participation: state.participationConditions,
  appointment: state.appointmentConditions,
  sources: state.sources,
});

/** For which days a file is judged. */
interface JudgedDays extends Pick<Judgement, 'dateOfCandidacy' | 'documents'> {
  /** For taking part. */
  readonly participationOn: string;
  /** For being appointed; null: not judged. */
  readonly appointmentOn: string | null;
}

export interface Proposals {
  readonly participation: Proposal;
  readonly appointment: Proposal | null;
}

/** What both sets of conditions come to for a file. Each is judged for a day of its own, and may be by other evidence. */
export function proposalsOf(
  conditions: VacancyConditions,
  evidence: Evidence,
  days: JudgedDays,
  atAppointment = evidence,
): Proposals {
  const { participationOn, appointmentOn, dateOfCandidacy, documents } = days;
  const { specificSectionsLanguage, cvCountsAsExperience } = workflowOf(conditions);
  const propose = (field: ConditionsField, rule: EligibilityRule | null, held: Evidence, judgedOn: string) => {
    const experience = held.experience.filter(({ enteredIn }) => cvCountsAsExperience || enteredIn !== 'CV');
    const at = { judgedOn, dateOfCandidacy, specificSectionsLanguage, documents };
    return proposalOf(evaluate(field, rule, conditions.sources, { ...held, experience }, at));
  };
  return {
    participation: propose('participationConditions', conditions.participation, evidence, participationOn),
    appointment:
      appointmentOn === null
        ? null
        : propose('appointmentConditions', conditions.appointment, atAppointment, appointmentOn),
  };
}
