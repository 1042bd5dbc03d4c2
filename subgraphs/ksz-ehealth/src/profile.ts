import { type InstitutionProfile, readEntry } from '@mandate-graph/institution';
import { content } from './content/index.ts';
import { rules } from './rules.ts';

export const profile: InstitutionProfile = { entry: readEntry(import.meta.url), rules, content };
