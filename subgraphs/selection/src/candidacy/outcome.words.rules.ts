import { type LocalizedText, ours } from '@mandate-graph/domain';
import type { StepResult } from './candidacy.state.rules.ts';

/** A contest is decided by a person (GDPR, article 22): nobody is out by a rule alone. */
const CONTEST = {
  nl: 'Dit volgt uit een regel. U kunt het betwisten; dan beslist een persoon.',
  fr: 'Cela découle d’une règle. Vous pouvez le contester ; une personne décide alors.',
  en: 'This follows from a rule. You can contest it; a person then decides.',
};
const contestable = (nl: string, fr: string, en: string): LocalizedText =>
  ours(`${nl} ${CONTEST.nl}`, `${fr} ${CONTEST.fr}`, `${en} ${CONTEST.en}`);

/** What a rule says that goes with an outcome, in our own words. */
const RULES: Readonly<Record<string, LocalizedText>> = {
  CONDITIONAL: ours(
    'Toegelaten onder voorbehoud: een voorwaarde moet nog worden aangetoond.',
    'Admis sous réserve : une condition doit encore être prouvée.',
    'Admitted with a reservation: a condition has yet to be proved.',
  ),
  EXEMPT_AFTER_PASS: ours(
    'Vrijgesteld: eerder geslaagd voor een assessment van hetzelfde of een hoger niveau, en die vrijstelling loopt nog.',
    'Dispense : une évaluation du même niveau ou d’un niveau supérieur a été réussie, et la dispense court encore.',
    'Exempt: an assessment of the same or a higher level was passed before, and the exemption still runs.',
  ),
  EXEMPT_HOLDER: ours(
    'Vrijgesteld als houder van een management- of staffunctie van hetzelfde of een hoger niveau.',
    'Dispense en tant que titulaire d’une fonction de management ou d’encadrement du même niveau ou d’un niveau supérieur.',
    'Exempt as the holder of a management or staff function of the same or a higher level.',
  ),
};

/** The same of what a rule brought about by itself. */
const RESULTS: Partial<Readonly<Record<StepResult, LocalizedText>>> = {
  NOT_REGISTERED: contestable(
    'Wie op het einde van de inschrijvingsperiode voor geen sessie is ingeschreven, gaat niet verder.',
    'Qui n’est inscrit à aucune session à la fin de la période d’inscription ne poursuit pas la procédure.',
    'Whoever is registered for no session when the registration period ends goes no further.',
  ),
  ABSENT: contestable(
    'Wie niet aanwezig is op de gekozen sessie, gaat niet verder.',
    'Qui est absent de la session choisie ne poursuit pas la procédure.',
    'Whoever is absent from the chosen session goes no further.',
  ),
  BARRED: contestable(
    'Na een niet geslaagd assessment loopt een wachttijd voor functies van hetzelfde of een hoger niveau.',
    'Après un échec à l’évaluation court un délai d’attente pour les fonctions du même niveau ou d’un niveau supérieur.',
    'After an assessment that was not passed, a waiting period runs for functions of the same or a higher level.',
  ),
};

/** Null: a person decided, and no rule goes with it. */
export const ruleTextOf = (rule: string | null, result: StepResult): LocalizedText | null =>
  RESULTS[result] ?? (rule === null ? null : (RULES[rule] ?? null));

export const REASONS_WITH_THE_DECISION: LocalizedText = ours(
  'De redenen staan bij de beslissing over de deelneming, bij de kandidatuur (Application.decisions).',
  'Les motifs figurent dans la décision sur la participation, auprès de la candidature (Application.decisions).',
  'The reasons stand with the decision on taking part, at the application (Application.decisions).',
);
