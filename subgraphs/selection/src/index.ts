export { createSelection } from './module.ts';
export { auditTrails, NoTrails, type Noted, type TrailReport } from './trail/trail.audit.ts';
export type { Verdict } from './trail/trail.verdict.ts';
