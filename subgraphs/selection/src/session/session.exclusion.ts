import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { send } from '../notification/notification.sending.ts';
import type { StepRecord } from '../procedure/procedure.record.ts';
import type { Work } from '../writing/work.ts';

/** Somebody whom a rule puts out of the assessment. */
export interface Excluded {
  readonly candidacy: CandidacyRecord;
  readonly result: 'NOT_REGISTERED' | 'BARRED' | 'ABSENT';
  /** Of a waiting period: its last day, yyyy-mm-dd, where it has one. */
  readonly until?: string | null;
}

/** They are told at once, which is also the notification that their windows run from, and can contest it. */
export async function excludeByRule(
  work: Work,
  step: StepRecord,
  excluded: readonly Excluded[],
  by: string,
): Promise<void> {
  if (excluded.length === 0) return;
  const passings = excluded.map(({ candidacy, result, until = null }) => ({
    candidacy,
    outcome: { stepId: step.id, result, rule: result, reasons: null },
    as: 'RULE' as const,
    by,
    ...(until !== null && { facts: { until } }),
  }));
  const problems = await new CandidacyFlow(work).exclude(step, passings);
  if (problems !== null) throw new Error(`the assessment excludes whoever is in it: ${problems[0]?.rule}`);
  const announced = work.procedure.template?.announcedSteps.find(({ key }) => key === step.key);
  const byLetter = announced?.failureNotice === 'LETTER';
  await send(
    work,
    excluded.map(({ candidacy }) => ({
      ...{ candidacy, about: 'STEP', stepId: step.id, negative: true, remedyStated: false, byLetter, by },
    })),
  );
}
