import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { driving, standings, trailOf } from '../candidacy/testing/driving.ts';
import { openSelection, startedProcedure, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const procedureRow = async (id: string) =>
  (
    await selection.query<{ status: string; ending: string; version: number; seen: number; template: unknown }>(
      'SELECT status, ending, version, vacancy_seen AS seen, template FROM selection_procedure WHERE id = $1',
      [id],
    )
  )[0]!;
const toldOf = (type: string, procedure: string) =>
  selection.query<{ data: Record<string, unknown> }>(
    `SELECT data FROM outbox WHERE type = $1 AND data->>'procedure' = $2 ORDER BY id`,
    [`mandate-graph.${type}.v1`, procedure],
  );

describe('a vacancy that is withdrawn in the middle', () => {
  test('ends its procedure for everyone who is still in it, and leaves the others as they were', async () => {
    const vacancy = 'vrb:vacancy:withdrawn';
    const { procedure, applicants } = await startedProcedure(selection, vacancy, brusselsVacancy(), 5);
    const [waiting, excluded, gone, suitable, unsuitable] = applicants;
    const drive = driving(selection, procedure);
    await drive.exclude([excluded!], 'ELIGIBILITY_SCREENING', 'FAILED');
    await selection.applied(gone!, 'WITHDRAWN', 'WITHDRAW');
    for (const kind of ['ELIGIBILITY_SCREENING', 'INTERVIEW'] as const)
      await drive.pass([suitable!, unsuitable!], kind);
    await drive.find([suitable!], 'SUITABLE');
    await drive.find([unsuitable!], 'UNSUITABLE');
    const withdrawn = brusselsVacancy({ publication: 'WITHDRAWN' });
    await selection.vacancy(vacancy, withdrawn);
    expect(await standings(selection, applicants)).toEqual([
      'DISCONTINUED screening',
      'EXCLUDED screening',
      'WITHDRAWN screening',
      'DISCONTINUED result',
      'UNSUITABLE result',
    ]);
    expect(await procedureRow(procedure)).toMatchObject({
      status: 'CANCELLED',
      ending: 'VACANCY_WITHDRAWN',
      version: 3,
    });
    expect(await trailOf(selection, procedure, 'CANCEL')).toMatchObject([
      { actor: 'rule:vacancy-withdrawn', after: { status: 'CANCELLED', vacancyVersion: 2 } },
    ]);
    const told = (await toldOf('candidate.told', procedure)).filter(
      ({ data }) => data['code'] === 'SELECTION_CANCELLED',
    );
    expect(told.map(({ data }) => data['application']).toSorted()).toEqual(
      [waiting!.application, suitable!.application].toSorted(),
    );
    expect(await toldOf('procedure.ended', procedure)).toMatchObject([{ data: { ending: 'VACANCY_WITHDRAWN' } }]);
  });

  test('ends it once, and for good', async () => {
    const vacancy = 'vrb:vacancy:once';
    const { procedure, applicants } = await startedProcedure(selection, vacancy, federalVacancy(), 1);
    await selection.vacancy(vacancy, federalVacancy({ publication: 'WITHDRAWN' }));
    const [before, trail] = [await procedureRow(procedure), await trailOf(selection, procedure)];
    await selection.vacancy(vacancy, federalVacancy({ publication: 'WITHDRAWN' }));
    await selection.vacancy(vacancy, federalVacancy());
    await selection.decided(applicants[0]!, 'ELIGIBLE');
    const late = await selection.applicant(vacancy);
    expect(await procedureRow(procedure)).toEqual(before);
    expect(await trailOf(selection, procedure)).toEqual(trail);
    expect(await standings(selection, [...applicants, late])).toEqual(['DISCONTINUED screening', 'not there']);
  });

  test('leaves a procedure as it is that had ended before', async () => {
    const vacancy = 'vrb:vacancy:ended';
    const { procedure } = await startedProcedure(selection, vacancy, federalVacancy(), 0);
    const before = await procedureRow(procedure);
    await selection.vacancy(vacancy, federalVacancy({ publication: 'WITHDRAWN' }));
    expect(await procedureRow(procedure)).toEqual(before);
    expect(before).toMatchObject({ status: 'ENDED_WITHOUT_APPOINTMENT', ending: 'NO_CANDIDATES' });
  });
});

describe('a vacancy that is amended in the middle', () => {
  test('does not change what its procedure runs by; the trail tells of each version once', async () => {
    const vacancy = 'vrb:vacancy:amended';
    const { procedure, applicants } = await startedProcedure(selection, vacancy, federalVacancy(), 1);
    const before = await procedureRow(procedure);
    expect(before.seen).toBe(1);
    const amended = federalVacancy({ announcedSteps: [], weightingClasses: [6, 7], rights: [] });
    await selection.vacancy(vacancy, amended);
    await selection.decided(applicants[0]!, 'ELIGIBLE');
    await selection.vacancy(vacancy, { ...amended, weightingClasses: [1] });
    await selection.takeIn('candidates');
    expect(await procedureRow(procedure)).toEqual({ ...before, seen: 3 });
    expect(await trailOf(selection, procedure, 'VACANCY_AMENDED')).toEqual(
      [
        [1, 2],
        [2, 3],
      ].map(([from, to]) => ({
        ...{ act: 'VACANCY_AMENDED', actor: 'rule:vacancy-amended', about: 'PROCEDURE' },
        ...{ before: { vacancyVersion: from }, after: { vacancyVersion: to } },
      })),
    );
    expect(await standings(selection, applicants)).toEqual(['IN_PROGRESS assessment']);
  });

  test('is nothing to a procedure that has not started, or has ended', async () => {
    const ended = 'vrb:vacancy:amended-after';
    const { procedure } = await startedProcedure(selection, ended, federalVacancy(), 0);
    await selection.vacancy(ended, federalVacancy({ weightingClasses: [1] }));
    const waiting = await selection.vacancy('vrb:vacancy:amended-before', federalVacancy());
    await selection.vacancy('vrb:vacancy:amended-before', federalVacancy({ weightingClasses: [1] }));
    for (const id of [procedure, waiting]) expect(await trailOf(selection, id, 'VACANCY_AMENDED')).toEqual([]);
  });
});
