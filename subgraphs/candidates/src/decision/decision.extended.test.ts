import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  AFTER,
  CLOSES,
  closing,
  type Desk,
  done,
  openDesk,
  RECRUITER,
  told,
} from '../application/testing/settling.desk.ts';

/** After the second deadline. */
const LATER = '2026-11-06T08:00:00Z';
const LATER_CLOSES = '2026-11-05T23:00:00.000Z';
const WHY = 'Te weinig kandidaten: het college verlengt.';
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('a decision does not outlive the file it was made on: it is made anew on the next one, and its candidate is told so', async () => {
  const { vacancy, person, id } = await desk.somebody('DEFINITIVE');
  await desk.run(AFTER);
  const decide = (now: string, version: number | null, own: object = {}) =>
    desk.servicesOf(RECRUITER, now).decisions.decide({
      ...{ idempotencyKey: randomUUID(), application: id, version, conditions: 'PARTICIPATION', outcome: 'ELIGIBLE' },
      ...{ reasons: 'The diploma and the years are proven.', remedyStated: true, ...own },
    });
  const decisions = async (now: string) => {
    const { applications, applicationReading } = desk.servicesOf(RECRUITER, now);
    const all = await applicationReading.decisions((await applications.view(id))!);
    return all.map(({ version, fileFrozenAt, stands }) => ({ version, fileFrozenAt, stands }));
  };
  done(await decide(AFTER, null));
  expect(await decisions(AFTER)).toEqual([{ version: 1, fileFrozenAt: CLOSES, stands: true }]);

  const extended = { ...told(vacancy, 2, closing('2026-11-05')), recordedAt: AFTER };
  await desk.tell({ ...extended, change: { kind: 'AMENDED', reason: WHY, paths: ['applicationDeadline'] } });
  await desk.run(AFTER);
  expect(await decisions(AFTER)).toEqual([{ version: 1, fileFrozenAt: CLOSES, stands: false }]);
  const account = (await person.at(AFTER).accounts.mine())!;
  const asked = { first: 20, after: null, unreadOnly: false, tasksOnly: false };
  const messages = async () => (await person.at(LATER).inbox.of(account, asked)).edges.map(({ node }) => node!);
  const [extension] = await messages();
  expect(extension).toMatchObject({ code: 'DEADLINE_EXTENDED', reasons: WHY });
  expect(extension!.text.en).toMatch(/change your file again.*A decision made so far does not count/);

  await desk.run(LATER);
  expect(await decisions(LATER)).toEqual([{ version: 1, fileFrozenAt: CLOSES, stands: false }]);
  const appointment = { conditions: 'APPOINTMENT', appointmentOn: '2027-01-01' };
  expect(await decide(LATER, null, { ...appointment, appointmentOn: '2026-11-05' })).toMatchObject({
    problems: [{ code: 'OUT_OF_RANGE' }, { code: 'NO_PARTICIPATION' }],
  });
  done(await decide(LATER, 1));
  expect(await decisions(LATER)).toEqual([{ version: 2, fileFrozenAt: LATER_CLOSES, stands: true }]);
  done(await decide(LATER, null, appointment));
  const [, replacing] = await messages();
  expect(replacing!.text.en).toContain('This decision replaces the earlier one.');
});
