import {
  type CandidacyStatus,
  type Problem,
  reasonsProblems,
  type StepKind,
  type VacancyState,
} from '@mandate-graph/domain';
import Big from 'big.js';
import { HEARING_STEPS } from '../committee/committee.rules.ts';
import type { RunningStatus } from '../procedure/procedure.state.rules.ts';
import type { ScoreScale } from '../regime/regime.rules.ts';
import { naming, problem } from '../writing/problem.rules.ts';
import { runningProblems } from './judges.rules.ts';

/**
 * Keys of the competences that a committee scores, in the order of the notice: those assessed where it hears candidates.
 * A notice that names none for that step has all of them scored.
 */
export function competencesToScore({
  announcedSteps,
  competences,
}: Pick<VacancyState, 'announcedSteps' | 'competences'>): readonly string[] {
  const hearings = announcedSteps.filter(({ kind }) => HEARING_STEPS.includes(kind)).map(({ key }) => key);
  const named = competences.filter(({ assessedIn }) => assessedIn.some((key) => hearings.includes(key)));
  return (named.length > 0 ? named : competences).map(({ key }) => key);
}

/**
 * Whether a hearing weighs more than the notice has competences for, as motivation: then a score cannot say it all.
 * Competences are counted by the kinds and scopes under which a notice sums up what is weighed.
 */
export function weighsMoreThanCompetences(template: Pick<VacancyState, 'announcedSteps' | 'competences'>): boolean {
  const scored = new Set(competencesToScore(template));
  const kinds = template.competences.filter(({ key }) => scored.has(key)).map(({ kind, scope }) => `${kind} ${scope}`);
  const hearings = template.announcedSteps.filter(({ kind }) => HEARING_STEPS.includes(kind));
  return hearings.some(({ evaluates }) => evaluates.length > new Set(kinds).size);
}

/** How a member scores one competence. */
export interface GivenScore {
  readonly competence: string;
  /** Decimal, within the scale. */
  readonly score: string;
  readonly remarks?: string | null;
}

/** How a member judges a candidate. */
export interface GivenScores {
  readonly scores: readonly GivenScore[];
  readonly remarks?: string | null;
}

/**
 * Every competence once and within the scale; what there is no competence for, in words. No score is repeated: it is
 * personal.
 */
export function scoresProblems(
  { scores, remarks }: GivenScores,
  competences: readonly string[],
  scale: ScoreScale,
  inWords = false,
): Problem[] {
  const first = (key: string) => scores.findIndex(({ competence }) => competence === key);
  return [
    ...scores.flatMap(({ competence, score }, at) => [
      ...(competences.includes(competence)
        ? first(competence) < at
          ? [problem(`scores[${at}].competence`, 'SCORED_TWICE', competence, 'A competence is scored once')]
          : []
        : [unknownCompetence(at, competences)]),
      ...(isWithin(score, scale) ? [] : [outOfScale(at, scale)]),
    ]),
    ...competences
      .filter((key) => first(key) < 0)
      .map((key) => naming('scores', 'SCORE_MISSING', key, 'Every competence must be scored; missing')),
    ...((inWords || competences.length === 0) && (remarks ?? '') === ''
      ? [
          problem(
            'remarks',
            'REQUIRED',
            null,
            'What is weighed and is no competence, as motivation, is judged in remarks',
          ),
        ]
      : []),
  ];
}

/** Where a candidate stands, and whether the member was there when they were heard. */
interface Heard {
  readonly status: CandidacyStatus;
  readonly step: StepKind | null;
  readonly present: boolean;
}

/** A candidate is scored between the hearing and the conclusion, by who heard them. */
export function scoringProblems({ status, step, present }: Heard, procedure: RunningStatus): Problem[] {
  if (procedure !== 'RUNNING') return runningProblems(procedure);
  if (status !== 'IN_PROGRESS')
    return [problem('application', 'CONCLUDED', null, 'A candidate is scored until the committee has concluded')];
  if (step !== 'RESULT') return [problem('application', 'NOT_HEARD', null, 'A candidate is scored once heard')];
  if (present) return [];
  return [
    problem(
      'application',
      'NOT_PRESENT',
      null,
      'A candidate is scored by the members who were there when they were heard',
    ),
  ];
}

/** Whoever has seen how others scored says why they score otherwise; before that nobody was led by anybody. */
export const correctionProblems = (afterOthers: boolean, reasons: string | null): readonly Problem[] =>
  afterOthers ? reasonsProblems(reasons) : [];

/** The mean in hundredths, the half rounded up; null: of nothing. It informs the committee, and decides nothing. */
export function averageOf(scores: readonly string[]): string | null {
  if (scores.length === 0) return null;
  const total = scores.reduce((sum, score) => sum.plus(score), new Big(0));
  return total.div(scores.length).toFixed(2, Big.roundHalfUp);
}

const isWithin = (score: string, { lowest, highest }: ScoreScale): boolean =>
  new Big(score).gte(lowest) && new Big(score).lte(highest);

const unknownCompetence = (at: number, competences: readonly string[]): Problem => ({
  path: `scores[${at}].competence`,
  code: 'UNKNOWN_COMPETENCE',
  value: null,
  rule: `scores[${at}].competence must be the key of a competence that the committee scores: ${competences.join(', ')}.`,
});

const outOfScale = (at: number, { lowest, highest }: ScoreScale): Problem => ({
  path: `scores[${at}].score`,
  code: 'OUT_OF_SCALE',
  value: null,
  rule: `scores[${at}].score must be from ${lowest} to ${highest}.`,
});
