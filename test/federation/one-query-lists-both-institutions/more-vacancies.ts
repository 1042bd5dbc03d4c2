import type { VacancyState } from '@mandate-graph/domain';
import { type ContentItem, type InstitutionProfile, institutionSubgraph } from '@mandate-graph/institution';
import { profile as gob } from '../../../subgraphs/gob-connectit/src/profile.ts';
import { profile as ksz } from '../../../subgraphs/ksz-ehealth/src/profile.ts';

/** The institutions of the graph, each with `more` vacancies like its own that close after all real ones. */
export const withMoreVacancies = (more: number) =>
  [gob, ksz].map((profile) => institutionSubgraph(grown(profile, more)));

/** The long parts are left out: they cost time to index, and lists do not show them. */
const SHORT = {
  aims: [],
  values: [],
  responsibilities: [],
  resultAreas: [],
  competences: [],
  rights: [],
  equalOpportunities: [],
  remarks: [],
  links: [],
} satisfies Partial<VacancyState>;

function grown(profile: InstitutionProfile, more: number): InstitutionProfile {
  const own = profile.content.find((item) => item.kind === 'vacancy') as ContentItem<'vacancy'>;
  const others = Array.from({ length: more }, (_, index): ContentItem<'vacancy'> => {
    const applicationDeadline = { date: closingDay(index), timeOfDay: null };
    return { ...own, id: `${own.id}-${index + 1}`, state: { ...own.state, ...SHORT, applicationDeadline } };
  });
  return { ...profile, content: [...profile.content, ...others] };
}

/** Several close on the same day, so that the order needs the id as well. */
const closingDay = (index: number): string => `2025-11-${10 + (index % 7)}`;
