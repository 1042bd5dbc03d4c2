import type { NotificationSent } from '@mandate-graph/domain';
import type { Asked, Said, TaskWords } from './task.words.rules.ts';

const REQUESTS: Readonly<Record<Asked, string>> = {
  CONTEST: 'Beslis of een kandidaat die een uitsluiting betwist, gelijk heeft.',
  FEEDBACK: 'Geef een kandidaat de feedback die schriftelijk is gevraagd.',
  COMPLAINT: 'Antwoord op de klacht van een kandidaat.',
};

const SENT: Readonly<Record<NotificationSent['about'], (said: Said) => string>> = {
  STEP: ({ candidates, step }) => `Verstuur de uitkomst van ${step} aan ${candidates}.`,
  RESULT: ({ candidates }) => `Verstuur het resultaat aan ${candidates}.`,
  DECISION: ({ candidates }) => `Verstuur de beslissing over de aanstelling aan ${candidates}.`,
};

export const DUTCH_TASKS: TaskWords = {
  candidates: (count) => (count === 1 ? '1 kandidaat' : `${count} kandidaten`),
  steps: {
    ELIGIBILITY_SCREENING: 'het nazicht van de voorwaarden',
    COMPUTER_ASSESSMENT: 'het computergestuurd assessment',
    ORAL_TEST: 'de mondelinge test',
    INTERVIEW: 'het selectiegesprek',
    RESULT: 'het resultaat',
    ADDITIONAL_INTERVIEW: 'het aanvullend onderhoud',
    DECISION: 'de beslissing',
  },
  tasks: {
    ANSWER_REQUEST: ({ request }) => REQUESTS[request!],
    START_SELECTION: () => 'Start de selectie: solliciteren kan niet meer.',
    SCREEN_CANDIDATES: ({ candidates }) => `Beslis over de deelname van ${candidates}.`,
    PLAN_SESSIONS: ({ candidates }) =>
      `Plan een sessie van het computergestuurd assessment: voor ${candidates} is er geen plaats te kiezen.`,
    BOOK_SESSION: () => 'Kies een sessie van het computergestuurd assessment.',
    RECORD_ATTENDANCE: ({ candidates }) =>
      `Noteer de aanwezigheid op het computergestuurd assessment van ${candidates}.`,
    RECORD_ASSESSMENTS: ({ candidates }) =>
      `Noteer het resultaat van het computergestuurd assessment van ${candidates}.`,
    COMPLETE_COMMITTEE: () => 'Vul de commissie aan: zoals ze nu is, kan ze niet elke kandidaat horen of beoordelen.',
    INVITE_TO_HEARING: ({ candidates, step }) => `Nodig ${candidates} uit voor ${step}.`,
    DECLARE_INTERESTS: ({ candidates }) => `Verklaar of iets u bindt aan ${candidates}.`,
    HOLD_HEARINGS: ({ candidates, step }) => `Houd ${step} van ${candidates}, en noteer dat.`,
    SCORE_CANDIDATES: ({ candidates }) => `Geef cijfers aan ${candidates} die u hebt gehoord.`,
    CONCLUDE_CANDIDATES: ({ candidates }) =>
      `Noteer wat de commissie besluit over ${candidates}: alle cijfers zijn binnen.`,
    RANK_CANDIDATES: ({ candidates }) => `Noteer hoe de commissie ${candidates} rangschikt die geschikt zijn.`,
    CONCLUDE_STEP: ({ step }) => `Sluit ${step} af: niemand wacht er nog.`,
    SUBMIT_RESULT: () => 'Leg het resultaat voor aan de bevoegde instantie.',
    INTERVIEW_CANDIDATES: ({ candidates }) => `Houd het aanvullend onderhoud met ${candidates}.`,
    DECIDE_APPOINTMENT: () => 'Beslis over de aanstelling.',
    ANSWER_APPOINTMENT: () => 'U bent gekozen: aanvaard of weiger de aanstelling.',
    RECORD_NO_ANSWER: () =>
      'Leg vast dat de gekozen kandidaat niet heeft geantwoord: de laatste dag ervoor is voorbij.',
    PUBLISH_APPOINTMENT: () => 'Maak bekend wie is aangesteld.',
    SEND_OUTCOMES: (said) => SENT[said.about!](said),
  },
};
