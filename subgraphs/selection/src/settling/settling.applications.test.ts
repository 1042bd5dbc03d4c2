import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { driving, standings, trailOf } from '../candidacy/testing/driving.ts';
import {
  type Applicant,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const shown = async (id: string) =>
  (
    await selection.ask(
      recruiter(),
      'query ($id: ID!) { selectionProcedure(id: $id) { status ending steps { key status version } } }',
      { id },
    )
  ).data.selectionProcedure;

describe('who becomes definitive late, on a contest', () => {
  test('comes into the first step of a procedure that runs, and opens that step again', async () => {
    const vacancy = 'vrb:vacancy:late';
    const { procedure, applicants, steps } = await startedProcedure(selection, vacancy, brusselsVacancy(), 1);
    await selection.decided(applicants[0]!, 'ELIGIBLE');
    await selection.write(recruiter(), 'concludeStep', { step: steps.get('screening'), version: 2 });
    expect((await shown(procedure)).steps[0]).toEqual({ key: 'screening', status: 'CONCLUDED', version: 3 });
    const late = await selection.applicant(vacancy);
    expect(await standings(selection, [...applicants, late])).toEqual([
      'IN_PROGRESS interview',
      'IN_PROGRESS screening',
    ]);
    expect((await shown(procedure)).steps[0]).toEqual({ key: 'screening', status: 'RUNNING', version: 4 });
    await selection.decided(late, 'ELIGIBLE');
    expect(await standings(selection, [late])).toEqual(['IN_PROGRESS interview']);
  });

  test('opens a procedure again that had ended without candidates', async () => {
    const vacancy = 'vrb:vacancy:late-none';
    const { procedure } = await startedProcedure(selection, vacancy, federalVacancy(), 0);
    expect(await shown(procedure)).toMatchObject({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NO_CANDIDATES' });
    const late = await selection.applicant(vacancy);
    expect(await shown(procedure)).toMatchObject({ status: 'RUNNING', ending: null });
    expect(await standings(selection, [late])).toEqual(['IN_PROGRESS screening']);
    expect((await trailOf(selection, procedure)).map(({ act }) => act)).toEqual([
      'START',
      'END',
      'REOPEN',
      'STEP_RUNNING',
      'ENTER',
    ]);
  });

  test('does not come into a procedure whose result is with the authority', async () => {
    const vacancy = 'vrb:vacancy:late-submitted';
    const { procedure, applicants } = await startedProcedure(selection, vacancy, brusselsVacancy(), 1);
    const drive = driving(selection, procedure);
    await drive.pass(applicants, 'ELIGIBILITY_SCREENING');
    await drive.pass(applicants, 'INTERVIEW');
    await drive.find(applicants, 'SUITABLE');
    await drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
    const late = await selection.applicant(vacancy);
    expect(await standings(selection, [late])).toEqual(['not there']);
  });
});

describe('who withdraws', () => {
  const vacancy = 'vrb:vacancy:withdrawing';
  let procedure: string;
  let applicants: readonly Applicant[];
  let drive: ReturnType<typeof driving>;
  beforeAll(async () => {
    ({ procedure, applicants } = await startedProcedure(selection, vacancy, brusselsVacancy(), 7));
    drive = driving(selection, procedure);
  });
  const withdraws = async (applicant: Applicant) => {
    await selection.applied(applicant, 'WITHDRAWN', 'WITHDRAW');
    return (await standings(selection, [applicant]))[0];
  };

  test('in a step is out of it, by their own act, once', async () => {
    const [inScreening, inInterview, ...others] = applicants;
    await drive.pass([inInterview!, ...others], 'ELIGIBILITY_SCREENING');
    expect(await withdraws(inScreening!)).toBe('WITHDRAWN screening');
    expect(await withdraws(inInterview!)).toBe('WITHDRAWN interview');
    expect(await withdraws(inInterview!)).toBe('WITHDRAWN interview');
    const acts = await trailOf(selection, procedure, 'WITHDRAW');
    expect(acts.map(({ actor }) => actor)).toEqual(
      [inScreening!, inInterview!].map(({ candidate }) => `candidate:${candidate}`),
    );
  });

  test('after a step excluded them, or the committee found them unsuitable, stays where they were', async () => {
    const [, , excluded, unsuitable, ...others] = applicants;
    await drive.exclude([excluded!], 'INTERVIEW', 'FAILED');
    await drive.pass([unsuitable!, ...others], 'INTERVIEW');
    await drive.find([unsuitable!], 'UNSUITABLE');
    expect(await withdraws(excluded!)).toBe('EXCLUDED interview');
    expect(await withdraws(unsuitable!)).toBe('UNSUITABLE result');
  });

  test('once found suitable is out, before and after the result is submitted', async () => {
    const [, , , , one, two, three] = applicants;
    await drive.find([one!, two!, three!], 'SUITABLE');
    expect(await withdraws(one!)).toBe('WITHDRAWN result');
    await drive.procedure('SUBMIT_RESULT', 'COMMITTEE');
    expect(await withdraws(two!)).toBe('WITHDRAWN result');
  });

  test('once selected has refused the appointment: the authority decides again', async () => {
    const selected = applicants[6]!;
    await drive.change([selected], { act: 'SELECT', as: 'AUTHORITY' });
    await drive.procedure('DECIDE', 'AUTHORITY');
    expect(await withdraws(selected)).toBe('DECLINED result');
    expect(await shown(procedure)).toMatchObject({ status: 'RESULT_SUBMITTED', ending: null });
    expect((await trailOf(selection, procedure, 'REFUSE_APPOINTMENT'))[0]).toMatchObject({
      actor: `candidate:${selected.candidate}`,
    });
    expect(await withdraws(selected)).toBe('DECLINED result');
    expect(await trailOf(selection, procedure, 'REFUSE_APPOINTMENT')).toHaveLength(1);
  });

  test('before the start does not take part', async () => {
    const early = 'vrb:vacancy:withdrawing-early';
    selection.at('2025-10-01T10:00');
    const id = await selection.vacancy(early, federalVacancy());
    const [gone, there] = [await selection.applicant(early), await selection.applicant(early)];
    await selection.applied(gone, 'WITHDRAWN', 'WITHDRAW');
    selection.at('2025-10-24T10:00');
    await selection.write(recruiter(), 'startSelection', { procedure: id, version: 1 });
    expect(await standings(selection, [gone, there])).toEqual(['not there', 'IN_PROGRESS screening']);
  });

  test('all together in the screening leave nobody who could be suitable, rather than nobody admissible', async () => {
    const {
      procedure: id,
      applicants: all,
      steps,
    } = await startedProcedure(...([selection, 'vrb:vacancy:all-gone', federalVacancy(), 2] as const));
    for (const applicant of all) await selection.applied(applicant, 'WITHDRAWN', 'WITHDRAW');
    await selection.write(recruiter(), 'concludeStep', { step: steps.get('screening'), version: 2 });
    expect(await shown(id)).toMatchObject({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NONE_SUITABLE' });
  });
});
