import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSelection, recruiter, startedProcedure, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const statuses = async (procedure: string) =>
  (
    await selection.query<{ status: string; key: string | null }>(
      `SELECT candidacy.status, step.key FROM candidacy LEFT JOIN selection_step step ON step.id = candidacy.step_id
       WHERE candidacy.procedure_id = $1 ORDER BY candidacy.id`,
      [procedure],
    )
  ).map(({ status, key }) => `${status} ${key}`);

const shown = async (procedure: string) => {
  const { data } = await selection.ask(
    recruiter(),
    'query ($id: ID!) { selectionProcedure(id: $id) { status ending legalRegime version steps { key status } } }',
    { id: procedure },
  );
  return data.selectionProcedure;
};

describe('a selection that starts', () => {
  test('brings the definitive applications into its first step, and runs by the regime of its institution', async () => {
    const { procedure, started } = await startedProcedure(selection, 'vrb:vacancy:start', federalVacancy(), 3);
    expect(started).toMatchObject({ __typename: 'SelectionRecorded', id: procedure, version: 2 });
    expect(await statuses(procedure)).toEqual(Array(3).fill('IN_PROGRESS screening'));
    expect(await shown(procedure)).toMatchObject({
      ...{ status: 'RUNNING', ending: null, legalRegime: 'OISZ_MANAGEMENT', version: 2 },
      steps: [
        { key: 'screening', status: 'RUNNING' },
        { key: 'assessment', status: 'PENDING' },
        { key: 'oral', status: 'PENDING' },
        { key: 'result', status: 'PENDING' },
        { key: 'interview', status: 'PENDING' },
      ],
    });
  });

  test('without candidates has ended', async () => {
    const { procedure } = await startedProcedure(selection, 'vrb:vacancy:empty', federalVacancy(), 0);
    expect(await shown(procedure)).toMatchObject({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NO_CANDIDATES' });
  });
});

describe('the screening', () => {
  test('comes to what a person decided, and a step is concluded when nobody waits in it', async () => {
    const { procedure, applicants, steps } = await startedProcedure(
      selection,
      'vrb:vacancy:screen',
      brusselsVacancy(),
      3,
    );
    const [one, two, three] = applicants;
    await selection.decided(one!, 'ELIGIBLE');
    await selection.decided(two!, 'NOT_ELIGIBLE');
    const step = steps.get('screening');
    expect(await selection.write(recruiter(), 'concludeStep', { step, version: 2 })).toMatchObject({
      problems: [{ path: 'step', code: 'OUTCOMES_MISSING', value: '1' }],
    });
    await selection.decided(three!, 'CONDITIONAL');
    expect((await statuses(procedure)).sort()).toEqual([
      'EXCLUDED screening',
      'IN_PROGRESS interview',
      'IN_PROGRESS interview',
    ]);
    expect(await selection.write(recruiter(), 'concludeStep', { step, version: 2 })).toMatchObject({ version: 3 });
  });
});
