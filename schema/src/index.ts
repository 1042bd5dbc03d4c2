export * from './access-matrix.ts';
export * from './breaking.ts';
export * from './composition.ts';
export * from './files.ts';
export * from './registry.ts';
