import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CANDIDACY_STATUSES, type CloudEvent, type OfCandidacy } from '@mandate-graph/domain';
import { silentLog } from '@mandate-graph/testkit';
import { SelectionFollower } from '../selection/selection.follower.ts';
import { appealed, ended, notified, ofCandidacy, recorded } from '../selection/testing/selection.news.ts';
import { RetentionJob } from './retention.job.ts';
import { brussels, candidateOf, eraseMe, openPrivacyGraph, type PrivacyGraph, told } from './testing/privacy.graph.ts';
import type { Person } from './testing/private.rows.ts';

let graph: PrivacyGraph;
let person: Person;
let of: OfCandidacy;
beforeAll(async () => {
  graph = await openPrivacyGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  const vacancy = `vrb:vacancy:${randomUUID()}`;
  // Of which the notice does not say how long feedback can be asked for.
  await graph.tell(told(vacancy, 1, { rights: [] }));
  person = await graph.rows.candidate(`subject-${randomUUID()}`);
  of = ofCandidacy(await graph.rows.application(person, vacancy, 'DEFINITIVE'), person.id, vacancy);
});

const follow = (...events: readonly CloudEvent[]) => {
  const { source, sealing, inbox } = graph.installation;
  return source.transaction((manager) => new SelectionFollower(manager, sealing, inbox).follow(events));
};
/** What comes of asking to be erased at an instant: ERASED, or each window with the last day on which it is open. */
const erasing = async (local: string) => {
  graph.at(local);
  const { __typename, problems } = await eraseMe(graph, person.subject);
  return __typename === 'Erased'
    ? 'ERASED'
    : problems.map(({ code, value }: Record<string, string>) => `${code} ${value}`);
};
const sent = (feedback: string | null, appeal: string | null) =>
  notified(of, {
    windows: [
      ...(feedback === null ? [] : [{ code: 'FEEDBACK' as const, lastDay: feedback }]),
      ...(appeal === null ? [] : [{ code: 'APPEAL' as const, lastDay: appeal }]),
    ],
  });

describe('an application runs', () => {
  test.each(CANDIDACY_STATUSES)('while its procedure does and it is %s, unless it was withdrawn', async (status) => {
    await follow(recorded(of, { status }));
    expect(await erasing('2026-06-01T09:00')).toEqual(status === 'WITHDRAWN' ? 'ERASED' : ['RUNNING_APPLICATION null']);
  });

  test('until its procedure has ended, however that ended', async () => {
    await follow(recorded(of), ended('vrb:vacancy:another'));
    expect(await erasing('2026-06-01T09:00')).toEqual(['RUNNING_APPLICATION null']);
    await follow(ended(of.vacancy, { ending: 'NONE_SUITABLE' }));
    expect(await erasing('2026-06-01T09:00')).toBe('ERASED');
  });
});

test('legal 10: an appeal keeps whoever lodged it from being erased until its outcome is recorded', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  await follow(ended(of.vacancy), sent(null, '2026-01-02'), appealed(of, { request: one }));
  expect(await erasing('2026-01-02T12:00')).toEqual(['APPEAL 2026-01-02', 'APPEAL_PENDING null']);
  await follow(appealed(of, { request: one, pending: false, version: 2 }), appealed(of, { request: other }));
  expect(await erasing('2027-06-01T12:00')).toEqual(['APPEAL_PENDING null']);
  await follow(appealed(of, { request: other, pending: false, version: 2 }));
  // The feed may be read from its beginning again.
  await follow(appealed(of, { request: one }), appealed(of, { request: other }));
  const { data } = await graph.ask(candidateOf(person.subject), '{ me { everything } }');
  expect(data.me.everything.selection_appeal).toHaveLength(2);
  expect(data.me.everything.selection_appeal).toEqual(
    expect.arrayContaining([expect.objectContaining({ request_id: one, pending: false, version: 2 })]),
  );
  expect(await erasing('2027-06-01T12:00')).toBe('ERASED');
});

