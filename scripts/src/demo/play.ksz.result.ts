import { CANDIDATES, FIRST_SEVEN, PUBLIC, RECRUITER } from './play.ksz.cast.ts';
import { REASONS } from './play.ksz.scores.ts';
import type { Candidate, Round } from './round.ts';

const { robin, noor, sam, lou } = CANDIDATES;
const [chair, bilal] = FIRST_SEVEN;

/** Suitable or not, with reasons; the suitable ranked; submitted, and then sent. */
export async function result(round: Round): Promise<void> {
  await groups(round);
  await ranking(round);
  await submit(round);
  await send(round);
}

async function groups(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-12-15T10:00');
  for (const candidate of [robin, noor, sam, lou]) {
    const group = candidate === lou ? 'UNSUITABLE' : 'SUITABLE';
    const { version } = await round.candidacy(candidate, 'version', round.seat(chair));
    const conclusion = { application: round.application(candidate), version, group, reasons: REASONS.get(candidate)! };
    if (candidate === robin) {
      await round.refuses(round.seat(bilal), `concludes on ${robin.name}.`, 'concludeCandidate', conclusion);
    }
    await round.act(round.seat(chair), 'concludeCandidate', conclusion);
    telling.did(chair, `concludes for the committee on ${candidate.name}: ${group}. “${conclusion.reasons}”`);
  }
}

const PLACES: readonly (readonly [place: number, candidate: Candidate, reasons: string])[] = [
  [1, noor, 'The strongest on the technical side of the function, and on programmes.'],
  [2, robin, 'The strongest in dealing with the actors; somewhat less on the technical side.'],
  [3, sam, 'Convincing on health care; less broad than the places before.'],
];

async function ranking(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-12-15T11:00');
  const placed = (place: number, candidates: readonly Candidate[], reasons: string) => ({
    ...{ place, reasons, applications: candidates.map((one) => round.application(one)) },
  });
  const tied = [placed(1, [noor, robin], PLACES[0]![2]), placed(3, [sam], PLACES[2]![2])];
  const act = 'rankCandidates';
  await round.refuses(round.seat(chair), 'ranks two candidates in the first place.', act, { procedure, places: tied });
  const places = PLACES.map(([place, candidate, reasons]) => placed(place, [candidate], reasons));
  await round.act(round.seat(chair), act, { procedure, places });
  telling.did(chair, 'ranks the suitable for the committee.');
  for (const [place, { name }, reasons] of PLACES) telling.because(`${place}: ${name}. “${reasons}”`);
}

async function submit(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-12-16T09:00');
  const [as, result] = [round.seat(chair), { procedure, version: await round.version() }];
  await round.refuses(as, 'submits the result.', 'submitResult', result);
  await telling.at('2025-12-29T09:00');
  await round.act(as, 'submitResult', result);
  const { status, result: own } = await round.see(RECRUITER, 'status result { suitable unsuitable ranked }');
  telling.did(chair, `submits the result to the authority: ${status}.`);
  telling.because(`The institution sees: ${own.suitable} suitable, ${own.unsuitable} not, ${own.ranked} ranked.`);
  const { result: shown } = await round.see(PUBLIC, 'result { suitable unsuitable ranked }');
  telling.because(`The public sees: ${shown.suitable ?? 'no number'}, since numbers below 5 could point at somebody.`);
  const { status: before, group } = await round.own(lou, 'status group');
  telling.because(
    `The account of ${lou.name} says ${before}, ${group ?? 'and no group'}: nobody learns of the result before it is sent.`,
  );
  await round.tasks(RECRUITER);
}

async function send(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-12-31T16:00');
  await round.act(RECRUITER, 'sendOutcomes', { procedure, about: 'RESULT', remedyStated: true, byLetter: false });
  telling.did(RECRUITER, 'sends the four the result, naming the remedy and its time.');
  const seen = 'status group groupReasons place placeReasons';
  const first = await round.own(robin, seen);
  telling.did(robin, `reads: ${first.group}, place ${first.place}. “${first.groupReasons}” “${first.placeReasons}”`);
  await round.deadlines(robin, ['FEEDBACK']);
  const out = await round.own(lou, seen);
  telling.did(lou, `reads: ${out.status}. “${out.groupReasons}”`);
  await round.deadlines(lou, ['FEEDBACK', 'APPEAL']);
}
