import type { ApplicationProcedure } from '@mandate-graph/domain';
import type { SectionData } from '../../file/file.types.ts';

/** Of a notice that asks for sections in Dutch, and says nothing else. */
export const PROCEDURE: ApplicationProcedure = {
  channels: [],
  excludedChannels: [],
  actions: [],
  specificSectionsLanguage: 'nl',
  cvCountsAsExperience: null,
  currentJobEndsOn: null,
  editableUntilDeadline: null,
  revalidationAfterEdit: null,
  independent: null,
  snapshotAt: null,
};

/** Sections that fit the open tree, to be changed where a test is about something else. */
export const MANAGERIAL_SECTION: SectionData = {
  kind: 'MANAGERIAL',
  employer: 'Dienst Digitaal',
  functionTitle: 'Diensthoofd',
  setting: 'PUBLIC_SERVICE',
  domain: null,
  begin: '2015-03-01',
  end: '2021-02-28',
  description: 'Leiding van een dienst van veertig mensen.',
  language: 'nl',
};

export const USEFUL_SECTION: SectionData = {
  ...MANAGERIAL_SECTION,
  kind: 'USEFUL',
  functionTitle: 'Adviseur',
  setting: null,
  domain: 'HEALTH',
  begin: '2010-01-01',
  end: '2019-12-31',
};
