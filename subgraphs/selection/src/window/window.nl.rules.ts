import { FORMATS } from './window.formats.rules.ts';
import type { WindowCode, WindowEvent } from './window.rules.ts';
import type { WindowWords } from './window.words.rules.ts';

const f = FORMATS.nl;

const EVENTS: Readonly<Record<WindowEvent, string>> = {
  SENDING_OF_RESULTS: 'de verzending van de eindresultaten',
  EACH_STEP: 'de verzending van het resultaat van de stap',
  NOTIFICATION: 'de kennisgeving',
  DAY_OF_PASSING: 'de dag van het slagen',
  DAY_OF_TEST: 'de dag van de test',
  NOTIFICATION_OF_RANKING: 'de kennisgeving van de rangschikking',
};
const WHAT: Readonly<Record<WindowCode, string>> = {
  FEEDBACK: 'Feedback kan schriftelijk worden gevraagd',
  APPEAL: 'Beroep tot nietigverklaring kan worden ingesteld bij de Raad van State',
  COMPLAINT: 'Een klacht kan worden ingediend',
  CONTEST: 'De uitslag kan worden betwist',
  ANSWER: 'Een antwoord over de aanstelling wordt verwacht',
  EXEMPTION: 'Wie geslaagd is, is vrijgesteld van het assessment',
  WAITING: 'Wie niet geslaagd is, mag het assessment niet afleggen',
};
const STATE: Readonly<Record<WindowCode, string>> = {
  ...{ FEEDBACK: 'open', APPEAL: 'open', COMPLAINT: 'open', CONTEST: 'open' },
  ANSWER: 'verwacht',
  ...{ EXEMPTION: 'vrijgesteld', WAITING: 'uitgesloten' },
};

/** Windows in Dutch. */
export const DUTCH: WindowWords = {
  rule: ({ code, event, duration, delay, boundary }) => {
    if (duration === null) return `${WHAT[code]} vanaf ${EVENTS[event]}; een termijn is niet bekend.`;
    const start = delay === null ? EVENTS[event] : `${f.duration(delay)} na ${EVENTS[event]}, die geen beroep vermeldt`;
    const last = boundary === 'INCLUDED' ? 'de laatste dag wel, volledig' : 'de overeenkomstige dag is weer vrij';
    return `${WHAT[code]} gedurende ${f.duration(duration)} vanaf ${start}; de eerste dag telt niet mee, ${last}.`;
  },
  addition: ({ plus, day, missing, startsTerm }) => {
    const note = missing === null ? '' : ` (${f.month(day)} heeft geen ${missing}e dag: de laatste van de maand)`;
    return ` + ${f.duration(plus)} = ${f.day(day)}${note}${startsTerm ? ', wanneer de termijn ingaat;' : ''}`;
  },
  until: ({ code, boundary, lastDay }) => {
    if (lastDay === null) return `${STATE[code]}, zonder laatste dag`;
    if (boundary === 'INCLUDED') return `${STATE[code]} tot het einde van die dag, Brusselse tijd`;
    return `die dag is weer vrij: ${STATE[code]} tot het einde van ${f.day(lastDay)}, Brusselse tijd`;
  },
};
