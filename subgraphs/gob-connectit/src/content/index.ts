import type { InstitutionContent } from '@mandate-graph/institution';
import { bodies } from './bodies.ts';
import { holders } from './holders.ts';
import { lines } from './lines.ts';
import { positions } from './positions.ts';
import { units } from './units.ts';
import { vacancies } from './vacancy.ts';

/** All the notice says, in an order in which references point backwards. It prints no budget and no headcount. */
export const content: InstitutionContent = [...units, ...bodies, ...positions, ...holders, ...lines, ...vacancies];
