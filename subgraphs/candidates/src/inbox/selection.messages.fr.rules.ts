import type { StepKind } from '@mandate-graph/domain';
import { formatsOf } from '../eligibility/formats.rules.ts';
import { about, REMEDY, untilDay, vacancyOf } from './messages.fr.rules.ts';
import type { Moment, SelectionWords, ToldIn } from './messages.words.rules.ts';

const f = formatsOf('fr');

const STEPS: Readonly<Record<StepKind, string>> = {
  ELIGIBILITY_SCREENING: 'examen des conditions',
  COMPUTER_ASSESSMENT: 'évaluation informatisée',
  ORAL_TEST: 'épreuve orale',
  INTERVIEW: 'entretien de sélection',
  RESULT: 'résultat',
  ADDITIONAL_INTERVIEW: 'entretien complémentaire',
  DECISION: 'décision',
};
const stepOf = ({ facts }: ToldIn): string => {
  const name = STEPS[facts.step as StepKind];
  return name === undefined ? 'une étape' : `l’étape « ${name} »`;
};
/** After “de”, which is elided before the first of the two. */
const ofStep = (told: ToldIn): string => `de ${stepOf(told)}`.replace(/^de une/, 'd’une');

const at = ({ day, time }: Moment): string => `le ${f.day(day)} à ${time} (heure belge)`;
const sessionOf = (told: ToldIn): string =>
  `session ${ofStep(told)} pour ${vacancyOf(told)}${told.startsAt === null ? '' : ` ${at(told.startsAt)}`}`;
const anotherOf = ({ until }: ToldIn): string =>
  until === null ? '' : ` Vous pouvez en choisir une autre ${untilDay(until)}, tant qu’il reste des places.`;
const givenUpOf = ({ cancelAtLatest, cancelAsked }: ToldIn): string => {
  const asked = cancelAsked === null ? '' : ` ; il est demandé de le faire ${untilDay(cancelAsked)}`;
  return cancelAtLatest === null ? '' : ` Vous pouvez la libérer, au plus tard ${at(cancelAtLatest)}${asked}.`;
};

const PROGRESS = 'avec le suivi de votre candidature dans votre compte';
const letterOf = ({ facts }: ToldIn): string => (facts.byLetter === 'true' ? ' Une lettre vous l’apprend aussi.' : '');

/** The copies of all that a step can come to look the same. */
const outcome = (told: ToldIn) => ({
  subject: about('Résultat d’une étape', told),
  text: `Le résultat ${ofStep(told)} pour ${vacancyOf(told)} est connu. Il figure, motivé, ${PROGRESS}.`,
});
const contested = (told: ToldIn) => ({
  subject: about('Décision sur votre contestation', told),
  text: `Votre contestation du résultat ${ofStep(told)} pour ${vacancyOf(told)} est tranchée. Les raisons figurent ${PROGRESS}.`,
});
const decision = (told: ToldIn) => ({
  subject: about('Décision sur la désignation', told),
  text: `L’instance compétente a décidé de la désignation pour ${vacancyOf(told)}. La décision figure, motivée, ${PROGRESS}.`,
});

const contestOf = ({ until }: ToldIn): string =>
  `Vous pouvez le contester${until === null ? '' : ` ${untilDay(until)}`} : ${PROGRESS}, et avec vos raisons. L’institution décide.`;
const rightsOf = ({ until, facts }: ToldIn): string => {
  const when = until === null ? 'et jusqu’à quand' : untilDay(until);
  return `Vous y trouvez aussi ce que vous pouvez faire à son sujet ${when}.${facts.remedyStated === 'true' ? ` ${REMEDY}` : ''}`;
};
const lastDayOf = ({ facts }: ToldIn): string =>
  facts.until === undefined ? '' : ` jusqu’au ${f.day(facts.until)} inclus`;

