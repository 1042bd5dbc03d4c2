import { dutch } from '@mandate-graph/domain';
import { responsibility, text } from './vacancy.responsibilities.shape.ts';

export const teams = responsibility(
  'teams-and-internal-communication',
  {
    line: 212,
    text: dutch(
      'Beheer van teams en interne communicatie',
      'Gestion des équipes et communication interne',
      'Team management and internal communication',
    ),
  },
  text(
    [214, 218],
    'Het personeelsbeleid in de praktijk brengen, zodat er altijd bekwame en gemotiveerde teams zijn voor het werk van het bestuur',
    'Diriger et coordonner la mise en œuvre de la politique des ressources humaines, pour que l’administration dispose toujours d’équipes compétentes et motivées',
    'Directing and coordinating human-resources policy, so that the administration always has able and motivated teams',
  ),
  [
    text(
      222,
      'Bepalen hoeveel en welk personeel nodig is',
      'Déterminer les besoins en personnel, en nombre et en qualité',
      'Determining the staff needed, in number and in quality',
    ),
    text(
      224,
      'Middelen over de diensten verdelen',
      'Répartir les moyens entre les services',
      'Allocating resources to the services',
    ),
    text(
      226,
      'Samenwerking in teams blijven aanmoedigen',
      'Encourager en permanence le travail d’équipe',
      'Encouraging teamwork at all times',
    ),
    text(
      [228, 230],
      'Directe medewerkers doelen geven, hun resultaten volgen, geregeld opbouwende feedback geven en hen steunen',
      'Fixer les objectifs de ses collaborateurs directs, suivre leurs réalisations, leur donner un retour régulier et constructif et les soutenir',
      'Setting objectives for direct staff, following their results, giving regular constructive feedback and support',
    ),
    text(
      [232, 234],
      'Opleidingsnoden laten vaststellen en passende programma’s laten uitvoeren',
      'Veiller à l’identification des besoins de formation et à la mise en œuvre de programmes adaptés',
      'Seeing that training needs are identified and suitable programmes are run',
    ),
    text(
      [236, 238],
      'Toezien op de naleving van interne procedures en regels',
      'Veiller au respect des procédures et des règles internes',
      'Seeing that internal procedures and rules are followed',
    ),
    text(
      [240, 242],
      'Informatie doelmatig laten stromen: neerwaarts, opwaarts en naar andere besturen',
      'Instaurer des procédures pour une bonne circulation de l’information : descendante, ascendante et vers d’autres administrations',
      'Setting up procedures for an efficient flow of information: downwards, upwards and to other administrations',
    ),
    text(
      244,
      'Toezien op de naleving van de communicatieafspraken',
      'Veiller au respect des procédures de communication',
      'Seeing that communication procedures are followed',
    ),
    text(
      [246, 248],
      'Persoonlijke problemen en conflicten opvolgen, oplossingen aanreiken en beslissen waar het moet',
      'Suivre les problèmes et conflits individuels, proposer des solutions et décider lorsqu’il le faut',
      'Following individual problems and conflicts, proposing solutions and deciding where needed',
    ),
  ],
);

export const relations = responsibility(
  'external-relations',
  {
    line: 252,
    text: dutch(
      'Communicatie en externe relaties',
      'Communication et relations extérieures',
      'Communication and external relations',
    ),
  },
  text(
    [254, 258],
    'Binnen de opdracht van het bestuur relaties onderhouden en de communicatie naar buiten bepalen, voor een vlotte informatiestroom en blijvend goed contact',
    'Entretenir, dans le cadre de la mission de l’administration, les relations et définir la communication avec l’extérieur, pour une bonne circulation de l’information et de bons contacts',
    'Maintaining relations within the administration’s remit and shaping communication with the outside world, for a good flow of information and lasting good contact',
  ),
  [
    text(
      262,
      'Een netwerk met andere besturen en gewestelijke partners',
      'Un réseau avec d’autres administrations et des partenaires de la Région',
      'A network with other administrations and partners of the Region',
    ),
    text(
      264,
      'Persoonlijk contact met belangrijke partners buiten de organisatie',
      'Des contacts personnels avec les partenaires clés externes',
      'Personal contact with key partners outside the organisation',
    ),
    text(
      [266, 268],
      'Vertegenwoordigers van belangengroeperingen zien of inschakelen',
      'Rencontrer les représentants des groupes d’intérêts ou faire appel à eux',
      'Meeting or calling on representatives of interest groups',
    ),
    text(
      [269, 271],
      'Namens de minister(s) aanwezig zijn op manifestaties in binnen- en buitenland',
      'Représenter le ou les ministres lors de manifestations nationales et internationales',
      'Representing the minister(s) at national and international events',
    ),
    text(
      273,
      'Communicatie met de burgers opzetten en coördineren',
      'Lancer et coordonner la communication vers les citoyens',
      'Starting and coordinating communication with citizens',
    ),
  ],
);
