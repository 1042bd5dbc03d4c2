import { derived, dutch, passage } from '@mandate-graph/domain';
import { copies, twice } from './ids.ts';
import { context } from './responsibility.ts';
import { entry, type Part, sourcesOf, valuesOf } from './sources.ts';
import { organisation } from './vacancy.responsibilities.internal.ts';

const federal = context(
  'within-the-federal-government',
  [
    dutch(
      'Interne relaties binnen de federale overheid',
      'Relations internes au sein de l’administration fédérale',
      'Internal relations within the federal government',
    ),
    43,
    58,
  ],
  [
    passage(
      'Onderhandelen, samenwerken, rapporteren en overleggen binnen de federale overheid.',
      'Négocier, collaborer, faire rapport et se concerter au sein de l’administration fédérale.',
      'Negotiate, cooperate, report and consult within the federal government.',
    ),
    derived('SUMMARY_OF_THE_ITEMS', ['responsibilities[1].activities'], ...copies(43, 58)),
  ],
  [
    entry(
      passage(
        'Bestuursovereenkomsten met de Regering onderhandelen en over de uitvoering verslag uitbrengen.',
        'Négocier les contrats d’administration avec le Gouvernement et faire rapport sur leur exécution.',
        'Negotiate the management agreements with the Government and report on their execution.',
      ),
      twice(45),
    ),
    entry(
      passage(
        'Samenwerken met de leidende ambtenaren van andere instellingen van de sectoren.',
        'Collaborer avec les fonctionnaires dirigeants d’autres institutions des secteurs.',
        'Cooperate with the leading officials of other institutions of the sectors.',
      ),
      twice(47),
    ),
    entry(
      passage(
        'Rapporteren aan het coördinatiecomité bij de KSZ en aan het gebruikersoverleg van het platform.',
        'Faire rapport au comité de coordination de la BCSS et au comité de concertation avec les utilisateurs de la plate-forme.',
        'Report to the coordination committee at the CBSS and to the platform’s user consultation committee.',
      ),
      twice(49),
    ),
    entry(
      passage(
        'Beide instellingen in coördinatie-instanties vertegenwoordigen.',
        'Représenter les deux institutions dans les instances de coordination.',
        'Represent both institutions in coordination bodies.',
      ),
      twice(51),
    ),
    entry(
      passage(
        'Het actieplan eGezondheid strategisch coördineren en opvolgen, met verslag aan de instanties die het aanwijst.',
        'Coordonner et suivre stratégiquement le plan d’action eSanté, et faire rapport aux instances qu’il désigne.',
        'Coordinate and monitor the eHealth action plan strategically, with reports to the bodies it names.',
      ),
      twice(53),
    ),
    entry(
      passage(
        'Overleggen en onderhandelen met drie ministers, onder wie de voogdijminister.',
        'Se concerter et négocier avec trois ministres, dont le ministre de tutelle.',
        'Consult and negotiate with three ministers, the supervising minister among them.',
      ),
      twice(55, 58),
    ),
  ],
);

const external = context(
  'external',
  [
    dutch(
      'Externe relaties bij de federale overheid',
      'Relations externes auprès de l’administration fédérale',
      'External relations of the federal government',
    ),
    59,
    73,
  ],
  [
    passage(
      'Vertegenwoordigen, samenwerken, bemiddelen en overleggen buiten de eigen instellingen.',
      'Représenter, collaborer, servir d’intermédiaire et se concerter en dehors des institutions elles-mêmes.',
      'Represent, cooperate, mediate and consult outside the institutions themselves.',
    ),
    derived('SUMMARY_OF_THE_ITEMS', ['responsibilities[2].activities'], ...copies(59, 73)),
  ],
  [
    entry(
      passage(
        'Beide instellingen inzake eGovernment vertegenwoordigen bij deelgebieden, internationale en privé-instellingen.',
        'Représenter les deux institutions en matière d’eGovernment auprès des entités fédérées, d’institutions internationales et d’organismes privés.',
        'Represent both institutions on eGovernment in relations with the federated entities and international and private institutions.',
      ),
      twice(61),
    ),
    entry(
      passage(
        'Samenwerken met directie en contactpersonen van andere sectoractoren.',
        'Collaborer avec la direction et les personnes de contact d’autres acteurs des secteurs.',
        'Cooperate with the management and contact persons of other actors in the sectors.',
      ),
      twice(63),
    ),
    entry(
      passage(
        'Tussenpersoon en netwerkmanager zijn voor de stakeholders van het actieplan eGezondheid, binnen zijn kader en governance.',
        'Être intermédiaire et gestionnaire de réseau pour les parties prenantes du plan d’action eSanté, dans son cadre et sa gouvernance.',
        'Be intermediary and network manager for the stakeholders of the eHealth action plan, within its framework and governance.',
      ),
      twice(65),
    ),
    entry(
      passage(
        'Overleggen en onderhandelen met het College van de instellingen, het Rekenhof en werkgroepen.',
        'Se concerter et négocier avec le Collège des institutions, la Cour des comptes et des groupes de travail.',
        'Consult and negotiate with the College of the institutions, the Court of Audit and working groups.',
      ),
      twice(69, 73),
    ),
  ],
);

const contexts = [organisation, federal, external];

/** The duties of the function's context: 6 + 6 + 4; the fifth external item is a value, not a duty. */
export const responsibilities: Part<'responsibilities'> = {
  fields: { responsibilities: valuesOf(contexts) },
  sources: { responsibilities: twice(27, 73), ...sourcesOf('responsibilities', contexts) },
};
