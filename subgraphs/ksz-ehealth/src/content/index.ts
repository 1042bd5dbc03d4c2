import type { InstitutionContent } from '@mandate-graph/institution';
import { groups } from './bodies.groups.ts';
import { singleBodies } from './bodies.ts';
import { boardLines } from './lines.boards.ts';
import { externalLines } from './lines.external.ts';
import { federalLines } from './lines.federal.ts';
import { internalLines } from './lines.internal.ts';
import { holders, positions } from './positions.ts';
import { budgets, headcounts } from './size.ts';
import { units } from './units.ts';
import { vacancies } from './vacancy.ts';

/** Everything the notice says, in an order in which references point backwards. */
export const content: InstitutionContent = [
  ...units,
  ...singleBodies,
  ...groups,
  ...positions,
  ...holders,
  ...internalLines,
  ...boardLines,
  ...federalLines,
  ...externalLines,
  ...budgets,
  ...headcounts,
  ...vacancies,
];
