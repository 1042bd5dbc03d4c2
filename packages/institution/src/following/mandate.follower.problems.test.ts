import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type MandateRecorded, NotAsAgreed } from '@mandate-graph/domain';
import { openFollowing } from '../testing/following.ts';
import { mandateEvent, mandateTold } from '../testing/mandates.ts';
import { call, id } from '../testing/organisation.fixture.ts';

const HEAD = id('position', 'head');
const told = (own: Partial<MandateRecorded> = {}, mandate = 'm-1') => mandateEvent(mandateTold(mandate, own));

let post: Awaited<ReturnType<typeof openFollowing>>;
beforeAll(async () => {
  post = await openFollowing();
});
afterAll(() => post?.close());
beforeEach(async () => {
  await post.reset();
  await post.records(call('call', HEAD, '2025-08-31'));
  await post.records(call('other', HEAD, '2025-08-31'));
});

/** The codes by event. */
const problems = async () =>
  Object.fromEntries((await post.problems()).map(({ event, what }) => [event, what.match(/^[A-Z_]+(?=: )/gm)]));

describe('an event that is not of this institution’s own posts', () => {
  test.each<[string, Partial<MandateRecorded>]>([
    ['names a post of another institution', { position: 'zzz:position:head' }],
    ['names a vacancy of another institution', { vacancy: 'zzz:vacancy:call' }],
    ['does not say for which institution it is', { institution: undefined as unknown as string }],
  ])('but %s is not as agreed, and says so without data', async (_what, own) => {
    const before = await post.everything();
    const error = await post.tell(told(own)).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(NotAsAgreed);
    expect((error as Error).message).not.toMatch(/zzz|position:|candidate|2025-10-01/);
    expect([await post.everything(), await post.problems()]).toEqual([before, []]);
  });

  test.each<[string, Partial<MandateRecorded>]>([
    ['of another institution', { institution: 'zzz', vacancy: 'zzz:vacancy:call', position: 'zzz:position:head' }],
    ['of another institution that names a post of this one', { institution: 'zzz' }],
  ])('%s is passed over, with a line that has no data', async (_what, own) => {
    const before = await post.everything();
    await post.tell(told(own));
    expect(await post.everything()).toEqual(before);
    expect(await post.problems()).toEqual([]);
    expect(post.lines).toHaveLength(1);
    const { event, level } = JSON.parse(post.lines[0]!) as { event: string; level: number };
    expect([event, level]).toEqual(['m-1/1', 20]);
    expect(post.lines[0]).not.toMatch(/zzz|position:|candidate|2025-10-01/);
  });
});

