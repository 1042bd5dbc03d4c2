import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CANDIDACY_STATUSES } from '@mandate-graph/domain';
import type { Actor } from '@mandate-graph/runtime';
import { always, recordedSubject, vacancyState } from '@mandate-graph/testkit';
import { OPEN } from '../eligibility/testing/trees.ts';
import { completeFile } from '../file/testing/contents.ts';
import { PROCEDURE } from '../section/testing/sections.ts';
import { memberOf, sit, stand } from '../selection/testing/standing.rows.ts';
import { candidateOf, holder } from '../testing/candidates.subgraph.ts';
import { openReading, type Reading } from './testing/reading.graph.ts';
import { readings } from './testing/readings.ts';
import { insertSubmitted, settleSubmitted, submitted } from './testing/submitted.ts';

const VACANCY = 'vrb:vacancy:judged';
const OTHER = 'vrb:vacancy:other';
const BEFORE = '2026-10-05T10:00:00Z';
/** The first instant that is too late: the deadline is 22 October, local. */
const CLOSED = '2026-10-22T22:00:00Z';
const state = vacancyState({
  ...{ participationConditions: OPEN, applicationProcedure: PROCEDURE, opensOn: '2026-09-01' },
  applicationDeadline: { date: '2026-10-22', timeOfDay: null },
});
const one = submitted(VACANCY, completeFile());
const crowd = Array.from({ length: 20 }, () => submitted(VACANCY, completeFile()));
const draft = submitted(VACANCY, completeFile(), { status: 'DRAFT', submittedAt: null });
const provisional = submitted(VACANCY, completeFile(), { status: 'PROVISIONAL' });
const withdrawn = submitted(VACANCY, completeFile(), { status: 'WITHDRAWN' });
const elsewhere = submitted(OTHER, completeFile());
const all = [one, ...crowd, draft, provisional, withdrawn, elsewhere];
const MEMBER = memberOf(VACANCY);
const AUTHORITY = holder('authority', 'authority-1', 'vrb');
const RECRUITER = holder('recruiter', 'recruiter-1', 'vrb');
const PARTS = ['candidate', 'file', 'documents', 'eligibility', 'decisions'];
let graph: Reading;

beforeAll(async () => {
  graph = await openReading(
    BEFORE,
    [VACANCY, OTHER].map((id) => recordedSubject('vacancy', id, 1, [always(state)])),
  );
  await insertSubmitted(graph.database, all);
  await settleSubmitted(graph.database, [one, ...crowd, elsewhere], CLOSED);
});
afterAll(() => graph?.close());
beforeEach(() => graph.setClock(CLOSED));
afterEach(() => graph.database.query('DELETE FROM candidates.selection_standing'));
beforeEach(async () => {
  for (const vacancy of [VACANCY, OTHER]) await sit(graph.database, vacancy);
});

const { newInLog } = readings(() => graph);
beforeEach(newInLog);
/** What whoever judges may see. */
const SHOWN = `id status submittedAt version lapsedBy contest vacancy { id } candidate { id givenNames familyName }
  file { frozenAt diplomas { id } specificSections { id } documents { id } } documents { id fileName }
  eligibility(appointmentOn: "2026-12-01") { participation { outcome } appointment { outcome } } decisions { id reasons }`;
