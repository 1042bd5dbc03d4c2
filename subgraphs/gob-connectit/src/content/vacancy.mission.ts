import { type Passage, passage, stated } from '@mandate-graph/domain';
import { type Told, told } from './told.ts';

export const mission: Told<Passage> = told(
  stated(47),
  passage(
    'Leiding en coördinatie van alles wat het bestuur doet.',
    'Direction et coordination de l’ensemble des activités de l’administration.',
    'Leading and coordinating everything the administration does.',
  ),
);

export const aims: readonly Told<Passage>[] = [
  told(
    stated([49, 51]),
    passage(
      'Een relevante, doelmatige en samenhangende inbreng in de voorbereiding van het beleid',
      'Une contribution pertinente, efficace et cohérente à la préparation des politiques',
      'A relevant, efficient and coherent contribution to the preparation of policy',
    ),
  ),
  told(
    stated([53, 55]),
    passage(
      'Loyaal en correct uitvoeren wat de Brusselse regering beslist',
      'Exécuter loyalement et correctement ce que décide le Gouvernement bruxellois',
      'Loyal and correct execution of what the Brussels Government decides',
    ),
  ),
  told(
    stated([57, 59]),
    passage(
      'Kwaliteit voor drie soorten klanten: inwoners, andere overheidsdiensten en regering',
      'Un service de qualité à trois types de clients : habitants, autres services publics et Gouvernement',
      'Quality for three kinds of customers: inhabitants, other public services and the Government',
    ),
  ),
];