describe('a mandate that cannot be taken in', () => {
  const ended = async () =>
    post.does('EndPosition', { ...(await post.at(HEAD)), effectiveFrom: '2030-01-01', reason: 'gone' });
  const withdraw = () => post.records(call('call', HEAD, '2025-08-31', 'WITHDRAWN', 1));

  test.each<[string, Partial<MandateRecorded>, () => Promise<unknown>, readonly string[]]>([
    ['of a post that nobody knows', { position: id('position', 'none') }, async () => null, ['UNKNOWN_REFERENCE']],
    ['for a vacancy that nobody knows', { vacancy: id('vacancy', 'none') }, async () => null, ['UNKNOWN_REFERENCE']],
    ['of a post that ends before it does', {}, ended, ['NOT_THERE_THEN']],
    ['of a post that was gone before', { startsOn: '2030-01-01' }, ended, ['NOT_THERE_THEN']],
    ['for a vacancy that was withdrawn', {}, withdraw, ['NOT_PUBLIC']],
    [
      'for a vacancy that was never public',
      { vacancy: id('vacancy', 'draft') },
      () => post.records(call('draft', HEAD, '2025-08-31', 'DRAFT')),
      ['NOT_PUBLIC'],
    ],
    ['that ends before it starts', { endsOn: '2025-09-30' }, async () => null, ['EMPTY_RANGE']],
    [
      'with several things wrong',
      { position: id('position', 'none'), vacancy: id('vacancy', 'none'), startsOn: '2025-02-30' },
      async () => null,
      ['INVALID_DATE', 'UNKNOWN_REFERENCE', 'UNKNOWN_REFERENCE'],
    ],
  ])('%s is kept as a problem and logged by its ids, with nothing left behind', async (_what, own, arrange, codes) => {
    await arrange();
    const before = await post.everything();
    await post.tell(told(own));
    expect(await post.everything()).toEqual(before);
    expect(await problems()).toEqual({ 'm-1/1': codes });
    const { vacancy, position } = { ...mandateTold('m-1'), ...own };
    const line = JSON.parse(post.lines.at(-1)!) as object;
    expect(line).toMatchObject({ level: 40, event: 'm-1/1', mandate: 'm-1', procedure: 'procedure-1', codes });
    expect(line).toMatchObject({ vacancy, position });
    expect(JSON.stringify([line, await post.problems()])).not.toMatch(/candidate-1|application-1/);
  });

  test('holds up nothing: what comes before and after it is taken in', async () => {
    const wrong = told({ position: id('position', 'none') }, 'm-2');
    const other = told({ vacancy: id('vacancy', 'other'), startsOn: '2032-01-01' }, 'm-3');
    await post.tell(told({ endsOn: '2031-12-31' }), wrong, other);
    expect(await problems()).toEqual({ 'm-2/1': ['UNKNOWN_REFERENCE'] });
    expect(await post.held(HEAD, ['2031-12-31', '2032-01-01'])).toEqual([
      ...['HELD NL 2025-10-01 2031-12-31', 'HELD NL 2032-01-01'],
    ]);
    expect(await post.publication('other', ['2030-01-01'])).toEqual(['FILLED']);
  });

  test('is taken in when it comes again and the organisation was mended, and is no problem any more', async () => {
    const early = told({ position: id('position', 'deputy') });
    await post.tell(early, early);
    expect(await problems()).toEqual({ 'm-1/1': ['UNKNOWN_REFERENCE'] });
    const position = { title: { nl: 'Adjunct' }, function: 'MANAGER', units: [id('unit', 'a')] };
    await post.does('CreatePosition', { local: 'deputy', effectiveFrom: '2020-01-01', position });
    await post.tell(early);
    expect(await problems()).toEqual({});
    expect(await post.held(id('position', 'deputy'), ['2025-10-01'])).toEqual(['HELD NL 2025-10-01']);
  });

  test('is no problem any more once a later version of it is taken in', async () => {
    await post.tell(told({ endsOn: '2025-09-30' }), told({ version: 2 }));
    expect(await problems()).toEqual({});
    await post.tell(told({ endsOn: '2025-09-30' }));
    expect(await problems()).toEqual({});
  });

  test('may be a later version: what the earlier one said stands', async () => {
    await post.tell(told(), told({ version: 2, position: id('position', 'none') }));
    expect(await problems()).toEqual({ 'm-1/2': ['ANOTHER_POST', 'UNKNOWN_REFERENCE'] });
    expect(await post.held(HEAD, ['2025-10-01'])).toEqual(['HELD NL 2025-10-01']);
  });

  test('is not one that is told of again after a place of its vacancy was given up', async () => {
    const recording = call('call', HEAD, '2025-08-31', 'PUBLISHED', 1);
    const state = { ...recording.periods[0]!.state, vacantPositions: 2 };
    await post.records({ ...recording, periods: [{ ...recording.periods[0]!, state }] } as typeof recording);
    await post.tell(told());
    await post.records(call('call', HEAD, '2025-08-31', 'WITHDRAWN', 2));
    await post.tell(told({ version: 2, endsOn: '2031-09-30' }));
    expect(await problems()).toEqual({});
    expect(await post.held(HEAD, ['2031-10-01'])).toEqual([null]);
    expect(await post.publication('call', ['2030-01-01'])).toEqual(['WITHDRAWN']);
  });
});
