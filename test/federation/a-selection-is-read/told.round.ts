import { act, type Recorded } from '../a-selection-takes-another-turn/acts.ts';
import { FederalRound } from '../a-selection-takes-another-turn/federal.round.ts';
import { because, type Member } from '../a-selection-takes-another-turn/running.ts';
import type { Stage } from '../a-selection-takes-another-turn/stage.ts';

/** What a candidate needs, in words that stand nowhere else. */
export const NEED = 'Een halfuur langer voorbereiding, wegens migraine.';

/** The selection of the federal notice from its applications to its end, with something in everything that can be read. */
export async function playedRound(stage: Stage): Promise<FederalRound> {
  const round = await FederalRound.applied(stage);
  const { run, all } = round;
  const { as, application } = all.Unsuitable;
  await act(stage, as, 'saveAdjustment', { application, kind: 'ILLNESS', request: NEED });
  await round.preselection();
  await calledOff(round);
  await round.assessment();
  await round.oral();
  await ties(round);
  await round.result();
  await round.decision();
  const query = 'query ($id: ID!) { selectionProcedure(id: $id) { decision { mandate { id version } } } }';
  const { selectionProcedure } = await stage.ask(run.authority, query, { id: run.id });
  const { id: mandate, version } = selectionProcedure.decision.mandate;
  await run.act(run.authority, 'endMandate', {
    ...{ mandate, version, endsOn: '2026-12-31', cause: 'RESIGNATION', reasons: because('een andere functie') },
  });
  await stage.settled();
  return round;
}

/** A session that is not held in the end, in which somebody had a seat. */
export async function calledOff({ run, all }: FederalRound): Promise<void> {
  const when = { startsAt: '2025-11-14T08:00:00Z', registrationUntil: '2025-11-07T22:59:00Z' };
  const given = { procedure: run.id, minutes: 120, capacity: 10, place: 'Brussel', ...when };
  const { id: session, version } = await run.act(run.recruiter, 'planSession', given);
  const { as, application } = all.Unsuitable;
  await run.act(as, 'registerForSession', { application, session });
  await run.act(run.recruiter, 'callOffSession', { session, version, reasons: 'De zaal is niet beschikbaar die dag.' });
}

/** One member declares a tie that does not bar, and one is replaced. */
async function ties({ run, all }: FederalRound): Promise<void> {
  const [seventh, eighth] = run.members.slice(6) as [Member, Member];
  const { application } = all.Ranked;
  const tied = { procedure: run.id, kind: 'CONFLICT', application, reasons: because('een vroegere collega') };
  const { version }: Recorded = await run.act(seventh, 'declareInterest', tied);
  const judged = { member: seventh.id, application, version, assessment: 'NOT_BARRING', reasons: because('tien jaar') };
  await run.act(run.recruiter, 'assessInterest', judged);
  await run.act(run.recruiter, 'replaceMember', {
    ...{ member: eighth.id, version: 1, subject: 'test:vervanger', name: 'Vervanger', expertise: 'ICT' },
    reasons: because('een verhindering'),
  });
}
