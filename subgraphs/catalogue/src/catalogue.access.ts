import {
  type AccessTable,
  INSTITUTION_ACCESS,
  LOCALIZED_TEXT_ACCESS,
  mergeAccess,
  PAGE_INFO_ACCESS,
} from '@mandate-graph/runtime';

const LISTS: AccessTable = {
  Query: {
    PUBLIC: `body institution institutions limits organisationalUnit organisationalUnits position vacancies vacancy
      vacancyBySelectionCode`,
  },
  Vacancy: { PUBLIC: 'id' },
  OrganisationalUnit: { PUBLIC: 'id' },
  Position: { PUBLIC: 'id' },
  Body: { PUBLIC: 'id' },
  VacancyConnection: { PUBLIC: 'edges facets pageInfo totalCount' },
  VacancyEdge: { PUBLIC: 'cursor node relevance snippet snippetLanguage' },
  VacancyFacets: { PUBLIC: 'closingMonth contractType functionLevel institution languageRole rank status' },
  Limit: { PUBLIC: 'bound description name unit' },
  FacetCount: { PUBLIC: 'count value' },
  SnippetPart: { PUBLIC: 'match text' },
  OrganisationalUnitConnection: { PUBLIC: 'edges pageInfo totalCount' },
  OrganisationalUnitEdge: { PUBLIC: 'cursor node' },
};

/** The rule of every field: the catalogue holds only what institutions have made public. */
export const CATALOGUE_ACCESS: AccessTable = mergeAccess(
  LOCALIZED_TEXT_ACCESS,
  INSTITUTION_ACCESS,
  PAGE_INFO_ACCESS,
  LISTS,
);
