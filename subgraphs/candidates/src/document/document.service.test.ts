import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { silentLog } from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { openCandidatesDatabase } from '../candidates.database.ts';
import { candidateOf } from '../testing/candidates.subgraph.ts';
import { sweepUnfinished } from './document.sweep.ts';
import { answerOf, CLOSED, OPEN, RECRUITER, refusalOf, TestDocuments } from './testing/documents.ts';
import { jpg, pdf } from './testing/files.ts';

let documents: TestDocuments;
beforeAll(async () => {
  documents = await TestDocuments.start();
});
afterAll(() => documents?.close());

const ids = async (actor: Parameters<TestDocuments['mine']>[0]) =>
  (await documents.mine(actor)).map(({ id }: { id: string }) => id);

describe('an announcement', () => {
  test('tells all that is wrong with it at once, and nothing of what was written', async () => {
    const actor = await documents.candidate('announcing');
    const name = '../85.07.30-033.28.pdf';
    const refused = await documents.announced(actor, { fileName: name, bytes: 0, sha256: 'x' });
    expect(refused.problems.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)).toEqual([
      ...['fileName NATIONAL_REGISTER_NUMBER', 'bytes EMPTY_DOCUMENT', 'sha256 NOT_A_DIGEST'],
    ]);
    expect(JSON.stringify(refused)).not.toContain('033');
    expect(await documents.mine(actor)).toEqual([]);
  });

  test('counts what can still come against the documents that one may have, and no link that expired unused', async () => {
    const actor = await documents.candidate('announcing-much');
    await documents.announce(actor, pdf());
    await documents.database.query(
      `WITH made AS (
         INSERT INTO candidates.document (id, candidate_id, kind, medium, state, bytes, announced_until, version, recorded_at,
           recorded_by)
         SELECT gen_random_uuid(), candidate_id, 'OTHER', 'UPLOAD', 'ANNOUNCED', 1, now() - interval '1 second', 1, now(), 'test'
         FROM candidates.candidate_subject, generate_series(1, 99) WHERE subject = 'announcing-much' RETURNING id
       )
       INSERT INTO candidates.document_link (id, document_id, action, expires_at)
       SELECT gen_random_uuid(), id, 'UPLOAD', now() FROM made`,
    );
    const { document } = await documents.announce(actor, pdf());
    await documents.write(actor, 'removeDocument', { id: document.id, version: 1 });
    await documents.database.query(
      `UPDATE candidates.document_link SET used_at = now() FROM candidates.document
       WHERE document.id = document_id AND document.announced_until < now() AND document.state = 'ANNOUNCED'`,
    );
    const { problems } = await documents.announced(actor, { fileName: 'a.pdf', bytes: 1 });
    expect(problems).toEqual([expect.objectContaining({ code: 'TOO_MANY_DOCUMENTS', value: '100' })]);
  });

  test('needs an account', async () => {
    const { problems } = await documents.announced(candidateOf('nobody-yet'), { fileName: 'a.pdf', bytes: 1 });
    expect(problems).toEqual([expect.objectContaining({ code: 'NO_ACCOUNT' })]);
  });

  test('is for candidates only', async () => {
    for (const actor of [PUBLIC_ACTOR, RECRUITER]) {
      await expect(documents.announced(actor, { fileName: 'a.pdf', bytes: 1 })).resolves.toBeNull();
    }
  });
});

describe('the documents of a candidate', () => {
  test('are listed in the order in which they came, in one statement, and are seen by nobody else', async () => {
    const [one, other] = [await documents.candidate('lister'), await documents.candidate('other-lister')];
    const stored = [await documents.store(one, pdf())];
    documents.clock.at = '2025-09-01T07:00:00.001Z';
    stored.push(await documents.store(one, jpg(), 'a.jpg'));
    documents.clock.at = OPEN;
    expect(await ids(one)).toEqual(stored);
    expect(await ids(other)).toEqual([]);
    const { statements } = await documents.ask(one, '{ me { documents { id fileName } more: documents { id } } }');
    expect(statements).toBe(2);
  });
});

