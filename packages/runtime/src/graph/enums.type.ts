import {
  CONTRACT_TYPES,
  LANGUAGE_ROLES,
  MANDATE_KINDS,
  STEP_KINDS,
  SUITABILITY_SCHEMES,
  UNIT_KINDS,
  VACANCY_STATUSES,
} from '@mandate-graph/domain';
import { graphEnum } from '../enums.ts';

/** Enums that more than one subgraph shows. They must be the same everywhere, so they are defined here once. */
export const LanguageRole = graphEnum(
  'LanguageRole',
  LANGUAGE_ROLES,
  'A legal status in the public service: Dutch or French. Never inferred from a name or a spoken language.',
);
export const ContractType = graphEnum('ContractType', CONTRACT_TYPES, 'The legal relation a post is filled by.');
export const MandateKind = graphEnum(
  'MandateKind',
  MANDATE_KINDS,
  'INTERIM has an end rule of its own: it stands in for a holder who is absent or missing.',
);
export const VacancyStatus = graphEnum(
  'VacancyStatus',
  VACANCY_STATUSES,
  'DRAFT until it is published, seen by its institution alone and in no list; ANNOUNCED before it opens, OPEN until its deadline has passed, then CLOSED; WITHDRAWN and FILLED by decision.',
);
export const StepKind = graphEnum('StepKind', STEP_KINDS, 'What a step of a selection is.');
export const SuitabilityScheme = graphEnum(
  'SuitabilityScheme',
  SUITABILITY_SCHEMES,
  'How candidates are grouped at the end: suitable or not, or the older groups A to D. Neither is translated into the other.',
);
export const UnitKind = graphEnum('UnitKind', UNIT_KINDS, 'What a part of an organisation is.');
export const DocumentFormat = graphEnum(
  'DocumentFormat',
  ['PDF', 'DOC', 'DOCX', 'JPG', 'TIF'],
  'A format documents may have.',
);
export const CurrentJobEnd = graphEnum('CurrentJobEnd', ['DATE_OF_CANDIDACY'], 'The end date a current job is given.');
export const SnapshotMoment = graphEnum(
  'SnapshotMoment',
  ['APPLICATION_DEADLINE'],
  'When a file is judged as it stands.',
);
