import { derived, ours, stated } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { bodyId, unitId } from './ids.ts';
import { fromPost, line } from './lines.shape.ts';

const partOf = ours('Maakt deel uit van', 'Fait partie de', 'Is part of');

const directorateOf = (local: string, directorate: string): ContentItem<'line'> =>
  line(
    `${local}-part-of-brussels-connectit`,
    { kind: 'PART_OF', from: directorate, to: unitId.brusselsConnectIt },
    partOf,
    stated([277, 279]),
  );

/** What belongs to what, and who is at the head of it. */
export const structureLines: readonly ContentItem<'line'>[] = [
  fromPost('leads-brussels-connectit', 'LEADS', unitId.brusselsConnectIt, ours('Leidt', 'Dirige', 'Leads'), stated(47)),
  fromPost(
    'coordinates-brussels-connectit',
    'COORDINATES',
    unitId.brusselsConnectIt,
    ours('Coördineert alle activiteiten van', 'Coordonne toutes les activités de', 'Coordinates all activities of'),
    stated(47),
  ),
  fromPost(
    'member-of-directors-council',
    'MEMBER_OF',
    bodyId.directorsCouncil,
    ours('Is lid van', 'Est membre du', 'Is a member of'),
    stated(165),
    {
      topics: [
        ours('Algemene organisatie van de GOB', 'Organisation générale du SPRB', 'General organisation of the GOB'),
        ours('Actieve deelname', 'Participation active', 'Active participation'),
        ours('Steun aan voorstellen', 'Appui aux propositions', 'Support for proposals'),
      ],
      sources: { 'topics[0]': stated(165), 'topics[1]': stated(175), 'topics[2]': stated([175, 177]) },
    },
  ),
  line(
    'brussels-connectit-part-of-gob',
    { kind: 'PART_OF', from: unitId.brusselsConnectIt, to: unitId.gob },
    ours('Maakt deel uit van', 'Fait partie du', 'Is part of'),
    derived(
      'ADMINISTRATION_OF_THE_RECRUITING_PUBLIC_SERVICE',
      ['line 15: an administration', 'line 39: staff of the public service', 'lines 165-171: its general organisation'],
      15,
      39,
      [165, 171],
    ),
  ),
  directorateOf('itco', unitId.itco),
  directorateOf('sspit', unitId.sspIt),
  directorateOf('easy-brussels', unitId.easyBrussels),
  directorateOf('sap-competence-center', unitId.sapCompetenceCenter),
  directorateOf('connectmemory', unitId.connectMemory),
];
