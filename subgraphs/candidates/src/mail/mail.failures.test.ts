import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Mailing } from './testing/mailing.ts';

let mailing: Mailing;
beforeAll(async () => {
  mailing = await Mailing.open();
});
afterAll(() => mailing?.close());
beforeEach(() => {
  mailing.server.received.length = 0;
  mailing.lines.length = 0;
});
afterEach(async () => {
  mailing.server.refusals.clear();
  await mailing.database.query("UPDATE candidates.message SET mail = 'OFF'");
});
const ADDRESS = 'zoe@marmot.example';
/** The minutes at which a copy is tried that fails each time. */
const TRIED = [0, 6, 42, 258, 1_554];

describe('a copy that the server refuses', () => {
  test.each([
    ['MAIL', '451 not now'],
    ['RCPT', `550 <${ADDRESS}> is unknown`],
    ['DATA', '452 full'],
    ['CONTENT', `554 <${ADDRESS}> dislikes it`],
  ] as const)('at %s waits for its pause, and then goes out under the same id', async (verb, reply) => {
    const id = await mailing.waiting(ADDRESS);
    mailing.server.refusals.set(verb, reply);
    expect([await mailing.run(), await mailing.stateOf(id)]).toEqual([0, 'WAITING after 1']);
    mailing.server.refusals.clear();
    expect([await mailing.run({ seconds: 359 }), await mailing.stateOf(id)]).toEqual([0, 'WAITING after 1']);
    expect([await mailing.run({ minutes: 6 }), await mailing.stateOf(id)]).toEqual([1, 'SENT after 2']);
    expect(mailing.server.received.map(({ headers }) => headers.get('message-id'))).toEqual([`<${id}@graph.example>`]);
  });

  test('is tried five times, with pauses that grow, and then given up', async () => {
    const id = await mailing.waiting(ADDRESS);
    mailing.server.refusals.set('RCPT', '550 no');
    for (const [at, minutes] of TRIED.entries()) {
      if (at > 0) await mailing.run({ minutes: minutes - 1 });
      expect(await mailing.stateOf(id)).toBe(`WAITING after ${at}`);
      await mailing.run({ minutes });
    }
    expect(await mailing.stateOf(id)).toBe('FAILED after 5');
    mailing.server.refusals.clear();
    expect(await mailing.run({ minutes: 9_000 })).toBe(0);
  });

  test('holds up no other one', async () => {
    const unknown = await mailing.waiting('unknown@marmot.example');
    const known = await mailing.waiting(ADDRESS);
    mailing.server.refusedAddresses.add('unknown@marmot.example');
    expect(await mailing.run()).toBe(1);
    expect([await mailing.stateOf(unknown), await mailing.stateOf(known)]).toEqual(['WAITING after 1', 'SENT after 1']);
  });

  test('leaves the id and the codes in the log, and neither the address nor a text', async () => {
    const id = await mailing.waiting(ADDRESS);
    mailing.server.refusals.set('RCPT', `550 <${ADDRESS}> of Zebedee is unknown`);
    await mailing.run();
    expect(mailing.lines).toHaveLength(1);
    expect(JSON.parse(mailing.lines[0]!)).toMatchObject({ message: id, attempts: 1, code: 'EENVELOPE', reply: 550 });
    expect(mailing.lines.join()).not.toMatch(/marmot|Zebedee|unknown|Submit/);
  });
});

describe('a server that fails', () => {
  test('is left alone until the next run, so that the other copies keep their attempts', async () => {
    const closed = await new Promise<string>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(`smtp://127.0.0.1:${port}`));
      });
    });
    const ids = [await mailing.waiting(ADDRESS), await mailing.waiting(ADDRESS)];
    expect(await mailing.run({ seconds: 0 }, closed)).toBe(0);
    expect(await Promise.all(ids.map((id) => mailing.stateOf(id)))).toEqual(['WAITING after 1', 'WAITING after 0']);
    expect(mailing.lines.join()).not.toMatch(/127\.0\.0\.1|marmot/);
    expect(await mailing.run({ minutes: 6 })).toBe(2);
  });

  test('is told no password without TLS', async () => {
    const id = await mailing.waiting(ADDRESS);
    const url = mailing.server.url.replace('//', '//zoe:hunter2@');
    expect([await mailing.run({ seconds: 0 }, url), await mailing.stateOf(id)]).toEqual([0, 'WAITING after 1']);
    expect(mailing.server.said.join()).not.toMatch(/AUTH|hunter2/);
    expect(mailing.lines.join()).not.toMatch(/zoe|hunter2/);
  });

  test('and says nothing does not hold up a stop; what was on its way is mailed after its pause under the same id', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const id = await mailing.waiting(ADDRESS);
    const { rounds } = mailing.job(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    const reached = once(silent, 'connection');
    rounds.start();
    const [socket] = await reached;
    await rounds.stop();
    socket.destroy();
    silent.close();
    expect(await mailing.stateOf(id)).toBe('WAITING after 1');
    expect(JSON.parse(mailing.lines[0]!)).toMatchObject({ message: id, code: 'EABORT' });
    expect([await mailing.run(), await mailing.run({ minutes: 6 })]).toEqual([0, 1]);
    expect(mailing.server.received.map(({ headers }) => headers.get('message-id'))).toEqual([`<${id}@graph.example>`]);
  });
});

test('a copy whose last attempt never ended is given up', async () => {
  const id = await mailing.waiting(ADDRESS);
  await mailing.database.query(
    'UPDATE candidates.message SET mail_attempts = 5, mail_next_at = sent_at WHERE id = $1',
    [id],
  );
  expect([await mailing.run(), await mailing.stateOf(id)]).toEqual([0, 'FAILED after 5']);
});

test('an account that cannot be opened holds up no other one, and nothing of it is logged', async () => {
  const closed = await mailing.waiting(ADDRESS);
  await mailing.database.query(
    `UPDATE candidates.person_key SET wrapped = decode(repeat('00', 60), 'hex')
     WHERE candidate_id = (SELECT candidate_id FROM candidates.message WHERE id = $1)`,
    [closed],
  );
  const other = await mailing.waiting(ADDRESS);
  expect([await mailing.run(), await mailing.stateOf(closed), await mailing.stateOf(other)]).toEqual([
    1,
    'WAITING after 1',
    'SENT after 1',
  ]);
});
