import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { memberOf } from '../selection/testing/standing.rows.ts';
import { holder } from '../testing/candidates.subgraph.ts';
import { answerOf, CLOSED, RECRUITER, refusalOf, TestDocuments, VACANCY } from './testing/documents.ts';
import { doc, jpg, padded, pdf } from './testing/files.ts';

let documents: TestDocuments;
let candidate: Actor;
/** In a frozen file of the application, and stored after it was frozen. */
let frozen: string;
let later: string;
let application: string;
beforeAll(async () => {
  documents = await TestDocuments.start();
  candidate = await documents.candidate('downloader');
  frozen = await documents.store(candidate, padded(pdf(), 200_000), 'Diplôme “2001”.exe');
  application = await documents.definitive(candidate);
  documents.clock.at = CLOSED;
  later = await documents.store(candidate, jpg(), 'later.jpg');
});
afterAll(() => documents?.close());

const logged = async () =>
  documents.database.query<Record<string, unknown>>(
    `SELECT actor, role, operation, application_id AS application FROM candidates.access_log
     WHERE operation = 'Mutation.requestDownload' ORDER BY id`,
  );

describe('a download', () => {
  test('is an attachment, of the type of its content and under a name that ends so, and nothing to run or to keep', async () => {
    const { url } = await documents.download(candidate, frozen);
    const { status, headers, body } = await documents.get(url);
    expect(status).toBe(200);
    expect(body).toEqual(padded(pdf(), 200_000));
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '200000',
      'content-disposition':
        'attachment; filename="Dipl_me _2001_.exe.pdf"; filename*=UTF-8\'\'Dipl%C3%B4me%20%E2%80%9C2001%E2%80%9D.exe.pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
  });

  test('is given once, however many ask at once', async () => {
    const { url } = await documents.download(candidate, frozen);
    const answers = await Promise.all(Array.from({ length: 10 }, () => documents.get(url)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(410)]);
    expect(refusalOf(await documents.get(url))).toEqual([410, 'LINK_USED']);
  });

  test('is not used up by a request for its headers alone', async () => {
    const { url } = await documents.download(candidate, frozen);
    expect((await documents.get(url, 'HEAD')).status).toBe(404);
    expect((await documents.get(url)).status).toBe(200);
  });

  test('that its reader breaks off fails nothing', async () => {
    const id = await documents.store(candidate, padded(pdf(), 4_000_000));
    const { url } = await documents.download(candidate, id);
    const request = await documents.open('GET', url);
    request.on('error', () => undefined);
    const gone = new Promise((resolve) => request.once('close', resolve));
    request.once('response', (response) => response.once('data', () => request.destroy()));
    request.end();
    await gone;
    expect((await documents.get((await documents.download(candidate, id)).url)).body).toHaveLength(4_000_000);
    expect(documents.lines.join('\n')).not.toMatch(/given whole|unexpectedly/);
  });

  test('of which a part cannot be read breaks off, so that nobody takes it for whole', async () => {
    const id = await documents.store(candidate, padded(pdf(), 300_000));
    await documents.database.query(
      `UPDATE candidates.document_chunk other SET content = chunk.content FROM candidates.document_chunk chunk
       WHERE other.document_id = $1 AND chunk.document_id = $1 AND other.number = 3 AND chunk.number = 2`,
      [id],
    );
    const request = await documents.open('GET', (await documents.download(candidate, id)).url);
    const answer = answerOf(request);
    request.end();
    await expect(answer).rejects.toThrow('aborted');
    expect(documents.lines.join('\n')).toContain('a document could not be given whole');
  });
});

describe('a link to a document', () => {
  test.each<[string, () => Promise<Actor> | Actor, string | null, string]>([
    ['the public', () => PUBLIC_ACTOR, null, 'UNAUTHENTICATED'],
    ['another candidate', () => documents.candidate('another'), null, 'UNKNOWN_DOCUMENT'],
    [
      'another candidate who names the application',
      () => documents.candidate('another'),
      'its own',
      'UNKNOWN_DOCUMENT',
    ],
    ['a recruiter who names no application', () => RECRUITER, null, 'UNKNOWN_DOCUMENT'],
    ['a recruiter who names another application', () => RECRUITER, randomUUID(), 'UNKNOWN_DOCUMENT'],
    ['a recruiter who names nonsense', () => RECRUITER, 'nonsense', 'UNKNOWN_DOCUMENT'],
    ['a recruiter of another institution', () => holder('recruiter', 'r', 'other'), 'its own', 'UNKNOWN_DOCUMENT'],
    [
      'the authority, to whom nothing is submitted',
      () => holder('authority', 'a', 'vrb'),
      'its own',
      'UNKNOWN_DOCUMENT',
    ],
    ['a committee member, before the procedure has begun', () => memberOf(VACANCY), 'its own', 'UNKNOWN_DOCUMENT'],
    ['a committee member who names no application', () => memberOf(VACANCY), null, 'UNKNOWN_DOCUMENT'],
    ['an analyst', () => holder('analyst', 'a'), 'its own', 'FORBIDDEN'],
    ['the privacy officer', () => holder('privacy-officer', 'p'), 'its own', 'FORBIDDEN'],
  ])('is refused to %s in the words for what is not there', async (_who, actor, named, code) => {
    const by = await actor();
    const of = named === 'its own' ? application : named;
    const refused = await documents.download(by, frozen, of);
    expect(refused).toMatchObject({ code });
    expect(await documents.download(by, randomUUID(), of)).toEqual(refused);
    expect(await documents.download(by, 'nonsense', of)).toEqual(refused);
  });

  test('is for a recruiter only to what was frozen, and each that is fetched is noted', async () => {
    const before = await logged();
    expect(await documents.download(RECRUITER, later, application)).toMatchObject({ code: 'UNKNOWN_DOCUMENT' });
    const { url } = await documents.download(RECRUITER, frozen, application);
    expect(await logged()).toEqual(before);
    expect((await documents.get(url)).status).toBe(200);
    expect((await documents.get(url)).status).toBe(410);
    const row = { actor: 'recruiter-1', role: 'recruiter', operation: 'Mutation.requestDownload', application };
    expect(await logged()).toEqual([...before, row]);
  });

  test('of one’s own leaves no note', async () => {
    const before = await logged();
    expect((await documents.get((await documents.download(candidate, frozen, application)).url)).status).toBe(200);
    expect(await logged()).toEqual(before);
  });

  test('that nobody can note gives nothing', async () => {
    const { url } = await documents.download(RECRUITER, frozen, application);
    await documents.database.query(
      "ALTER TABLE candidates.access_log ADD CONSTRAINT unlucky CHECK (actor <> 'recruiter-1') NOT VALID",
    );
    expect(refusalOf(await documents.get(url))).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    await documents.database.query('ALTER TABLE candidates.access_log DROP CONSTRAINT unlucky');
    expect((await documents.get(url)).status).toBe(200);
  });

  test('is refused to what has not come', async () => {
    const { document } = await documents.announce(candidate, doc());
    expect(await documents.download(candidate, document.id)).toEqual({
      ...{ __typename: 'Refused', problems: [{ path: 'document', code: 'NOT_THERE_YET' }], code: 'NOT_THERE_YET' },
    });
  });
});
