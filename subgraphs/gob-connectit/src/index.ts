import { institutionSubgraph } from '@mandate-graph/institution';
import { profile } from './profile.ts';

/** The subgraph of this institution. */
export const createSubgraph = () => institutionSubgraph(profile);
