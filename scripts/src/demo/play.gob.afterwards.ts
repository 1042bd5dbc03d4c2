import { CANDIDATES, GOB_POSITION, GOB_VACANCY, GOVERNMENT, PUBLIC, RECRUITER } from './play.gob.cast.ts';
import type { Scene } from './play.gob.scene.ts';
import type { Round } from './round.ts';
import type { Data } from './stage.ts';
import { dayOf, momentOf } from './telling.ts';

const { alix, camille } = CANDIDATES;

/** What follows from the appointment, and what can still be done about it. */
export const afterwards: Scene = {
  title: 'Afterwards',
  play: async (round) => {
    await send(round);
    await organisation(round);
    await publish(round);
    await complain(round);
  },
};

export const final: Scene = { title: 'When it is final', play: untilFinal };

async function send(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-10-27T09:00');
  const sending = { procedure, about: 'DECISION', remedyStated: false, byLetter: false };
  await round.act(RECRUITER, 'sendOutcomes', sending);
  telling.did(RECRUITER, 'sends the decision, without naming the remedy.');
  const { status, decision } = await round.own(camille, 'status decision { reasons }');
  telling.did(camille, `reads in the account: ${status}. “${decision.reasons}”`);
  await round.deadlines(camille);
}

/** The organisation hears of the mandate, and follows from its first day. */
async function organisation({ stage, telling }: Round): Promise<void> {
  await telling.at('2025-11-03T09:00');
  const { position, vacancy } = await stage.until(async () => {
    const found = await stage.ask(PUBLIC, ORGANISATION, { position: GOB_POSITION, vacancy: GOB_VACANCY });
    return found.vacancy.status === 'FILLED' && found.position.holder?.status === 'HELD' ? found : null;
  });
  const { status, languageRole, startsOn, endsOn } = position.holder;
  telling.rule(`the vacancy is ${vacancy.status}; the post is ${status} (${languageRole}) since ${dayOf(startsOn)}.`);
  telling.because(endsOn === null ? 'It has no last day.' : `Its last day is ${dayOf(endsOn)}.`);
}

const ORGANISATION = `query ($position: ID!, $vacancy: ID!) {
  position(id: $position) { holder { status languageRole startsOn endsOn } } vacancy(id: $vacancy) { status } }`;

async function publish(round: Round): Promise<void> {
  const { telling, procedure } = round;
  const publishedName = `${alix.givenNames} ${alix.familyName}`;
  await round.act(GOVERNMENT, 'publishAppointment', { procedure, publishedName });
  telling.did(GOVERNMENT, 'publishes the appointment.');
  const { appointee } = await round.see(PUBLIC, 'appointee { name mandate { kind explanation { en } } }');
  telling.did(PUBLIC, `reads: ${appointee.name}, ${appointee.mandate.kind}. ${appointee.mandate.explanation.en}`);
}

async function complain(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-11-10T20:00');
  const application = round.application(camille);
  const { id: request, version } = await round.act(camille, 'fileComplaint', { application, text: LATE });
  telling.did(camille, `files a complaint: “${LATE}”`);
  await telling.at('2025-11-20T11:00');
  await round.act(RECRUITER, 'answerRequest', { request, version, answer: ANSWER });
  const { requests } = await round.own(camille, 'requests { kind status answer }');
  const [complaint] = requests as Data[];
  telling.did(RECRUITER, `answers it: ${complaint.kind} ${complaint.status}. “${complaint.answer}”`);
}

const LATE = 'My interview began forty minutes late.';
const ANSWER = 'The minutes confirm the delay, for which we apologise; the interview lasted as long as all others.';

async function untilFinal(round: Round): Promise<void> {
  const { telling } = round;
  const { finalFrom } = await round.see(PUBLIC, 'finalFrom');
  telling.rule(`nothing can be done about the outcome any more from ${momentOf(finalFrom)}.`);
  for (const local of ['2026-04-28T23:59', '2026-04-29T00:00']) {
    await telling.at(local);
    const { final: isFinal } = await round.own(camille, 'final');
    telling.did(camille, `reads that the outcome is ${isFinal ? 'final' : 'not final yet'}.`);
  }
}
