import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { candidateOf, everythingIn, holder } from '../testing/candidates.subgraph.ts';
import {
  CLOSED,
  OPEN,
  RECRUITER,
  RECRUITER_ELSEWHERE,
  TestDocuments,
  VACANCY,
  VACANCY_ELSEWHERE,
} from './testing/documents.ts';
import { pdf } from './testing/files.ts';

let documents: TestDocuments;
let candidate: Actor;
let application: string;
let people = 0;
beforeAll(async () => {
  documents = await TestDocuments.start();
});
afterAll(() => documents?.close());
beforeEach(async () => {
  documents.clock.at = OPEN;
  people += 1;
  candidate = await documents.candidate(`paper-${people}`);
  application = await documents.applies(candidate);
});

const register = (own: object = {}, actor = RECRUITER) =>
  documents.write(actor, 'registerPaperCopy', { application, kind: 'DIPLOMA', receivedOn: '2025-08-30', ...own });
const codes = ({ problems }: { problems: { path: string; code: string }[] }) =>
  problems.map(({ path, code }) => `${path} ${code}`);
const diplomas = async () =>
  (await documents.ask(candidate, '{ me { diplomas { id version document } } }')).data.me.diplomas;

/** The facts of what was told of copies, oldest first. */
const told = async () => {
  const rows = await documents.database.query<{ facts: object }>(
    `SELECT facts FROM candidates.message
     WHERE application_id = $1 AND code = 'PAPER_COPY_REGISTERED' ORDER BY number`,
    [application],
  );
  return rows.map(({ facts }) => facts);
};

