import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VacancyState } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { MANAGEMENT } from '../eligibility/testing/trees.ts';
import { VacancyVersions } from '../vacancy/vacancy.versions.ts';
import {
  AFTER,
  BEFORE,
  CLOSES,
  closing,
  type Desk,
  done,
  IN_TIME,
  OPEN,
  openDesk,
  told,
} from './testing/settling.desk.ts';

const LATER_CLOSES = '2026-11-05T23:00:00.000Z';
const EXTENDED = closing('2026-11-05');
const [SUBMITTED, VALIDATED] = ['APPLICATION_SUBMITTED', 'APPLICATION_VALIDATED'];

let desk: Desk;
let somebody: Desk['somebody'];

beforeAll(async () => {
  desk = await openDesk();
  ({ somebody } = desk);
});
afterAll(() => desk.close());

describe('a vacancy that is withdrawn', () => {
  test.each<[string, VacancyState[]]>([
    ['by decision', [closing('2026-10-22', { publication: 'WITHDRAWN' })]],
    ['by being no longer public', []],
  ])('%s ends the applications for it', async (_how, [state]) => {
    const { vacancy, person, id, status } = await somebody('DEFINITIVE');
    await desk.tell(state === undefined ? { ...told(vacancy, 2, OPEN), periods: [] } : told(vacancy, 2, state));
    await desk.run(BEFORE);
    expect([await status(), (await desk.inboxOf(id)).messages.at(-1)]).toEqual(['LAPSED', 'VACANCY_WITHDRAWN']);
    await desk.run(AFTER);
    expect(await desk.frozenFor(id)).toEqual([]);
    expect(await person.act('withdraw', id, 4, BEFORE)).toMatchObject({ outcome: 'refused' });
  });
});

test('an open contest ends with its vacancy, for good', async () => {
  const { vacancy, person, id } = await somebody('PROVISIONAL');
  await desk.run(AFTER);
  const contest = { idempotencyKey: randomUUID(), application: id, version: 3, reasons: 'The desk was down.' };
  done(await person.at(AFTER).applicationActs.contestLapse(contest));
  await desk.tell({ ...told(vacancy, 2, closing('2026-10-22', { publication: 'WITHDRAWN' })), recordedAt: AFTER });
  await desk.run(AFTER);
  expect((await desk.record(id)).standing).toEqual({
    ...{ status: 'LAPSED', submitted: true, lapsedBy: 'VACANCY_WITHDRAWN', contest: null },
  });
  expect((await desk.inboxOf(id)).messages.slice(-2)).toEqual(['CONTEST_RECEIVED', 'VACANCY_WITHDRAWN']);
  expect(await desk.frozenFor(id)).toEqual([CLOSES]);
});

describe('conditions that are amended', () => {
  const AMENDED = closing('2026-10-22', { participationConditions: MANAGEMENT });

  test('before the deadline set a task by it, and lower nobody', async () => {
    const { id, tell, status } = await somebody('DEFINITIVE');
    await tell(2, AMENDED);
    await desk.run(BEFORE);
    expect(await status()).toBe('DEFINITIVE');
    expect(await desk.inboxOf(id)).toEqual({
      messages: [SUBMITTED, VALIDATED, 'CONDITIONS_AMENDED'],
      tasks: [['REACH_YEARS', CLOSES]],
    });
    await tell(3, { ...AMENDED, applicationDeadline: EXTENDED.applicationDeadline });
    await desk.run(BEFORE);
    expect((await desk.inboxOf(id)).tasks).toEqual([['REACH_YEARS', LATER_CLOSES]]);
  });

  test('after it are told, and ask nothing: the file is judged by the rules of then', async () => {
    const { vacancy, id, tell } = await somebody('DEFINITIVE');
    await desk.run(AFTER);
    await desk.tell({ ...told(vacancy, 2, AMENDED), recordedAt: AFTER });
    await desk.run(AFTER);
    expect(await desk.inboxOf(id)).toEqual({
      messages: [SUBMITTED, VALIDATED, 'CONDITIONS_AMENDED_AFTER_DEADLINE'],
      tasks: [],
    });
    const judged = async () => {
      const closesAt = Temporal.Instant.from(CLOSES);
      const [known] = await new VacancyVersions(desk.source.manager).atClosing([{ vacancyId: vacancy, closesAt }]);
      return [known?.version, known?.state.participationConditions?.key];
    };
    expect(await judged()).toEqual([1, undefined]);
    // Recorded before the deadline, and heard of after it, when the institution was down meanwhile.
    await desk.tell({ ...told(vacancy, 3, AMENDED), recordedAt: IN_TIME });
    expect(await judged()).toEqual([3, MANAGEMENT.key]);
    await tell(1, OPEN);
    expect(await judged()).toEqual([3, MANAGEMENT.key]);
  });

  test('from a later day on begin to hold on that day, without anybody saying so again', async () => {
    const { vacancy, id } = await somebody('DEFINITIVE');
    const begins = '2026-10-21';
    await desk.tell({
      ...told(vacancy, 2, OPEN),
      periods: [
        { validFrom: null, validTo: begins, state: OPEN },
        { validFrom: begins, validTo: null, state: AMENDED },
      ],
    });
    await desk.run(BEFORE);
    expect((await desk.inboxOf(id)).messages).toEqual([SUBMITTED, VALIDATED]);
    expect((await desk.record(id)).dueAt?.toString()).toBe('2026-10-20T22:00:00Z');
    await desk.run('2026-10-20T22:00:29.999Z');
    expect((await desk.inboxOf(id)).messages).toEqual([SUBMITTED, VALIDATED]);
    await desk.run('2026-10-20T22:00:30Z');
    expect((await desk.inboxOf(id)).messages).toEqual([SUBMITTED, VALIDATED, 'CONDITIONS_AMENDED']);
    expect((await desk.record(id)).dueAt?.toString()).toBe('2026-10-22T22:00:00Z');
  });
});

test('versions that come twice and out of order are taken in once', async () => {
  const { id, tell } = await somebody('PROVISIONAL');
  await tell(3, EXTENDED);
  await tell(2, closing('2026-10-30'));
  await tell(3, EXTENDED);
  await desk.run(BEFORE);
  await tell(2, closing('2026-10-30'));
  await desk.run(BEFORE);
  expect((await desk.inboxOf(id)).messages).toEqual([SUBMITTED, 'DEADLINE_EXTENDED']);
});
