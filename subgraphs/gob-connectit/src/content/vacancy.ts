import { stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { gob, notice } from './ids.ts';
import { sourcesAt, sourcesOf, valuesOf } from './told.ts';
import { competences } from './vacancy.competences.ts';
import { participationConditions } from './vacancy.conditions.ts';
import { header } from './vacancy.header.ts';
import { aims, mission } from './vacancy.mission.ts';
import { responsibilities } from './vacancy.responsibilities.ts';
import { steps } from './vacancy.steps.ts';

export const vacancies: readonly ContentItem<'vacancy'>[] = [
  gob.vacancy('a5-ad-interim-2025', {
    ...header.value,
    mission: mission.value,
    aims: valuesOf(aims),
    responsibilities: valuesOf(responsibilities),
    competences: valuesOf(competences),
    participationConditions: participationConditions.value,
    announcedSteps: valuesOf(steps),
    publication: 'PUBLISHED',
    historical: true,
    notice,
    sources: {
      ...header.sources,
      ...sourcesAt('mission', mission),
      aims: stated([49, 59]),
      ...sourcesOf('aims', aims),
      responsibilities: statedWith(
        'Six numbered headings; the activities are examples by the notice’s own word.',
        [62, 273],
      ),
      ...sourcesOf('responsibilities', responsibilities),
      competences: stated([322, 431]),
      ...sourcesOf('competences', competences),
      ...sourcesAt('participationConditions', participationConditions),
      announcedSteps: stated([437, 474]),
      ...sourcesOf('announcedSteps', steps),
    },
  }),
];
