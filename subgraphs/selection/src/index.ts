export { createSelection } from './module.ts';
