export { createCatalogue } from './module.ts';