describe('removing a document', () => {
  test('takes away its content, its name and its link', async () => {
    const actor = await documents.candidate('remover');
    const id = await documents.store(actor, pdf());
    const { url } = await documents.download(actor, id);
    expect(await documents.write(actor, 'removeDocument', { id, version: 2 })).toMatchObject({ id, version: 3 });
    expect([await ids(actor), await documents.chunks(id)]).toEqual([[], 0]);
    const [row] = await documents.database.query('SELECT data FROM candidates.document WHERE id = $1', [id]);
    expect(row).toEqual({ data: null });
    expect(refusalOf(await documents.get(url))).toEqual([410, 'LINK_USED']);
    expect(await documents.download(actor, id)).toMatchObject({ code: 'UNKNOWN_DOCUMENT' });
  });

  test('needs the version it stands at', async () => {
    const actor = await documents.candidate('versions');
    const id = await documents.store(actor, pdf());
    expect(await documents.write(actor, 'removeDocument', { id, version: 1 })).toEqual({
      ...{ __typename: 'VersionConflict', id, givenVersion: 1, currentVersion: 2 },
    });
    expect(await ids(actor)).toEqual([id]);
  });

  test('is refused while a diploma refers to it', async () => {
    const actor = await documents.candidate('in-use');
    const id = await documents.store(actor, pdf());
    const entry = await documents.diploma(actor, id);
    const refused = await documents.write(actor, 'removeDocument', { id, version: 2 });
    expect(refused.problems).toEqual([expect.objectContaining({ path: 'id', code: 'DOCUMENT_IN_USE' })]);
    expect(await ids(actor)).toEqual([id]);
    await documents.write(actor, 'removeProfileEntry', { id: entry.id, version: 1 });
    expect(await documents.write(actor, 'removeDocument', { id, version: 2 })).toMatchObject({ version: 3 });
  });

  test('of somebody else, of none, or twice is refused in the same words', async () => {
    const [actor, other] = [await documents.candidate('mine'), await documents.candidate('theirs')];
    const id = await documents.store(other, pdf());
    const gone = await documents.store(actor, pdf());
    await documents.write(actor, 'removeDocument', { id: gone, version: 2 });
    const answers = await Promise.all(
      [id, gone, randomUUID(), 'nonsense', "'; DROP TABLE document"].map((one) =>
        documents.write(actor, 'removeDocument', { id: one, version: 3 }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].problems).toEqual([expect.objectContaining({ path: 'id', code: 'UNKNOWN_DOCUMENT' })]);
    expect(await ids(other)).toEqual([id]);
  });

  test('leaves it in a file that was frozen with it', async () => {
    const actor = await documents.candidate('frozen-remover');
    const id = await documents.store(actor, pdf());
    await documents.diploma(actor, id);
    const application = await documents.definitive(actor);
    documents.clock.at = CLOSED;
    const [entry] = (await documents.ask(actor, '{ me { diplomas { id version } } }')).data.me.diplomas;
    await documents.write(actor, 'removeProfileEntry', entry);
    await documents.write(actor, 'removeDocument', { id, version: 2 });
    expect([await ids(actor), await documents.chunks(id)]).toEqual([[], 1]);
    for (const [reader, of] of [
      [actor, null],
      [RECRUITER, application],
    ] as const) {
      const { url } = await documents.download(reader, id, of);
      expect((await documents.get(url)).body).toEqual(pdf());
    }
    documents.clock.at = OPEN;
  });
});

describe('the deadline', () => {
  test('leaves out of a frozen file what had not come whole before it, however early it began', async () => {
    const actor = await documents.candidate('over-the-deadline');
    const intime = await documents.store(actor, pdf());
    const application = await documents.applies(actor);
    const { document, uploadUrl } = await documents.announce(actor, pdf());
    const request = await documents.open('PUT', uploadUrl, { 'content-length': pdf().length });
    const answer = answerOf(request);
    request.write(pdf().subarray(0, 10));
    documents.clock.at = CLOSED;
    request.end(pdf().subarray(10));
    expect((await answer).status).toBe(201);
    const frozen = await documents.database.query(
      'SELECT document_id AS id FROM candidates.snapshot_document WHERE application_id = $1',
      [application],
    );
    expect(frozen).toEqual([{ id: intime }]);
    expect((await documents.mine(actor)).at(-1)).toMatchObject({
      id: document.id,
      receivedAt: '2025-09-12T22:00:00.000Z',
    });
    documents.clock.at = OPEN;
  });
});

describe('what was announced and never came', () => {
  test('is swept once it can no longer come; what did come, and what still can, stays', async () => {
    const actor = await documents.candidate('swept');
    const stored = await documents.store(actor, pdf());
    const { document: waiting } = await documents.announce(actor, pdf());
    const { document: late } = await documents.announce(actor, pdf());
    await documents.database.query(
      "UPDATE candidates.document SET announced_until = announced_until - interval '1 day' WHERE id = ANY($1)",
      [[stored, late.id]],
    );
    await documents.database.query(
      'INSERT INTO candidates.document_chunk (document_id, number, content) VALUES ($1, 0, $2)',
      [late.id, Buffer.from('left over')],
    );
    const source = await openCandidatesDatabase(documents.database.url, silentLog);
    await sweepUnfinished(source.manager, Temporal.Now.instant());
    await source.destroy();
    expect((await ids(actor)).sort()).toEqual([stored, waiting.id].sort());
    expect([await documents.chunks(late.id), await documents.chunks(stored)]).toEqual([0, 1]);
  });
});
