import { LocalizedTextFields } from '@mandate-graph/runtime';
import { ProcedureMutations, SelectionRecordedFields } from './procedure/procedure.mutations.ts';
import { ProcedureFields } from './procedure/procedure.resolver.ts';
import { VacancyFields } from './vacancy/vacancy.resolver.ts';

/** Every class with fields of the schema. */
export const SELECTION_RESOLVERS: readonly Function[] = [
  ProcedureFields,
  ProcedureMutations,
  SelectionRecordedFields,
  VacancyFields,
  LocalizedTextFields,
];
