import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VacancyState } from '@mandate-graph/domain';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { procedureIdOf } from '@mandate-graph/writing';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';

let selection: TestSelection;
let number = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

/** A vacancy that has closed, with so many applicants. */
async function closed(count = 0, state: VacancyState = federalVacancy(), institution = 'vrb') {
  number += 1;
  selection.at('2025-10-01T10:00');
  const vacancy = `${institution}:vacancy:start-${number}`;
  const procedure = await selection.vacancy(vacancy, state);
  for (let made = 0; made < count; made++) await selection.applicant(vacancy);
  selection.at('2025-10-24T10:00');
  return { vacancy, procedure };
}
const start = (procedure: string, own: object = {}, actor = recruiter()) =>
  selection.write(actor, 'startSelection', { procedure, version: 1, ...own });
const rowOf = async (id: string) =>
  (
    await selection.query<Record<string, unknown>>(
      `SELECT status, legal_regime AS regime, regime_from::text AS "regimeFrom", template, vacancy_version AS vacancy,
         trail_seq AS entries FROM selection_procedure WHERE id = $1`,
      [id],
    )
  )[0]!;

describe('a selection that is started', () => {
  test('S1.S, S2.S: keeps what the vacancy says then, and the regime that holds on that day', async () => {
    const { procedure } = await closed(1);
    expect(await start(procedure)).toEqual({
      ...{ __typename: 'SelectionRecorded', id: procedure, version: 2, recordedAt: '2025-10-24T08:00:00Z' },
    });
    expect(await rowOf(procedure)).toEqual({
      ...{ status: 'RUNNING', regime: 'OISZ_MANAGEMENT', regimeFrom: expect.stringMatching(/^\d{4}-/), vacancy: 1 },
      ...{ template: JSON.parse(JSON.stringify(federalVacancy())), entries: expect.any(Number) },
    });
    const other = await closed(1, federalVacancy(), 'gew');
    await start(other.procedure, {}, recruiter('gew'));
    expect(await rowOf(other.procedure)).toMatchObject({ regime: 'BRUSSELS_STATUTE' });
  });

  test('tells of each candidacy that it began, with ids and instants only', async () => {
    const { procedure } = await closed(3);
    await start(procedure);
    const told = await selection.query<{ data: Record<string, unknown> }>(
      `SELECT data FROM outbox WHERE type = 'mandate-graph.candidacy.recorded.v1' AND data->>'procedure' = $1`,
      [procedure],
    );
    expect(told).toHaveLength(3);
    expect(told[0]!.data).toEqual({
      ...{ application: expect.any(String), candidate: expect.any(String), vacancy: expect.any(String), procedure },
      ...{ status: 'IN_PROGRESS', submittedToAuthority: false, version: 1, recordedAt: '2025-10-24T08:00:00Z' },
    });
  });

  test('once, with 50 requests at the same time, and with one key has one answer', async () => {
    const [one, other] = [await closed(2), await closed(2)];
    const answers = await Promise.all(Array.from({ length: 50 }, () => start(one.procedure)));
    expect(answers.filter(({ __typename: name }) => name === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter(({ __typename: name }) => name === 'Refused')).toHaveLength(49);
    const idempotencyKey = randomUUID();
    const same = await Promise.all(Array.from({ length: 50 }, () => start(other.procedure, { idempotencyKey })));
    expect(same).toEqual(Array(50).fill(same[0]));
    expect(same[0]).toMatchObject({ __typename: 'SelectionRecorded', version: 2 });
    for (const { procedure } of [one, other]) {
      const starts = await selection.query(
        `SELECT act FROM trail_entry WHERE procedure_id = $1 AND act IN ('START', 'ENTER')`,
        [procedure],
      );
      expect(starts).toHaveLength(3);
    }
  });
});

describe('a selection is not started', () => {
  const codesOf = async (procedure: string, own: object = {}) =>
    ((await start(procedure, own)).problems ?? []).map(({ code }: { code: string }) => code);

  test('of a vacancy that has not closed, and without a step for the result: all that is wrong is said at once', async () => {
    selection.at('2025-10-01T10:00');
    const open = await selection.vacancy('vrb:vacancy:open', federalVacancy({ announcedSteps: [] }));
    expect((await start(open)).problems).toEqual([
      {
        ...{ path: 'procedure', code: 'NOT_AT_THIS_TIME', value: 'OPEN' },
        rule: 'A selection starts once its vacancy is CLOSED, but got: OPEN.',
      },
      {
        ...{ path: 'procedure', code: 'NO_RESULT_STEP', value: null },
        rule: 'The steps that the vacancy announces must have a RESULT.',
      },
    ]);
    expect(await rowOf(open)).toMatchObject({ status: 'NOT_STARTED', template: null, entries: 0 });
    const { procedure } = await closed(0, federalVacancy({ publication: 'FILLED' }));
    expect(await codesOf(procedure)).toEqual(['NOT_AT_THIS_TIME']);
  });

  test('of an institution that names no legal regime', async () => {
    const { procedure } = await closed(0, federalVacancy(), 'oth');
    expect(await start(procedure, {}, recruiter('oth'))).toMatchObject({
      problems: [{ path: 'procedure', code: 'NO_LEGAL_REGIME', value: null }],
    });
  });

  test('of a vacancy for several posts, of which each is a vacancy of its own', async () => {
    const { procedure } = await closed(1, federalVacancy({ vacantPositions: 2 }));
    expect((await start(procedure)).problems).toEqual([
      {
        ...{ path: 'procedure', code: 'SEVERAL_POSITIONS', value: '2' },
        rule: 'procedure must be for one vacant position, since a vacancy names one post; each further one is a vacancy of its own, but got: 2.',
      },
    ]);
    expect(await rowOf(procedure)).toMatchObject({ status: 'NOT_STARTED', template: null });
    const one = await closed(1, federalVacancy({ vacantPositions: 1 }));
    expect(await codesOf(one.procedure)).toEqual([]);
  });

  test('twice', async () => {
    const { procedure } = await closed(1);
    await start(procedure);
    expect(await codesOf(procedure, { version: 2 })).toEqual(['NOT_FROM_THIS_STATUS']);
  });

  test('on another version than the one that was read', async () => {
    const { procedure } = await closed();
    expect(await start(procedure, { version: 4 })).toEqual({
      ...{ __typename: 'VersionConflict', id: procedure, givenVersion: 4, currentVersion: 1 },
    });
    expect(await rowOf(procedure)).toMatchObject({ status: 'NOT_STARTED', entries: 0 });
  });

  test('by another institution, which is answered as if there were none', async () => {
    const { procedure } = await closed();
    const others = await start(procedure, {}, recruiter('gew'));
    for (const id of [procedureIdOf('vrb:vacancy:nowhere'), 'nonsense'])
      expect(await start(id, {}, recruiter('gew'))).toEqual(others);
    expect(others.problems).toMatchObject([{ path: 'procedure', value: null }]);
  });

  test('by anybody but a recruiter', async () => {
    const { procedure } = await closed();
    for (const actor of [PUBLIC_ACTOR, authority(), candidateActor('candidate'), memberActor('member', procedure)])
      expect((await start(procedure, {}, actor)).errors).toHaveLength(1);
    expect(await rowOf(procedure)).toMatchObject({ status: 'NOT_STARTED' });
  });

  test('without a key of its own', async () => {
    const { procedure } = await closed();
    expect(await codesOf(procedure, { idempotencyKey: '' })).toHaveLength(1);
  });
});
