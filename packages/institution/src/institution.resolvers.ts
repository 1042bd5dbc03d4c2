import type { InstitutionEntry } from '@mandate-graph/domain';
import { LocalizedTextFields } from '@mandate-graph/runtime';
import { PassageFields } from './graph/passage.type.ts';
import { HISTORY_FIELDS, HistoryEntryFields, historyQueries } from './history/history.resolver.ts';
import { BodyFields } from './organisation/body.resolver.ts';
import { LineFields } from './organisation/line.resolver.ts';
import { PositionFields } from './organisation/position.resolver.ts';
import { ReorganisationFields, UnitReorganisations } from './organisation/reorganisation.resolver.ts';
import { BudgetFields, HeadcountFields } from './organisation/size.resolver.ts';
import { UnitFields } from './organisation/unit.resolver.ts';
import { draftQueries } from './vacancy/draft.resolver.ts';
import { EligibilityRuleFields } from './vacancy/eligibility.type.ts';
import { ResultAreaFields } from './vacancy/result-area.type.ts';
import { StepFields } from './vacancy/step.resolver.ts';
import { VacancyFields } from './vacancy/vacancy.resolver.ts';
import { organisationMutations } from './writing/organisation/organisation.write.resolver.ts';
import { vacancyMutations } from './writing/vacancy/vacancy.mutations.ts';
import {
  BodyRecordedFields,
  PositionRecordedFields,
  UnitRecordedFields,
  VacancyRecordedFields,
} from './writing/write.resolver.ts';

const READS = [
  LocalizedTextFields,
  PassageFields,
  VacancyFields,
  StepFields,
  ResultAreaFields,
  EligibilityRuleFields,
  UnitFields,
  PositionFields,
  BodyFields,
  LineFields,
  BudgetFields,
  HeadcountFields,
  UnitReorganisations,
  ReorganisationFields,
  HistoryEntryFields,
  ...HISTORY_FIELDS,
];
const WRITES = [VacancyRecordedFields, UnitRecordedFields, PositionRecordedFields, BodyRecordedFields];

/** Every resolver of an institution's subgraph; its root fields carry the prefix of its types. */
export const institutionResolvers = (entry: InstitutionEntry): readonly Function[] => [
  ...READS,
  ...WRITES,
  historyQueries(entry),
  draftQueries(entry),
  vacancyMutations(entry),
  organisationMutations(entry),
];
