import { localDay, statusAt, type VacancyStatus } from '@mandate-graph/domain';
import type { KnownVacancy } from '../vacancy/vacancy.versions.ts';
import { VacancyVersions } from '../vacancy/vacancy.versions.ts';
import type { Work } from '../writing/work.ts';
import { type ApplicationRecord, ApplicationStore } from './application.store.ts';

/** An application with its vacancy, as they are at the instant of an act. */
export interface ApplicationCase {
  readonly application: ApplicationRecord;
  /** Null when it is no longer public. */
  readonly vacancy: KnownVacancy | null;
  /** That of a vacancy that is no longer public is WITHDRAWN: nothing can be done for it. */
  readonly status: VacancyStatus;
}

/** Null for an application that is not there, and for one of another candidate: the two are not told apart. */
export async function caseOf(work: Work, applicationId: string): Promise<ApplicationCase | null> {
  const application = await new ApplicationStore(work.manager).one(work.candidate.id, applicationId);
  if (application === null) return null;
  const vacancy = await vacancyAt(work, application.vacancyId);
  return { application, vacancy, status: vacancy === null ? 'WITHDRAWN' : statusAt(vacancy.state, work.now) };
}

/** A vacancy as it reads on the day of an act; null when it is not known, or not public. */
export async function vacancyAt({ manager, now }: Work, vacancyId: string): Promise<KnownVacancy | null> {
  const current = await new VacancyVersions(manager).current([vacancyId], localDay(now).toString());
  return current.get(vacancyId) ?? null;
}
