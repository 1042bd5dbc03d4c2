import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toldOf } from './inbox.ts';
import { admitted, closedRounds, heard, type Round, submitted } from './rounds.ts';
import { openStage, type Stage } from './stage.ts';
import { BRUSSELS_STEPS, GOB, write } from './vacancies.ts';

const CALLS = {
  amended: { by: ['Anke', 'Bram'] },
  'withdrawn-early': { by: ['Anke', 'Bram'] },
  'withdrawn-late': { by: ['Anke', 'Bram', 'Cas'] },
};

let stage: Stage;
let rounds: Record<keyof typeof CALLS, Round>;
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  rounds = await closedRounds(stage, GOB, CALLS);
  await admitted(stage, Object.values(rounds));
});
afterAll(() => stage?.close());

const versionOf = async (vacancy: string): Promise<number> => {
  const query = 'query ($id: ID!) { vacancy(id: $id) { validity { version } } }';
  return (await stage.ask({ name: 'anybody', role: 'public' }, query, { id: vacancy })).vacancy.validity.version;
};
const actsOf = async ({ run }: Round): Promise<string[]> => {
  const query =
    'query ($id: ID!) { selectionProcedure(id: $id) { trail(first: 100) { edges { node { act actor } } } } }';
  const { selectionProcedure } = await stage.ask(run.recruiter, query, { id: run.id });
  return selectionProcedure.trail.edges.map(
    ({ node }: { node: { act: string; actor: string } }) => `${node.act} by ${node.actor}`,
  );
};

test('a vacancy that is amended in the middle changes nothing of what the procedure runs by: the trail says that it was', async () => {
  const round = rounds.amended;
  const { run } = round;
  const before = await run.read();
  const acts = await actsOf(round);
  const changes = { announcedSteps: BRUSSELS_STEPS.slice(0, 1).concat(BRUSSELS_STEPS.slice(2)), vacantPositions: 2 };
  const version = await versionOf(run.vacancy);
  await write(stage, GOB, 'AmendVacancy', { id: run.vacancy, version, changes, reason: 'Anders dan voorzien.' });
  await stage.settled();
  expect(await run.read()).toEqual(before);
  expect(await actsOf(round)).toEqual([...acts, 'VACANCY_AMENDED by rule:vacancy-amended']);
  await heard(round);
  await submitted(round, 'Bram', 'Anke');
  await run.decide(round.applicants['Bram']!, [round.applicants['Anke']!]);
  await run.answer('acceptAppointment', round.applicants['Bram']!);
  expect(await run.read()).toMatchObject({ status: 'COMPLETED', ending: 'APPOINTED' });
});

describe('a vacancy that is withdrawn in the middle', () => {
  const withdraw = async ({ run }: Round) => {
    const version = await versionOf(run.vacancy);
    await write(stage, GOB, 'WithdrawVacancy', { id: run.vacancy, version, reason: 'De functie wordt afgeschaft.' });
    await stage.settled();
  };

  test('before anybody was heard: everybody is told, and the procedure is cancelled', async () => {
    const round = rounds['withdrawn-early'];
    await withdraw(round);
    expect(await round.run.read()).toMatchObject({ status: 'CANCELLED', ending: 'VACANCY_WITHDRAWN' });
    for (const one of Object.values(round.applicants)) {
      expect(await round.run.progress(one)).toMatchObject({ status: 'DISCONTINUED' });
      expect(
        (await toldOf(stage, one.as, round.run.vacancy)).filter((code) => code === 'SELECTION_CANCELLED'),
      ).toHaveLength(1);
    }
    const refused = await round.run.refused(round.run.recruiter, 'appointMember', {
      ...{ procedure: round.run.id, subject: 'test:lid', name: 'Lid', function: 'CHAIR' },
    });
    expect(refused).toEqual(['procedure NOT_AT_THIS_TIME']);
  });

  test('after one was chosen: what was to be answered cannot be any more, and who was not suitable stays so', async () => {
    const round = rounds['withdrawn-late'];
    const { run, applicants } = round;
    await heard(round);
    await submitted(round, 'Anke', 'Bram');
    await run.sendOutcomes('RESULT');
    await run.decide(applicants['Anke']!, [applicants['Bram']!]);
    await stage.settled();
    const { version } = await run.progress(applicants['Anke']!);
    await withdraw(round);
    expect(await run.read()).toMatchObject({ status: 'CANCELLED', ending: 'VACANCY_WITHDRAWN' });
    const statuses = await Promise.all(
      ['Anke', 'Bram', 'Cas'].map(async (name) => (await run.progress(applicants[name]!)).status),
    );
    expect(statuses).toEqual(['DISCONTINUED', 'DISCONTINUED', 'UNSUITABLE']);
    const { as, application } = applicants['Anke']!;
    expect(await run.refused(as, 'acceptAppointment', { application, version: version + 1 })).not.toEqual([]);
    const told = await toldOf(stage, as, run.vacancy);
    // Nothing is to be done any more.
    expect(told.slice(-4, -2)).toEqual(['SELECTED_FOR_APPOINTMENT', 'ANSWER_APPOINTMENT']);
    expect(told.slice(-2).sort()).toEqual(['SELECTION_CANCELLED', 'VACANCY_WITHDRAWN']);
    const cas = await toldOf(stage, applicants['Cas']!.as, run.vacancy);
    expect(cas.slice(-2)).toEqual(['RESULT_SENT', 'VACANCY_WITHDRAWN']);
  });
});
