import type { StepKind } from '@mandate-graph/domain';
import { formatsOf } from '../eligibility/formats.rules.ts';
import { about, REMEDY, untilDay, vacancyOf } from './messages.nl.rules.ts';
import type { Moment, SelectionWords, ToldIn } from './messages.words.rules.ts';

const f = formatsOf('nl');

const STEPS: Readonly<Record<StepKind, string>> = {
  ELIGIBILITY_SCREENING: 'nazicht van de voorwaarden',
  COMPUTER_ASSESSMENT: 'computergestuurd assessment',
  ORAL_TEST: 'mondelinge test',
  INTERVIEW: 'selectiegesprek',
  RESULT: 'resultaat',
  ADDITIONAL_INTERVIEW: 'aanvullend onderhoud',
  DECISION: 'beslissing',
};
const stepOf = ({ facts }: ToldIn): string => {
  const name = STEPS[facts.step as StepKind];
  return name === undefined ? 'een stap' : `de stap “${name}”`;
};

const at = ({ day, time }: Moment): string => `op ${f.day(day)} om ${time} uur (Belgische tijd)`;
const sessionOf = (told: ToldIn): string =>
  `sessie van ${stepOf(told)} voor ${vacancyOf(told)}${told.startsAt === null ? '' : ` ${at(told.startsAt)}`}`;
const anotherOf = ({ until }: ToldIn): string =>
  until === null ? '' : ` U kunt een andere kiezen ${untilDay(until)}, zolang er plaatsen zijn.`;
const givenUpOf = ({ cancelAtLatest, cancelAsked }: ToldIn): string => {
  const asked = cancelAsked === null ? '' : `; gevraagd wordt het te doen ${untilDay(cancelAsked)}`;
  return cancelAtLatest === null ? '' : ` U kunt ze vrijgeven, ten laatste ${at(cancelAtLatest)}${asked}.`;
};

const PROGRESS = 'bij de voortgang van uw kandidatuur in uw account';
const letterOf = ({ facts }: ToldIn): string => (facts.byLetter === 'true' ? ' U krijgt hierover ook een brief.' : '');

/** The copies of all that a step can come to look the same. */
const outcome = (told: ToldIn) => ({
  subject: about('Uitslag van een stap', told),
  text: `De uitslag van ${stepOf(told)} voor ${vacancyOf(told)} is bekend. Ze staat met de redenen ${PROGRESS}.`,
});
const contested = (told: ToldIn) => ({
  subject: about('Beslissing over uw betwisting', told),
  text: `Over uw betwisting van de uitslag van ${stepOf(told)} voor ${vacancyOf(told)} is beslist. De redenen staan ${PROGRESS}.`,
});
const decision = (told: ToldIn) => ({
  subject: about('Beslissing over de aanstelling', told),
  text: `De bevoegde instantie heeft beslist over de aanstelling voor ${vacancyOf(told)}. De beslissing staat met de redenen ${PROGRESS}.`,
});

const contestOf = ({ until }: ToldIn): string =>
  `U kunt dit betwisten${until === null ? '' : ` ${untilDay(until)}`}: ${PROGRESS}, en met uw redenen. De instelling beslist.`;
const rightsOf = ({ until, facts }: ToldIn): string => {
  const when = until === null ? 'en tot wanneer' : untilDay(until);
  return `Daar staat ook wat u ertegen kunt doen ${when}.${facts.remedyStated === 'true' ? ` ${REMEDY}` : ''}`;
};
const lastDayOf = ({ facts }: ToldIn): string => (facts.until === undefined ? '' : ` tot en met ${f.day(facts.until)}`);