/** Messages and tasks of the selection in French. */
export const FRENCH_SELECTION = {
  SELECTION_STARTED: (told) => ({
    subject: about('Sélection commencée', told),
    text: `La sélection pour ${vacancyOf(told)} a commencé. Ses étapes, et où vous en êtes, figurent ${PROGRESS}.`,
  }),
  STEP_PASSED: (told) => ({ ...outcome(told), judgement: 'Vous avez réussi et vous continuez la sélection.' }),
  STEP_EXEMPTED: (told) => ({
    ...outcome(told),
    judgement: `Vous avez une dispense${lastDayOf(told)} et vous continuez la sélection sans passer cette étape.`,
  }),
  STEP_INVITED: (told) => ({
    subject: about('Invitation', told),
    text: `Vous recevez une invitation à ${stepOf(told)} de la sélection pour ${vacancyOf(told)}${told.startsAt === null ? '' : `, ${at(told.startsAt)}`}. Tout à ce sujet figure ${PROGRESS}.`,
  }),
  SESSION_BOOKED: (told) => ({
    subject: about('Place réservée', told),
    text: `Vous avez une place dans la ${sessionOf(told)}.${givenUpOf(told)}`,
  }),
  SESSION_RELEASED: (told) => ({
    subject: about('Place libérée', told),
    text: `Vous n’avez plus de place dans la ${sessionOf(told)}.${anotherOf(told)}`,
    ...(told.facts.until !== undefined && {
      judgement: `Un délai d’attente après un test antérieur court${lastDayOf(told)} : le jour de la session en fait partie.`,
    }),
  }),
  SESSION_CALLED_OFF: (told) => ({
    subject: about('Session annulée', told),
    text: `La ${sessionOf(told)} n’a pas lieu.${anotherOf(told)}`,
  }),
  EXCLUDED_BY_STEP: (told) => ({
    ...outcome(told),
    judgement: `Vous ne continuez pas la sélection.${letterOf(told)}`,
    rights: rightsOf(told),
  }),
  EXCLUDED_NOT_REGISTERED: (told) => ({
    ...outcome(told),
    judgement: 'Vous n’aviez pas de place à la fin des inscriptions : vous ne continuez pas la sélection.',
    rights: contestOf(told),
  }),
  EXCLUDED_ABSENT: (told) => ({
    ...outcome(told),
    judgement: 'Votre place à la session est restée vide : vous ne continuez pas la sélection.',
    rights: contestOf(told),
  }),
  EXCLUDED_BARRED: (told) => ({
    ...outcome(told),
    judgement: `Un délai d’attente après un test antérieur court${lastDayOf(told)} : vous ne continuez pas la sélection.`,
    rights: contestOf(told),
  }),
  EXCLUSION_CONTESTED: (told) => ({
    subject: about('Contestation reçue', told),
    text: `Votre contestation du résultat ${ofStep(told)} pour ${vacancyOf(told)} est reçue. L’institution décide ; sa réponse viendra dans votre compte.`,
  }),
  EXCLUSION_LIFTED: (told) => ({
    ...contested(told),
    judgement: 'Votre contestation est acceptée : vous participez de nouveau à la sélection.',
  }),
  EXCLUSION_UPHELD: (told) => ({
    ...contested(told),
    judgement: 'Votre contestation est rejetée : vous ne continuez pas la sélection.',
    rights: rightsOf(told),
  }),
  RESULT_SENT: (told) => ({
    subject: about('Résultat de la sélection', told),
    text: `Le résultat de la sélection pour ${vacancyOf(told)} est connu. Il figure, motivé, ${PROGRESS}.`,
    rights: rightsOf(told),
  }),
  SELECTED_FOR_APPOINTMENT: (told) => ({ ...decision(told), judgement: 'Le choix s’est porté sur vous.' }),
  NO_ANSWER_RECORDED: (told) => ({
    ...decision(told),
    judgement:
      'Le choix s’était porté sur vous, et vous n’avez pas répondu à temps : l’instance décide à nouveau, sans vous.',
  }),
  APPOINTED: (told) => ({ ...decision(told), judgement: 'La désignation est pour vous.' }),
  NOT_APPOINTED: (told) => ({
    ...decision(told),
    judgement: `La désignation n’est pas pour vous.${letterOf(told)}`,
    rights: rightsOf(told),
  }),
  SELECTION_CANCELLED: (told) => ({
    subject: about('Sélection arrêtée', told),
    text: `La sélection pour ${vacancyOf(told)} est arrêtée, parce que l’emploi a été retiré. Vous n’avez rien à faire.`,
  }),
  FEEDBACK_REQUESTED: (told) => ({
    subject: about('Demande de feedback reçue', told),
    text: `Votre demande de feedback sur la sélection pour ${vacancyOf(told)} est reçue. La réponse viendra dans votre compte.`,
  }),
  FEEDBACK_GIVEN: (told) => ({
    subject: about('Feedback', told),
    text: `Il y a du feedback pour vous sur la sélection pour ${vacancyOf(told)}. Il figure ${PROGRESS}.`,
  }),
  COMPLAINT_FILED: (told) => ({
    subject: about('Plainte reçue', told),
    text: `Votre plainte sur la sélection pour ${vacancyOf(told)} est reçue. La réponse viendra dans votre compte.`,
  }),
  COMPLAINT_ANSWERED: (told) => ({
    subject: about('Réponse à votre plainte', told),
    text: `Votre plainte sur la sélection pour ${vacancyOf(told)} a reçu une réponse. Elle figure ${PROGRESS}.`,
  }),
  BOOK_SESSION: (told) => ({
    subject: about('Choisissez une session', told),
    text: `Choisissez dans votre compte une session ${ofStep(told)} pour ${vacancyOf(told)}.${told.until === null ? '' : ` C’est possible ${untilDay(told.until)} ; ensuite il est trop tard.`}`,
  }),
  ANSWER_APPOINTMENT: (told) => ({
    subject: about('Votre réponse est demandée', told),
    text: `La décision sur la désignation pour ${vacancyOf(told)} demande une réponse de votre part. Donnez-la dans votre compte${told.until === null ? '' : ` ${untilDay(told.until)}`}.`,
    rights: 'Dites-y si vous acceptez la désignation.',
  }),
} satisfies SelectionWords;
