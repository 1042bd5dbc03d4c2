import type { VacancyState } from '@mandate-graph/domain';
import { assessedClasses, type EffectiveRules } from '../regime/regime.effective.rules.ts';
import { type Attempt, type Holding, levelOf, type Standing, standingOf } from './ledger.rules.ts';

/** What is known of a candidate before the assessment of a procedure. Days are local, yyyy-mm-dd. */
export interface LedgerFacts {
  /** Of other procedures. */
  readonly attempts: readonly Attempt[];
  readonly holdings: readonly Holding[];
  /** The day on which the candidate came into the step; null: not yet. */
  readonly openedOn: string | null;
  /** The day on which the step came to something for the candidate; null: not yet. */
  readonly closedOn: string | null;
}

/** What a procedure runs by, as far as its assessment depends on it. */
export interface AssessmentOf {
  readonly template: Pick<VacancyState, 'announcedSteps' | 'weightingClasses'>;
  readonly rules: EffectiveRules;
}

/** The level of the assessment of a procedure; null: not known. */
export const assessmentLevel = ({ template, rules }: AssessmentOf): number | null =>
  levelOf(assessedClasses(template), { rules });

/**
 * Where a candidate stands before the assessment of a procedure, asked for a day. The regime says for each of exemption
 * and waiting period whether it has to hold on the day on which the step opened for the candidate, or on the day asked
 * for. Something that exempts only since the opening is told and does not count.
 */
export function standingIn(procedure: AssessmentOf, facts: LedgerFacts, day: string): Standing {
  const { rules } = procedure;
  const at = facts.closedOn ?? day;
  const opened = facts.openedOn ?? at;
  const exemptOn = rules.exemptionJudgedOn.value === 'OPENING_OF_STEP' ? opened : at;
  const barredOn = rules.waitingJudgedOn.value === 'OPENING_OF_STEP' ? opened : at;
  const question = {
    ...{ attempts: facts.attempts, holdings: facts.holdings },
    ...{ level: assessmentLevel(procedure), holdersExempt: rules.holdersExempt },
  };
  const exempt = standingOf({ ...question, day: exemptOn });
  if (exempt.status === 'EXEMPT') return exempt;
  const failures = facts.attempts.filter(({ outcome }) => outcome === 'FAILED');
  const late = standingOf({ ...question, day: at }).status === 'EXEMPT' ? exemptOn : null;
  return standingOf({ ...question, attempts: failures, holdings: [], day: barredOn, exemptSince: late });
}