/** Messages and tasks of the selection in Dutch. */
export const DUTCH_SELECTION = {
  SELECTION_STARTED: (told) => ({
    subject: about('Selectie begonnen', told),
    text: `De selectie voor ${vacancyOf(told)} is begonnen. De stappen, en waar u staat, vindt u ${PROGRESS}.`,
  }),
  STEP_PASSED: (told) => ({ ...outcome(told), judgement: 'U bent geslaagd en gaat verder in de selectie.' }),
  STEP_EXEMPTED: (told) => ({
    ...outcome(told),
    judgement: `U bent vrijgesteld${lastDayOf(told)} en gaat verder in de selectie zonder deze stap af te leggen.`,
  }),
  STEP_INVITED: (told) => ({
    subject: about('Uitnodiging', told),
    text: `U wordt uitgenodigd voor ${stepOf(told)} van de selectie voor ${vacancyOf(told)}${told.startsAt === null ? '' : `, ${at(told.startsAt)}`}. Alles erover staat ${PROGRESS}.`,
  }),
  SESSION_BOOKED: (told) => ({
    subject: about('Plaats gereserveerd', told),
    text: `U hebt een plaats in de ${sessionOf(told)}.${givenUpOf(told)}`,
  }),
  SESSION_RELEASED: (told) => ({
    subject: about('Plaats vrijgegeven', told),
    text: `U hebt geen plaats meer in de ${sessionOf(told)}.${anotherOf(told)}`,
    ...(told.facts.until !== undefined && {
      judgement: `Een wachttijd na een eerdere test loopt${lastDayOf(told)}: de dag van de sessie valt erin.`,
    }),
  }),
  SESSION_CALLED_OFF: (told) => ({
    subject: about('Sessie geschrapt', told),
    text: `De ${sessionOf(told)} gaat niet door.${anotherOf(told)}`,
  }),
  EXCLUDED_BY_STEP: (told) => ({
    ...outcome(told),
    judgement: `U gaat niet verder in de selectie.${letterOf(told)}`,
    rights: rightsOf(told),
  }),
  EXCLUDED_NOT_REGISTERED: (told) => ({
    ...outcome(told),
    judgement: 'U had geen plaats toen de inschrijvingen eindigden: u gaat niet verder in de selectie.',
    rights: contestOf(told),
  }),
  EXCLUDED_ABSENT: (told) => ({
    ...outcome(told),
    judgement: 'U was niet aanwezig op uw sessie: u gaat niet verder in de selectie.',
    rights: contestOf(told),
  }),
  EXCLUDED_BARRED: (told) => ({
    ...outcome(told),
    judgement: `Een wachttijd na een eerdere test loopt${lastDayOf(told)}: u gaat niet verder in de selectie.`,
    rights: contestOf(told),
  }),
  EXCLUSION_CONTESTED: (told) => ({
    subject: about('Betwisting ontvangen', told),
    text: `Uw betwisting van de uitslag van ${stepOf(told)} voor ${vacancyOf(told)} is ontvangen. De instelling beslist; haar antwoord komt in uw account.`,
  }),
  EXCLUSION_LIFTED: (told) => ({
    ...contested(told),
    judgement: 'Uw betwisting is aanvaard: u neemt weer deel aan de selectie.',
  }),
  EXCLUSION_UPHELD: (told) => ({
    ...contested(told),
    judgement: 'Uw betwisting is afgewezen: u gaat niet verder in de selectie.',
    rights: rightsOf(told),
  }),
  RESULT_SENT: (told) => ({
    subject: about('Resultaat van de selectie', told),
    text: `Het resultaat van de selectie voor ${vacancyOf(told)} is bekend. Het staat met de redenen ${PROGRESS}.`,
    rights: rightsOf(told),
  }),
  SELECTED_FOR_APPOINTMENT: (told) => ({ ...decision(told), judgement: 'De keuze is op u gevallen.' }),
  NO_ANSWER_RECORDED: (told) => ({
    ...decision(told),
    judgement: 'De keuze was op u gevallen, en u hebt niet op tijd geantwoord: de instantie beslist opnieuw, zonder u.',
  }),
  APPOINTED: (told) => ({ ...decision(told), judgement: 'U bent aangesteld.' }),
  NOT_APPOINTED: (told) => ({
    ...decision(told),
    judgement: `U bent niet aangesteld.${letterOf(told)}`,
    rights: rightsOf(told),
  }),
  SELECTION_CANCELLED: (told) => ({
    subject: about('Selectie stopgezet', told),
    text: `De selectie voor ${vacancyOf(told)} is stopgezet, omdat de vacature is ingetrokken. U hoeft niets te doen.`,
  }),
  FEEDBACK_REQUESTED: (told) => ({
    subject: about('Vraag om feedback ontvangen', told),
    text: `Uw vraag om feedback over de selectie voor ${vacancyOf(told)} is ontvangen. Het antwoord komt in uw account.`,
  }),
  FEEDBACK_GIVEN: (told) => ({
    subject: about('Feedback', told),
    text: `Er is feedback voor u over de selectie voor ${vacancyOf(told)}. Ze staat ${PROGRESS}.`,
  }),
  COMPLAINT_FILED: (told) => ({
    subject: about('Klacht ontvangen', told),
    text: `Uw klacht over de selectie voor ${vacancyOf(told)} is ontvangen. Het antwoord komt in uw account.`,
  }),
  COMPLAINT_ANSWERED: (told) => ({
    subject: about('Antwoord op uw klacht', told),
    text: `Uw klacht over de selectie voor ${vacancyOf(told)} is beantwoord. Het antwoord staat ${PROGRESS}.`,
  }),
  BOOK_SESSION: (told) => ({
    subject: about('Kies een sessie', told),
    text: `Kies in uw account een sessie van ${stepOf(told)} voor ${vacancyOf(told)}.${told.until === null ? '' : ` Dat kan ${untilDay(told.until)}; daarna is het te laat.`}`,
  }),
  ANSWER_APPOINTMENT: (told) => ({
    subject: about('Uw antwoord wordt gevraagd', told),
    text: `De beslissing over de aanstelling voor ${vacancyOf(told)} vraagt een antwoord van u. Geef het in uw account${told.until === null ? '' : ` ${untilDay(told.until)}`}.`,
    rights: 'Zeg daar of u de aanstelling aanvaardt.',
  }),
} satisfies SelectionWords;
