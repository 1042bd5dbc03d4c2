import {
  type ConditionKind,
  type EligibilityRule,
  type LocalizedText,
  ours,
  type RuleParameter,
  stated,
  statedWith,
} from '@mandate-graph/domain';
import { unitId } from './ids.ts';
import { type Told, told } from './told.ts';

/** A condition with one parameter; the notice names no evidence for any of them. */
const condition = (
  key: string,
  kind: ConditionKind,
  label: LocalizedText,
  parameter: Pick<RuleParameter, 'name' | 'values'>,
  contentKnown = true,
): EligibilityRule => ({
  key,
  operator: 'CONDITION',
  label,
  condition: {
    kind,
    parameters: [{ ...parameter, quantity: null }],
    evidence: [],
    evidenceExclusive: false,
    contentKnown,
  },
  notes: [],
});

/** The footnote to the contract type: who may apply, and where the other conditions stand. */
export const participationConditions: Told<EligibilityRule> = told(
  stated([39, 41]),
  {
    key: 'participation',
    operator: 'ALL_OF',
    label: ours('Deelnemingsvoorwaarden', 'Conditions de participation', 'Participation conditions'),
    rules: [
      condition(
        'employer-gob',
        'EMPLOYER',
        ours(
          'Personeelslid van de Gewestelijke Overheidsdienst Brussel',
          'Membre du personnel du Service public régional de Bruxelles',
          'Member of staff of the Brussels Regional Public Service',
        ),
        { name: 'employer', values: [unitId.gob] },
      ),
      {
        key: 'employment-relation',
        operator: 'ANY_OF',
        label: ours(
          'Contractueel of statutair in dienst',
          'En service comme contractuel ou statutaire',
          'Employed under contract or as a statutory member of staff',
        ),
        rules: [
          condition(
            'contractual',
            'EMPLOYMENT_RELATION',
            ours('Contractueel personeelslid', 'Membre du personnel contractuel', 'Contractual member of staff'),
            { name: 'relation', values: ['CONTRACTUAL'] },
          ),
          condition(
            'statutory',
            'EMPLOYMENT_RELATION',
            ours('Statutair personeelslid', 'Membre du personnel statutaire', 'Statutory member of staff'),
            { name: 'relation', values: ['STATUTORY'] },
          ),
        ],
        notes: [],
      },
      condition(
        'service-note',
        'EXTERNAL_DOCUMENT',
        ours(
          'Voorwaarden uit de dienstnota, waarvan de inhoud niet bekend is',
          'Conditions de la note de service, dont le contenu n’est pas connu',
          'Conditions in the service note, whose content is not known',
        ),
        { name: 'document', values: ['SERVICE_NOTE'] },
        false,
      ),
    ],
    notes: [
      {
        kind: 'SCOPE',
        label: ours(
          'Geldt voor “deze procedures”, in het meervoud: de tekst zegt niet welke',
          'Vaut pour « ces procédures », au pluriel : le texte ne dit pas lesquelles',
          'Holds for “these procedures”, in the plural: the text does not say which',
        ),
      },
    ],
  },
  {
    'rules[0]': stated(39),
    'rules[1]': stated(39),
    'rules[2]': statedWith('The notice refers to the service note and does not reproduce it.', [40, 41]),
    'notes[0]': stated([39, 40]),
  },
);
