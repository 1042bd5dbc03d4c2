import { derived, type LineGroup, ours, stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { bodyId, positionId } from './ids.ts';
import { fromPost } from './lines.shape.ts';

/** "En/of": the director-general reports to one of the two, or to both. */
const reporting: LineGroup = { key: 'reporting', operator: 'INCLUSIVE_OR' };

/** Whom the director-general answers to, and for what. */
export const reportingLines: readonly ContentItem<'line'>[] = [
  fromPost(
    'reports-to-secretary-general',
    'REPORTS_TO',
    positionId.secretaryGeneral,
    ours('Rapporteert aan', 'Fait rapport au', 'Reports to'),
    stated(112),
    { group: reporting },
  ),
  fromPost(
    'reports-to-deputy-secretary-general',
    'REPORTS_TO',
    positionId.deputySecretaryGeneral,
    ours('Rapporteert aan', 'Fait rapport au', 'Reports to'),
    stated(112),
    { group: reporting },
  ),
  fromPost(
    'reports-activity-to-higher-authorities',
    'REPORTS_TO',
    bodyId.higherAuthorities,
    ours(
      'Stelt activiteitenverslagen op voor',
      'Établit des rapports d’activité pour',
      'Draws up activity reports for',
    ),
    statedWith('A report on activities, and not a place in the hierarchy.', 159),
    {
      matter: ours('Activiteiten van het bestuur', 'Activités de l’administration', 'Activities of the administration'),
    },
  ),
  fromPost(
    'accountable-to-supervising-ministers',
    'ACCOUNTABLE_TO',
    bodyId.ministers,
    ours('Legt verantwoording af aan', 'Rend compte au ou aux', 'Is accountable to'),
    derived(
      'ACCOUNTABLE_TO_WHOEVER_SUPERVISES',
      ['lines 127-131: executes what the supervising ministers decide', 'line 153: submits the files to them'],
      [127, 131],
      153,
    ),
  ),
  fromPost(
    'submits-files-to-supervising-ministers',
    'SUBMITS_FILES_TO',
    bodyId.ministers,
    ours('Legt dossiers voor aan', 'Soumet les dossiers au ou aux', 'Submits files to'),
    stated(153),
  ),
];
