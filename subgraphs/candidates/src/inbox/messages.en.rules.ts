import { formatsOf, named } from '../eligibility/formats.rules.ts';
import type { MessageWords, ToldIn, Until } from './messages.words.rules.ts';

const f = formatsOf('en');

export const about = (label: string, { vacancy }: ToldIn): string =>
  vacancy === null ? label : `${label}: ${vacancy}`;
export const vacancyOf = ({ vacancy }: ToldIn): string =>
  vacancy === null ? 'the vacancy' : `the vacancy “${vacancy}”`;

export const untilDay = ({ day, time }: Until): string =>
  time === null ? `up to and including ${f.day(day)} (Belgian time)` : `until ${time} on ${f.day(day)} (Belgian time)`;
const untilOf = ({ until }: ToldIn): string => (until === null ? 'while the vacancy is open' : untilDay(until));

const FIELDS: Readonly<Record<string, string>> = {
  participationConditions: 'the conditions for taking part',
  applicationProcedure: 'the way to apply',
  documentRules: 'the rules on documents',
};
const fieldsOf = ({ facts }: ToldIn): string => {
  const known = (facts.fields ?? '').split(' ').filter((field) => FIELDS[field] !== undefined);
  return known.length === 0 ? 'the conditions' : named(FIELDS, known, f);
};

const CONDITIONS: Readonly<Record<string, string>> = {
  PARTICIPATION: 'the conditions for taking part',
  APPOINTMENT: 'the conditions for being appointed',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  ELIGIBLE: 'You meet the conditions.',
  CONDITIONAL: 'You meet the conditions with a reservation.',
  NOT_ELIGIBLE: 'You do not meet the conditions.',
};
const DOCUMENTS: Readonly<Record<string, string>> = {
  DIPLOMA: 'a diploma',
  APPOINTMENT_DECREE: 'an appointment decree',
  EQUIVALENCE: 'an equivalence',
  CURRICULUM_VITAE: 'a CV',
};

/** The time for an appeal runs only from a message that names it (laws on the Council of State, article 19). */
export const REMEDY =
  'An action for annulment of this decision may be brought before the Council of State within 60 days of this notification (article 19 of its coordinated laws), by a signed petition: by registered post to rue de la Science 33 / Wetenschapsstraat 33, 1040 Brussels, or electronically through its website.';
const remedyOf = ({ facts }: ToldIn): string => (facts.remedyStated === 'true' ? ` ${REMEDY}` : '');

const CAUSES: Readonly<Record<string, string>> = {
  DEADLINE_EXTENDED: ': the deadline is extended',
  IN_TIME: ': a request of yours had arrived before the deadline',
};
const causeOf = ({ facts }: ToldIn): string => CAUSES[facts.cause ?? ''] ?? '';

/** What a moved deadline leaves to be done, and makes of a decision. */
const movedOf = (told: ToldIn, still: string): string => {
  const { closed, status, decided } = told.facts;
  const possible =
    status === 'DEFINITIVE'
      ? `You can ${decided === 'true' ? 'change your file again' : `${still}change your file`} ${untilOf(told)}, without validating it again.`
      : `You can ${still}submit, validate and change your application ${untilOf(told)}.`;
  const over = `It ran ${untilOf(told)} and has passed: nothing can be changed any more.`;
  const again =
    ' A decision made so far does not count: your file is judged as it stands at the new deadline, by the rules recorded by then.';
  return `${closed === 'true' ? over : possible}${decided === 'true' ? again : ''}`;
};

