import type { Competence } from '@mandate-graph/domain';
import type { Told } from './told.ts';
import { behavioural } from './vacancy.competences.behavioural.ts';
import { technical } from './vacancy.competences.technical.ts';

export const competences: readonly Told<Competence>[] = [...technical, ...behavioural];
