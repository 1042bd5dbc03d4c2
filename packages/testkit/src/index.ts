export * from './database.ts';
export * from './log.ts';
export * from './platform.ts';