/** Messages and tasks in English. */
export const ENGLISH = {
  APPLICATION_SUBMITTED: (told) => ({
    subject: about('Application received', told),
    text: `Your application for ${vacancyOf(told)} is received and registered provisionally. It must still be validated. That is possible ${untilOf(told)}; after that it lapses.`,
  }),
  APPLICATION_VALIDATED: (told) => ({
    subject: about('Application definitive', told),
    text: `Your application for ${vacancyOf(told)} is validated and registered definitively. You can still change your file ${untilOf(told)}, without validating it again. What stands in it then is judged.`,
  }),
  APPLICATION_WITHDRAWN: (told) => ({
    subject: about('Application withdrawn', told),
    text: `You have withdrawn your application for ${vacancyOf(told)}. ${told.facts.closed === 'true' ? 'The vacancy is no longer open, so it cannot be resumed.' : 'While the vacancy is open, you can resume it in your account.'}`,
  }),
  APPLICATION_LAPSED: (told) => ({
    subject: about('Application lapsed', told),
    text: `Your application for ${vacancyOf(told)} has lapsed: ${told.facts.submitted === 'false' ? 'it was still a draft when the deadline passed. There is nothing to do.' : 'it was not validated when the deadline passed. You can contest that once: open this application in your account, contest the lapse, and write why. The institution decides and gives its reasons.'}`,
  }),
  APPLICATION_REOPENED: (told) => ({
    subject: about('Application reopened', told),
    text: `Your application for ${vacancyOf(told)} is no longer lapsed${causeOf(told)}. Complete it and validate it. That is possible ${untilOf(told)}; after that it lapses.`,
  }),
  CONDITIONS_AMENDED: (told) => ({
    subject: about('Conditions changed', told),
    text: `Of ${vacancyOf(told)}, this has changed: ${fieldsOf(told)}. Your application keeps its status. Check your file. You can change it ${untilOf(told)}.`,
  }),
  CONDITIONS_AMENDED_AFTER_DEADLINE: (told) => ({
    subject: about('Conditions changed', told),
    text: `Of ${vacancyOf(told)}, this has changed after the deadline: ${fieldsOf(told)}. There is nothing to do: your file is judged as it was then, by the rules of then.`,
  }),
  DEADLINE_EXTENDED: (told) => ({
    subject: about('Deadline extended', told),
    text: `The deadline for ${vacancyOf(told)} is extended. ${movedOf(told, '')}`,
  }),
  DEADLINE_SHORTENED: (told) => ({
    subject: about('Deadline brought forward', told),
    text: `The deadline for ${vacancyOf(told)} is brought forward. ${movedOf(told, 'still ')}`,
  }),
  VACANCY_WITHDRAWN: (told) => ({
    subject: about('Vacancy withdrawn', told),
    text: `The institution has withdrawn ${vacancyOf(told)}. ${told.facts.lapsedBy === 'DEADLINE' ? 'Your application for it had already lapsed; your contest of that is no longer decided on.' : 'Your application for it has lapsed for that reason.'} There is nothing to do.`,
  }),
  CONTEST_RECEIVED: (told) => ({
    subject: about('Contest received', told),
    text: `Your contest of the lapse of your application for ${vacancyOf(told)} is received. The institution decides; its answer will come into your account.`,
  }),
  CONTEST_UPHELD: (told) => ({
    subject: about('Decision on your contest', told),
    judgement: 'Your contest is accepted: your application is registered definitively.',
    text: `The institution has decided on the lapse of your application for ${vacancyOf(told)}. The reasons stand with this message in your account.`,
  }),
  CONTEST_REJECTED: (told) => ({
    subject: about('Decision on your contest', told),
    judgement: 'Your contest is rejected: your application remains lapsed.',
    text: `The institution has decided on the lapse of your application for ${vacancyOf(told)}. The reasons stand with this message in your account.${remedyOf(told)}`,
  }),
  PAPER_COPY_REGISTERED: (told) => ({
    subject: about('Paper copy registered', told),
    text: `The institution has registered a copy on paper: ${DOCUMENTS[told.facts.documentKind ?? ''] ?? 'a document'}. It belongs to your file.${told.facts.unlinked === 'true' ? ` It proves nothing yet: refer to it, in your account, from the diploma or the decree that it is a copy of. That is possible ${untilOf(told)}.` : ''}`,
  }),
  ELIGIBILITY_DECIDED: (told) => ({
    subject: about('Decision on your application', told),
    judgement: OUTCOMES[told.facts.outcome ?? ''],
    text: `The institution has decided whether you meet ${CONDITIONS[told.facts.conditions ?? ''] ?? 'the conditions'}, for ${vacancyOf(told)}.${told.facts.replaces === 'true' ? ' This decision replaces the earlier one.' : ''} The reasons stand with this message in your account.${remedyOf(told)}`,
  }),
  ERASURE_DUE: (told) => ({
    subject: 'Your data will be erased',
    text: `The time for which your data are kept is ending. You can take out of your account what you want to keep ${untilOf(told)}; after that they are erased.`,
  }),
  SUBMIT: (told) => ({
    subject: about('Submit your application', told),
    text: `Your application for ${vacancyOf(told)} is still a draft. Submit it and validate it. That is possible ${untilOf(told)}; after that it lapses.`,
  }),
  VALIDATE: (told) => ({
    subject: about('Validate your application', told),
    text: `Your application for ${vacancyOf(told)} is submitted, but not validated yet. Fill in the specific sections and validate it. That is possible ${untilOf(told)}; after that it lapses.`,
  }),
  REVIEW_FILE: (told) => ({
    subject: about('Check your file', told),
    text: `Other conditions hold for ${vacancyOf(told)} than when you applied. Check whether your file proves them. You can change it ${untilOf(told)}.`,
  }),
  REACH_YEARS: (told) => ({
    subject: about('Add to your experience', told),
    text: `${told.facts.fields === undefined ? `For ${vacancyOf(told)}, your file no longer shows` : `By the changed conditions of ${vacancyOf(told)}, your file does not show`} enough years of experience. Your application keeps its status, but what stands in the file is judged. You can add to the specific sections ${untilOf(told)}.`,
  }),
} satisfies MessageWords;
