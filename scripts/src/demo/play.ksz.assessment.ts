import { CANDIDATES, RECRUITER } from './play.ksz.cast.ts';
import type { Sessions } from './play.ksz.sessions.ts';
import type { Candidate, Round } from './round.ts';
import { DEADLINE } from './telling.ts';

const { robin, noor, alex, charlie, lou, dominique } = CANDIDATES;

/** Three situational judgement tests, of which the total must be 60 of 100. */
export async function assessment(round: Round, sessions: Sessions): Promise<void> {
  round.telling.chapter('The computer assessment');
  await firstSession(round, sessions);
  await outcomes(round);
  await unregistered(round);
  await secondSession(round, sessions);
  await contested(round);
}

const present = (round: Round, session: string, candidate: Candidate) =>
  round.act(RECRUITER, 'recordAttendance', {
    ...{ session, application: round.application(candidate), attendance: 'PRESENT' },
  });

async function firstSession(round: Round, { first: session }: Sessions): Promise<void> {
  const { telling } = round;
  await telling.at('2025-11-24T09:45');
  for (const candidate of [robin, alex, lou]) await present(round, session, candidate);
  telling.did(RECRUITER, `records who is there: ${[robin, alex, lou].map(({ name }) => name).join(', ')}.`);
  const application = round.application(dominique);
  await round.act(RECRUITER, 'recordAttendance', { session, application, attendance: 'ABSENT' });
  telling.did(RECRUITER, `records that ${dominique.name} is not.`);
  await ruledOut(round, dominique);
}

/** Out by a rule: told at once, and contestable before a person. */
async function ruledOut(round: Round, candidate: Candidate): Promise<void> {
  const { telling, stage } = round;
  const seen = await stage.until(async () => {
    const now = await round.own(candidate, 'status outcomes { result ruleText { en } }');
    return now.status === 'EXCLUDED' ? now : null;
  });
  const { result, ruleText } = seen.outcomes.at(-1);
  telling.rule(`${candidate.name} is ${seen.status}: ${result}. Told in the account at once.`);
  telling.because(ruleText.en);
  await round.deadlines(candidate, ['CONTEST', 'APPEAL']);
}

async function outcomes(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-11-24T16:00');
  await passed(round, robin, ['80', '86', '86'], '84');
  await window(round, robin);
  await passed(round, lou, ['70', '72', '72.5'], '71.5');
  const result = { application: round.application(alex), scores: ['60', '59.97', '60'], total: '59.99' };
  await round.refuses(RECRUITER, `records 59.99 for ${alex.name} as a pass.`, 'recordAssessment', {
    ...result,
    passed: true,
  });
  await round.act(RECRUITER, 'recordAssessment', { ...result, passed: false, reasons: BELOW });
  telling.did(RECRUITER, `records 59.99 for ${alex.name}: not passed. “${BELOW}”`);
  const { status } = await round.own(alex, 'status');
  telling.because(`Until it is sent, the account of ${alex.name} says ${status}.`);
}

const BELOW = 'The total over the three tests is 59.99 of 100, and the notice asks for 60.';

async function passed(round: Round, candidate: Candidate, scores: readonly string[], total: string): Promise<void> {
  const application = round.application(candidate);
  await round.act(RECRUITER, 'recordAssessment', { application, scores, total, passed: true });
  const { assessment: own, step } = await round.own(
    candidate,
    'assessment { total atLeast outOf } step { name { en } }',
  );
  round.telling.did(
    RECRUITER,
    `records ${scores.join(', ')} for ${candidate.name}: ${own.total}, where ${own.atLeast} of ${own.outOf} passes. Goes on to “${step.name.en}”.`,
  );
}

/** What an assessment means for other vacancies, as its candidate reads it. */
async function window({ stage, telling }: Round, candidate: Candidate): Promise<void> {
  const { assessmentLedger } = await stage.ask(
    candidate,
    `{ assessmentLedger { edges { node { window ${DEADLINE} } } } }`,
  );
  telling.deadline(assessmentLedger.edges[0].node.window);
}

/** The last registration period is over: whoever has no seat is out. */
async function unregistered(round: Round): Promise<void> {
  const { telling, procedure } = round;
  await telling.at('2025-11-25T09:00');
  const { id: step } = await round.step('COMPUTER_ASSESSMENT');
  await round.act(RECRUITER, 'sendOutcomes', { procedure, about: 'STEP', step, remedyStated: true, byLetter: false });
  telling.did(RECRUITER, `sends ${alex.name} the outcome, naming the remedy and its time.`);
  const { status, assessment: own } = await round.own(alex, 'status assessment { total atLeast outOf }');
  telling.did(alex, `reads it in the account: ${status}, ${own.total} where ${own.atLeast} of ${own.outOf} passes.`);
  await round.deadlines(alex, ['FEEDBACK', 'APPEAL']);
  await window(round, alex);
  await ruledOut(round, charlie);
}

async function secondSession(round: Round, { second: session }: Sessions): Promise<void> {
  const { telling } = round;
  await telling.at('2025-11-26T10:00');
  const { id: step } = await round.step('COMPUTER_ASSESSMENT');
  await round.act(charlie, 'contestOutcome', { application: round.application(charlie), step, grounds: GROUNDS });
  telling.did(charlie, `contests it: “${GROUNDS}”`);
  await telling.at('2025-11-27T13:40');
  await present(round, session, noor);
  telling.did(RECRUITER, `records that ${noor.name} is there.`);
  await telling.at('2025-11-27T16:30');
  await passed(round, noor, ['58', '60', '62'], '60');
  telling.because('The mark itself passes.');
}

const GROUNDS = 'I did not see the invitation in my account in time.';

async function contested(round: Round): Promise<void> {
  const { telling } = round;
  await telling.at('2025-12-01T11:00');
  const { requests } = await round.candidacy(charlie, 'requests { id version status }');
  const [{ id: request, version }] = requests;
  await round.act(RECRUITER, 'answerRequest', { request, version, upheld: false, answer: ANSWER });
  const { requests: answered } = await round.own(charlie, 'requests { status answer }');
  telling.did(RECRUITER, `answers the contest of ${charlie.name}: ${answered[0].status}. “${answered[0].answer}”`);
  await round.deadlines(charlie, ['APPEAL']);
  await telling.at('2025-12-02T09:00');
  await round.conclude('COMPUTER_ASSESSMENT');
  telling.did(RECRUITER, 'concludes the computer assessment: four candidates are in the oral test.');
}

const ANSWER =
  'The invitation was in the account and sent by e-mail on 3 November, and registration was open until 24 November.';
