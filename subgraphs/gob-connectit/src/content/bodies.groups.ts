import { dutch, type LocalizedText, ours, type Source, type Sources, stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { gob, notice, unitId } from './ids.ts';

/** Persons or organisations the notice names together; how many they are it leaves open. */
const group = (
  local: string,
  name: LocalizedText,
  source: Source,
  more: { readonly unit?: string; readonly aliases?: readonly string[]; readonly sources?: Sources } = {},
): ContentItem<'body'> =>
  gob.body(local, {
    kind: 'GROUP',
    name,
    aliases: more.aliases ?? [],
    unit: more.unit ?? null,
    competence: null,
    plural: true,
    notice,
    sources: { '': source, ...more.sources },
  });

export const groups: readonly ContentItem<'body'>[] = [
  group('own-services', ours('Eigen diensten', 'Services de l’administration', 'Own services'), stated(82), {
    unit: unitId.brusselsConnectIt,
    aliases: ['Eigen besturen/diensten'],
    sources: {
      name: stated(82, 104, 108, 135, 169, 195),
      'aliases[0]': statedWith('The text on policy execution sets administrations beside services.', 143, 149, 151),
    },
  }),
  group('direct-staff', dutch('Directe medewerkers', 'Collaborateurs directs', 'Direct staff'), stated(228, 393), {
    unit: unitId.brusselsConnectIt,
  }),
  group('higher-authorities', dutch('Hogere instanties', 'Instances supérieures', 'Higher authorities'), stated(159)),
  group(
    'competent-administrations',
    ours(
      'Bevoegde besturen en diensten',
      'Administrations et services compétents',
      'Competent administrations and services',
    ),
    stated(139),
  ),
  group(
    'other-administrations',
    dutch('Andere besturen', 'Autres administrations', 'Other administrations'),
    stated(242, 262),
  ),
  group(
    'regional-partners',
    dutch('Partners van het Gewest', 'Partenaires de la Région', 'Partners of the Region'),
    stated(262),
  ),
  group(
    'external-key-partners',
    dutch('Externe sleutelpartners', 'Partenaires clés externes', 'External key partners'),
    stated(264),
  ),
  group(
    'interest-group-representatives',
    dutch(
      'Vertegenwoordigers van belangengroeperingen',
      'Représentants de groupes d’intérêts',
      'Representatives of interest groups',
    ),
    stated([266, 268]),
  ),
  group(
    'public-events',
    dutch(
      'Nationale en internationale manifestaties',
      'Manifestations nationales et internationales',
      'National and international events',
    ),
    statedWith('The notice names the events, and not who takes part in them.', [269, 271]),
  ),
  group('citizens', dutch('Burgers', 'Citoyens', 'Citizens'), stated(273, 366)),
  group('inhabitants', dutch('Inwoners', 'Habitants', 'Inhabitants'), stated(57, 118), {
    aliases: ['Inwoners van Brussel'],
    sources: { 'aliases[0]': stated(118) },
  }),
  group(
    'other-public-services',
    dutch('Andere overheidsdiensten', 'Autres services publics', 'Other public services'),
    stated([57, 59]),
  ),
];
