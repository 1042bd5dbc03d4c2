import { CANDIDATES, COMMITTEE, RECRUITER, type Sitting } from './play.gob.cast.ts';
import { readsOfBeingOut, type Scene } from './play.gob.scene.ts';
import type { Candidate, Round } from './round.ts';
import type { Data } from './stage.ts';

const { alix, bodil, camille, dana, elis } = CANDIDATES;
const [hanne, , , kim, lou] = COMMITTEE;

/** On motivation, technical knowledge and behavioural competences. */
export const interview: Scene = {
  title: 'The selection interview',
  play: async (round) => {
    await open(round);
    await hear(round);
    await absent(round);
    await score(round);
    await round.conclude('INTERVIEW');
    round.telling.did(RECRUITER, 'concludes the interviews.');
  },
};

async function open(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-10-02T08:45');
  const { id: step } = await round.step('INTERVIEW');
  const present = COMMITTEE.map((sitting) => round.member(sitting));
  const withoutChair = { step, present: present.slice(1) };
  await round.refuses(RECRUITER, `opens the day without ${hanne.name}.`, 'openHearing', withoutChair);
  await round.act(round.seat(kim), 'declareInterest', { procedure, kind: 'NONE' });
  telling.did(kim, 'declares: nothing ties them to the candidates.');
  await round.act(RECRUITER, 'openHearing', { step, present });
  telling.did(RECRUITER, `opens the day with all five: ${hanne.name} chairs.`);
}

/** Who has a conflict with a candidate leaves the room. */
const judging = (candidate: Candidate): readonly Sitting[] =>
  COMMITTEE.filter((sitting) => sitting !== lou || candidate !== camille);
const names = (sittings: readonly Sitting[]): string => sittings.map(({ name }) => name).join(', ');

async function hear(round: Round): Promise<void> {
  const { telling } = round;
  const { id: step } = await round.step('INTERVIEW');
  await telling.at('2025-10-02T13:30');
  for (const candidate of [alix, bodil, camille, dana]) {
    const present = judging(candidate).map((sitting) => round.member(sitting));
    const { hearings } = await round.candidacy(candidate, 'hearings { version }');
    const held = { application: round.application(candidate), step, version: hearings[0].version, outcome: 'HELD' };
    if (candidate === camille) {
      const withLou = { ...held, present: [...present, round.member(lou)] };
      await round.refuses(RECRUITER, `records that ${lou.name} heard ${camille.name}.`, 'recordHearing', withLou);
    }
    await round.act(RECRUITER, 'recordHearing', { ...held, present, minutes: 60 });
    telling.did(RECRUITER, `records the interview of ${candidate.name}, by ${names(judging(candidate))}: HELD.`);
  }
}

/** The notice is silent on who does not come: by the regime a person decides, with reasons. */
async function absent(round: Round): Promise<void> {
  const { telling, procedure } = round;
  const { id: step } = await round.step('INTERVIEW');
  const { hearings } = await round.candidacy(elis, 'hearings { version }');
  const missed = { application: round.application(elis), step, version: hearings[0].version, outcome: 'ABSENT' };
  await round.refuses(RECRUITER, `records that ${elis.name} did not come.`, 'recordHearing', missed);
  await round.act(RECRUITER, 'recordHearing', { ...missed, reasons: DID_NOT_COME });
  telling.did(RECRUITER, `decides that ${elis.name} is out.`);
  const sending = { procedure, about: 'STEP', step, remedyStated: true, byLetter: false };
  await round.act(RECRUITER, 'sendOutcomes', sending);
  telling.did(RECRUITER, 'sends it in the account.');
  await readsOfBeingOut(round, elis);
}

const DID_NOT_COME = 'Invited on 22 September, absent on 2 October without a word: there is nothing to compare.';

/** Around which the members score each; their scores inform the committee, and decide nothing. */
const LEVELS: ReadonlyMap<Candidate, number> = new Map([
  [alix, 16],
  [bodil, 15],
  [camille, 13],
  [dana, 8],
]);

async function score(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-10-02T17:00');
  await round.tasks(round.seat(hanne));
  const { competences, lowest, highest } = (await round.see(RECRUITER, SHEET)).scoreSheet;
  telling.did(
    { name: 'committee' },
    `scores the ${competences.length} competences of the notice, from ${lowest} to ${highest}: each on their own.`,
  );
  telling.because(`${competences.join(', ')}.`);
  for (const sitting of COMMITTEE.filter((one) => one !== kim)) await scoreAll(round, sitting, competences);
  const { version } = await round.candidacy(alix, 'version');
  const early = { application: round.application(alix), version, group: 'SUITABLE', reasons: EARLY };
  await round.refuses(round.seat(hanne), `concludes on ${alix.name}.`, 'concludeCandidate', early);
  await scoreAll(round, kim, competences);
}

const SHEET = 'scoreSheet { competences lowest highest }';
const EARLY = 'The interview was convincing on each of the competences.';

async function scoreAll(round: Round, sitting: Sitting, competences: readonly string[]): Promise<void> {
  const as = round.seat(sitting);
  const judged = [...LEVELS.keys()].filter((candidate) => judging(candidate).includes(sitting));
  const before = await seen(round, sitting);
  for (const candidate of judged) {
    const scores = competences.map((competence, at) => ({ competence, score: pointsOf(candidate, sitting, at) }));
    const remarks = `Motivation, knowledge and behaviour of ${candidate.name}, as heard in the interview.`;
    await round.act(as, 'scoreCandidate', { application: round.application(candidate), scores, remarks });
  }
  const after = await seen(round, sitting);
  round.telling.did(sitting, `scores ${judged.length} candidates. Saw ${before} scores before, sees ${after} now.`);
}

const pointsOf = (candidate: Candidate, sitting: Sitting, at: number): string =>
  String(LEVELS.get(candidate)! + ((COMMITTEE.indexOf(sitting) + at) % 3) - 1);

/** How many scores of candidates a member is shown: none of others until their own are in. */
async function seen(round: Round, sitting: Sitting): Promise<number> {
  const candidacies = await round.candidacies(round.seat(sitting), 'scores { own }');
  return candidacies.flatMap(({ scores }: Data) => scores ?? []).length;
}
