import { type Excess, LIMITS, type LimitName } from '@mandate-graph/runtime';
import type { DocumentNode } from 'graphql';
import { type DocumentMeasure, measureDocument, UNCOUNTED } from './document.measure.ts';

const MEASURED = [
  'operations',
  'fragments',
  'spreads',
  'depth',
  'fields',
  'rootFields',
  'aliases',
  'sameName',
  'directives',
] as const satisfies readonly (LimitName & keyof DocumentMeasure)[];

/** Every limit of a document that does not hold. */
export function documentExcesses(document: DocumentNode): Excess[] {
  const measure = measureDocument(document);
  return MEASURED.filter((name) => measure[name] > LIMITS[name].bound).map((name) => ({
    name,
    value: measure[name] >= UNCOUNTED ? null : measure[name],
  }));
}
