import { dutch, passage } from '@mandate-graph/domain';
import { twice } from './ids.ts';
import { context } from './responsibility.ts';
import { entry } from './sources.ts';

export const organisation = context(
  'within-the-organisation',
  [
    dutch(
      'Interne relaties binnen de organisatie',
      'Relations internes au sein de l’organisation',
      'Internal relations within the organisation',
    ),
    27,
    41,
  ],
  [
    passage(
      'Zes doelstellingen, in het spoor en ter ondersteuning van de administrateur-generaal.',
      'Six objectifs, dans le sillage et en soutien de l’administrateur général.',
      'Six objectives, following and supporting the administrator-general.',
    ),
    twice(29),
  ],
  [
    entry(
      passage(
        'De beheerscomités op de hoogte houden van budget, bestuursplan, programma’s en projecten.',
        'Tenir les comités de gestion informés du budget, du plan d’administration, des programmes et des projets.',
        'Keep the boards informed of budget, management plan, programmes and projects.',
      ),
      twice(31),
    ),
    entry(
      passage(
        'De beheerscomités vooraf aanreiken wat zij voor hun bevoegdheden nodig hebben.',
        'Fournir d’avance aux comités de gestion ce dont ils ont besoin pour exercer leurs compétences.',
        'Give the boards in advance what they need to exercise their powers.',
      ),
      twice(33),
    ),
    entry(
      passage(
        'Beide instellingen vertegenwoordigen in het netwerk van de sociale zekerheid en de gezondheidszorg.',
        'Représenter les deux institutions dans le réseau de la sécurité sociale et des soins de santé.',
        'Represent both institutions in the network of social security and health care.',
      ),
      twice(35),
    ),
    entry(
      passage(
        'Visie en strategie ontwikkelen voor de opdrachten van de instellingen en voor eGovernmentoplossingen.',
        'Élaborer une vision et des stratégies pour les missions des institutions et pour les solutions d’eGovernment.',
        'Develop a vision and strategies for the institutions’ missions and for eGovernment solutions.',
      ),
      twice(37),
    ),
    entry(
      passage(
        'Met sociale partners en zorgactoren een visie ontwikkelen die het landschap volgt.',
        'Élaborer avec les partenaires sociaux et les acteurs des soins une vision qui suit l’évolution du paysage.',
        'Develop with social partners and care actors a vision that follows the landscape.',
      ),
      twice(39),
    ),
    entry(
      passage(
        'Toezien op informaticaveiligheid, informaticaprocessen en de normen voor gegevensuitwisseling.',
        'Veiller à la sécurité et aux processus informatiques et aux normes d’échange de données.',
        'Oversee IT security, IT processes and the standards for data exchange.',
      ),
      twice(41),
    ),
  ],
);
