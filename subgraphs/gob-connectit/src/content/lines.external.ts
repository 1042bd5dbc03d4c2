import { ours, stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { bodyId } from './ids.ts';
import { fromPost } from './lines.shape.ts';

const relations = ours('Onderhoudt relaties met', 'Entretient des relations avec', 'Maintains relations with');
const serves = ours(
  'Levert kwaliteitsvolle dienstverlening aan',
  'Assure un service de qualité pour',
  'Provides quality service to',
);

/** Lines out of the administration: representation, relations and those it works for. */
export const externalLines: readonly ContentItem<'line'>[] = [
  fromPost(
    'represents-ministers',
    'REPRESENTS',
    bodyId.publicEvents,
    ours(
      'Vertegenwoordigt de minister(s) op',
      'Représente le ou les ministres lors de',
      'Represents the minister(s) at',
    ),
    stated([269, 271]),
    {
      onBehalfOf: [bodyId.ministers],
      topics: [
        ours('Nationale manifestaties', 'Manifestations nationales', 'National events'),
        ours('Internationale manifestaties', 'Manifestations internationales', 'International events'),
      ],
      sources: { onBehalfOf: stated(269) },
    },
  ),
  fromPost(
    'relations-with-other-administrations',
    'MAINTAINS_RELATIONS_WITH',
    bodyId.otherAdministrations,
    relations,
    statedWith('A network of relations.', 262),
  ),
  fromPost(
    'relations-with-regional-partners',
    'MAINTAINS_RELATIONS_WITH',
    bodyId.regionalPartners,
    relations,
    statedWith('A network of relations.', 262),
  ),
  fromPost(
    'relations-with-external-key-partners',
    'MAINTAINS_RELATIONS_WITH',
    bodyId.keyPartners,
    ours(
      'Onderhoudt persoonlijke contacten met',
      'Entretient des contacts personnels avec',
      'Keeps personal contact with',
    ),
    stated(264),
  ),
  fromPost(
    'relations-with-interest-groups',
    'MAINTAINS_RELATIONS_WITH',
    bodyId.interestGroups,
    ours('Ontmoet of raadpleegt', 'Rencontre ou consulte', 'Meets or consults'),
    stated([266, 268]),
  ),
  fromPost(
    'communicates-to-citizens',
    'COMMUNICATES_TO',
    bodyId.citizens,
    ours('Communiceert met', 'Communique avec', 'Communicates with'),
    stated(273),
    {
      topics: [
        ours(
          'Communicatieacties opzetten en coördineren',
          'Lancer et coordonner des actions de communication',
          'Starting and coordinating communication campaigns',
        ),
      ],
    },
  ),
  fromPost('serves-inhabitants', 'SERVES', bodyId.inhabitants, serves, stated(57)),
  fromPost('serves-other-public-services', 'SERVES', bodyId.otherPublicServices, serves, stated([57, 59])),
  fromPost('serves-government', 'SERVES', bodyId.government, serves, stated([57, 59])),
];
