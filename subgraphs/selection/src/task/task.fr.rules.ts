import type { NotificationSent } from '@mandate-graph/domain';
import type { Asked, Said, TaskWords } from './task.words.rules.ts';

const REQUESTS: Readonly<Record<Asked, string>> = {
  CONTEST: 'Décidez si une personne candidate qui conteste une exclusion a raison.',
  FEEDBACK: 'Donnez à une personne candidate le feedback demandé par écrit.',
  COMPLAINT: 'Répondez à la plainte d’une personne candidate.',
};

const SENT: Readonly<Record<NotificationSent['about'], (said: Said) => string>> = {
  STEP: ({ candidates, step }) => `Envoyez ce qui a été conclu à l’étape « ${step} » : ${candidates}.`,
  RESULT: ({ candidates }) => `Envoyez le résultat : ${candidates}.`,
  DECISION: ({ candidates }) => `Envoyez la décision sur la désignation : ${candidates}.`,
};

export const FRENCH_TASKS: TaskWords = {
  candidates: (count) => (count === 1 ? '1 candidature' : `${count} candidatures`),
  steps: {
    ELIGIBILITY_SCREENING: 'examen des conditions',
    COMPUTER_ASSESSMENT: 'évaluation informatisée',
    ORAL_TEST: 'épreuve orale',
    INTERVIEW: 'entretien de sélection',
    RESULT: 'résultat',
    ADDITIONAL_INTERVIEW: 'entretien complémentaire',
    DECISION: 'décision',
  },
  tasks: {
    ANSWER_REQUEST: ({ request }) => REQUESTS[request!],
    START_SELECTION: () => 'Lancez la sélection : il n’est plus possible de postuler.',
    SCREEN_CANDIDATES: ({ candidates }) => `Décidez de la participation : ${candidates}.`,
    PLAN_SESSIONS: ({ candidates }) =>
      `Prévoyez une session de l’évaluation informatisée : aucune place n’est à choisir pour ${candidates}.`,
    BOOK_SESSION: () => 'Choisissez une session de l’évaluation informatisée.',
    RECORD_ATTENDANCE: ({ candidates }) => `Notez la présence à l’évaluation informatisée : ${candidates}.`,
    RECORD_ASSESSMENTS: ({ candidates }) => `Notez le résultat de l’évaluation informatisée : ${candidates}.`,
    COMPLETE_COMMITTEE: () =>
      'Complétez la commission : telle qu’elle est, elle ne peut entendre ou juger toutes les candidatures.',
    INVITE_TO_HEARING: ({ candidates, step }) => `Invitez à l’étape « ${step} » : ${candidates}.`,
    DECLARE_INTERESTS: ({ candidates }) => `Déclarez si quelque chose vous lie à ${candidates}.`,
    HOLD_HEARINGS: ({ candidates, step }) => `Tenez l’étape « ${step} » et notez-la : ${candidates}.`,
    SCORE_CANDIDATES: ({ candidates }) => `Donnez vos notes après l’audition : ${candidates}.`,
    CONCLUDE_CANDIDATES: ({ candidates }) =>
      `Notez ce que la commission conclut, toutes les notes étant données : ${candidates}.`,
    RANK_CANDIDATES: ({ candidates }) => `Notez le classement par la commission des personnes aptes : ${candidates}.`,
    CONCLUDE_STEP: ({ step }) => `Clôturez l’étape « ${step} » : plus personne n’y attend.`,
    SUBMIT_RESULT: () => 'Soumettez le résultat à l’instance compétente.',
    INTERVIEW_CANDIDATES: ({ candidates }) => `Tenez l’entretien complémentaire des personnes aptes : ${candidates}.`,
    DECIDE_APPOINTMENT: () => 'Décidez de la désignation.',
    ANSWER_APPOINTMENT: () => 'Le choix s’est porté sur vous : acceptez ou refusez la désignation.',
    RECORD_NO_ANSWER: () => 'Actez que le candidat choisi n’a pas répondu : le dernier jour pour le faire est passé.',
    PUBLISH_APPOINTMENT: () => 'Publiez qui est désigné.',
    SEND_OUTCOMES: (said) => SENT[said.about!](said),
  },
};
