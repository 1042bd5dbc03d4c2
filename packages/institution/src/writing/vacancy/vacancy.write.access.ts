import { type InstitutionEntry, rootFieldOf } from '@mandate-graph/domain';
import type { AccessTable } from '@mandate-graph/runtime';

/** The root fields by which an institution writes its vacancies. */
export const vacancyMutationNames = (entry: InstitutionEntry) => ({
  create: rootFieldOf(entry, 'CreateVacancy'),
  amend: rootFieldOf(entry, 'AmendVacancy'),
  publish: rootFieldOf(entry, 'PublishVacancy'),
  extend: rootFieldOf(entry, 'ExtendVacancy'),
  withdraw: rootFieldOf(entry, 'WithdrawVacancy'),
});

/** Who may write vacancies. */
export function vacancyWriteAccess(entry: InstitutionEntry): AccessTable {
  const { create, amend, publish, extend, withdraw } = vacancyMutationNames(entry);
  return { Mutation: { VACANCY_WRITE: `${create} ${amend} ${extend}`, VACANCY_DECIDE: `${publish} ${withdraw}` } };
}
