import { CANDIDATES, COMMITTEE, GOVERNMENT, RECRUITER } from './play.gob.cast.ts';
import type { Scene } from './play.gob.scene.ts';
import type { Candidate, Round } from './round.ts';

const { alix, bodil, camille, dana } = CANDIDATES;
const [hanne] = COMMITTEE;

/** Suitable or not; ranked, since several are; and submitted to the Government, with reasons. */
export const result: Scene = {
  title: 'The result',
  play: async (round) => {
    await conclude(round);
    await rank(round);
    await submit(round);
  },
};

/** From here on candidates see what the committee concluded on them. */
export const sending: Scene = { title: 'The result is sent', play: send };

/** On the written application and the interview. */
const GROUPS: readonly (readonly [Candidate, 'SUITABLE' | 'UNSUITABLE', reasons: string])[] = [
  [alix, 'SUITABLE', 'Thorough knowledge of the IT world, turned into a vision; convincing examples of leadership.'],
  [bodil, 'SUITABLE', 'Strong on programmes and on the institutions; less at ease with teams in conflict.'],
  [camille, 'SUITABLE', 'Good technical knowledge and a sincere motivation; the strategic vision is in the making.'],
  [dana, 'UNSUITABLE', 'Knows one service well and the others hardly; gave no example of leading managers.'],
];

async function conclude(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-10-06T10:00');
  for (const [candidate, group, reasons] of GROUPS) {
    const { version } = await round.candidacy(candidate, 'version');
    const application = round.application(candidate);
    await round.act(round.seat(hanne), 'concludeCandidate', { application, version, group, reasons });
    telling.did(hanne, `records for the committee: ${candidate.name} is ${group}. “${reasons}”`);
  }
}

const PLACES: readonly (readonly [Candidate, reasons: string])[] = [
  [alix, 'The best on leadership and on the IT world, in writing and at the interview.'],
  [bodil, 'Very good on programmes and institutions, somewhat less on developing teams.'],
  [camille, 'Good on technical knowledge, less so on strategic vision.'],
];

async function rank(round: Round): Promise<void> {
  const { telling, procedure } = round;
  const chair = round.seat(hanne);
  const unranked = { procedure, version: await round.version() };
  await round.refuses(chair, 'submits the result.', 'submitResult', unranked);
  const place = (at: number, candidates: readonly Candidate[], reasons: string) => ({
    ...{ place: at, reasons },
    applications: candidates.map((candidate) => round.application(candidate)),
  });
  const [first, , third] = PLACES;
  const tied = [place(1, [alix, bodil], first![1]), place(3, [camille], third![1])];
  const tie = { procedure, places: tied };
  await round.refuses(chair, `ranks ${alix.name} and ${bodil.name} equally.`, 'rankCandidates', tie);
  const places = PLACES.map(([candidate, reasons], at) => place(at + 1, [candidate], reasons));
  await round.act(chair, 'rankCandidates', { procedure, places });
  for (const [at, [candidate, reasons]] of PLACES.entries()) {
    telling.did(hanne, `records place ${at + 1}: ${candidate.name}. “${reasons}”`);
  }
}

async function submit(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-10-08T11:00');
  const choice = { procedure, application: round.application(alix), appointmentOn: '2025-11-03' };
  const early = { ...choice, reasons: PLACES[0]![1], version: await round.version() };
  await round.refuses(GOVERNMENT, 'decides before the result is submitted.', 'decideAppointment', early);
  await round.act(round.seat(hanne), 'submitResult', { procedure, version: await round.version() });
  telling.did(hanne, 'submits the groups, the ranking and the reasons to the Government.');
  await round.tasks(GOVERNMENT);
}

/** Where the remedy is not named, the time for an appeal starts four months later. */
async function send(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-10-09T09:00');
  const sending = { procedure, about: 'RESULT', remedyStated: false, byLetter: false };
  await round.act(RECRUITER, 'sendOutcomes', sending);
  telling.did(RECRUITER, 'sends the result to the four who were heard, without naming the remedy.');
  for (const [candidate] of GROUPS) {
    const { group, place } = await round.own(candidate, 'group place');
    const where = place === null ? group : `${group}, place ${place}`;
    telling.did(candidate, `reads in the account: ${where}, with the reasons.`);
  }
  telling.because(`${dana.name} can do this about it:`);
  await round.deadlines(dana);
}
