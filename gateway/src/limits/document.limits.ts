import { COST, type Excess, LIMITS, type LimitName } from '@mandate-graph/runtime';
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
  'arguments',
  'values',
  'definedVariables',
] as const satisfies readonly (LimitName & keyof DocumentMeasure)[];

/** Every limit of a document that does not hold. */
export function documentExcesses(document: DocumentNode, measure = measureDocument(document)): Excess[] {
  const exceeded = MEASURED.filter((name) => measure[name] > LIMITS[name].bound).map((name) => ({
    name,
    value: measure[name] >= UNCOUNTED ? null : measure[name],
  }));
  const lines = linesOf(document);
  return lines > LIMITS.lines.bound ? [{ name: 'lines', value: lines }, ...exceeded] : exceeded;
}

/** Points for looking into a document; what goes beyond the limits is not looked into any further. */
export function documentPoints({ fields, values }: DocumentMeasure): number {
  const parts = Math.min(fields, LIMITS.fields.bound) + Math.min(values, LIMITS.values.bound);
  return Math.floor(parts / COST.partsPerPoint);
}

/** Each error of a document says where it is, for which its lines are counted anew. */
function linesOf({ loc }: DocumentNode): number {
  let lines = 1;
  for (const _ of loc?.source.body.matchAll(/\r\n|[\n\r]/g) ?? []) lines += 1;
  return lines;
}
