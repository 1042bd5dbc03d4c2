import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Actor, type Grant, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { always, recordedSubject, vacancyState } from '@mandate-graph/testkit';
import { OPEN } from '../eligibility/testing/trees.ts';
import { completeFile } from '../file/testing/contents.ts';
import { PROCEDURE } from '../section/testing/sections.ts';
import { candidateOf, holder } from '../testing/candidates.subgraph.ts';
import { openReading, type Reading } from './testing/reading.graph.ts';
import { readings } from './testing/readings.ts';
import { insertSubmitted, settleSubmitted, submitted } from './testing/submitted.ts';

const CROWDED = 'vrb:vacancy:crowded';
const QUIET = 'vrb:vacancy:quiet';
/** Withdrawn after its deadline. */
const ENDED = 'vrb:vacancy:ended';
const BEFORE = '2026-10-05T10:00:00Z';
/** The first instant that is too late: the deadline is 22 October, local. */
const CLOSED = '2026-10-22T22:00:00Z';
const state = vacancyState({
  ...{ participationConditions: OPEN, applicationProcedure: PROCEDURE, opensOn: '2026-09-01' },
  applicationDeadline: { date: '2026-10-22', timeOfDay: null },
});
const crowd = Array.from({ length: 100 }, () => submitted(CROWDED, completeFile()));
const one = submitted(QUIET, completeFile());
const draft = submitted(QUIET, completeFile(), { status: 'DRAFT', submittedAt: null });
const lapsed = submitted(QUIET, completeFile(), { status: 'LAPSED' });
const withdrawn = submitted(QUIET, completeFile(), { status: 'WITHDRAWN' });
const contested = submitted(QUIET, completeFile(), { status: 'LAPSED', contest: 'OPEN' });
const rejected = submitted(QUIET, completeFile(), { status: 'LAPSED', contest: 'REJECTED' });
const ended = submitted(ENDED, completeFile());
const erased = submitted(QUIET, completeFile());
const emptied = submitted(QUIET, completeFile());
/** Not settled since the deadline. */
const unsettled = submitted(QUIET, completeFile());
/** What is noted for itself of an application. */
const PARTS = ['candidate', 'file', 'documents', 'eligibility', 'decisions'];
const COMMITTEE: Grant = { role: 'committee-member', institution: null, procedure: 'p', scopes: [] };
const RECRUITER = holder('recruiter', 'recruiter-1', 'vrb');
const CANDIDATE = candidateOf(one.subject);
let graph: Reading;

beforeAll(async () => {
  graph = await openReading(BEFORE, [
    recordedSubject('vacancy', CROWDED, 1, [always(state)]),
    recordedSubject('vacancy', QUIET, 1, [always(state)]),
    recordedSubject('vacancy', ENDED, 1, [always(state)]),
  ]);
  await insertSubmitted(graph.database, [
    ...[...crowd, one, draft, lapsed, withdrawn, contested, rejected, ended, erased, emptied, unsettled],
  ]);
  await settleSubmitted(graph.database, [...crowd, one, contested, rejected, ended, erased, emptied], CLOSED);
});
afterAll(() => graph?.close());
afterEach(() => graph.setClock(BEFORE));

const { read, listOf, newInLog } = readings(() => graph);
const list = (actor: Actor, first: number) => listOf(actor, CROWDED, first);
beforeEach(newInLog);

describe('a list of applications', () => {
  test.each<[string, number, string | undefined]>([
    [BEFORE, 5, undefined],
    [CLOSED, 8, 'ELIGIBLE'],
  ])('with all that is in them costs as much for a hundred as for ten, at %s', async (at, cost, outcome) => {
    graph.setClock(at);
    for (const first of [10, 100]) {
      const { nodes, errors, statements } = await list(RECRUITER, first);
      expect({ errors, statements, length: nodes.length }).toEqual({
        errors: undefined,
        statements: cost,
        length: first,
      });
      for (const { candidate, eligibility, file } of nodes) {
        expect(candidate.familyName).toBe('Peeters');
        expect(eligibility?.participation.outcome).toBe(outcome);
        expect(file?.specificSections.length).toBe(outcome === undefined ? undefined : 1);
      }
    }
  });

  test('brings one row into the access log for each application and each part that was given', async () => {
    graph.setClock(CLOSED);
    const { nodes } = await list(RECRUITER, 7);
    const operations = ['Vacancy.applications', ...PARTS.map((part) => `Application.${part}`)];
    const expected = nodes.flatMap(({ id }: { id: string }) => {
      const { candidateId: candidate } = crowd.find((one) => one.id === id)!;
      return operations.map((operation) => ({ application: id, operation, by: 'recruiter-1 recruiter', candidate }));
    });
    const log = await newInLog();
    expect(log).toHaveLength(expected.length);
    expect(log).toEqual(expect.arrayContaining(expected));
  });
});

