import {
  type ConditionKind,
  type EligibilityRule,
  type LocalizedText,
  ours,
  type RuleNote,
  type RuleParameter,
  type Sources,
  stated,
  statedWith,
} from '@mandate-graph/domain';
import { type Part, under } from './sources.ts';

/** A condition for appointment; the notice names no evidence for any of them. */
const condition = (
  key: string,
  kind: ConditionKind,
  label: LocalizedText,
  parameters: readonly RuleParameter[] = [],
  notes: readonly RuleNote[] = [],
): EligibilityRule => ({
  key,
  operator: 'CONDITION',
  label,
  condition: { kind, parameters, evidence: [], evidenceExclusive: false, contentKnown: true },
  notes,
});

const rules = [
  condition(
    'nationality',
    'NATIONALITY',
    ours(
      'Belg, burger van de Europese Economische Ruimte of van Zwitserland',
      'Belge, citoyen de l’Espace économique européen ou de la Suisse',
      'Belgian, or citizen of the European Economic Area or of Switzerland',
    ),
    [{ name: 'nationality', values: ['BE', 'EEA', 'CH'], quantity: null }],
    [
      {
        kind: 'EQUIVALENCE',
        label: ours(
          'Met burgers van de EER gelijkgestelde personen, onder bepaalde voorwaarden.',
          'Les personnes assimilées aux citoyens de l’EEE, sous certaines conditions.',
          'Persons treated as equivalent to citizens of the EEA, under certain conditions.',
        ),
      },
    ],
  ),
  condition(
    'civil-and-political-rights',
    'CIVIL_AND_POLITICAL_RIGHTS',
    ours(
      'De burgerlijke en politieke rechten bezitten',
      'Jouir des droits civils et politiques',
      'Enjoy civil and political rights',
    ),
  ),
  condition(
    'conduct',
    'CONDUCT',
    ours(
      'Gedrag dat past bij de beoogde betrekking',
      'Conduite conforme à l’emploi visé',
      'Conduct that fits the post',
    ),
  ),
  condition(
    'no-conflict-of-interest',
    'NO_CONFLICT_OF_INTEREST',
    ours('Geen persoonlijk belangenconflict', 'Aucun conflit d’intérêts personnel', 'No personal conflict of interest'),
  ),
  condition(
    'not-dismissed',
    'NOT_DISMISSED',
    ours(
      'Niet ontslagen om dringende reden of ambtshalve, noch tuchtrechtelijk afgezet in de aanwervende federale dienst',
      'Ni licencié pour motif grave ou d’office, ni révoqué par voie disciplinaire dans le service fédéral recruteur',
      'Neither dismissed for urgent cause or ex officio, nor removed after disciplinary procedure in the hiring federal service',
    ),
    [
      {
        name: 'ground',
        values: ['URGENT_CAUSE', 'EX_OFFICIO', 'REMOVAL_AFTER_DISCIPLINARY_PROCEDURE'],
        quantity: null,
      },
      { name: 'service', values: ['HIRING_FEDERAL_SERVICE'], quantity: null },
      { name: 'lookBack', values: ['DISMISSAL_DECISION', 'FINAL_DISCIPLINARY_RULING'], quantity: 'P3Y' },
    ],
    [
      {
        kind: 'LOOK_BACK',
        label: ours(
          'Drie jaar vanaf de ontslagbeslissing of de definitieve tuchtuitspraak.',
          'Trois ans à compter de la décision de licenciement ou de la décision disciplinaire définitive.',
          'Three years from the dismissal decision or the final disciplinary ruling.',
        ),
      },
    ],
  ),
];

const rule: EligibilityRule = {
  key: 'appointment',
  operator: 'ALL_OF',
  label: ours('Aanstellingsvoorwaarden', 'Conditions d’affectation', 'Appointment conditions'),
  rules,
  notes: [
    {
      kind: 'SCOPE',
      label: ours(
        'Voor wie geslaagd is, te vervullen op de dag van de aanstelling.',
        'Pour les lauréats, à remplir à la date d’affectation.',
        'For those who passed, to be met on the day of appointment.',
      ),
    },
  ],
};

/** The first of the five lines that print one condition each, in the order of the rules. */
const FIRST_LINE = 313;

const sources: Sources = {
  '': stated([312, 317]),
  'notes[0]': stated(312),
  ...Object.fromEntries(rules.map((_, index) => [`rules[${index}]`, stated(FIRST_LINE + index)])),
  'rules[4].notes[0]': statedWith('the sentence counts from three years after the decision; read as looking back', 317),
};

/** What must hold on the day of appointment, apart from the conditions for taking part. */
export const appointment: Part<'appointmentConditions'> = {
  fields: { appointmentConditions: rule },
  sources: under('appointmentConditions', sources),
};
