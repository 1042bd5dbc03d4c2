import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Data, type Player, send } from './acts.ts';
import { judge } from './applicants.ts';
import { admitted, closedRounds, type Round } from './rounds.ts';
import { because, type Running } from './running.ts';
import { openStage, type Stage } from './stage.ts';
import { GOB, KSZ } from './vacancies.ts';

const REQUESTS = 50;
const AGAIN = 10;
const TEN = Array.from({ length: 10 }, (_, at) => `Kandidaat${at + 1}`);

let stage: Stage;
let seats: Round;
let round: Round;
let run: Running;
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  ({ seats } = await closedRounds(stage, KSZ, { seats: { by: TEN } }));
  await admitted(stage, [seats]);
  stage.at('2025-09-01T10:00');
  ({ round } = await closedRounds(stage, GOB, { round: { by: ['Anke', 'Bram'] } }));
  run = round.run;
  for (const one of Object.values(round.applicants)) await judge(stage, GOB, one);
  await stage.settled();
});
afterAll(() => stage?.close());

/** How much there is of everything that an act adds to. */
async function counted({ id }: Running) {
  const [row] = await stage.graph.database.query<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM selection.trail_entry WHERE procedure_id = $1) AS trail,
       (SELECT count(*)::int FROM selection.outbox) AS events`,
    [id],
  );
  return row!;
}

interface Sent {
  readonly as: Player;
  readonly input: object;
}

/** Sends all of them at once, each under a key of its own; gives the one that was done. */
async function once(mutation: string, sent: readonly Sent[], on: Running): Promise<void> {
  const keyed = sent.map(({ as, input }) => ({ as, input: { idempotencyKey: randomUUID(), ...input } }));
  const answers: Data[] = await Promise.all(keyed.map(({ as, input }) => send(stage, as, mutation, input)));
  const done = answers.flatMap(({ __typename }, at) => (__typename === 'SelectionRecorded' ? [at] : []));
  expect(done).toHaveLength(1);
  for (const [at, { __typename, problems = [{}] }] of answers.entries()) {
    if (at !== done[0])
      expect([__typename, problems.length > 0]).toEqual([expect.stringMatching(/^(Refused|VersionConflict)$/), true]);
  }
  await again(mutation, keyed[done[0]!]!, answers[done[0]!], on);
}

/** The same request again, several times at once: nothing is done any more, and each is answered as the first. */
async function again(mutation: string, { as, input }: Sent, answer: Data, on: Running): Promise<void> {
  const before = await counted(on);
  const answers = await Promise.all(Array.from({ length: AGAIN }, () => send(stage, as, mutation, input)));
  expect(answers).toEqual(Array(AGAIN).fill(answer));
  expect(await counted(on)).toEqual(before);
}

const fifty = (as: Player, input: object): readonly Sent[] => Array(REQUESTS).fill({ as, input });

describe(`${REQUESTS} requests at once`, () => {
  test('start a selection once', async () => {
    await once('startSelection', fifty(run.recruiter, { procedure: run.id, version: (await run.read()).version }), run);
    expect(await run.read()).toMatchObject({ status: 'RUNNING' });
  });

  test('conclude a step once', async () => {
    const { id: step, version } = await run.step('ELIGIBILITY_SCREENING');
    await once('concludeStep', fifty(run.recruiter, { step, version }), run);
    expect(await run.step('ELIGIBILITY_SCREENING')).toMatchObject({ status: 'CONCLUDED', version: version + 1 });
  });

  test('give the last seat to one', async () => {
    const { run: federal, applicants } = seats;
    const { id: session } = await federal.act(federal.recruiter, 'planSession', {
      ...{ procedure: federal.id, startsAt: '2025-11-17T08:00:00Z', registrationUntil: '2025-11-10T08:00:00Z' },
      ...{ minutes: 120, capacity: 1, place: 'Brussel' },
    });
    const sent = Array.from({ length: REQUESTS }, (_, at) => {
      const { as, application } = applicants[TEN[at % TEN.length]!]!;
      return { as, input: { application, session } };
    });
    await once('registerForSession', sent, federal);
    const query = 'query ($id: ID!) { selectionProcedure(id: $id) { sessions { seatsLeft } } }';
    const { selectionProcedure } = await stage.ask(federal.recruiter, query, { id: federal.id });
    expect(selectionProcedure.sessions).toEqual([{ seatsLeft: 0 }]);
  });

  test('conclude on a candidate, submit the result and send it, each once', async () => {
    const [anke, bram] = [round.applicants['Anke']!, round.applicants['Bram']!];
    await run.appoint(1);
    await run.declareNoInterests();
    await run.openHearing('INTERVIEW');
    await run.hear('INTERVIEW', [anke, bram]);
    await run.concludeStep('INTERVIEW');
    await run.score([anke, bram]);
    const { version } = await run.standing(anke);
    const concluded = { application: anke.application, version, group: 'SUITABLE', reasons: because('Anke') };
    await once('concludeCandidate', fifty(run.chair, concluded), run);
    expect(await run.standing(anke)).toMatchObject({ status: 'SUITABLE', version: version + 1 });
    await run.conclude(bram, 'UNSUITABLE');
    await once('submitResult', fifty(run.chair, { procedure: run.id, version: (await run.read()).version }), run);
    const sending = { procedure: run.id, about: 'RESULT', remedyStated: true, byLetter: false };
    await once('sendOutcomes', fifty(run.recruiter, sending), run);
    const query = '{ me { applications { progress { notifications { about } } } } }';
    expect((await stage.ask(bram.as, query)).me.applications).toEqual([
      { progress: { notifications: [{ about: 'RESULT' }] } },
    ]);
  });

  test('decide once, and accept once', async () => {
    const anke = round.applicants['Anke']!;
    await once('decideAppointment', fifty(run.authority, await run.deciding(anke, [])), run);
    const { version } = await run.progress(anke);
    await once('acceptAppointment', fifty(anke.as, { application: anke.application, version }), run);
    expect(await run.read()).toMatchObject({ status: 'COMPLETED', ending: 'APPOINTED' });
    const mandates = await stage.graph.database.query('SELECT FROM selection.mandate WHERE procedure_id = $1', [
      run.id,
    ]);
    expect(mandates).toHaveLength(1);
  });
});
