import { CANDIDATES, RECRUITER } from './play.ksz.cast.ts';
import type { Candidate, Round } from './round.ts';
import { momentOf } from './telling.ts';

const { robin, noor, sam, alex, charlie, lou, dominique } = CANDIDATES;

/** The two sessions of the assessment. */
export interface Sessions {
  readonly first: string;
  readonly second: string;
}

/** Until the first session is held: who is exempt, and who has a seat in which one. */
export async function sessions(round: Round): Promise<Sessions> {
  round.telling.chapter('Registering for the computer assessment');
  const planned = await plan(round);
  await exempt(round);
  await register(round, planned);
  await rebook(round, planned);
  return planned;
}

async function plan(round: Round): Promise<Sessions> {
  const { telling, procedure } = round;
  await telling.at('2025-11-03T09:00');
  const session = { procedure, minutes: 120, registrationFrom: '2025-11-05T09:00:00+01:00' };
  const first = await round.act(RECRUITER, 'planSession', {
    ...{ ...session, capacity: 5, place: 'Brussels, room 1' },
    ...{ startsAt: '2025-11-24T09:30:00+01:00', registrationUntil: '2025-11-15T00:00:00+01:00' },
  });
  const second = await round.act(RECRUITER, 'planSession', {
    ...{ ...session, capacity: 2, place: 'Brussels, room 2' },
    ...{ startsAt: '2025-11-27T13:30:00+01:00', registrationUntil: '2025-11-25T00:00:00+01:00' },
  });
  telling.did(
    RECRUITER,
    'plans two sessions of about two hours, and opens registration for both on 5 November at 09:00.',
  );
  const { sessions: all } = await round.see(RECRUITER, 'sessions { startsAt capacity registrationUntil }');
  for (const { startsAt, capacity, registrationUntil } of all) {
    telling.because(
      `${momentOf(startsAt)}: ${capacity} seats; too late to register from ${momentOf(registrationUntil)}.`,
    );
  }
  return { first: first.id, second: second.id };
}

/** Who holds a function of the same or a higher level sits no assessment. */
async function exempt(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-11-03T14:00');
  const held = (candidate: Candidate, weightingClass: number, from: string) => ({
    ...{ application: round.application(candidate), weightingClasses: [weightingClass], from },
    reasons: 'The appointment decree among the attachments of the file says so.',
  });
  await round.refuses(
    RECRUITER,
    `records that ${lou.name} holds a function of class 3.`,
    'recordFunctionHeld',
    held(lou, 3, '2019-05-01'),
  );
  await round.act(RECRUITER, 'recordFunctionHeld', held(sam, 5, '2021-04-01'));
  telling.did(RECRUITER, `records that ${sam.name} holds a management function of class 5.`);
  const { step, assessmentStanding } = await round.own(
    sam,
    'step { name { en } } assessmentStanding { status explanation { en } }',
  );
  telling.rule(`${sam.name} is ${assessmentStanding.status}, and in the step “${step.name.en}” at once.`);
  telling.because(assessmentStanding.explanation.en);
}

const BOOKING = `booking { status cancelUntil cancelAsked reportProblemsUntil session { startsAt seatsLeft } }`;

async function register(round: Round, { first }: Sessions): Promise<void> {
  const { telling } = round;
  const seat = (candidate: Candidate) => ({ application: round.application(candidate), session: first });
  await telling.at('2025-11-04T20:00');
  await round.refuses(noor, 'registers for the session of 24 November.', 'registerForSession', seat(noor));
  await telling.at('2025-11-06T09:00');
  await round.tasks(charlie);
  for (const candidate of [robin, noor, alex, lou, dominique]) {
    await round.act(candidate, 'registerForSession', seat(candidate));
  }
  const { booking } = await round.own(noor, BOOKING);
  const names = [robin, noor, alex, lou, dominique].map(({ name }) => name).join(', ');
  telling.did(
    { name: names },
    `register for the session of ${momentOf(booking.session.startsAt)}: ${booking.session.seatsLeft} seats are left.`,
  );
  telling.because(
    `Asked to give it up before ${momentOf(booking.cancelAsked)}; possible until ${momentOf(booking.cancelUntil)}, which still counts.`,
  );
  telling.because(
    `Problems are reported before ${momentOf(booking.reportProblemsUntil)}: two working days before the test.`,
  );
  await telling.at('2025-11-16T11:00');
  await round.refuses(charlie, 'registers for the session of 24 November.', 'registerForSession', seat(charlie));
}

async function rebook(round: Round, { second }: Sessions): Promise<void> {
  const { telling } = round;
  await telling.at('2025-11-23T18:00');
  const application = round.application(noor);
  await round.act(noor, 'cancelRegistration', { application });
  await round.act(noor, 'registerForSession', { application, session: second });
  const { booking } = await round.own(noor, BOOKING);
  telling.did(
    noor,
    `gives up the seat on the day before, as asked, and takes one in the session of ${momentOf(booking.session.startsAt)}.`,
  );
  await telling.at('2025-11-24T08:31');
  await round.refuses(alex, 'gives up the seat, 59 minutes before the start.', 'cancelRegistration', {
    application: round.application(alex),
  });
}
