import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { admitted, closedRounds, heard, type Round, submitted } from './rounds.ts';
import { because } from './running.ts';
import { openStage, type Stage } from './stage.ts';
import { GOB } from './vacancies.ts';

const CALLS = {
  departure: { by: ['Anke', 'Bram', 'Cas'] },
  refusal: { by: ['Anke', 'Bram'] },
  'refused-by-all': { by: ['Anke'] },
  single: { by: ['Anke', 'Bram'] },
  nobody: { by: ['Anke', 'Bram'] },
  unsuitable: { by: ['Anke', 'Bram'] },
  tie: { by: ['Anke', 'Bram', 'Cas'] },
};

let stage: Stage;
let rounds: Record<keyof typeof CALLS, Round>;
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  rounds = await closedRounds(stage, GOB, CALLS);
  await admitted(stage, Object.values(rounds));
  await Promise.all(Object.values(rounds).map((round) => heard(round)));
});
afterAll(() => stage?.close());

const of = (round: Round, name: string) => round.applicants[name]!;
const statusOf = async (round: Round, name: string) => (await round.run.standing(of(round, name))).status;

describe('a tie', () => {
  test('is refused where the regime allows none, and the same candidates in places of their own are not', async () => {
    const { run, applicants } = rounds.tie;
    for (const one of Object.values(applicants)) await run.conclude(one, 'SUITABLE');
    const [anke, bram, cas] = ['Anke', 'Bram', 'Cas'].map((name) => of(rounds.tie, name));
    const places = [
      { place: 1, applications: [anke!.application, bram!.application], reasons: because('beiden') },
      { place: 3, applications: [cas!.application], reasons: because('Cas') },
    ];
    expect(await run.refused(run.chair, 'rankCandidates', { procedure: run.id, places })).toEqual([
      'places[0].applications TIE',
    ]);
    const version = (await run.read()).version;
    expect(await run.refused(run.chair, 'submitResult', { procedure: run.id, version })).toEqual([
      'procedure RANKING_INCOMPLETE',
    ]);
    await run.rank(bram!, anke!, cas!);
    await run.submit();
    expect((await run.read()).status).toBe('RESULT_SUBMITTED');
  });
});

describe('a choice beside the ranking', () => {
  test('needs reasons of its own, and is done with them', async () => {
    const { departure } = rounds;
    const { run } = departure;
    const [anke, bram, cas] = ['Anke', 'Bram', 'Cas'].map((name) => of(departure, name));
    await submitted(departure, 'Anke', 'Bram', 'Cas');
    const without = await run.deciding(bram!, [anke!, cas!]);
    expect(await run.refused(run.authority, 'decideAppointment', without)).toEqual(['departureReasons REASONS_NEEDED']);
    const short = { ...without, departureReasons: 'Beter.' };
    expect(await run.refused(run.authority, 'decideAppointment', short)).toEqual(['departureReasons TOO_SHORT']);
    const notOne = { ...(await run.deciding(anke!, [bram!, cas!])), departureReasons: because('Anke') };
    expect(await run.refused(run.authority, 'decideAppointment', notOne)).toEqual(['departureReasons NOT_A_DEPARTURE']);
    await run.decide(bram!, [anke!, cas!], { departureReasons: because('Bram boven Anke') });
    const query = `query ($id: ID!) { selectionProcedure(id: $id) { decision { departsFromRanking } } }`;
    const { selectionProcedure } = await stage.ask(run.authority, query, { id: run.id });
    expect(selectionProcedure.decision).toEqual({ departsFromRanking: true });
    await run.answer('acceptAppointment', bram!);
    expect(await statusOf(departure, 'Bram')).toBe('APPOINTED');
    expect(await statusOf(departure, 'Anke')).toBe('NOT_APPOINTED');
  });

  test('leaves nobody out of the reasons', async () => {
    const { tie } = rounds;
    const decision = await tie.run.deciding(of(tie, 'Bram'), [of(tie, 'Anke')]);
    expect(await tie.run.refused(tie.run.authority, 'decideAppointment', decision)).toEqual(['others REASONS_MISSING']);
  });
});

describe('whoever was chosen and does not want the post', () => {
  test('gives the authority its choice back, among who is left', async () => {
    const { refusal } = rounds;
    const { run } = refusal;
    const [anke, bram] = [of(refusal, 'Anke'), of(refusal, 'Bram')];
    await submitted(refusal, 'Anke', 'Bram');
    await run.decide(anke, [bram]);
    await run.answer('declineAppointment', anke);
    expect(await run.read()).toMatchObject({ status: 'RESULT_SUBMITTED', ending: null });
    const again = await run.deciding(anke, [bram]);
    expect(await run.refused(run.authority, 'decideAppointment', again)).toContain('application NOT_SUITABLE');
    await run.decide(bram, []);
    await run.answer('acceptAppointment', bram);
    expect(await run.read()).toMatchObject({ status: 'COMPLETED', ending: 'APPOINTED' });
    expect([await statusOf(refusal, 'Anke'), await statusOf(refusal, 'Bram')]).toEqual(['DECLINED', 'APPOINTED']);
  });

  test('leaves nobody where they were the only one, and the authority can only say so', async () => {
    const round = rounds['refused-by-all'];
    await submitted(round, 'Anke');
    await round.run.decide(of(round, 'Anke'), []);
    await round.run.answer('declineAppointment', of(round, 'Anke'));
    await round.run.decide(null, []);
    expect(await round.run.read()).toMatchObject({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NOBODY_APPOINTED' });
  });
});

describe('how many are suitable', () => {
  test('one: nobody is ranked, and that one can be appointed', async () => {
    const { single } = rounds;
    const { run } = single;
    const [anke, bram] = [of(single, 'Anke'), of(single, 'Bram')];
    await run.conclude(anke, 'UNSUITABLE');
    await run.conclude(bram, 'SUITABLE');
    const places = [{ place: 1, applications: [bram.application], reasons: because('Bram') }];
    expect(await run.refused(run.chair, 'rankCandidates', { procedure: run.id, places })).toEqual([
      'places NOT_SEVERAL',
    ]);
    await run.submit();
    await run.decide(bram, []);
    await run.answer('acceptAppointment', bram);
    expect(await run.read()).toMatchObject({ status: 'COMPLETED', ending: 'APPOINTED' });
    expect(await statusOf(single, 'Anke')).toBe('UNSUITABLE');
  });

  test('several, of whom the authority wants nobody: it says so with reasons', async () => {
    const { nobody } = rounds;
    await submitted(nobody, 'Bram', 'Anke');
    await nobody.run.decide(null, []);
    expect(await nobody.run.read()).toMatchObject({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NOBODY_APPOINTED' });
    expect([await statusOf(nobody, 'Anke'), await statusOf(nobody, 'Bram')]).toEqual([
      'NOT_APPOINTED',
      'NOT_APPOINTED',
    ]);
  });

  test('none: it ends without an appointment, and there is nothing to decide', async () => {
    const { unsuitable } = rounds;
    await submitted(unsuitable);
    expect(await unsuitable.run.read()).toMatchObject({
      ...{ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_SUITABLE' },
    });
    const decision = await unsuitable.run.deciding(of(unsuitable, 'Anke'), []);
    expect(await unsuitable.run.refused(unsuitable.run.authority, 'decideAppointment', decision)).toContain(
      'procedure NOT_FROM_THIS_STATUS',
    );
  });
});
