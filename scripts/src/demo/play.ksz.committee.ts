import {
  CANDIDATES,
  COMPLETING,
  FIRST_SEVEN,
  POST_OF_SAM,
  RECRUITER,
  REPLACING,
  type Sitting,
} from './play.ksz.cast.ts';
import { invite } from './play.ksz.oral.ts';
import type { Round } from './round.ts';
import type { Data } from './stage.ts';

const { sam, lou } = CANDIDATES;
const [chair, , , dirk, , , greet] = FIRST_SEVEN;

/** Who judges: how many, of which language roles, and with what they must not have to do. */
export async function committee(round: Round): Promise<readonly Sitting[]> {
  round.telling.chapter('The selection committee');
  await appoint(round);
  await detected(round);
  await invite(round);
  await declared(round);
  await tooFew(round);
  return [...FIRST_SEVEN.filter((one) => one !== greet), REPLACING, ...COMPLETING];
}

const joining = ({ name, subject, languageRole, expertise, position }: Sitting) => ({
  ...{ name, subject, languageRole, expertise, ...(position !== undefined && { position }) },
});

async function appoint(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-12-03T09:00');
  for (const one of FIRST_SEVEN) {
    const input = { ...joining(one), procedure, function: one === chair ? 'CHAIR' : 'MEMBER' };
    round.sits(one, (await round.act(RECRUITER, 'appointMember', input)).id);
  }
  telling.did(
    RECRUITER,
    `appoints a committee of seven for both language groups: ${named(FIRST_SEVEN)}. ${chair.name} chairs.`,
  );
  const candidate = { procedure, function: 'MEMBER', name: lou.name, subject: lou.subject, expertise: 'Sociology' };
  await round.refuses(RECRUITER, `appoints ${lou.name}, who is a candidate.`, 'appointMember', candidate);
}

const named = (members: readonly Sitting[]): string =>
  members.map(({ name, languageRole }) => `${name} (${languageRole})`).join(', ');

/** A member who holds a post in the reporting line of a candidate is found out by the graph. */
async function detected(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-12-03T11:00');
  const held = { application: round.application(sam), position: POST_OF_SAM, reasons: 'So says the CV in the file.' };
  await round.act(RECRUITER, 'recordPositionHeld', held);
  telling.did(RECRUITER, `records the post that ${sam.name} holds by the file: ${POST_OF_SAM}.`);
  const { committee: seen } = await round.see(RECRUITER, CONFLICTS);
  for (const { member, kind, barring } of seen.conflicts) {
    telling.rule(
      `${member.name}, who holds ${member.position}, has a conflict of interest: ${kind}${barring ? ', which bars' : ''}.`,
    );
  }
  const { version } = seen.conflicts[0].member;
  const reasons = 'A candidate reports to the post that the member holds.';
  const input = { ...joining(REPLACING), member: round.member(greet), version, reasons };
  round.sits(REPLACING, (await round.act(RECRUITER, 'replaceMember', input)).id);
  telling.did(RECRUITER, `replaces ${greet.name} by ${named([REPLACING])}. “${reasons}”`);
}

const CONFLICTS = `committee { conflicts { kind barring member { name position version } }
  declarations { id kind version } }`;

async function declared(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-12-04T10:00');
  await round.tasks(round.seat(dirk));
  const six = [...FIRST_SEVEN.filter((one) => one !== greet), REPLACING];
  const reasons = 'We wrote two books together, the last one this year.';
  const conflict = { procedure, kind: 'CONFLICT', application: round.application(lou), reasons };
  await round.act(round.seat(dirk), 'declareInterest', conflict);
  telling.did(dirk, `declares a conflict of interest with ${lou.name}. “${reasons}”`);
  for (const one of six) await round.act(round.seat(one), 'declareInterest', { procedure, kind: 'NONE' });
  telling.did(
    { name: six.map(({ name }) => name).join(', ') },
    'declare that nothing else ties them to the candidates.',
  );
  const { committee: seen } = await round.see(RECRUITER, CONFLICTS);
  const { version } = seen.declarations.find(({ kind }: Data) => kind === 'CONFLICT');
  const judged = 'Close and recent work together: the member cannot judge this candidate.';
  const assessed = { member: round.member(dirk), application: round.application(lou), version, assessment: 'BARRING' };
  await round.act(RECRUITER, 'assessInterest', { ...assessed, reasons: judged });
  telling.did(RECRUITER, `judges that it bars: ${dirk.name} takes no part where ${lou.name} is judged. “${judged}”`);
}

/** The size is that of the day of the oral test. */
async function tooFew(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-12-10T08:30');
  const { id: step } = await round.step('ORAL_TEST');
  const there = [...FIRST_SEVEN.filter((one) => one !== greet), REPLACING];
  const present = there.map((one) => round.member(one));
  await round.refuses(RECRUITER, 'opens the day of the oral test with seven members.', 'openHearing', {
    step,
    present,
  });
  for (const one of COMPLETING) {
    const input = { ...joining(one), procedure, function: 'MEMBER' };
    round.sits(one, (await round.act(RECRUITER, 'appointMember', input)).id);
    await round.act(round.seat(one), 'declareInterest', { procedure, kind: 'NONE' });
  }
  telling.did(RECRUITER, `appoints ${named(COMPLETING)}, who declare that nothing ties them to the candidates.`);
  const { size, parity, quorum } = (await round.see(RECRUITER, RULES)).committee;
  telling.because(`Size: ${size.now}, where the notice asks for ${size.min} to ${size.max}.`);
  telling.because(
    `Language roles: ${parity.nl} NL, ${parity.fr} FR; ${parity.balanced ? 'as many of either' : 'not as many of either'}, which is ${parity.required ? 'required' : 'reported, and prevents nothing'} (${parity.basis}).`,
  );
  telling.because(`Quorum: ${quorum.needed} members (${quorum.basis}).`);
}

const RULES = `committee { size { min max now } parity { nl fr balanced required basis } quorum { needed basis } }`;
