import fs from 'node:fs';
import type { InstitutionEntry } from '@mandate-graph/domain';
import type { InstitutionContent } from './content/content.ts';
import type { InstitutionRules } from './institution.rules.ts';

/** All that a new institution adds. */
export interface InstitutionProfile {
  readonly entry: InstitutionEntry;
  readonly rules: InstitutionRules;
  /** Loaded at first start, unless CONTENT is none. */
  readonly content: InstitutionContent;
}

/** Reads `institution.json`, which stands beside the `src` and `dist` folders of an institution's package. */
export const readEntry = (moduleUrl: string): InstitutionEntry =>
  JSON.parse(fs.readFileSync(new URL('../institution.json', moduleUrl), 'utf8')) as InstitutionEntry;
