export { createCandidates } from './module.ts';
