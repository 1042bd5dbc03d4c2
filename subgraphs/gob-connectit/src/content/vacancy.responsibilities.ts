import type { Responsibility } from '@mandate-graph/domain';
import type { Told } from './told.ts';
import { execution, organisation } from './vacancy.responsibilities.operations.ts';
import { relations, teams } from './vacancy.responsibilities.people.ts';
import { direction, preparation } from './vacancy.responsibilities.policy.ts';

/** In the order and numbering of the notice, 1 to 6. */
export const responsibilities: readonly Told<Responsibility>[] = [
  direction,
  preparation,
  execution,
  organisation,
  teams,
  relations,
];
