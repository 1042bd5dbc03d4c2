import { CANDIDATES, FIRST_SEVEN, RECRUITER, type Sitting } from './play.ksz.cast.ts';
import type { Candidate, Round } from './round.ts';

const { robin, noor, sam, lou } = CANDIDATES;
const [chair, bilal, , dirk] = FIRST_SEVEN;

/** What the first member gives for each competence; every next one half a point more or less. */
const BASE: ReadonlyMap<Candidate, number> = new Map([
  [robin, 15],
  [noor, 16],
  [sam, 13],
  [lou, 8],
]);

/** Each member scores on their own, and sees how the others do afterwards. */
export async function scores(round: Round, members: readonly Sitting[]): Promise<void> {
  const { telling } = round;
  telling.chapter('Scores, groups and ranking');
  await telling.at('2025-12-12T09:00');
  const { competences, lowest, highest } = (await round.see(RECRUITER, SHEET)).scoreSheet;
  telling.did(RECRUITER, `sees the score sheet: ${competences.length} competences, each from ${lowest} to ${highest}.`);
  const give = async (one: Sitting, candidate: Candidate) => {
    const score = BASE.get(candidate)! + (members.indexOf(one) % 2) / 2;
    const given = competences.map((competence: string) => ({ competence, score: String(score) }));
    await round.act(round.seat(one), 'scoreCandidate', { application: round.application(candidate), scores: given });
  };
  await onTheirOwn(round, give);
  await tooEarly(round);
  await barred(round, competences);
  await telling.at('2025-12-12T12:00');
  for (const candidate of BASE.keys()) {
    const judges = members.filter((one) => candidate !== lou || one !== dirk);
    const others = judges.filter((one) => candidate !== robin || (one !== chair && one !== bilal));
    await Promise.all(others.map((one) => give(one, candidate)));
  }
  await all(round);
}

const SHEET = 'scoreSheet { competences lowest highest }';
const SEEN = 'scores { own average } scoresIn { in }';

async function onTheirOwn(round: Round, give: (one: Sitting, candidate: Candidate) => Promise<void>): Promise<void> {
  const { telling } = round;
  await give(chair, robin);
  telling.did(chair, `scores ${robin.name}.`);
  const before = await round.candidacy(robin, SEEN, round.seat(bilal));
  const scored = before.scoresIn.filter((one: { in: boolean }) => one.in).length;
  telling.did(
    bilal,
    `sees that the scores of ${scored} of ${before.scoresIn.length} members are in${before.scores === null ? ', and none of them' : ''}.`,
  );
  await give(bilal, robin);
  const after = await round.candidacy(robin, SEEN, round.seat(bilal));
  telling.did(bilal, `scores ${robin.name}, and then sees ${after.scores.length}, one of them the own.`);
}

async function tooEarly(round: Round): Promise<void> {
  const { version } = await round.candidacy(robin, 'version', round.seat(chair));
  const conclusion = {
    application: round.application(robin),
    version,
    group: 'SUITABLE',
    reasons: REASONS.get(robin)!,
  };
  await round.refuses(round.seat(chair), `concludes on ${robin.name} at once.`, 'concludeCandidate', conclusion);
}

async function barred(round: Round, competences: readonly string[]): Promise<void> {
  const scored = competences.map((competence) => ({ competence, score: '12' }));
  const input = { application: round.application(lou), scores: scored };
  await round.refuses(round.seat(dirk), `scores ${lou.name}.`, 'scoreCandidate', input);
}

async function all(round: Round): Promise<void> {
  const { telling } = round;
  telling.did({ name: 'members' }, 'score the four candidates, each on their own.');
  for (const candidate of BASE.keys()) {
    const { scoresIn, averageScore } = await round.candidacy(candidate, 'scoresIn { in } averageScore');
    telling.because(
      `${candidate.name}: ${scoresIn.length} members, average ${averageScore}. An average informs, and decides nothing.`,
    );
  }
}

/** Why the committee concludes as it does on each. */
export const REASONS: ReadonlyMap<Candidate, string> = new Map([
  [
    robin,
    'Shows insight into the actors of the sector and convinces them; the technical part of the case was solved well.',
  ],
  [
    noor,
    'Commands the technical side of the function and led comparable programmes; strategy and actors are well known.',
  ],
  [sam, 'Knows health care and its actors thoroughly; the technical part of the case was sufficient.'],
  [lou, 'Knows social security well; the case showed too little experience in leading programmes and in ICT.'],
]);
