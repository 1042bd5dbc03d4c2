import { localDay, type VacancyState } from '@mandate-graph/domain';
import { vacancyState } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import type { Freezing } from '../../file/file.types.ts';
import type { KnownVacancy, LatestVacancy } from '../../vacancy/vacancy.versions.ts';
import type { ApplicationStatus } from '../application.rules.ts';
import type { LapseCause, Standing } from '../application.state.rules.ts';
import type { ApplicationRecord } from '../application.store.ts';
import { type SettlingStep, type Situation, settlingSteps } from '../settling.rules.ts';

export const at = (text: string) => Temporal.Instant.from(text);
export const until = (date: string) => ({ date, timeOfDay: null });
export const BEFORE = at('2026-10-20T10:00:00Z');
export const CLOSES = at('2026-10-22T22:00:00Z');
export const AFTER = at('2026-10-23T08:00:00Z');
const OPEN = vacancyState({ opensOn: '2026-09-01', applicationDeadline: until('2026-10-22') });

export const known = (now: Temporal.Instant, state: Partial<VacancyState> = {}, version = 1): KnownVacancy => ({
  ...{ id: 'vrb:vacancy:a', version, day: localDay(now).toString(), nextChange: null },
  state: { ...OPEN, ...state },
});
export const latest = (now: Temporal.Instant, state: Partial<VacancyState> = {}, version = 1): LatestVacancy => ({
  ...{ version, recordedAt: at('2026-09-01T08:00:00Z'), known: known(now, state, version) },
});

export const standing = (status: ApplicationStatus, lapsedBy: LapseCause = 'DEADLINE'): Standing => ({
  ...{ status, submitted: status !== 'DRAFT', lapsedBy: status === 'LAPSED' ? lapsedBy : null, contest: null },
});
export const application = (of: Standing, own: Partial<ApplicationRecord> = {}): ApplicationRecord => ({
  ...{
    id: 'a1',
    candidateId: 'c1',
    vacancyId: 'vrb:vacancy:a',
    standing: of,
    submittedAt: null,
    version: 3,
    isReopened: false,
  },
  ...{ vacancyVersion: 1, vacancyDay: '2026-10-01', dueAt: CLOSES },
  ...own,
});
export const situation = (of: Standing, now: Temporal.Instant, own: Partial<Situation> = {}): Situation => ({
  ...{ application: application(of), told: known(BEFORE), latest: latest(now), now, yearsReached: true, frozenFor: [] },
  ...{ decided: false, reasons: null },
  ...own,
});

/** Half a minute after it closed, as the job does it. */
export const frozen = (closesAt: Temporal.Instant, frozenAt = closesAt.add({ seconds: 30 })): Freezing => ({
  closesAt,
  frozenAt,
});

/** What is done, in short: acts with their rules, codes of messages, deadlines. */
const inShort = (step: SettlingStep): readonly string[] => {
  switch (step.kind) {
    case 'RECORD':
      return [`${step.act} to ${step.standing.status} by ${step.by}`];
    case 'TELL':
      return step.messages.map(({ code }) => code);
    case 'TASKS_DONE':
      return step.tasks.map((task) => `done ${task}`);
    case 'TASKS_DUE':
      return [`due ${step.at}`];
    case 'FREEZE':
      return [`freeze ${step.closesAt}${step.as === null ? '' : ` as ${step.as}`}`];
    case 'THAW':
      return [`thaw ${step.closesAt}`];
    case 'SEE':
      return [`see ${step.seen.vacancyVersion} on ${step.seen.vacancyDay}, due ${step.seen.dueAt}`];
  }
};
/** What was to be done for applying: what the selection asks for is not over with the deadline. */
export const ALL_DONE = ['done SUBMIT', 'done VALIDATE', 'done REVIEW_FILE', 'done REACH_YEARS'];
export const stepsOf = (of: Situation): readonly string[] => settlingSteps(of).flatMap(inShort);
/** Without tasks that end and what is kept of the vacancy. */
export const deedsOf = (of: Situation) => stepsOf(of).filter((step) => !/^(done|see) /.test(step));
