import { dutch, passage, statedWith } from '@mandate-graph/domain';
import { told } from './told.ts';
import { responsibility, text } from './vacancy.responsibilities.shape.ts';

export const execution = responsibility(
  'policy-execution',
  {
    line: 126,
    text: dutch(
      'Uitvoering van de beleidsinitiatieven',
      'Exécution des initiatives politiques',
      'Execution of policy initiatives',
    ),
  },
  text(
    [127, 131],
    'Sturing van en toezicht op de uitvoering van wat de voogdijminister(s) beslissen: snel, doelmatig en in alle diensten op dezelfde lijn',
    'Diriger, coordonner et contrôler l’exécution de ce que décident le ou les ministres de tutelle : rapide, efficace et cohérente entre les services',
    'Directing, coordinating and checking the execution of what the supervising minister(s) decide: fast, efficient and coherent across the services',
  ),
  [
    text(
      [135, 137],
      'De diensten inlichten over beleid en vragen van de minister(s)',
      'Informer les services de la politique et des demandes du ou des ministres',
      'Telling the services about the policy and the questions of the minister(s)',
    ),
    text(
      [139, 141],
      'Ministeriële dossiers en instructies, aangevuld met eigen aanwijzingen, bezorgen aan wie bevoegd is',
      'Transmettre aux administrations et services compétents les dossiers et instructions du ou des ministres, avec ses propres directives',
      'Passing the files and instructions of the minister(s) on to the competent services, with guidelines of one’s own',
    ),
    text(
      [143, 145],
      'Behandelde dossiers nazien en goedkeuren, raad geven en zo nodig laten aanpassen',
      'Contrôler et approuver les dossiers traités, conseiller et demander au besoin des modifications',
      'Checking and approving the files handled, giving advice and asking for changes where needed',
    ),
    told(
      statedWith('Printed as decisions of the ministries ("ministeries").', [147, 149]),
      passage(
        'Ervoor zorgen dat de diensten ministeriële beslissingen loyaal uitvoeren',
        'Veiller à l’exécution loyale des décisions ministérielles par les services',
        'Seeing that the services carry out ministerial decisions loyally',
      ),
    ),
    text(
      151,
      'Zo nodig knopen doorhakken tussen de eigen besturen en diensten',
      'Arbitrer au besoin entre ses administrations et services',
      'Arbitrating between one’s own administrations and services where needed',
    ),
    text(
      153,
      'Dossiers voorleggen aan de voogdijminister(s)',
      'Soumettre les dossiers au ou aux ministres de tutelle',
      'Submitting files to the supervising minister(s)',
    ),
    text(
      [155, 157],
      'De gevolgen van het beleid laten evalueren en wijzigingen of alternatieven aanreiken',
      'Faire évaluer les effets des politiques et proposer des changements ou des alternatives',
      'Having the effects of policy evaluated and proposing changes or alternatives',
    ),
    text(
      159,
      'Activiteitenverslagen schrijven voor hogere instanties',
      'Établir des rapports d’activité pour les instances supérieures',
      'Writing activity reports for higher authorities',
    ),
  ],
);

export const organisation = responsibility(
  'organisation-of-activities',
  {
    line: 163,
    text: dutch(
      'Organisatie, beheer en coördinatie van de activiteiten',
      'Organisation, gestion et coordination des activités',
      'Organisation, management and coordination of activities',
    ),
  },
  text(
    [165, 171],
    'Vanuit de directieraad de GOB mee organiseren, en het werk van het eigen bestuur zo regelen en opvolgen dat opdrachten snel, doelmatig en samenhangend worden uitgevoerd',
    'Participer, comme membre du conseil de direction, à l’organisation générale du SPRB, et organiser, coordonner et contrôler l’administration pour que ses missions soient exécutées de façon rapide, efficace et cohérente',
    'Taking part, as a member of the directors’ council, in the general organisation of the GOB, and organising, coordinating and checking the administration so that its tasks are carried out fast, efficiently and coherently',
  ),
  [
    text(
      [175, 177],
      'Actief meewerken in de directieraad en er voorstellen steunen',
      'Participer activement au conseil de direction et y appuyer les propositions',
      'Taking an active part in the directors’ council and supporting proposals there',
    ),
    text(
      [179, 181],
      'Adviseren over passende structuren, systemen voor opvolging en actieplannen',
      'Conseiller sur des structures, des systèmes de suivi et des plans d’action adéquats',
      'Advising on suitable structures, follow-up systems and action plans',
    ),
    text(
      [183, 185],
      'Projecten die de GOB doelmatiger maken aanbevelen of zelf op zich nemen',
      'Recommander ou prendre en charge des projets qui rendent le SPRB plus efficace',
      'Recommending or taking on projects that make the GOB more efficient',
    ),
    text(
      [187, 189],
      'Structuren, processen en procedures invoeren die het werk vraagt',
      'Mettre en place les structures, processus et procédures nécessaires aux activités',
      'Putting in place the structures, processes and procedures that the work needs',
    ),
    text(
      [191, 193],
      'Begrotingen voor personeel, uitrusting en werking voorstellen en bewaken, en middelen over de diensten verdelen',
      'Proposer et contrôler les budgets de personnel, d’équipement et de fonctionnement, et répartir les moyens entre les services',
      'Proposing and checking the budgets for staff, equipment and operation, and allocating resources to the services',
    ),
    text(
      [195, 197],
      'Vastleggen waarvoor elke dienst instaat en de volmachten daartoe delegeren',
      'Définir les responsabilités de ses services et déléguer les pouvoirs correspondants',
      'Laying down what each service is responsible for and delegating the powers that go with it',
    ),
    text(
      [198, 202],
      'De voortgang van strategische en operationele plannen geregeld meten, onder meer met boordtabellen',
      'Suivre régulièrement l’avancement des plans stratégiques et opérationnels, notamment par des tableaux de bord',
      'Following the progress of strategic and operational plans regularly, among other things with dashboards',
    ),
    text(
      [204, 208],
      'Verbeterprojecten voor de werking van het bestuur starten of eraan meewerken, de invoering coördineren en de juiste contactpersonen betrekken',
      'Lancer des projets d’amélioration du fonctionnement ou y participer, en coordonner la mise en œuvre et y associer les bons interlocuteurs',
      'Starting or joining projects that improve how the administration works, coordinating their introduction and involving the right contacts',
    ),
  ],
);
