import type { StepKind } from '@mandate-graph/domain';
import { formatsOf } from '../eligibility/formats.rules.ts';
import { about, REMEDY, untilDay, vacancyOf } from './messages.en.rules.ts';
import type { Moment, SelectionWords, ToldIn } from './messages.words.rules.ts';

const f = formatsOf('en');

const STEPS: Readonly<Record<StepKind, string>> = {
  ELIGIBILITY_SCREENING: 'check of the conditions',
  COMPUTER_ASSESSMENT: 'computer assessment',
  ORAL_TEST: 'oral test',
  INTERVIEW: 'selection interview',
  RESULT: 'result',
  ADDITIONAL_INTERVIEW: 'additional interview',
  DECISION: 'decision',
};
const stepOf = ({ facts }: ToldIn): string => {
  const name = STEPS[facts.step as StepKind];
  return name === undefined ? 'a step' : `the step “${name}”`;
};

const at = ({ day, time }: Moment): string => `on ${f.day(day)} at ${time} (Belgian time)`;
const sessionOf = (told: ToldIn): string =>
  `session of ${stepOf(told)} for ${vacancyOf(told)}${told.startsAt === null ? '' : ` ${at(told.startsAt)}`}`;
const anotherOf = ({ until }: ToldIn): string =>
  until === null ? '' : ` You can choose another one ${untilDay(until)}, as long as seats are left.`;
const givenUpOf = ({ cancelAtLatest, cancelAsked }: ToldIn): string => {
  const asked = cancelAsked === null ? '' : `, and you are asked to do it ${untilDay(cancelAsked)}`;
  return cancelAtLatest === null ? '' : ` You can give it up, at the latest ${at(cancelAtLatest)}${asked}.`;
};

const PROGRESS = 'with the progress of your application in your account';
const letterOf = ({ facts }: ToldIn): string => (facts.byLetter === 'true' ? ' You are told by letter as well.' : '');

/** The copies of all that a step can come to look the same. */
const outcome = (told: ToldIn) => ({
  subject: about('Outcome of a step', told),
  text: `The outcome of ${stepOf(told)} for ${vacancyOf(told)} is known. It stands, with its reasons, ${PROGRESS}.`,
});
const contested = (told: ToldIn) => ({
  subject: about('Decision on your contest', told),
  text: `Your contest of the outcome of ${stepOf(told)} for ${vacancyOf(told)} is decided on. The reasons stand ${PROGRESS}.`,
});
const decision = (told: ToldIn) => ({
  subject: about('Decision on the appointment', told),
  text: `The competent authority has decided on the appointment for ${vacancyOf(told)}. The decision stands, with its reasons, ${PROGRESS}.`,
});

const contestOf = ({ until }: ToldIn): string =>
  `You can contest this${until === null ? '' : ` ${untilDay(until)}`}: ${PROGRESS}, and with your reasons. The institution decides.`;
const rightsOf = ({ until, facts }: ToldIn): string => {
  const when = until === null ? 'and until when' : untilDay(until);
  return `There you also find what you can do about it ${when}.${facts.remedyStated === 'true' ? ` ${REMEDY}` : ''}`;
};
const lastDayOf = ({ facts }: ToldIn): string =>
  facts.until === undefined ? '' : ` up to and including ${f.day(facts.until)}`;

