import { derived, dutch, notStated, stated } from '@mandate-graph/domain';
import { copies, ksz, NOTICE, POSITION, twice, UNIT } from './ids.ts';

const administrator = ksz.position('administrateur-generaal', {
  notice: NOTICE,
  title: dutch('Administrateur-generaal', 'Administrateur général', 'Administrator-general'),
  function: 'ADMINISTRATOR_GENERAL',
  units: [UNIT.ksz],
  rank: null,
  managementTier: null,
  sources: { title: twice(28), function: twice(28), units: twice(114) },
});

const deputy = ksz.position('adjunct-administrateur-generaal', {
  notice: NOTICE,
  title: dutch('Adjunct-administrateur-generaal', 'Administrateur général adjoint', 'Deputy administrator-general'),
  function: 'DEPUTY_GENERAL_ADMINISTRATOR',
  units: [UNIT.ksz, UNIT.ehealth],
  rank: null,
  managementTier: null,
  sources: {
    title: stated(1, ...copies(28)),
    function: stated(1, ...copies(28)),
    units: derived('UNITS_THE_POST_WORKS_FOR', ['line 2', 'lines 20-28'], 2, ...copies(20, 28)),
  },
});

export const positions = [administrator, deputy];

/** The notice names nobody: for either post, held or vacant is unknown. */
const unknownHolder = (local: string, position: string) =>
  ksz.holder(local, {
    notice: NOTICE,
    position,
    status: 'UNKNOWN',
    languageRole: null,
    startsOn: null,
    endsOn: null,
    sources: {
      position: twice(28),
      status: notStated('The notice does not say whether or by whom the post is held.'),
    },
  });

export const holders = [
  unknownHolder('administrateur-generaal', POSITION.administrator),
  unknownHolder('adjunct-administrateur-generaal', POSITION.deputy),
];
