import { CANDIDATES, FIRST_SEVEN, RECRUITER, type Sitting } from './play.ksz.cast.ts';
import type { Candidate, Round } from './round.ts';

const { robin, noor, sam, lou } = CANDIDATES;
const dirk = FIRST_SEVEN[3];

/** About three hours with preparation, on a practical case. */
export async function oral(round: Round, members: readonly Sitting[]): Promise<void> {
  const { telling } = round;
  telling.chapter('The oral test');
  const { id: step } = await round.step('ORAL_TEST');
  await open(round, members, step);
  await heard(round, step, robin, members, ['2025-12-10T12:10', 185]);
  await heard(round, step, noor, members, ['2025-12-10T16:35', 180]);
  await telling.at('2025-12-11T08:45');
  await open(round, members, step);
  await heard(round, step, sam, members, ['2025-12-11T12:05', 180]);
  await telling.at('2025-12-11T16:40');
  const input = { application: round.application(lou), step, version: 1, outcome: 'HELD', minutes: 175 };
  const all = { ...input, present: members.map((one) => round.member(one)) };
  await round.refuses(RECRUITER, `records that all nine heard ${lou.name}.`, 'recordHearing', all);
  const eight = members.filter((one) => one !== dirk);
  await heard(round, step, lou, eight, ['2025-12-11T16:40', 175]);
  await telling.at('2025-12-11T17:00');
  await round.conclude('ORAL_TEST');
  telling.did(RECRUITER, 'concludes the oral test: that it was held decides nothing, the committee concludes on it.');
}

/** Invited a week before; called here for those of the day. */
export async function invite(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-12-03T15:00');
  const { id: step } = await round.step('ORAL_TEST');
  for (const [candidate, startsAt] of INVITED) {
    const input = { step, applications: [round.application(candidate)], startsAt, place: 'Brussels, room 3' };
    await round.act(RECRUITER, 'inviteToHearing', input);
  }
  telling.did(RECRUITER, 'invites each of the four in the account: two on 10 December, two on 11 December.');
}

const INVITED: readonly (readonly [candidate: Candidate, startsAt: string])[] = [
  [robin, '2025-12-10T09:00:00+01:00'],
  [noor, '2025-12-10T13:30:00+01:00'],
  [sam, '2025-12-11T09:00:00+01:00'],
  [lou, '2025-12-11T13:30:00+01:00'],
];

async function open(round: Round, members: readonly Sitting[], step: string): Promise<void> {
  await round.act(RECRUITER, 'openHearing', { step, present: members.map((one) => round.member(one)) });
  round.telling.did(RECRUITER, `opens the day with all ${members.length} members there, the chair among them.`);
}

async function heard(
  round: Round,
  step: string,
  candidate: Candidate,
  members: readonly Sitting[],
  [local, minutes]: readonly [local: string, minutes: number],
): Promise<void> {
  const { telling } = round;
  await telling.at(local);
  const present = members.map((one) => round.member(one));
  const input = { application: round.application(candidate), step, version: 1, outcome: 'HELD', minutes, present };
  await round.act(RECRUITER, 'recordHearing', input);
  telling.did(
    RECRUITER,
    `records that ${candidate.name} was heard by ${members.length} members, ${minutes} minutes with preparation.`,
  );
}
