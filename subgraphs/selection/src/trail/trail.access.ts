import type { AccessTable } from '@mandate-graph/runtime';

/** Of the head everyone sees the hash; of entries, what is personal is opened where the service says. */
export const TRAIL_ACCESS: AccessTable = {
  SelectionProcedure: { PUBLIC: 'trailHead', TRAIL_READ: 'trail' },
  TrailHead: { PUBLIC: 'entries hash' },
  TrailConnection: { TRAIL_READ: 'edges pageInfo' },
  TrailEdge: { TRAIL_READ: 'cursor node' },
  TrailEntry: { TRAIL_READ: 'seq at act actor about aboutId reason facts person personal previous hash' },
  TrailFact: { TRAIL_READ: 'name before after' },
  TrailContent: { TRAIL_READ: 'name value' },
};