const ask = async (actor: Actor, fields: string, ...ids: string[]) => {
  const of = ids.map((id) => ({ __typename: 'Application', id }));
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { ${fields} } } }`;
  const { data, errors, statements } = await graph.ask(actor, query, { of });
  return { found: data._entities, codes: errors?.map(({ extensions }) => extensions['code']), statements };
};
const sees = async (actor: Actor, ...ids: string[]) =>
  (await ask(actor, 'id', ...ids)).found.map((it: unknown) => it !== null);

describe('a member of the committee', () => {
  test('sees who is in the procedure, the frozen file and what was made of it, each reading noted', async () => {
    await stand(graph.database, 'IN_PROGRESS', [one.id]);
    const { found, codes } = await ask(MEMBER, SHOWN, one.id);
    expect(codes).toBeUndefined();
    expect(found).toMatchObject([
      {
        ...{ id: one.id, status: 'DEFINITIVE', vacancy: { id: VACANCY }, decisions: [] },
        candidate: { id: one.candidateId, givenNames: 'Ann', familyName: 'Peeters' },
        file: { frozenAt: CLOSED, diplomas: [{}], specificSections: [{}] },
        documents: [{ id: one.content.documents[0]!.id, fileName: 'kopie.pdf' }],
        // By the frozen file alone: being appointed would be judged by what was declared since.
        eligibility: { participation: { outcome: 'ELIGIBLE' }, appointment: null },
      },
    ]);
    const operations = ['Application', ...PARTS.map((part) => `Application.${part}`)];
    expect(await newInLog()).toEqual(
      expect.arrayContaining(
        operations.map((operation) => ({
          ...{ application: one.id, operation, by: 'member-1 committee-member', candidate: one.candidateId },
        })),
      ),
    );
  });

  test('sees no file before it is frozen', async () => {
    await stand(graph.database, 'IN_PROGRESS', [one.id]);
    graph.setClock(BEFORE);
    const { found } = await ask(MEMBER, SHOWN, one.id);
    expect(found).toMatchObject([{ id: one.id, file: null, documents: null, eligibility: null }]);
  });

  test.each(CANDIDACY_STATUSES)('sees a candidacy that is %s, if it is one that is compared', async (status) => {
    await stand(graph.database, status, [one.id]);
    const isOut = ['EXCLUDED', 'WITHDRAWN', 'DISCONTINUED'].includes(status);
    expect(await sees(MEMBER, one.id)).toEqual([!isOut]);
  });

  test('sees in as many statements 20 candidacies as one', async () => {
    const ids = crowd.map(({ id }) => id);
    await stand(graph.database, 'IN_PROGRESS', ids);
    const [few, many] = [await ask(MEMBER, SHOWN, ids[0]!), await ask(MEMBER, SHOWN, ...ids)];
    expect(many.found.every(({ file }: { file: unknown }) => file !== null)).toBe(true);
    expect(many.statements).toBe(few.statements);
  });
});

describe('the authority of the institution', () => {
  test('sees the same, and being appointed, from when the result is submitted to it', async () => {
    await stand(graph.database, 'SUITABLE', [one.id]);
    expect(await sees(AUTHORITY, one.id)).toEqual([false]);
    expect(await newInLog()).toEqual([]);
    await stand(graph.database, 'SUITABLE', [one.id], true);
    const { found, codes } = await ask(AUTHORITY, SHOWN, one.id);
    expect(codes).toBeUndefined();
    expect(found).toMatchObject([
      {
        ...{ candidate: { familyName: 'Peeters' }, file: { frozenAt: CLOSED }, documents: [{}] },
        eligibility: { participation: { outcome: 'ELIGIBLE' }, appointment: { outcome: expect.any(String) } },
      },
    ]);
    const log = await newInLog();
    expect(new Set(log.map(({ by }) => by))).toEqual(new Set(['authority-1 authority']));
    expect(log).toHaveLength(PARTS.length + 1);
  });

  test.each(['WITHDRAWN', 'EXCLUDED', 'DISCONTINUED'] as const)('sees nobody who is %s by then', async (status) => {
    await stand(graph.database, status, [one.id], true);
    expect(await sees(AUTHORITY, one.id)).toEqual([false]);
  });
});

describe('nobody who judges sees', () => {
  const JUDGES = [
    ['the committee', MEMBER],
    ['the authority', AUTHORITY],
  ] as const;

  test.each(JUDGES)('what is no candidacy, or no longer an application: %s', async (_who, actor) => {
    const ids = [draft, provisional, withdrawn].map(({ id }) => id);
    await stand(graph.database, 'IN_PROGRESS', ids, true);
    expect(await sees(actor, ...ids, one.id)).toEqual([false, false, false, false]);
    expect(await newInLog()).toEqual([]);
  });

  test('other procedures, or those of other institutions', async () => {
    await stand(graph.database, 'SUITABLE', [one.id, elsewhere.id], true);
    const both = [one.id, elsewhere.id];
    expect(await sees(MEMBER, ...both)).toEqual([true, false]);
    expect(await sees(memberOf(OTHER), ...both)).toEqual([false, true]);
    expect(await sees(holder('authority', 'authority-2', 'other'), ...both)).toEqual([false, false]);
  });

  test.each(JUDGES)(
    'how to reach a candidate, in which language, or why an application lapsed: %s',
    async (_who, actor) => {
      await stand(graph.database, 'SUITABLE', [one.id], true);
      for (const field of ['email', 'phone', 'preferredLanguage', 'registeredAt', 'version']) {
        const { found, codes } = await ask(actor, `candidate { familyName hidden: ${field} }`, one.id);
        expect([field, found[0]?.candidate?.hidden ?? null, codes]).toEqual([field, null, ['FORBIDDEN']]);
      }
      expect(await ask(actor, 'reasons', one.id)).toMatchObject({ found: [{ reasons: null }], codes: ['FORBIDDEN'] });
      expect((await newInLog()).map(({ operation }) => operation)).not.toContain('Application.reasons');
    },
  );

  test.each(JUDGES)('the account, its inbox and its other applications: %s', async (_who, actor) => {
    await stand(graph.database, 'SUITABLE', [one.id], true);
    for (const field of [
      'inbox { unreadCount }',
      'applications { id }',
      'documents { id }',
      'diplomas { id }',
      'everything',
    ])
      expect((await ask(actor, `candidate { id hidden: ${field} }`, one.id)).codes).toEqual(['FORBIDDEN']);
    const account =
      '{ _entities(representations: [{ __typename: "Candidate", id: "ID" }]) { ... on Candidate { id } } }';
    expect((await graph.ask(actor, account.replace('ID', one.candidateId))).data._entities).toEqual([null]);
  });

  test.each(JUDGES)('the list of applications, or the access log: %s', async (_who, actor) => {
    await stand(graph.database, 'SUITABLE', [one.id], true);
    const list = `{ _entities(representations: [{ __typename: "Vacancy", id: "${VACANCY}" }]) { ... on Vacancy {
      applications { edges { node { id } } } } } }`;
    for (const query of [list, '{ accessLog { edges { node { id } } } }']) {
      const { errors } = await graph.ask(actor, query);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    }
  });
});

describe('whoever holds several roles', () => {
  const grants = (...actors: readonly Actor[]) => ({ ...MEMBER, grants: actors.flatMap(({ grants }) => grants) });

  test('sees with each what it shows, and is noted in the one that showed it', async () => {
    await stand(graph.database, 'EXCLUDED', [one.id]);
    const both = grants(MEMBER, RECRUITER);
    expect((await ask(both, 'candidate { email } reasons', one.id)).codes).toBeUndefined();
    expect(new Set((await newInLog()).map(({ by }) => by))).toEqual(new Set(['member-1 recruiter']));
    await stand(graph.database, 'SUITABLE', [one.id]);
    const { found } = await ask(both, SHOWN, one.id);
    expect(found[0].eligibility.appointment).not.toBeNull();
    await ask(both, 'reasons', one.id);
    expect((await newInLog()).find(({ operation }) => operation === 'Application.reasons')?.by).toBe(
      'member-1 recruiter',
    );
  });

  test('sees their own application as their own', async () => {
    await stand(graph.database, 'IN_PROGRESS', [one.id]);
    const candidate = candidateOf(one.subject);
    const { found, codes } = await ask(
      { ...grants(MEMBER, candidate), subject: one.subject },
      `${SHOWN} reasons`,
      one.id,
    );
    expect(codes).toBeUndefined();
    expect(found[0].eligibility.appointment).not.toBeNull();
    expect(await newInLog()).toEqual([]);
  });
});
