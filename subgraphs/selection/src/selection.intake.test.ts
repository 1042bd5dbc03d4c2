import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CloudEvent } from '@mandate-graph/domain';
import { always, eventOf, memoryLog, recordedSubject, silentLog } from '@mandate-graph/testkit';
import { standings, trailOf } from './candidacy/testing/driving.ts';
import { lockProcedure } from './procedure/procedure.locks.ts';
import { SettlingJob } from './settling/settling.job.ts';
import { type Applicant, openSelection, startedProcedure, type TestSelection } from './testing/selection.ts';
import { federalVacancy } from './testing/templates.ts';
import { waits } from './testing/waiting.ts';

let selection: TestSelection;
let number = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const run = (log = silentLog) =>
  new SettlingJob({ ...selection.installation, clock: selection.clock, log }).run(
    selection.clock.now(),
    new AbortController().signal,
  );
const newVacancy = () => `vrb:vacancy:intake-${++number}`;
const started = async () => {
  const { procedure, applicants } = await startedProcedure(selection, newVacancy(), federalVacancy(), 1);
  return { procedure, applicant: applicants[0]! };
};
/** A recruiter decided that somebody is admitted. */
const admitted = ({ application, candidate, vacancy }: Applicant): CloudEvent =>
  selection.candidatesEvent('eligibility.decided', {
    ...{ decision: application, application, candidate, vacancy, conditions: 'PARTICIPATION', outcome: 'ELIGIBLE' },
    ...{ version: 1, recordedAt: '2025-10-24T08:00:00Z', remedyStated: true, decidedBy: 'recruiter-of-vrb' },
    judgedFile: '2025-10-22T22:00:00Z',
  });
const applied = ({ application, candidate, vacancy }: Applicant): CloudEvent =>
  selection.candidatesEvent('application.recorded', {
    ...{ application, candidate, vacancy, status: 'DEFINITIVE', act: 'VALIDATE', version: 1, holder: null },
    ...{ submittedAt: '2025-10-01T10:00:00Z', recordedAt: '2025-10-24T08:00:00Z' },
  });
const somebody = (vacancy: string): Applicant => ({
  ...{ application: randomUUID(), candidate: randomUUID(), subject: 'somebody', vacancy },
});
/** Its next entry would have the number of one that is there; or, with 1, it is mended again. */
const spoil = (procedure: string, by: -1 | 1) =>
  selection.query('UPDATE selection_procedure SET trail_seq = trail_seq + $2 WHERE id = $1', [procedure, by]);
const due = async () => (await selection.query('SELECT FROM settling_due')).length;

describe('a feed', () => {
  test('takes in everything, and each procedure is settled on its own: one that cannot be holds up no other', async () => {
    const [broken, whole] = [await started(), await started()];
    const gone = randomUUID();
    await spoil(broken.procedure, -1);
    const erased = selection.candidatesEvent('candidate.erased', { candidate: gone });
    await selection.hear('candidates', admitted(broken.applicant), admitted(whole.applicant), erased);
    expect(await selection.query('SELECT FROM erased_person WHERE person = $1', [`candidate:${gone}`])).toHaveLength(1);
    const { log, lines } = memoryLog();
    expect(await run(log)).toBe(1);
    const both = [broken.applicant, whole.applicant];
    expect(await standings(selection, both)).toEqual(['IN_PROGRESS screening', 'IN_PROGRESS assessment']);
    expect(lines.map((line) => JSON.parse(line)).map(({ procedure, msg }) => [procedure, msg])).toEqual([
      [broken.procedure, 'a procedure could not be settled; it is tried again'],
    ]);
    await spoil(broken.procedure, 1);
    expect(await run()).toBe(1);
    expect(await standings(selection, both)).toEqual(Array(2).fill('IN_PROGRESS assessment'));
    expect([await run(), await due()]).toEqual([0, 0]);
    for (const { procedure } of [broken, whole]) expect(await trailOf(selection, procedure, 'PASS')).toHaveLength(1);
  });

  test('of an institution takes in everything as well', async () => {
    const [broken, whole] = [await started(), await started()];
    await spoil(broken.procedure, -1);
    const state = federalVacancy({ publication: 'WITHDRAWN' });
    const withdrawn = [broken, whole].map(({ applicant }) =>
      eventOf(recordedSubject('vacancy', applicant.vacancy, 2, [always(state)])),
    );
    await selection.hear('vrb', ...withdrawn);
    expect(await run()).toBe(1);
    expect(await standings(selection, [whole.applicant])).toEqual(['DISCONTINUED screening']);
    await spoil(broken.procedure, 1);
    expect(await run()).toBe(1);
    expect(await standings(selection, [broken.applicant])).toEqual(['DISCONTINUED screening']);
  });

  test('waits for no procedure, and so holds none that another waits for', async () => {
    const one = await started();
    await selection.source.transaction(async (manager) => {
      await lockProcedure(manager, one.procedure, selection.clock.now());
      await selection.source.transaction(async (other) => {
        await other.query("SET LOCAL lock_timeout = '2s'");
        await selection.take('candidates')(other, [admitted(one.applicant)]);
      });
    });
    expect(await run()).toBe(1);
    expect(await standings(selection, [one.applicant])).toEqual(['IN_PROGRESS assessment']);
  });

  test('that tells of more while a procedure is settled has it settled again', async () => {
    const one = await started();
    await selection.hear('candidates', admitted(one.applicant));
    const late = somebody(one.applicant.vacancy);
    let settled: Promise<number> = Promise.resolve(0);
    await selection.source.transaction(async (manager) => {
      // Who applied has been looked at, and what was decided waits to be written.
      await manager.query('LOCK TABLE candidacy IN SHARE MODE');
      settled = run();
      await waits(selection, settled);
      await selection.hear('candidates', applied(late));
    });
    expect([await settled, await due()]).toEqual([1, 1]);
    expect(await run()).toBe(1);
    expect(await standings(selection, [one.applicant, late])).toEqual([
      ...['IN_PROGRESS assessment', 'IN_PROGRESS screening'],
    ]);
  });

  test('that tells of somebody before a procedure has started has it looked at: it may be starting', async () => {
    const vacancy = newVacancy();
    await selection.vacancy(vacancy, federalVacancy());
    await selection.hear('candidates', applied(somebody(vacancy)));
    expect([await due(), await run(), await due()]).toEqual([1, 1, 0]);
  });

  test('leaves nothing due of a vacancy that nobody knows', async () => {
    await selection.hear('candidates', applied(somebody(newVacancy())));
    expect(await due()).toBe(0);
  });
});
