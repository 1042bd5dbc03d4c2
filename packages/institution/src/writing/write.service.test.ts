import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { fixedClock } from '@mandate-graph/domain';
import type { Actor } from '@mandate-graph/runtime';
import { openWrites, recruiterOf, rename } from '../testing/writes.ts';
import type { Written } from './write.service.ts';

let database: Awaited<ReturnType<typeof openWrites>>;
beforeAll(async () => {
  database = await openWrites();
});
afterAll(() => database?.close());
beforeEach(() => database.clear());

describe('a write', () => {
  test('leaves rows, a version, an event and its answer, all of one moment', async () => {
    await database.createUnit();
    const written = (await database.service().write(rename())) as Written;
    expect(written).toMatchObject({
      outcome: 'recorded',
      subjects: [{ id: 'vrb:unit:a', version: 2, day: '2025-09-01' }],
    });
    const { versions, events, keys } = await database.kept();
    expect(versions[1]).toEqual({ version: 2, change: 'RENAMED', by: 'r-1', reason: 'a new name' });
    expect(events[1]).toMatchObject({
      version: 2,
      recordedAt: written.recordedAt,
      change: { kind: 'RENAMED', reason: 'a new name', paths: ['abbreviation'] },
    });
    expect(keys).toEqual(['create', 'k-1']);
  });

  test('is recorded later than any before, though the clock stands still or goes back', async () => {
    const first = (await database.createUnit()) as Written;
    const earlier = database.service(recruiterOf('vrb'), fixedClock('2020-01-01T00:00:00Z'));
    const second = (await earlier.write(rename())) as Written;
    expect(Date.parse(second.recordedAt)).toBe(Date.parse(first.recordedAt) + 1);
  });

  test('that is refused leaves nothing, and its key may be used for the mended input', async () => {
    await database.createUnit();
    const before = await database.kept();
    expect(await database.service().write(rename({ id: 'vrb:unit:b' }))).toEqual({
      outcome: 'refused',
      problems: [
        {
          path: 'id',
          code: 'UNKNOWN_SUBJECT',
          value: 'vrb:unit:b',
          rule: 'id must be the id of a unit of this institution, but got: vrb:unit:b.',
        },
      ],
    });
    expect(await database.kept()).toEqual(before);
    expect(await database.service().write(rename())).toMatchObject({ outcome: 'recorded' });
  });

  test('on a version that is no longer the last is a conflict that names both', async () => {
    await database.createUnit();
    await database.service().write(rename());
    expect(await database.service().write(rename({ idempotencyKey: 'k-2', abbreviation: 'B' }))).toEqual({
      outcome: 'conflict',
      id: 'vrb:unit:a',
      given: 1,
      current: 2,
    });
  });

  test('has one effect and one answer, however often it comes at once', async () => {
    await database.createUnit();
    const answers = await Promise.all(Array.from({ length: 50 }, () => database.service().write(rename())));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await database.kept()).versions).toHaveLength(2);
  });

  test('under a key that was used for something else is refused', async () => {
    await database.createUnit();
    await database.service().write(rename());
    expect(await database.service().write(rename({ version: 2, abbreviation: 'B' }))).toMatchObject({
      outcome: 'refused',
      problems: [{ path: 'idempotencyKey', code: 'KEY_REUSED', value: 'k-1' }],
    });
  });

  test.each([
    ['another institution’s recruiter', recruiterOf('zzz')],
    ['the public', { kind: 'public', subject: 'public', grants: [] } as Actor],
    ['a service without grants', { kind: 'service', subject: 's', grants: [] } as Actor],
  ])('is not for %s, and tells nothing', async (_who, actor) => {
    await database.createUnit();
    const refusals = await Promise.all(
      ['vrb:unit:a', 'vrb:unit:nowhere'].map((id) =>
        database
          .service(actor)
          .write(rename({ id }))
          .catch((error: Error) => error.message),
      ),
    );
    expect(new Set(refusals).size).toBe(1);
    expect((await database.kept()).versions).toHaveLength(1);
  });
});
