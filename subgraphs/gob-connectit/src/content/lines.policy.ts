import { derived, type LineGroup, ours, stated } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { bodyId } from './ids.ts';
import { fromPost } from './lines.shape.ts';

/** "En/of": opinions go to the council, straight to the minister, or to both. */
const opinions: LineGroup = { key: 'opinions', operator: 'INCLUSIVE_OR' };

/** How the director-general prepares policy and carries it out. */
export const policyLines: readonly ContentItem<'line'>[] = [
  fromPost(
    'proposes-plans-to-directors-council',
    'PROPOSES_TO',
    bodyId.directorsCouncil,
    ours(
      'Stelt doelstellingen en plannen voor aan',
      'Propose des objectifs et des plans au',
      'Proposes objectives and plans to',
    ),
    stated([66, 70]),
    {
      topics: [
        ours(
          'Doelstellingen op korte en lange termijn',
          'Objectifs à court et à long terme',
          'Short-term and long-term objectives',
        ),
        ours('Plannen op korte en lange termijn', 'Plans à court et à long terme', 'Short-term and long-term plans'),
      ],
      sources: { topics: stated([66, 68]) },
    },
  ),
  fromPost(
    'advises-directors-council',
    'ADVISES',
    bodyId.directorsCouncil,
    ours('Brengt advies uit in', 'Rend des avis au sein du', 'Gives opinions in'),
    stated(114),
    { group: opinions },
  ),
  fromPost(
    'advises-minister-directly',
    'ADVISES',
    bodyId.ministers,
    ours('Geeft rechtstreeks advies aan', 'Conseille directement', 'Directly advises'),
    stated(114),
    { group: opinions },
  ),
  fromPost(
    'proposes-policy-changes-through-directors-council',
    'PROPOSES_TO',
    bodyId.ministers,
    ours(
      'Stelt via de directieraad bijsturing van het beleid voor aan',
      'Propose, via le conseil de direction, des adaptations de la politique au ou aux',
      'Proposes, through the directors’ council, changes of policy to',
    ),
    stated([120, 122]),
    {
      topics: [
        ours('Aanpassingen van het beleid', 'Adaptations de la politique', 'Adjustments of policy'),
        ours('Alternatieven', 'Alternatives', 'Alternatives'),
      ],
      via: bodyId.directorsCouncil,
      sources: {
        to: derived(
          'PROPOSALS_GO_TO_WHOEVER_DECIDES',
          [
            'lines 120-122: no addressee is printed',
            'lines 96-100: the proposals of this task let the ministers decide',
          ],
          [96, 100],
          [120, 122],
        ),
        topics: stated(122),
        via: stated(120),
      },
    },
  ),
  fromPost(
    'advises-ministers',
    'ADVISES',
    bodyId.ministers,
    ours('Geeft gemotiveerd advies aan', 'Rend des avis motivés au ou aux', 'Gives reasoned opinions to'),
    stated([96, 100]),
    {
      topics: [
        ours('Antwoorden op vragen', 'Réponses aux questions', 'Answers to questions'),
        ours('Gemotiveerde adviezen', 'Avis motivés', 'Reasoned opinions'),
      ],
      sources: { 'topics[0]': stated([96, 98]), 'topics[1]': stated(98) },
    },
  ),
  fromPost(
    'executes-policy-of-government',
    'EXECUTES_POLICY_OF',
    bodyId.government,
    ours('Voert het beleid uit van', 'Exécute la politique du', 'Carries out the policy of'),
    stated([53, 55]),
  ),
  fromPost(
    'executes-policy-of-supervising-ministers',
    'EXECUTES_POLICY_OF',
    bodyId.ministers,
    ours(
      'Voert de beleidsbeslissingen uit van',
      'Exécute les décisions politiques du ou des',
      'Carries out the policy decisions of',
    ),
    stated([127, 131]),
  ),
];
