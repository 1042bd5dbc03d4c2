import { FORMATS } from './window.formats.rules.ts';
import type { WindowCode, WindowEvent } from './window.rules.ts';
import type { WindowWords } from './window.words.rules.ts';

const f = FORMATS.en;

const EVENTS: Readonly<Record<WindowEvent, string>> = {
  SENDING_OF_RESULTS: 'the sending of the final results',
  EACH_STEP: 'the sending of the result of the step',
  NOTIFICATION: 'the notification',
  DAY_OF_PASSING: 'the day of passing',
  DAY_OF_TEST: 'the day of the test',
  NOTIFICATION_OF_RANKING: 'the notification of the ranking',
};
const WHAT: Readonly<Record<WindowCode, string>> = {
  FEEDBACK: 'Feedback can be asked for in writing',
  APPEAL: 'An action for annulment can be brought before the Council of State',
  COMPLAINT: 'A complaint can be filed',
  CONTEST: 'The outcome can be contested',
  ANSWER: 'An answer to the appointment is awaited',
  EXEMPTION: 'Whoever passed is exempt from the assessment',
  WAITING: 'Whoever failed may not sit the assessment',
};
const STATE: Readonly<Record<WindowCode, string>> = {
  ...{ FEEDBACK: 'open', APPEAL: 'open', COMPLAINT: 'open', CONTEST: 'open' },
  ANSWER: 'awaited',
  ...{ EXEMPTION: 'exempt', WAITING: 'barred' },
};

/** Windows in English. */
export const ENGLISH: WindowWords = {
  rule: ({ code, event, duration, delay, boundary }) => {
    if (duration === null) return `${WHAT[code]} from ${EVENTS[event]} on; no term is known.`;
    const start = delay === null ? EVENTS[event] : `${f.duration(delay)} after ${EVENTS[event]}, which names no remedy`;
    const last = boundary === 'INCLUDED' ? 'the last day does, whole' : 'the corresponding day is free again';
    return `${WHAT[code]} for ${f.duration(duration)} from ${start}; the first day does not count, ${last}.`;
  },
  addition: ({ plus, day, missing, startsTerm }) => {
    const ordinal = missing === 31 ? '31st' : `${missing}th`;
    const note = missing === null ? '' : ` (${f.month(day)} has no ${ordinal}: its last day)`;
    return ` + ${f.duration(plus)} = ${f.day(day)}${note}${startsTerm ? ', when the time starts to run;' : ''}`;
  },
  until: ({ code, boundary, lastDay }) => {
    if (lastDay === null) return `${STATE[code]}, without a last day`;
    if (boundary === 'INCLUDED') return `${STATE[code]} until the end of that day, Brussels time`;
    return `that day is free again: ${STATE[code]} until the end of ${f.day(lastDay)}, Brussels time`;
  },
};
