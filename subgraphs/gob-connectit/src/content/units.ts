import { derived, dutch, SILENT_UNIT, stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { gob, notice, unitId } from './ids.ts';
import { directorates } from './units.directorates.ts';

const publicService = gob.unit('gob', {
  ...SILENT_UNIT,
  notice,
  kind: 'PUBLIC_SERVICE',
  name: dutch(
    'Gewestelijke Overheidsdienst Brussel',
    'Service public régional de Bruxelles',
    'Brussels Regional Public Service',
  ),
  abbreviation: 'GOB',
  aliases: ['GOB', 'Brusselse Gewestelijke Openbare Dienst'],
  sources: {
    kind: statedWith('The kind is in the name.', 39),
    name: stated(39),
    abbreviation: stated(165, 185),
    aliases: stated(165, 185, [291, 293]),
    'aliases[0]': stated(165, 185),
    'aliases[1]': statedWith('A third form of the name, in the text on the helpdesk.', [291, 293]),
  },
});

const brusselsConnectIt = gob.unit('brussels-connectit', {
  ...SILENT_UNIT,
  notice,
  kind: 'ADMINISTRATION',
  name: dutch('Brussel ConnectIT', 'Bruxelles ConnectIT', 'Brussels ConnectIT'),
  abbreviation: null,
  aliases: [],
  parent: unitId.gob,
  statedSubUnits: 5,
  sources: {
    kind: statedWith('The label says that the value of line 33 is an administration (bestuur).', 15),
    name: stated(33, 277),
    parent: derived(
      'ADMINISTRATION_OF_THE_RECRUITING_PUBLIC_SERVICE',
      ['line 15: an administration', 'line 39: staff of the public service', 'lines 165-171: its general organisation'],
      15,
      39,
      [165, 171],
    ),
    statedSubUnits: stated(277),
  },
});

export const units: readonly ContentItem<'unit'>[] = [publicService, brusselsConnectIt, ...directorates];
