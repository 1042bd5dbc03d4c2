import type { VacancyStatus } from '@mandate-graph/domain';
import type { ApplicationStatus } from '../application.rules.ts';
import type { Acting, Circumstances, Standing } from '../application.state.rules.ts';

export const standing = (status: ApplicationStatus, parts: Partial<Standing> = {}): Standing => ({
  status,
  submitted: status !== 'DRAFT',
  lapsedBy: status === 'LAPSED' ? 'DEADLINE' : null,
  contest: null,
  ...parts,
});
export const at = (vacancy: VacancyStatus, by: Acting, parts: Partial<Circumstances> = {}): Circumstances => ({
  by,
  vacancy,
  yearsReached: true,
  reasons: 'Met redenen omkleed, zoals de wet vraagt',
  ...parts,
});
/** Every way an application can stand with a status, as far as its next acts depend on it. */
export const standings = (status: ApplicationStatus): Standing[] => {
  if (status === 'DRAFT') return [standing(status)];
  const submitted = status === 'WITHDRAWN' || status === 'LAPSED' ? [true, false] : [true];
  const causes = status === 'LAPSED' ? (['DEADLINE', 'VACANCY_WITHDRAWN'] as const) : [null];
  const contests = status === 'LAPSED' ? ([null, 'OPEN', 'REJECTED'] as const) : [null];
  return submitted.flatMap((sent) =>
    causes.flatMap((lapsedBy) => contests.map((contest) => ({ status, submitted: sent, lapsedBy, contest }))),
  );
};
