import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NotAsAgreed } from '@mandate-graph/domain';
import { candidateOf } from '../person/person.keys.ts';
import { openSelection, startedProcedure, type TestSelection } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';
import { driving } from './testing/driving.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const told = (own: Record<string, unknown> = {}) => ({
  ...{ application: randomUUID(), candidate: randomUUID(), vacancy: 'vrb:vacancy:told', status: 'PROVISIONAL' },
  ...{ version: 1, submittedAt: '2025-10-01T10:00:00Z', holder: 'a-digest', recordedAt: '2025-10-01T10:00:00Z' },
  ...own,
});
const tell = (data: object) => selection.candidatesTell('application.recorded', data);
const known = (id: unknown) =>
  selection.query('SELECT status, version, submitted_at AS at FROM known_application WHERE id = $1', [id]);
const holders = (candidate: unknown) =>
  selection.query('SELECT holder FROM candidate_holder WHERE candidate_id = $1', [candidate]);

describe('what candidates tell', () => {
  test('is kept as of its newest version, whatever comes again or late', async () => {
    const one = told();
    await tell({ ...one, status: 'DEFINITIVE', version: 3 });
    await tell(one);
    await tell({ ...one, status: 'DEFINITIVE', version: 3, submittedAt: null });
    expect(await known(one.application)).toEqual([
      { status: 'DEFINITIVE', version: 3, at: new Date('2025-10-01T10:00:00Z') },
    ]);
    await tell({ ...one, status: 'WITHDRAWN', version: 4 });
    expect(await known(one.application)).toMatchObject([{ status: 'WITHDRAWN', version: 4 }]);
  });

  test('names nobody where it has no holder, and else keeps the digest only', async () => {
    const [one, nobody] = [told(), told({ holder: null })];
    await tell(one);
    await tell(nobody);
    expect([await holders(one.candidate), await holders(nobody.candidate)]).toEqual([[{ holder: 'a-digest' }], []]);
  });

  test('of somebody who is erased takes away key and holder, for good', async () => {
    const { applicants, procedure } = await startedProcedure(selection, 'vrb:vacancy:erased', federalVacancy(), 1);
    const { application, candidate } = applicants[0]!;
    await driving(selection, procedure).exclude(applicants, 'ELIGIBILITY_SCREENING', 'FAILED', 'Sealed reasons');
    const keys = () => selection.query('SELECT FROM person_key WHERE person = $1', [candidateOf(candidate)]);
    expect(await keys()).toHaveLength(1);
    await selection.erased(applicants[0]!);
    await selection.erased(applicants[0]!);
    expect([await keys(), await holders(candidate)]).toEqual([[], []]);
    await tell(told({ application, candidate, version: 99, vacancy: 'vrb:vacancy:erased', status: 'DEFINITIVE' }));
    await selection.inProcedure(procedure, (work) => work.keys.make([candidateOf(candidate)]));
    expect([await keys(), await holders(candidate)]).toEqual([[], []]);
    // What was done stays, and so do the numbers.
    expect(await selection.query('SELECT status FROM candidacy WHERE id = $1', [application])).toEqual([
      { status: 'EXCLUDED' },
    ]);
  });

  test('of an erasure that names nobody is not taken in', async () => {
    await expect(selection.candidatesTell('candidate.erased', {})).rejects.toThrow(NotAsAgreed);
  });

  test('of a vacancy that nobody has told of yet waits for its procedure', async () => {
    const one = told({ vacancy: 'vrb:vacancy:later', status: 'DEFINITIVE' });
    await tell(one);
    const { procedure } = await startedProcedure(selection, 'vrb:vacancy:later', federalVacancy(), 0);
    expect(await selection.query('SELECT id, status FROM candidacy WHERE procedure_id = $1', [procedure])).toEqual([
      { id: one.application, status: 'IN_PROGRESS' },
    ]);
  });
});
