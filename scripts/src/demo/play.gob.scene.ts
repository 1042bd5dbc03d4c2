import type { Candidate, Round } from './round.ts';

/** A part of the play. */
export interface Scene {
  readonly title: string;
  readonly play: (round: Round) => Promise<void>;
}

/** Tells how a candidate reads in the account of being out by a step, and what can be done about it. */
export async function readsOfBeingOut(round: Round, candidate: Candidate): Promise<void> {
  const { telling, stage } = round;
  const { me } = await stage.ask(candidate, OUT);
  const [{ decisions, progress }] = me.applications;
  const { step, result, reasons } = progress.outcomes.at(-1);
  const [{ byLetter, remedyStated }] = progress.notifications;
  telling.did(candidate, `reads in the account: ${progress.status}, by “${step.name.en}”: ${result}.`);
  // Those of a decision on the conditions stand with it.
  telling.because(`“${reasons ?? decisions[0].reasons}”`);
  const how = byLetter ? 'By letter as well' : 'In the account only';
  telling.because(`${how}; the remedy and its time are ${remedyStated ? '' : 'not '}named.`);
  await round.deadlines(candidate);
}

const OUT = `{ me { applications { decisions { reasons } progress { status
  outcomes { step { name { en } } result reasons } notifications { byLetter remedyStated } } } } }`;
