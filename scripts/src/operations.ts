import { readFileSync } from 'node:fs';
import { type OperationManifest, readManifest } from '@mandate-graph/gateway';
import type { Environment } from '@mandate-graph/runtime';
import { Refusal, sentenceOf } from './failure.ts';

/** The only operations that this installation runs; null: all. */
export function readOperations({ operationsManifest: file }: Environment): OperationManifest | null {
  return file === null ? null : readManifest(textOf(file), file);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal(`OPERATIONS_MANIFEST must be a file that can be read, but got: ${file} (${sentenceOf(error)}).`);
  }
}