describe('a window that a notification opened', () => {
  test('legal 12: keeps whoever failed an assessment until the end of the waiting period, and no longer', async () => {
    await follow(ended(of.vacancy), notified(of, { windows: [{ code: 'WAITING', lastDay: '2026-05-03' }] }));
    expect(await erasing('2026-05-03T23:59')).toEqual(['WAITING 2026-05-03']);
    expect(await erasing('2026-05-04T00:00')).toBe('ERASED');
  });

  test('is open to the end of its last day, in Brussels, on days of 23 and 25 hours as well', async () => {
    await follow(ended(of.vacancy), sent('2026-03-29', '2026-10-25'));
    expect(await erasing('2026-03-29T23:59:59.999')).toEqual(['FEEDBACK 2026-03-29', 'APPEAL 2026-10-25']);
    expect(await erasing('2026-03-30T00:00')).toEqual(['APPEAL 2026-10-25']);
    expect(await erasing('2026-10-25T23:59:59.999')).toEqual(['APPEAL 2026-10-25']);
    expect(await erasing('2026-10-26T00:00')).toBe('ERASED');
  });

  test('is that of the notification whose window ends last', async () => {
    await follow(ended(of.vacancy), sent('2026-01-03', null), sent('2026-02-28', '2026-01-02'), sent(null, null));
    expect(await erasing('2026-01-03T12:00')).toEqual(['FEEDBACK 2026-02-28']);
  });

  test('holds beside what follows from a decision on the file: what ends last counts', async () => {
    const recorded_at = brussels('2025-11-03T12:00').toString();
    await graph.rows.decision(person, of.application, [{ reasons: 'No diploma.' }], { recorded_at });
    await follow(ended(of.vacancy), sent(null, '2025-12-31'));
    expect(await erasing('2026-01-02T12:00')).toEqual(['APPEAL 2026-01-02']);
    await follow(sent(null, '2026-01-31'));
    expect(await erasing('2026-01-31T12:00')).toEqual(['APPEAL 2026-01-31']);
  });

  test('keeps the file from being emptied, which is kept for 2 years anyway', async () => {
    await graph.rows.snapshot(person, of.application, { sections: [] });
    await graph.query("UPDATE application SET recorded_at = '2025-11-03T09:00:00Z' WHERE id = $1", [of.application]);
    const job = () => new RetentionJob({ ...graph.installation, clock: graph.clock, log: silentLog });
    const emptied = async (local: string) => {
      await job().run(brussels(local), new AbortController().signal);
      const rows = await graph.query('SELECT FROM application_snapshot WHERE application_id = $1 AND data IS NULL', [
        of.application,
      ]);
      return rows.length === 1;
    };
    // Somebody uses the account meanwhile: only the file is over.
    await graph.rows.profileEntry(person, [{ title: 'New' }], { recorded_at: '2028-01-01T09:00:00Z' });
    await follow(recorded(of));
    expect(await emptied('2028-01-10T12:00')).toBe(false);
    await follow(ended(of.vacancy), sent(null, '2028-02-29'));
    expect(await emptied('2028-02-29T23:59:59.999')).toBe(false);
    expect(await emptied('2028-03-01T00:00')).toBe(true);
  });
});

test('who asks what is held of them is told what they were sent; where they stand, the selection tells', async () => {
  await follow(recorded(of, { status: 'SUITABLE' }), sent('2026-01-03', '2026-01-02'), ended(of.vacancy));
  const { data, errors } = await graph.ask(candidateOf(person.subject), '{ me { everything } }');
  expect(errors).toBeUndefined();
  expect(Object.keys(data.me.everything)).not.toContain('selection_standing');
  expect(data.me.everything.selection_notification).toMatchObject([
    { application_id: of.application, about: 'RESULT', feedback_until: '2026-01-03', appeal_until: '2026-01-02' },
  ]);
});
