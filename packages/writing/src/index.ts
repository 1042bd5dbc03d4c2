export * from './answer.ts';
export * from './input.ts';
export * from './keyed.input.ts';
export * from './outcome.ts';
export * from './procedure.id.ts';
export * from './result.ts';
export * from './sealing.ts';
export * from './write.once.ts';
