import { type BodyState, derived, dutch, stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { groups } from './bodies.groups.ts';
import { gob, notice, unitId } from './ids.ts';

const single = { aliases: [], unit: null, competence: null, plural: false, notice } satisfies Partial<BodyState>;

const directorsCouncil = gob.body('directors-council', {
  ...single,
  kind: 'DIRECTORS_COUNCIL',
  name: dutch('Directieraad', 'Conseil de direction', 'Directors’ Council'),
  unit: unitId.gob,
  sources: {
    '': stated(165),
    name: stated(68, 114, 120, 165, 175, 399),
    unit: derived('COUNCIL_OF_THE_ORGANISATION_IT_RUNS', ['line 165: its members organise the GOB'], 165),
  },
});

const government = gob.body('government', {
  ...single,
  kind: 'GOVERNMENT',
  name: dutch(
    'Regering van het Brussels Hoofdstedelijk Gewest',
    'Gouvernement de la Région de Bruxelles-Capitale',
    'Government of the Brussels-Capital Region',
  ),
  aliases: ['Regering'],
  sources: {
    '': stated([53, 55]),
    name: statedWith('Printed with "Hoofdstedelijke", which is corrected here.', [53, 55]),
    'aliases[0]': stated(59, 472),
  },
});

const region = gob.body('brussels-capital-region', {
  ...single,
  kind: 'TERRITORY',
  name: dutch('Brussels Hoofdstedelijk Gewest', 'Région de Bruxelles-Capitale', 'Brussels-Capital Region'),
  aliases: ['Gewest'],
  sources: {
    '': stated(55),
    name: statedWith('Printed with "Hoofdstedelijke" and with "Brusselse", which are corrected here.', 55, 307),
    'aliases[0]': stated(262, 366),
  },
});

const ministers = gob.body('supervising-ministers', {
  ...single,
  kind: 'MINISTER',
  name: dutch('Voogdijminister(s)', 'Ministre(s) de tutelle', 'Supervising minister(s)'),
  aliases: ['Minister(s)', 'voogdij minister(s)'],
  plural: true,
  sources: {
    '': stated(129),
    'aliases[0]': stated(98, 135, 141, 269),
    'aliases[1]': statedWith('In two words.', 153),
    plural: statedWith(
      'The plural stands between brackets; line 114 has one minister. No number or name is given.',
      98,
      129,
    ),
  },
});

const selectionCommittee = gob.body('selection-committee', {
  ...single,
  kind: 'SELECTION_COMMITTEE',
  name: dutch('Selectiecommissie', 'Commission de sélection', 'Selection committee'),
  sources: { '': stated(464) },
});

export const bodies: readonly ContentItem<'body'>[] = [
  directorsCouncil,
  government,
  region,
  ministers,
  selectionCommittee,
  ...groups,
];
