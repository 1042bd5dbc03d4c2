export { createSelection } from './module.ts';
export { auditTrails, NoTrails, type PublishedHeads, type TrailReport } from './trail/trail.audit.ts';
export type { PublishedHead, Verdict } from './trail/trail.verify.ts';
