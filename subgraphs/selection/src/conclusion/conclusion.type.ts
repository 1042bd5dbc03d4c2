import { graphEnum } from '@mandate-graph/runtime';
import { SUITABILITY_GROUPS } from './conclusion.rules.ts';

export const SuitabilityGroup = graphEnum(
  'SuitabilityGroup',
  SUITABILITY_GROUPS,
  'The groups of the scheme SUITABLE_UNSUITABLE. Those of another scheme, from A to D, are never mapped onto them.',
);
