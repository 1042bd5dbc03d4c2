import { FORMATS } from './window.formats.rules.ts';
import type { WindowCode, WindowEvent } from './window.rules.ts';
import type { WindowWords } from './window.words.rules.ts';

const f = FORMATS.fr;

/** With the preposition that follows a term: “à compter …”. */
const FROM: Readonly<Record<WindowEvent, string>> = {
  SENDING_OF_RESULTS: 'de l’envoi des résultats finaux',
  EACH_STEP: 'de l’envoi du résultat de l’étape',
  NOTIFICATION: 'de la notification',
  DAY_OF_PASSING: 'du jour de la réussite',
  DAY_OF_TEST: 'du jour du test',
  NOTIFICATION_OF_RANKING: 'de la notification du classement',
};
const AFTER: Readonly<Record<WindowEvent, string>> = {
  SENDING_OF_RESULTS: 'l’envoi des résultats finaux',
  EACH_STEP: 'l’envoi du résultat de l’étape',
  NOTIFICATION: 'la notification',
  DAY_OF_PASSING: 'le jour de la réussite',
  DAY_OF_TEST: 'le jour du test',
  NOTIFICATION_OF_RANKING: 'la notification du classement',
};
const WHAT: Readonly<Record<WindowCode, string>> = {
  FEEDBACK: 'Un feedback peut être demandé par écrit',
  APPEAL: 'Un recours en annulation peut être introduit devant le Conseil d’État',
  COMPLAINT: 'Une plainte peut être introduite',
  CONTEST: 'Le résultat peut être contesté',
  ANSWER: 'Une réponse à la désignation est attendue',
  EXEMPTION: 'Quiconque a réussi est dispensé de l’assessment',
  WAITING: 'Quiconque a échoué ne peut présenter l’assessment',
};
const STATE: Readonly<Record<WindowCode, string>> = {
  ...{ FEEDBACK: 'ouvert', APPEAL: 'ouvert', COMPLAINT: 'ouvert', CONTEST: 'ouvert' },
  ANSWER: 'attendue',
  ...{ EXEMPTION: 'dispense', WAITING: 'exclusion' },
};

/** Windows in French. */
export const FRENCH: WindowWords = {
  rule: ({ code, event, duration, delay, boundary }) => {
    if (duration === null) return `${WHAT[code]} à partir ${FROM[event]} ; aucun délai n’est connu.`;
    const start =
      delay === null ? FROM[event] : `de ${f.duration(delay)} après ${AFTER[event]}, qui n’indique pas le recours`;
    const last =
      boundary === 'INCLUDED' ? 'le dernier jour l’est, en entier' : 'le jour correspondant est de nouveau libre';
    return `${WHAT[code]} pendant ${f.duration(duration)} à compter ${start} ; le premier jour n’est pas compté, ${last}.`;
  },
  addition: ({ plus, day, missing, startsTerm }) => {
    const note = missing === null ? '' : ` (${f.month(day)} n’a pas de ${missing} : son dernier jour)`;
    return ` + ${f.duration(plus)} = ${f.day(day)}${note}${startsTerm ? ', quand le délai prend cours ;' : ''}`;
  },
  until: ({ code, boundary, lastDay }) => {
    if (lastDay === null) return `${STATE[code]}, sans dernier jour`;
    if (boundary === 'INCLUDED') return `${STATE[code]} jusqu’à la fin de ce jour, heure de Bruxelles`;
    return `ce jour est de nouveau libre : ${STATE[code]} jusqu’à la fin du ${f.day(lastDay)}, heure de Bruxelles`;
  },
};