describe('a copy on paper', () => {
  test('is registered without any content, and told to its candidate', async () => {
    const { id, version } = await register({ remark: 'Certified by the town' });
    expect(version).toBe(1);
    expect(await documents.mine(candidate)).toEqual([
      {
        ...{ id, version: 1, kind: 'DIPLOMA', medium: 'PAPER', state: 'STORED', fileName: null, mediaType: null },
        ...{ bytes: null, sha256: null, receivedAt: '2025-09-01T07:00:00.000Z', receivedOn: '2025-08-30' },
        remark: 'Certified by the town',
      },
    ]);
    expect(await told()).toEqual([{ documentKind: 'DIPLOMA', unlinked: 'true', closesAt: expect.any(String) }]);
    expect(await everythingIn(documents.database)).not.toContain('Certified by the town');
  });

  test('proves the diploma that it is of, on a new version by the recruiter', async () => {
    const { id: profileEntry } = await documents.diploma(candidate, null);
    const { id } = await register({ profileEntry });
    expect(await diplomas()).toEqual([{ id: profileEntry, version: 2, document: id }]);
    expect((await told()).at(-1)).not.toHaveProperty('unlinked');
    const [row] = await documents.database.query('SELECT recorded_by FROM candidates.profile_entry WHERE id = $1', [
      profileEntry,
    ]);
    expect(row).toEqual({ recorded_by: 'recruiter-1' });
  });

  test('proves the only diploma without a document where nobody says which it is of', async () => {
    const document = await documents.store(candidate, pdf());
    const { id: proven } = await documents.diploma(candidate, document);
    const { id: lacking } = await documents.diploma(candidate, null);
    const { id } = await register();
    expect(await diplomas()).toEqual([
      { id: proven, version: 1, document },
      { id: lacking, version: 2, document: id },
    ]);
    expect((await told()).at(-1)).not.toHaveProperty('unlinked');
    await register();
    expect((await told()).at(-1)).toHaveProperty('unlinked', 'true');
    expect((await diplomas()).map(({ version }: { version: number }) => version)).toEqual([1, 2]);
  });

  test('proves none of two diplomas between which nobody chose, and no diploma where it is of something else', async () => {
    await documents.diploma(candidate, null);
    await register({ kind: 'OTHER' });
    await register({ kind: 'APPOINTMENT_DECREE' });
    await documents.diploma(candidate, null);
    await register();
    expect(await diplomas()).toEqual([
      expect.objectContaining({ document: null }),
      expect.objectContaining({ document: null }),
    ]);
    expect((await told()).map((facts) => 'unlinked' in facts)).toEqual([false, true, true]);
  });

  test('proves nothing that a document proves already', async () => {
    const document = await documents.store(candidate, pdf());
    const { id: profileEntry } = await documents.diploma(candidate, document);
    expect(codes(await register({ profileEntry }))).toEqual(['profileEntry ALREADY_PROVEN']);
    expect(await diplomas()).toEqual([{ id: profileEntry, version: 1, document }]);
    expect(await documents.mine(candidate)).toHaveLength(1);
  });

  test('is not one more than a candidate may have', async () => {
    await documents.database.query(
      `INSERT INTO candidates.document (id, candidate_id, kind, medium, state, version, recorded_at, recorded_by)
       SELECT gen_random_uuid(), candidate_id, 'OTHER', 'UPLOAD', 'STORED', 1, now(), 'test'
       FROM candidates.application, generate_series(1, 99) WHERE application.id = $1`,
      [application],
    );
    expect(await register()).toMatchObject({ version: 1 });
    expect(codes(await register())).toEqual(['documents TOO_MANY_DOCUMENTS']);
    expect(await documents.mine(candidate)).toHaveLength(100);
  });

  test('is in the frozen file with the day on which it came and what was noted of it', async () => {
    await documents.write(candidate, 'validateApplication', { application, version: 2 });
    const { id } = await register({ remark: 'Certified by the town' });
    documents.clock.at = CLOSED;
    await documents.diploma(candidate, null);
    const shown = `{ _entities(representations: [{ __typename: "Application", id: "${application}" }]) {
      ... on Application { documents { id receivedOn remark } file { frozenAt documents { id receivedOn remark } } } } }`;
    const copy = { id, receivedOn: '2025-08-30', remark: 'Certified by the town' };
    expect((await documents.ask(RECRUITER, shown)).data._entities).toEqual([
      { documents: [copy], file: { frozenAt: '2025-09-12T22:00:00Z', documents: [copy] } },
    ]);
  });

  test('is in no file of another institution, and proves nothing there', async () => {
    const elsewhere = await documents.applies(candidate, VACANCY_ELSEWHERE);
    for (const id of [application, elsewhere]) {
      await documents.write(candidate, 'validateApplication', { application: id, version: 2 });
    }
    await documents.diploma(candidate, null);
    const { id: here } = await register({ remark: 'Sent for the head' });
    documents.clock.at = '2025-09-02T07:00:00Z';
    const other = { application: elsewhere, kind: 'OTHER' };
    const { id: there } = await register(other, RECRUITER_ELSEWHERE);
    documents.clock.at = '2025-09-03T07:00:00Z';
    const uploaded = await documents.store(candidate, pdf());
    expect((await documents.mine(candidate)).map(({ id }: { id: string }) => id)).toEqual([here, there, uploaded]);
    const file = async (actor: Actor, id: string) => {
      const shown = `{ _entities(representations: [{ __typename: "Application", id: "${id}" }]) { ... on Application {
        documents { id } file { frozenAt documents { id } diplomas { document } } } } }`;
      return (await documents.ask(actor, shown)).data._entities[0];
    };
    const holds = (frozenAt: string | null, document: string | null, ...ids: string[]) => {
      const held = ids.map((id) => ({ id }));
      return { documents: held, file: { frozenAt, documents: held, diplomas: [{ document }] } };
    };
    expect(await file(candidate, elsewhere)).toEqual(holds(null, null, there, uploaded));
    documents.clock.at = CLOSED;
    await documents.diploma(candidate, here);
    const frozenAt = '2025-09-12T22:00:00Z';
    expect(await file(RECRUITER, application)).toEqual(holds(frozenAt, here, here, uploaded));
    expect(await file(RECRUITER_ELSEWHERE, elsewhere)).toEqual(holds(frozenAt, null, there, uploaded));
  });

  test('cannot be downloaded', async () => {
    const { id } = await register();
    expect(await documents.download(candidate, id)).toEqual({
      ...{ __typename: 'Refused', problems: [{ path: 'document', code: 'ON_PAPER' }], code: 'ON_PAPER' },
    });
  });

  test('is registered once, however often the request comes', async () => {
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => register({ idempotencyKey })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await documents.mine(candidate)).toHaveLength(1);
  });

  test('is registered until the deadline of the vacancy, to the last millisecond of its day', async () => {
    documents.clock.at = '2025-09-12T21:59:59.999Z';
    expect(await register()).toMatchObject({ version: 1 });
    documents.clock.at = CLOSED;
    // It was not validated, and so has lapsed.
    expect(codes(await register())).toEqual(['application NOT_FROM_THIS_STATUS']);
    expect(await documents.mine(candidate)).toHaveLength(1);
  });

  test('is refused with everything that is wrong with it, and without a national register number', async () => {
    const refused = await register({
      ...{ receivedOn: '2025-09-02', profileEntry: randomUUID(), remark: 'Came with 85.07.30-033.28' },
    });
    expect(codes(refused)).toEqual([
      ...['remark NATIONAL_REGISTER_NUMBER', 'receivedOn IN_THE_FUTURE', 'profileEntry NO_SUCH_ENTRY'],
    ]);
    expect(JSON.stringify(refused)).not.toContain('033');
    expect(await documents.mine(candidate)).toEqual([]);
  });

  test('did not come before the vacancy was open', async () => {
    expect(codes(await register({ receivedOn: '2025-07-31' }))).toEqual(['receivedOn TOO_EARLY']);
    expect(await register({ receivedOn: '2025-08-01' })).toMatchObject({ version: 1 });
  });

  test('proves no entry of another kind, and none of another candidate', async () => {
    const { id: own } = await documents.diploma(candidate, null);
    const { id: theirs } = await documents.diploma(await documents.candidate(`other-${people}`), null);
    for (const input of [
      { kind: 'OTHER', profileEntry: own },
      { profileEntry: theirs },
      { profileEntry: 'nonsense' },
    ]) {
      expect(codes(await register(input))).toEqual(['profileEntry NO_SUCH_ENTRY']);
    }
    expect(await diplomas()).toEqual([{ id: own, version: 1, document: null }]);
  });

  test('of a draft, of another institution’s application, and of none is refused in the same words', async () => {
    const drafting = await documents.candidate(`drafting-${people}`);
    const { id: draft } = await documents.write(drafting, 'startApplication', { vacancy: VACANCY });
    const answers = [
      ...[await register({ application: draft }), await register({ application: randomUUID() })],
      ...[await register({ application: 'nonsense' }), await register({}, holder('recruiter', 'r', 'other'))],
    ];
    expect(codes(answers[0])).toEqual(['application UNKNOWN_APPLICATION']);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('is registered by nobody but a recruiter', async () => {
    for (const actor of [candidate, candidateOf('nobody'), holder('authority', 'a', 'vrb')]) {
      await expect(register({}, actor)).rejects.toThrow('FORBIDDEN');
    }
  });
});
