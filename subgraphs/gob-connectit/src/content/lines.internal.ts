import { ours, stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { bodyId } from './ids.ts';
import { fromPost } from './lines.shape.ts';

/** Lines into the administration: what is passed on, decided and delegated there. */
export const internalLines: readonly ContentItem<'line'>[] = [
  fromPost(
    'informs-own-services',
    'INFORMS',
    bodyId.ownServices,
    ours('Informeert', 'Informe', 'Informs'),
    stated([135, 137]),
    {
      topics: [
        ours('Beleid van de minister(s)', 'Politique du ou des ministres', 'Policy of the minister(s)'),
        ours('Vragen van de minister(s)', 'Demandes du ou des ministres', 'Questions of the minister(s)'),
      ],
      sources: { 'topics[0]': stated(135), 'topics[1]': stated([135, 137]) },
    },
  ),
  fromPost(
    'forwards-to-competent-administrations',
    'FORWARDS_TO',
    bodyId.competentAdministrations,
    ours(
      'Geeft dossiers en instructies door aan',
      'Transmet les dossiers et les instructions aux',
      'Passes files and instructions on to',
    ),
    stated([139, 141]),
    {
      topics: [
        ours('Dossiers van de minister(s)', 'Dossiers du ou des ministres', 'Files of the minister(s)'),
        ours('Instructies van de minister(s)', 'Instructions du ou des ministres', 'Instructions of the minister(s)'),
        ours('Eigen richtlijnen en opmerkingen', 'Ses propres directives et remarques', 'Own guidelines and comments'),
      ],
      sources: { 'topics[2]': stated(141) },
    },
  ),
  fromPost(
    'arbitrates-between-own-services',
    'ARBITRATES_BETWEEN',
    bodyId.ownServices,
    ours('Arbitreert tussen', 'Arbitre entre', 'Arbitrates between'),
    statedWith('Between administrations as well as services, as printed.', 151),
    {
      condition: {
        operator: 'ALL_OF',
        circumstances: [ours('Wanneer het nodig is', 'Lorsque c’est nécessaire', 'When it is needed')],
      },
    },
  ),
  fromPost(
    'delegates-powers-to-own-services',
    'DELEGATES_POWERS_TO',
    bodyId.ownServices,
    ours('Delegeert volmachten aan', 'Délègue des pouvoirs aux', 'Delegates powers to'),
    stated([195, 197]),
    {
      topics: [
        ours('Verantwoordelijkheden', 'Responsabilités', 'Responsibilities'),
        ours('Bijhorende volmachten', 'Pouvoirs correspondants', 'Powers that go with them'),
      ],
    },
  ),
  fromPost(
    'supervises-direct-staff',
    'SUPERVISES',
    bodyId.directStaff,
    ours('Begeleidt', 'Encadre', 'Supervises'),
    stated([228, 230]),
    {
      topics: [
        ours('Doelstellingen', 'Objectifs', 'Objectives'),
        ours('Opvolging van de resultaten', 'Suivi des réalisations', 'Follow-up of results'),
        ours('Feedback', 'Retour d’information', 'Feedback'),
        ours('Ondersteuning', 'Soutien', 'Support'),
      ],
      sources: {
        'topics[0]': stated(228),
        'topics[1]': stated(228),
        'topics[2]': stated([228, 230]),
        'topics[3]': stated(230),
      },
    },
  ),
];
