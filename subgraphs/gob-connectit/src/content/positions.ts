import { derived, dutch, stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { gob, notice, unitId } from './ids.ts';

/** The notice names the two posts only as those the director-general reports to (line 112). */
const postOfTheService = {
  units: [unitId.gob],
  rank: null,
  managementTier: null,
  notice,
  sources: {
    title: stated(112),
    function: stated(112),
    units: derived(
      'REPORTING_LINE_WITHIN_THE_PUBLIC_SERVICE',
      [
        'line 112: the director-general reports to the post',
        'lines 165-171: the director-general works within the GOB',
      ],
      112,
      [165, 171],
    ),
  },
} as const;

const directorGeneral = gob.position('director-general', {
  title: dutch('Directeur-generaal', 'Directeur général', 'Director-General'),
  function: 'DIRECTOR_GENERAL',
  units: [unitId.brusselsConnectIt],
  rank: 'A5',
  managementTier: null,
  notice,
  sources: {
    title: statedWith('Without "tijdelijk", which belongs to the mandate and not to the post.', 25),
    function: stated(25),
    units: statedWith('Label in line 15.', 33),
    rank: stated(1),
  },
});

const secretaryGeneral = gob.position('secretary-general', {
  ...postOfTheService,
  title: dutch('Secretaris-generaal', 'Secrétaire général', 'Secretary-General'),
  function: 'SECRETARY_GENERAL',
});

const deputySecretaryGeneral = gob.position('deputy-secretary-general', {
  ...postOfTheService,
  title: dutch('Adjunct-secretaris-generaal', 'Secrétaire général adjoint', 'Deputy Secretary-General'),
  function: 'DEPUTY_SECRETARY_GENERAL',
});

export const positions: readonly ContentItem<'position'>[] = [
  directorGeneral,
  secretaryGeneral,
  deputySecretaryGeneral,
];
