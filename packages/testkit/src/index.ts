export * from './database.ts';
export * from './institution.ts';
export * from './log.ts';
export * from './platform.ts';
export * from './subgraph.ts';
export * from './tokens.ts';
export * from './vacancy.ts';