/** Messages and tasks of the selection in English. */
export const ENGLISH_SELECTION = {
  SELECTION_STARTED: (told) => ({
    subject: about('Selection started', told),
    text: `The selection for ${vacancyOf(told)} has started. Its steps, and where you stand, are shown ${PROGRESS}.`,
  }),
  STEP_PASSED: (told) => ({ ...outcome(told), judgement: 'You have passed, and go on in the selection.' }),
  STEP_EXEMPTED: (told) => ({
    ...outcome(told),
    judgement: `You are exempt${lastDayOf(told)}, and go on in the selection without taking this step.`,
  }),
  STEP_INVITED: (told) => ({
    subject: about('Invitation', told),
    text: `You are invited to ${stepOf(told)} of the selection for ${vacancyOf(told)}${told.startsAt === null ? '' : `, ${at(told.startsAt)}`}. All about it stands ${PROGRESS}.`,
  }),
  SESSION_BOOKED: (told) => ({
    subject: about('Seat reserved', told),
    text: `You have a seat in the ${sessionOf(told)}.${givenUpOf(told)}`,
  }),
  SESSION_RELEASED: (told) => ({
    subject: about('Seat given up', told),
    text: `You no longer have a seat in the ${sessionOf(told)}.${anotherOf(told)}`,
    ...(told.facts.until !== undefined && {
      judgement: `A waiting period after an earlier test runs${lastDayOf(told)}: the day of the session falls within it.`,
    }),
  }),
  SESSION_CALLED_OFF: (told) => ({
    subject: about('Session called off', told),
    text: `The ${sessionOf(told)} does not take place.${anotherOf(told)}`,
  }),
  EXCLUDED_BY_STEP: (told) => ({
    ...outcome(told),
    judgement: `You do not go on in the selection.${letterOf(told)}`,
    rights: rightsOf(told),
  }),
  EXCLUDED_NOT_REGISTERED: (told) => ({
    ...outcome(told),
    judgement: 'You had no seat when registration ended: you do not go on in the selection.',
    rights: contestOf(told),
  }),
  EXCLUDED_ABSENT: (told) => ({
    ...outcome(told),
    judgement: 'You were not there at your session: you do not go on in the selection.',
    rights: contestOf(told),
  }),
  EXCLUDED_BARRED: (told) => ({
    ...outcome(told),
    judgement: `A waiting period after an earlier test runs${lastDayOf(told)}: you do not go on in the selection.`,
    rights: contestOf(told),
  }),
  EXCLUSION_CONTESTED: (told) => ({
    subject: about('Contest received', told),
    text: `Your contest of the outcome of ${stepOf(told)} for ${vacancyOf(told)} is received. The institution decides; its answer will come into your account.`,
  }),
  EXCLUSION_LIFTED: (told) => ({
    ...contested(told),
    judgement: 'Your contest is accepted: you take part in the selection again.',
  }),
  EXCLUSION_UPHELD: (told) => ({
    ...contested(told),
    judgement: 'Your contest is rejected: you do not go on in the selection.',
    rights: rightsOf(told),
  }),
  RESULT_SENT: (told) => ({
    subject: about('Result of the selection', told),
    text: `The result of the selection for ${vacancyOf(told)} is known. It stands, with its reasons, ${PROGRESS}.`,
    rights: rightsOf(told),
  }),
  SELECTED_FOR_APPOINTMENT: (told) => ({ ...decision(told), judgement: 'You have been chosen.' }),
  NO_ANSWER_RECORDED: (told) => ({
    ...decision(told),
    judgement: 'You had been chosen, and gave no answer in time: the authority decides again, without you.',
  }),
  APPOINTED: (told) => ({ ...decision(told), judgement: 'You are appointed.' }),
  NOT_APPOINTED: (told) => ({
    ...decision(told),
    judgement: `You are not appointed.${letterOf(told)}`,
    rights: rightsOf(told),
  }),
  SELECTION_CANCELLED: (told) => ({
    subject: about('Selection stopped', told),
    text: `The selection for ${vacancyOf(told)} is stopped, because the vacancy was withdrawn. There is nothing to do.`,
  }),
  FEEDBACK_REQUESTED: (told) => ({
    subject: about('Request for feedback received', told),
    text: `Your request for feedback on the selection for ${vacancyOf(told)} is received. The answer will come into your account.`,
  }),
  FEEDBACK_GIVEN: (told) => ({
    subject: about('Feedback', told),
    text: `There is feedback for you on the selection for ${vacancyOf(told)}. It stands ${PROGRESS}.`,
  }),
  COMPLAINT_FILED: (told) => ({
    subject: about('Complaint received', told),
    text: `Your complaint about the selection for ${vacancyOf(told)} is received. The answer will come into your account.`,
  }),
  COMPLAINT_ANSWERED: (told) => ({
    subject: about('Answer to your complaint', told),
    text: `Your complaint about the selection for ${vacancyOf(told)} is answered. The answer stands ${PROGRESS}.`,
  }),
  BOOK_SESSION: (told) => ({
    subject: about('Choose a session', told),
    text: `Choose a session of ${stepOf(told)} for ${vacancyOf(told)} in your account.${told.until === null ? '' : ` That is possible ${untilDay(told.until)}; after that it is too late.`}`,
  }),
  ANSWER_APPOINTMENT: (told) => ({
    subject: about('Your answer is asked for', told),
    text: `The decision on the appointment for ${vacancyOf(told)} asks for an answer of yours. Give it in your account${told.until === null ? '' : ` ${untilDay(told.until)}`}.`,
    rights: 'Say there whether you accept the appointment.',
  }),
} satisfies SelectionWords;
