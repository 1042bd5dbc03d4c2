import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { silentLog, TEST_PERSON_KEY } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { openCandidatesDatabase } from '../candidates.database.ts';
import { everythingIn } from '../testing/candidates.subgraph.ts';
import { Tickets } from './document.tickets.ts';
import { answerOf, refusalOf, somebodyWaits, TestDocuments } from './testing/documents.ts';
import { bomb, doc, docx, docxToldLast, exe, jpg, padded, pdf, SHEET, tif, toAndFro, xls } from './testing/files.ts';

const MIB = 1024 * 1024;
const MOST = 8 * MIB;
const digest = (file: Buffer) => createHash('sha256').update(file).digest('hex');

let documents: TestDocuments;
let candidate: Actor;
beforeAll(async () => {
  documents = await TestDocuments.start();
  candidate = await documents.candidate('uploader');
});
afterAll(() => documents?.close());

const one = async (id: string) =>
  (await documents.mine(candidate)).find((document: { id: string }) => document.id === id);
/** Nothing of it is kept, and it is waited for in vain. */
const expectNothing = async (id: string) => {
  expect(await documents.chunks(id)).toBe(0);
  expect(await one(id)).toMatchObject({ state: 'ANNOUNCED', version: 1, mediaType: null, receivedAt: null });
};