describe('an application', () => {
  const PUBLIC = ['the public', PUBLIC_ACTOR] as const;
  const OTHERS: readonly (readonly [string, Actor])[] = [
    ['another candidate', candidateOf('somebody-else')],
    ['a recruiter of another institution', holder('recruiter', 'recruiter-2', 'other')],
    ['the authority of the institution', holder('authority', 'authority-1', 'vrb')],
    ['a committee member', { ...holder('committee-member', 'member-1'), grants: [COMMITTEE] }],
    ['an analyst', holder('analyst', 'analyst-1')],
    ['the privacy officer', holder('privacy-officer', 'officer-1')],
    PUBLIC,
  ];

  test('is seen by its candidate whole, at any time, and that is no reading by another', async () => {
    const { found, errors } = await read(CANDIDATE, one.id);
    expect(errors).toBeUndefined();
    expect(found).toMatchObject([
      {
        ...{ id: one.id, status: 'DEFINITIVE', submittedAt: '2026-10-01T08:00:00.000Z', version: 1, lapsedBy: null },
        ...{ contest: null, vacancy: { id: QUIET }, decisions: [] },
        candidate: { id: one.candidateId, givenNames: 'Ann', email: `${one.subject}@example.org` },
        file: {
          frozenAt: null,
          diplomas: [{ id: one.content.profile[0]!.id, document: one.content.documents[0]!.id }],
          specificSections: [{ id: one.content.sections[0]!.id, kind: 'MANAGERIAL', begin: '2015-03-01', end: null }],
          documents: [{ id: one.content.documents[0]!.id, fileName: 'kopie.pdf' }],
        },
        documents: [{ kind: 'DIPLOMA', mediaType: 'application/pdf', bytes: 1000, version: null }],
        eligibility: { participation: { outcome: 'ELIGIBLE', judgedOn: '2026-10-22' }, appointment: null },
      },
    ]);
    expect(await newInLog()).toEqual([]);
  });

  test('is seen by the recruiter of the institution, but not its file until the deadline has closed', async () => {
    const { found, errors } = await read(RECRUITER, one.id);
    expect(errors).toBeUndefined();
    expect(found).toMatchObject([{ id: one.id, candidate: { familyName: 'Peeters' }, decisions: [] }]);
    expect(found[0]).toMatchObject({ file: null, documents: null, eligibility: null });
    const given = ['Application', 'Application.candidate', 'Application.decisions'];
    expect((await newInLog()).map(({ operation }) => operation).toSorted()).toEqual(given);
    graph.setClock(CLOSED);
    const [after] = (await read(RECRUITER, one.id)).found;
    expect(after).toMatchObject({ documents: [{ id: one.content.documents[0]!.id }], file: { diplomas: [{}] } });
    expect((await newInLog()).map(({ operation }) => operation).toSorted()).toEqual(
      ['Application', ...PARTS.map((part) => `Application.${part}`)].toSorted(),
    );
  });

  test('that is a draft is its candidate’s alone', async () => {
    expect((await read(candidateOf(draft.subject), draft.id)).found).toMatchObject([{ status: 'DRAFT', file: {} }]);
    expect(await read(RECRUITER, draft.id)).toMatchObject({ found: [null], errors: undefined });
  });

  test.each([
    ['withdrawn', withdrawn],
    ['lapsed', lapsed],
  ])('that is %s shows the institution no file, also after the deadline', async (_status, { id, subject }) => {
    graph.setClock(CLOSED);
    const [seen] = (await read(RECRUITER, id)).found;
    expect(seen).toMatchObject({ file: null, documents: null, eligibility: null, candidate: { givenNames: 'Ann' } });
    expect((await read(candidateOf(subject), id)).found[0].file.frozenAt).toBeNull();
  });

  test('whose file is not frozen yet shows the institution none, and its candidate what stands', async () => {
    graph.setClock(CLOSED);
    const nothing = { file: null, documents: null, eligibility: null };
    expect((await read(RECRUITER, unsettled.id)).found).toMatchObject([nothing]);
    const standing = { file: { frozenAt: null, diplomas: [{}] }, documents: [{}], eligibility: {} };
    expect((await read(candidateOf(unsettled.subject), unsettled.id)).found).toMatchObject([standing]);
  });

  test('whose file was emptied shows nobody what stands in the account by now', async () => {
    graph.setClock(CLOSED);
    await graph.database.query('UPDATE candidates.application_snapshot SET data = NULL WHERE application_id = $1', [
      emptied.id,
    ]);
    for (const actor of [RECRUITER, candidateOf(emptied.subject)]) {
      const { found, errors } = await read(actor, emptied.id);
      expect(errors).toBeUndefined();
      expect(found).toMatchObject([{ file: null, documents: null, eligibility: null, status: 'DEFINITIVE' }]);
    }
  });

  test('that lapsed shows its file to the institution once that is contested, however it is decided', async () => {
    graph.setClock(CLOSED);
    const file = { specificSections: [{}] };
    expect((await read(RECRUITER, contested.id, rejected.id)).found).toMatchObject([
      { contest: 'OPEN', file },
      { contest: 'REJECTED', file },
    ]);
  });

  test('of a vacancy that was withdrawn shows its file as it was judged, whatever changed later', async () => {
    graph.setClock(CLOSED);
    await graph.database.query(
      `INSERT INTO candidates.vacancy_version (vacancy_id, version, recorded_at, periods, reason)
       SELECT vacancy_id, 2, $2, jsonb_set(periods, '{0,state,publication}', '"WITHDRAWN"'), NULL
       FROM candidates.vacancy_version WHERE vacancy_id = $1`,
      [ENDED, CLOSED],
    );
    await settleSubmitted(graph.database, [ended], CLOSED);
    await graph.database.query("UPDATE candidates.document SET state = 'REMOVED' WHERE candidate_id = $1", [
      ended.candidateId,
    ]);
    const judged = {
      ...{ status: 'LAPSED', lapsedBy: 'VACANCY_WITHDRAWN', documents: [{ id: ended.content.documents[0]!.id }] },
      file: { frozenAt: CLOSED, specificSections: [{}] },
      eligibility: { participation: { outcome: 'ELIGIBLE' } },
    };
    for (const actor of [RECRUITER, candidateOf(ended.subject)]) {
      expect((await read(actor, ended.id)).found).toMatchObject([judged]);
    }
  });

  test.each(OTHERS)('is not there for %s, without a word, a row in the log or a difference', async (_who, actor) => {
    graph.setClock(CLOSED);
    const ids = [one.id, draft.id, '00000000-0000-4000-8000-000000000000', 'nonsense', ''];
    expect(await read(actor, ...ids)).toMatchObject({ found: ids.map(() => null), errors: undefined });
    expect(await newInLog()).toEqual([]);
  });

  test('of whoever is a recruiter as well is their own', async () => {
    const both: Actor = { ...CANDIDATE, grants: [...RECRUITER.grants, ...CANDIDATE.grants] };
    expect((await read(both, one.id)).found[0].file.specificSections).toHaveLength(1);
    expect(await newInLog()).toEqual([]);
  });

  test('is found by its id in capitals as well, and noted once however often it is asked for', async () => {
    const { found } = await read(RECRUITER, one.id.toUpperCase(), one.id);
    expect(found.map(({ id }: { id: string }) => id)).toEqual([one.id, one.id]);
    expect((await newInLog()).filter(({ operation }) => operation === 'Application')).toHaveLength(1);
  });

  test('gives no part of it without the row in the log', async () => {
    await graph.database.query(
      "ALTER TABLE candidates.access_log ADD CONSTRAINT unlucky CHECK (actor <> 'unlucky' OR operation = 'Application')",
    );
    graph.setClock(CLOSED);
    const { found, errors } = await read({ ...RECRUITER, subject: 'unlucky' }, one.id);
    for (const part of PARTS) expect(found[0][part]).toBeNull();
    expect(new Set(errors!.map(({ extensions }) => extensions['code']))).toEqual(new Set(['INTERNAL_SERVER_ERROR']));
  });

  test('of a candidate who was erased keeps what is not personal', async () => {
    graph.setClock(CLOSED);
    await graph.database.query('DELETE FROM candidates.person_key WHERE candidate_id = $1', [erased.candidateId]);
    await graph.database.query('DELETE FROM candidates.candidate_subject WHERE candidate_id = $1', [
      erased.candidateId,
    ]);
    const [seen] = (await read(RECRUITER, erased.id)).found;
    expect(seen).toMatchObject({ status: 'DEFINITIVE', file: null, documents: null, eligibility: null });
    expect(seen.candidate).toMatchObject({ id: erased.candidateId, givenNames: null, familyName: null, email: null });
    expect((await read(candidateOf(erased.subject), erased.id)).found).toEqual([null]);
  });
});
