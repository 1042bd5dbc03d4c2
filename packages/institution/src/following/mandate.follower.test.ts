import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type MandateRecorded, PROCEDURE_ENDINGS } from '@mandate-graph/domain';
import type { Recording } from '../subject/subject.service.ts';
import { openFollowing } from '../testing/following.ts';
import { endedEvent, mandateEvent, mandateTold } from '../testing/mandates.ts';
import { call, id } from '../testing/organisation.fixture.ts';
import { sourced } from '../testing/recordings.ts';
import { creation } from '../writing/organisation/plan.parts.ts';

const HEAD = id('position', 'head');
const REASON = 'Mandate m-1 of procedure procedure-1.';
const DAYS = ['2025-09-30', '2025-10-01', '2031-09-30', '2031-10-01'];
const HELD = 'HELD NL 2025-10-01';

const told = (own: Partial<MandateRecorded> = {}, mandate = 'm-1') => mandateEvent(mandateTold(mandate, own));

let post: Awaited<ReturnType<typeof openFollowing>>;
beforeAll(async () => {
  post = await openFollowing();
});
afterAll(() => post?.close());
beforeEach(async () => {
  await post.reset();
  await post.records(call('call', HEAD, '2025-08-31'));
});
const places = (vacantPositions: number | null, publication: 'PUBLISHED' | 'WITHDRAWN' = 'PUBLISHED') => {
  const recording = call('call', HEAD, '2025-08-31', publication, 1);
  return post.records({
    ...recording,
    periods: recording.periods.map((period) => ({ ...period, state: { ...period.state, vacantPositions } })),
  } as typeof recording);
};

