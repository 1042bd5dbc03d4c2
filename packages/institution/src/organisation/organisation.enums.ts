import {
  BODY_KINDS,
  BUDGET_KINDS,
  HEADCOUNT_KINDS,
  HEADCOUNT_UNITS,
  LINE_KINDS,
  POST_FUNCTIONS,
} from '@mandate-graph/domain';
import { graphEnum } from '@mandate-graph/runtime';

export const BodyKind = graphEnum(
  'BodyKind',
  BODY_KINDS,
  'What a body is. Three different bodies never merge: the directors’ council (Brussels), the management committee (federal), the board of management. GROUP: persons or organisations a notice names together.',
);
export const LineKind = graphEnum(
  'LineKind',
  LINE_KINDS,
  'What a relationship line says, read from its start to its end.',
);
export const BudgetKind = graphEnum(
  'BudgetKind',
  BUDGET_KINDS,
  'OPERATING: the whole operating budget. MANAGED_BY_HOLDER: the part the holder of a post manages.',
);
export const HeadcountKind = graphEnum(
  'HeadcountKind',
  HEADCOUNT_KINDS,
  'STAFF: all who work there. DIRECT_AUTHORITY: those under the direct authority of the holder of a post.',
);
export const HeadcountUnit = graphEnum(
  'HeadcountUnit',
  HEADCOUNT_UNITS,
  'Persons and full-time equivalents are never mixed.',
);
export const PostFunction = graphEnum('PostFunction', POST_FUNCTIONS, 'What the holder of a post is.');
export const HolderStatus = graphEnum(
  'HolderStatus',
  ['HELD', 'VACANT', 'UNKNOWN'],
  'UNKNOWN is a value: nothing says whether or by whom the post is held.',
);
export const LineDirection = graphEnum(
  'LineDirection',
  ['OUTGOING', 'INCOMING', 'BOTH'],
  'Lines that start at a party, end at it, or either.',
);
export const LineOperator = graphEnum(
  'LineOperator',
  ['ALL_OF', 'ANY_OF', 'INCLUSIVE_OR'],
  'How circumstances or lines combine.',
);
