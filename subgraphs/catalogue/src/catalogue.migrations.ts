import { CONSUMER_TABLE, FEED_PROBLEM_TABLE, sqlMigration } from '@mandate-graph/persistence';
import { PARTY_TABLE } from './party/party.tables.ts';
import { FRAGMENT_TABLE, SEARCH_FUNCTIONS } from './search/search.tables.ts';
import { SUBJECT_TABLE, SUBJECT_VERSION_TABLE } from './subject/subject.tables.ts';
import { VACANCY_TABLE } from './vacancy/vacancy.tables.ts';

export const CATALOGUE_MIGRATIONS = [
  sqlMigration('CatalogueTables1764000000001', [
    ...SEARCH_FUNCTIONS,
    ...SUBJECT_TABLE,
    ...VACANCY_TABLE,
    ...PARTY_TABLE,
    ...FRAGMENT_TABLE,
    ...CONSUMER_TABLE,
  ]),
  sqlMigration('CatalogueVersions1764000000002', SUBJECT_VERSION_TABLE),
  sqlMigration('CatalogueFeedProblems1764000000003', FEED_PROBLEM_TABLE),
];
