import type { ContentItem } from '@mandate-graph/institution';
import { externalLines } from './lines.external.ts';
import { internalLines } from './lines.internal.ts';
import { policyLines } from './lines.policy.ts';
import { reportingLines } from './lines.reporting.ts';
import { structureLines } from './lines.structure.ts';

export const lines: readonly ContentItem<'line'>[] = [
  ...structureLines,
  ...reportingLines,
  ...policyLines,
  ...internalLines,
  ...externalLines,
];