describe('a mandate that is told of', () => {
  test('gives its post a holder from its first day on, and fills the vacancy from the day it was recorded', async () => {
    await post.tell(told());
    expect(await post.held(HEAD, DAYS)).toEqual([null, HELD, HELD, HELD]);
    expect(await post.publication('call', ['2025-09-19', '2025-09-20', '2030-01-01'])).toEqual([
      ...['PUBLISHED', 'FILLED', 'FILLED'],
    ]);
    const by = 'selection:vrb';
    expect(await post.versions('holder')).toEqual([{ change: 'CREATED', by, reason: REASON }]);
    expect((await post.versions('vacancy'))[1]).toEqual({ change: 'FOLLOWED', by, reason: REASON });
    const [row] = await post.source.query('SELECT state, reason FROM holder');
    expect(row).toEqual({
      reason: REASON,
      state: {
        ...{ position: HEAD, status: 'HELD', languageRole: 'NL', startsOn: '2025-10-01', endsOn: null },
        ...{ notice: null, sources: { '': { status: 'RECORDED', copies: [], remark: null } } },
      },
    });
  });

  test('is told on: an event of the holder, and one of the vacancy, and nothing of the person in either', async () => {
    await post.tell(told());
    const rows: { type: string; data: { change: object } }[] = await post.source.query(
      'SELECT type, data FROM outbox ORDER BY id DESC LIMIT 2',
    );
    expect(rows.map(({ type, data }) => [type, data.change])).toEqual([
      ['mandate-graph.vacancy.recorded.v1', { kind: 'FOLLOWED', reason: REASON, paths: ['publication'] }],
      ['mandate-graph.holder.recorded.v1', { kind: 'CREATED', reason: REASON, paths: [] }],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/candidate-1|application-1/);
  });

  test('is held to its last day, which counts; from the day after, the post is as it was known before', async () => {
    const before = { position: HEAD, effectiveFrom: '2020-01-01', reason: 'left', version: 0 };
    await post.does('RecordHolder', { ...before, status: 'VACANT' });
    await post.tell(told({ endsOn: '2031-09-30' }));
    const ended = `${HELD} 2031-09-30`;
    expect(await post.held(HEAD, DAYS)).toEqual(['VACANT', ended, ended, 'VACANT']);
    expect((await post.versions('holder')).map(({ change }) => change)).toEqual(['CREATED', 'AMENDED']);
  });

  test('may take its days from more than one subject that tells of the post, and gives them back', async () => {
    const state = { ...{ position: HEAD, languageRole: null, startsOn: null, endsOn: null }, ...sourced };
    await post.records(
      creation(
        'holder',
        id('holder', 'first'),
        [{ validFrom: '2020-01-01', validTo: '2030-01-01', state: { ...state, status: 'VACANT' } }],
        null,
      ) as Recording,
    );
    await post.records(
      creation(
        'holder',
        id('holder', 'second'),
        [{ validFrom: '2030-01-01', validTo: null, state: { ...state, status: 'UNKNOWN' } }],
        null,
      ) as Recording,
    );
    await post.tell(told());
    expect(await post.held(HEAD, DAYS)).toEqual(['VACANT', HELD, HELD, HELD]);
    await post.tell(told({ version: 2, endsOn: '2025-12-31' }));
    expect(await post.held(HEAD, [...DAYS.slice(0, 2), '2026-01-01', '2030-01-01'])).toEqual([
      ...['VACANT', `${HELD} 2025-12-31`, 'VACANT', 'UNKNOWN'],
    ]);
    expect((await post.versions('holder')).map(({ change }) => change)).toEqual([
      ...['CREATED', 'CREATED', 'AMENDED', 'FOLLOWED', 'AMENDED', 'FOLLOWED'],
    ]);
  });

  test('takes effect once, however often it comes', async () => {
    await post.tell(told(), told());
    const first = await post.everything();
    await post.tell(told());
    expect(await post.everything()).toEqual(first);
    expect(first.mandates).toHaveLength(1);
    expect(await post.versions('holder')).toHaveLength(1);
  });

  test('is replaced by a later version, and by no earlier one: an end that is fixed, and one that is moved', async () => {
    await post.tell(told(), told({ version: 2, endsOn: '2031-09-30', recordedAt: '2026-01-01T10:00:00Z' }));
    const ended = `${HELD} 2031-09-30`;
    const expected = [null, ended, ended, null];
    expect(await post.held(HEAD, DAYS)).toEqual(expected);
    await post.tell(told());
    expect(await post.held(HEAD, DAYS)).toEqual(expected);
    await post.tell(told({ version: 3, startsOn: '2025-10-02', endsOn: '2025-10-02' }));
    expect(await post.held(HEAD, [...DAYS.slice(0, 2), '2025-10-02', '2025-10-03'])).toEqual([
      ...[null, null, 'HELD NL 2025-10-02 2025-10-02', null],
    ]);
    expect(await post.publication('call', ['2025-09-20'])).toEqual(['FILLED']);
    expect((await post.versions('vacancy')).map(({ change }) => change)).toEqual(['CREATED', 'FOLLOWED']);
  });

  test('changes only what is known of the organisation, not what was: each version is read again by its instant', async () => {
    const instant = async (): Promise<string> => {
      const [row] = await post.source.query('SELECT max(recorded_at) AS at FROM subject');
      return (row as { at: Date }).at.toISOString();
    };
    const before = await instant();
    await post.tell(told());
    const first = await instant();
    await post.tell(told({ version: 2, endsOn: '2031-09-30' }));
    const at = async (knownAt: string | null) => (await post.held(HEAD, DAYS, knownAt)).map((held) => held !== null);
    expect([await at(before), await at(first), await at(null)]).toEqual([
      [false, false, false, false],
      [false, true, true, true],
      [false, true, true, false],
    ]);
  });

  test('leaves what people recorded of the post since, but on its own days', async () => {
    await post.tell(told());
    const left = { position: HEAD, effectiveFrom: '2030-01-01', reason: 'left', version: 1, status: 'UNKNOWN' };
    await post.does('RecordHolder', left);
    await post.tell(told({ version: 2, endsOn: '2027-12-31' }));
    expect(await post.held(HEAD, ['2027-12-31', '2028-01-01', '2029-12-31', '2030-01-01'])).toEqual([
      ...[`${HELD} 2027-12-31`, null, null, 'UNKNOWN'],
    ]);
  });

  test('follows on another one, whose end may come later than the news of its successor', async () => {
    const next = told({ startsOn: '2031-10-01', languageRole: 'FR', recordedAt: '2031-05-01T10:00:00Z' }, 'm-2');
    await post.tell(told(), next, told({ version: 2, endsOn: '2031-09-30' }));
    const first = `${HELD} 2031-09-30`;
    expect(await post.held(HEAD, DAYS)).toEqual([null, first, first, 'HELD FR 2031-10-01']);
  });
});

describe('a vacancy', () => {
  test('of two places is filled by the second mandate, not by the first again, on the day of the later one', async () => {
    await places(2);
    await post.tell(told(), told({ version: 2, endsOn: '2031-09-30' }));
    expect(await post.publication('call', ['2030-01-01'])).toEqual(['PUBLISHED']);
    const second = told({ languageRole: 'FR', recordedAt: '2025-09-25T10:00:00Z' }, 'm-2');
    await post.tell(second, second);
    expect(await post.publication('call', ['2025-09-24', '2025-09-25'])).toEqual(['PUBLISHED', 'FILLED']);
    // One post is held in one way on a day: what the two do not agree on is not said.
    expect(await post.held(HEAD, ['2025-10-01'])).toEqual(['HELD  2025-10-01']);
  });

  test('that says of no number of places has one', async () => {
    await places(null);
    await post.tell(told());
    expect(await post.publication('call', ['2025-09-20'])).toEqual(['FILLED']);
  });

  test('that is filled is so still when one more is appointed', async () => {
    await post.tell(told(), told({ startsOn: '2032-01-01' }, 'm-2'));
    expect(await post.problems()).toEqual([]);
    expect(await post.publication('call', ['2025-09-20'])).toEqual(['FILLED']);
    expect(await post.versions('vacancy')).toHaveLength(2);
  });

  test.each(PROCEDURE_ENDINGS)(
    'of which the procedure ended with %s stays as its institution has it',
    async (ending) => {
      const before = await post.everything();
      const procedure = { procedure: 'procedure-1', vacancy: id('vacancy', 'call'), institution: 'vrb' };
      await post.tell(endedEvent({ ...procedure, ending, endedAt: '2025-09-21T10:00:00Z' }));
      expect(await post.everything()).toEqual(before);
      expect([await post.problems(), post.lines]).toEqual([[], []]);
    },
  );
});