describe('a document that was announced', () => {
  test.each<[string, Buffer, string, string]>([
    ['PDF', pdf(), 'diploma.pdf', 'application/pdf'],
    ['DOC', doc(), 'diploma.doc', 'application/msword'],
    ['DOCX', docx(), 'diploma.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['JPG', jpg(), 'diploma.jpg', 'image/jpeg'],
    ['TIF', tif(), 'diploma.tif', 'image/tiff'],
    ['PDF of 8 MiB', padded(pdf(), MOST), 'large.pdf', 'application/pdf'],
  ])('comes as %s and is given back to the byte', async (_format, file, fileName, mediaType) => {
    const { document, uploadUrl } = await documents.announce(candidate, file, fileName, { sha256: digest(file) });
    const { status, body } = await documents.put(uploadUrl, file);
    expect([status, JSON.parse(body.toString())]).toEqual([
      ...[201, { mediaType, bytes: file.length, sha256: digest(file) }],
    ]);
    expect(await one(document.id)).toEqual({
      ...{ id: document.id, version: 2, kind: 'DIPLOMA', medium: 'UPLOAD', state: 'STORED', fileName, mediaType },
      ...{ bytes: file.length, sha256: digest(file), receivedAt: '2025-09-01T07:00:00.000Z' },
      ...{ receivedOn: null, remark: null },
    });
    const { url } = await documents.download(candidate, document.id);
    const given = await documents.get(url);
    expect([given.status, digest(given.body)]).toEqual([200, digest(file)]);
  });

  test('may come without its length, in any pieces', async () => {
    const file = padded(pdf(), 200_000);
    const { document, uploadUrl } = await documents.announce(candidate, file);
    const request = await documents.open('PUT', uploadUrl);
    const answer = answerOf(request);
    for (let at = 0; at < file.length; at += 33_333) request.write(file.subarray(at, at + 33_333));
    request.end();
    expect((await answer).status).toBe(201);
    expect(await one(document.id)).toMatchObject({ state: 'STORED', sha256: digest(file) });
    expect(await documents.chunks(document.id)).toBe(4);
  });

  test('is unreadable in the database', async () => {
    const file = padded(Buffer.concat([pdf(), Buffer.from('Wombatologist')]), 100_000);
    await documents.store(candidate, file, 'wombat-vandermarmot.pdf');
    const rows = await everythingIn(documents.database);
    for (const word of ['Wombatologist', 'wombat-vandermarmot', digest(file)]) {
      expect(rows).not.toContain(word);
      expect(rows).not.toContain(Buffer.from(word).toString('hex'));
    }
  });
});

describe('a content that is not what was announced', () => {
  test.each<[string, Buffer]>([
    ['a program', exe()],
    ['a sheet of old', xls()],
    ['a sheet', docx(SHEET)],
    ['an archive that unpacks to 100 MiB', bomb(100 * MIB)],
    ['a text', Buffer.from('Curriculum vitae')],
    ['a DOC that sends its reader to and fro', toAndFro()],
  ])('is refused when it is %s, whatever its name', async (_what, file) => {
    const { document, uploadUrl } = await documents.announce(candidate, file, 'diploma.pdf');
    expect(refusalOf(await documents.put(uploadUrl, file))).toEqual([415, 'UNSUPPORTED_FORMAT']);
    await expectNothing(document.id);
  });

  test.each<[string, number, number, [number, string]]>([
    ['a byte more', 1_000, 1_001, [422, 'WRONG_LENGTH']],
    ['a byte less', 1_000, 999, [422, 'WRONG_LENGTH']],
    ['a byte more than 8 MiB', MOST, MOST + 1, [413, 'LIMIT_EXCEEDED']],
  ])('is refused when it has %s, with its length or without', async (_what, announced, sent, refusal) => {
    for (const headers of [{ 'content-length': sent }, {}]) {
      const { document, uploadUrl } = await documents.announce(candidate, padded(pdf(), announced));
      expect(refusalOf(await documents.put(uploadUrl, padded(pdf(), sent), headers))).toEqual(refusal);
      await expectNothing(document.id);
    }
  });

  test('is refused at the first byte too much, not at its end', async () => {
    const { document, uploadUrl } = await documents.announce(candidate, padded(pdf(), MOST));
    const request = await documents.open('PUT', uploadUrl);
    const answer = answerOf(request);
    request.write(padded(pdf(), MOST + 1));
    expect(refusalOf(await answer)).toEqual([413, 'LIMIT_EXCEEDED']);
    request.destroy();
    await expectNothing(document.id);
  });

  test('is refused when its digest is another one', async () => {
    const { document, uploadUrl } = await documents.announce(candidate, pdf(), 'a.pdf', { sha256: digest(jpg()) });
    expect(refusalOf(await documents.put(uploadUrl, pdf()))).toEqual([422, 'WRONG_DIGEST']);
    await expectNothing(document.id);
  });
});

describe('an upload', () => {
  test.each([{ 'content-length': 200_000 }, {}])('that breaks off leaves nothing: %j', async (headers) => {
    const file = padded(pdf(), 200_000);
    const { document, uploadUrl } = await documents.announce(candidate, file);
    const request = await documents.open('PUT', uploadUrl, headers);
    request.on('error', () => undefined);
    request.write(file.subarray(0, 150_000));
    while ((await documents.chunks(document.id)) < 2) await new Promise(setImmediate);
    request.destroy();
    while ((await documents.chunks(document.id)) > 0) await new Promise(setImmediate);
    await expectNothing(document.id);
    expect(refusalOf(await documents.put(uploadUrl, file))).toEqual([410, 'LINK_USED']);
  });

  test('that comes ten times at once is taken in once', async () => {
    const file = padded(docxToldLast(100_000), 300_000 + docxToldLast(100_000).length);
    const whole = docxToldLast(300_000);
    const { document, uploadUrl } = await documents.announce(candidate, whole);
    const answers = await Promise.all(Array.from({ length: 10 }, () => documents.put(uploadUrl, whole)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(410)]);
    expect(await one(document.id)).toMatchObject({ version: 2, sha256: digest(whole) });
    expect(refusalOf(await documents.put(uploadUrl, file.subarray(0, whole.length)))).toEqual([410, 'LINK_USED']);
    const { url } = await documents.download(candidate, document.id);
    expect(digest((await documents.get(url)).body)).toBe(digest(whole));
  });

  test('is given up when nobody waits for its answer any more, even if it has come whole', async () => {
    const file = padded(pdf(), 150_000);
    const { document, uploadUrl } = await documents.announce(candidate, file);
    const request = await documents.open('PUT', uploadUrl);
    request.on('error', () => undefined);
    request.write(file.subarray(0, 140_000));
    while ((await documents.chunks(document.id)) < 2) await new Promise(setImmediate);
    const source = await openCandidatesDatabase(documents.database.url, silentLog);
    await source.transaction(async (manager) => {
      await manager.query('LOCK TABLE document_chunk IN SHARE MODE');
      request.end(file.subarray(140_000));
      await somebodyWaits(documents.database);
      const gone = new Promise((resolve) => request.once('close', resolve));
      request.destroy();
      await gone;
      // By the time another request is answered, the end of this one has come as well.
      await documents.get('/documents/none');
    });
    await source.destroy();
    while ((await documents.chunks(document.id)) > 0 && (await one(document.id)).state === 'ANNOUNCED') {
      await new Promise(setImmediate);
    }
    await expectNothing(document.id);
  });

  test('ends when its document is removed meanwhile, and leaves nothing', async () => {
    const file = padded(pdf(), 200_000);
    const { document, uploadUrl } = await documents.announce(candidate, file);
    const request = await documents.open('PUT', uploadUrl);
    const answer = answerOf(request);
    request.write(file.subarray(0, 150_000));
    while ((await documents.chunks(document.id)) < 2) await new Promise(setImmediate);
    await documents.write(candidate, 'removeDocument', { id: document.id, version: 1 });
    request.end(file.subarray(150_000));
    expect(refusalOf(await answer)).toEqual([410, 'LINK_USED']);
    expect(await documents.chunks(document.id)).toBe(0);
  });
});

describe('a link', () => {
  const tickets = new Tickets(TEST_PERSON_KEY);

  test('of an announcement is the same for the same key, and shows nothing of a person or a document', async () => {
    const own = { idempotencyKey: 'the-same' };
    const first = await documents.announce(candidate, pdf(), 'diploma.pdf', own);
    const again = await documents.announce(candidate, pdf(), 'diploma.pdf', own);
    expect(again).toEqual(first);
    expect(first.uploadUrl).toMatch(/^\/documents\/[\w-]{71,72}$/);
    const said = Buffer.from(first.uploadUrl.slice('/documents/'.length), 'base64url').toString('hex');
    expect(said).not.toContain(first.document.id.replaceAll('-', ''));
    expect((await documents.put(first.uploadUrl, pdf())).status).toBe(201);
    const later = await documents.announce(candidate, pdf(), 'diploma.pdf', own);
    expect(later).toEqual({ ...first, document: { id: first.document.id, version: 2, state: 'STORED' } });
  });

  test('that is forged, made by another secret, or good for something else is not there', async () => {
    const { document, uploadUrl } = await documents.announce(candidate, pdf());
    const ticket = uploadUrl.slice('/documents/'.length);
    const { link, expiresAt } = tickets.read(ticket)!;
    const forged = [
      ...['', 'x', `${ticket}A`, ticket.slice(1), ticket.toUpperCase(), `B${ticket.slice(1)}`],
      new Tickets('q'.repeat(40)).sign({ link, action: 'UPLOAD', expiresAt }),
      tickets.sign({ link, action: 'DOWNLOAD', expiresAt }),
    ];
    for (const other of forged) {
      expect(refusalOf(await documents.put(`/documents/${other}`, pdf()))).toEqual([404, 'NOT_FOUND']);
    }
    expect(refusalOf(await documents.get(uploadUrl))).toEqual([404, 'NOT_FOUND']);
    await expectNothing(document.id);
    expect((await documents.put(uploadUrl, pdf())).status).toBe(201);
  });

  test('is good for 15 minutes of the system’s time, and not a second longer', async () => {
    const before = Temporal.Now.instant();
    const { uploadUrl, expiresAt } = await documents.announce(candidate, pdf());
    const { link } = tickets.read(uploadUrl.slice('/documents/'.length))!;
    const seconds = Temporal.Instant.from(expiresAt).since(before).total('seconds');
    expect(seconds).toBeGreaterThan(899);
    expect(seconds).toBeLessThan(960);
    const past = before.subtract({ seconds: 1 }).round('second');
    const expired = tickets.sign({ link, action: 'UPLOAD', expiresAt: past });
    expect(refusalOf(await documents.put(`/documents/${expired}`, pdf()))).toEqual([410, 'LINK_EXPIRED']);
  });

  test('serves nobody who does not come through the gateway', async () => {
    const { uploadUrl } = await documents.announce(candidate, pdf());
    for (const method of ['PUT', 'GET']) {
      const request = await documents.open(method, uploadUrl, {}, false);
      const answer = answerOf(request);
      request.end();
      expect(refusalOf(await answer)).toEqual([401, 'UNAUTHENTICATED']);
    }
    expect((await documents.put(uploadUrl, pdf())).status).toBe(201);
  });
});

test('nothing of a document, its link or its candidate came into the log, and no failure', () => {
  const log = documents.lines.join('\n');
  for (const word of ['diploma.pdf', '/documents/', 'Vandermarmot', 'unexpectedly']) expect(log).not.toContain(word);
});
