import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { always, recordedSubject, vacancyState } from '@mandate-graph/testkit';
import { openReading, type Reading } from '../application/testing/reading.graph.ts';
import { insertSubmitted, submitted } from '../application/testing/submitted.ts';
import { APPOINTMENT, INTERNAL, OPEN } from '../eligibility/testing/trees.ts';
import { completeFile } from '../file/testing/contents.ts';
import { PROCEDURE } from '../section/testing/sections.ts';
import { candidateOf, everythingIn, holder } from '../testing/candidates.subgraph.ts';

const VACANCY = 'vrb:vacancy:head';
const BEFORE = '2026-10-22T21:59:59.999Z';
const CLOSED = '2026-10-22T22:00:00Z';
const REASONS = 'The diploma is of the cycle asked for, and the years are proven.';
const RECRUITER = holder('recruiter', 'recruiter-1', 'vrb');
const state = vacancyState({
  ...{ participationConditions: OPEN, appointmentConditions: APPOINTMENT, applicationProcedure: PROCEDURE },
  ...{ opensOn: '2026-09-01', applicationDeadline: { date: '2026-10-22', timeOfDay: null } },
});
let graph: Reading;

beforeAll(async () => {
  graph = await openReading(CLOSED, [
    recordedSubject('vacancy', VACANCY, 1, [always(state)]),
    // Amended once the deadline had closed: nobody is judged by it.
    {
      ...recordedSubject('vacancy', VACANCY, 2, [always({ ...state, participationConditions: INTERNAL })]),
      recordedAt: '2026-10-22T22:00:00Z',
    },
  ]);
});
afterAll(() => graph?.close());
afterEach(() => graph.setClock(CLOSED));

/** Somebody who has applied, to be decided on. */
const applied = async (own: Parameters<typeof submitted>[2] = {}) => {
  const application = submitted(VACANCY, completeFile(), own);
  await insertSubmitted(graph.database, [application]);
  return application;
};

const DECISIONS = `decisions { id version conditions outcome proposed judgedOn fileFrozenAt stands decidedAt reasons
  remedyStated }`;
const DECIDE = `mutation ($input: DecideEligibilityInput!) { result: decideEligibility(input: $input) { __typename
  ... on ApplicationRecorded { id version recordedAt application { id ${DECISIONS} } }
  ... on Refused { problems { path code value rule } } ... on VersionConflict { id givenVersion currentVersion } } }`;
const decide = async (input: object, actor: Actor = RECRUITER) => {
  const given = { conditions: 'PARTICIPATION', outcome: 'ELIGIBLE', reasons: REASONS, remedyStated: true };
  const { data, errors } = await graph.ask(actor, DECIDE, {
    input: { idempotencyKey: randomUUID(), ...given, ...input },
  });
  return { result: data?.result ?? null, errors };
};
const codesOf = ({ problems }: { problems: { path: string; code: string }[] }) =>
  problems.map(({ path, code }) => `${path} ${code}`);

describe('a decision on a file', () => {
  test('is recorded with its reasons beside what the rules proposed, and seen by the candidate', async () => {
    const { id, subject } = await applied();
    const { result, errors } = await decide({ application: id, outcome: 'NOT_ELIGIBLE', remedyStated: false });
    expect(errors).toBeUndefined();
    const decision = {
      ...{ id: result.id, version: 1, conditions: 'PARTICIPATION', outcome: 'NOT_ELIGIBLE', proposed: 'ELIGIBLE' },
      ...{ judgedOn: '2026-10-22', fileFrozenAt: '2026-10-22T22:00:00.000Z', stands: true },
      ...{ decidedAt: '2026-10-22T22:00:00.000Z', reasons: REASONS, remedyStated: false },
    };
    expect(result).toMatchObject({
      __typename: 'ApplicationRecorded',
      version: 1,
      application: { id, decisions: [decision] },
    });
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { ${DECISIONS} } } }`;
    const { data } = await graph.ask(candidateOf(subject), query, { of: [{ __typename: 'Application', id }] });
    expect(data._entities).toEqual([{ decisions: [decision] }]);
  });

  test('is told to the candidate with its reasons, which are stored nowhere to be read', async () => {
    const reasons = `A reason that stands nowhere else: ${randomUUID()}.`;
    const { id, subject } = await applied();
    await decide({ application: id, outcome: 'CONDITIONAL', reasons });
    const inbox = `{ me { inbox { edges { node { code reasons text { en } } } } } }`;
    const { data } = await graph.ask(candidateOf(subject), inbox);
    const told = data.me.inbox.edges.map(({ node }: { node: object }) => node);
    expect(told).toEqual([
      { code: 'ELIGIBILITY_DECIDED', reasons, text: { en: expect.stringContaining('conditions for taking part') } },
    ]);
    expect(await everythingIn(graph.database)).not.toContain(reasons);
  });

  test('is told to other subgraphs by ids, outcome, author and file only', async () => {
    const { id, candidateId } = await applied();
    const { result } = await decide({ application: id });
    const events = await graph.database.query(
      "SELECT data FROM candidates.outbox WHERE type = 'mandate-graph.eligibility.decided.v1' AND subject = $1",
      [result.id],
    );
    expect(events.map(({ data }) => data)).toEqual([
      {
        ...{ decision: result.id, application: id, candidate: candidateId, vacancy: VACANCY, version: 1 },
        ...{ conditions: 'PARTICIPATION', outcome: 'ELIGIBLE', recordedAt: '2026-10-22T22:00:00Z' },
        ...{ decidedBy: 'recruiter-1', judgedFile: '2026-10-22T22:00:00Z', judgedOn: '2026-10-22' },
        remedyStated: true,
      },
    ]);
  });

  test('rests on the file as it was frozen, and on the rules as they stood', async () => {
    const { id, subject, content } = await applied();
    await decide({ application: id });
    const input = { idempotencyKey: 'later', nationality: { country: 'BE', assimilated: false } };
    await graph.ask(
      candidateOf(subject),
      'mutation ($input: SaveNationalityInput!) { saveNationality(input: $input) { __typename } }',
      { input },
    );
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application {
      file { frozenAt nationalities { country } diplomas { id } } eligibility { participation { outcome rules { key } } } } } }`;
    for (const actor of [RECRUITER, candidateOf(subject)]) {
      const { data } = await graph.ask(actor, query, { of: [{ __typename: 'Application', id }] });
      expect(data._entities).toMatchObject([
        {
          file: { frozenAt: CLOSED, nationalities: [], diplomas: [{ id: content.profile[0]!.id }] },
          eligibility: { participation: { outcome: 'ELIGIBLE' } },
        },
      ]);
    }
    const { data } = await graph.ask(candidateOf(subject), '{ me { nationalities { country } } }');
    expect(data.me.nationalities).toEqual([{ country: 'BE' }]);
  });

  test('is changed by a new version, on the one that stands; the earlier one is kept', async () => {
    const { id } = await applied();
    const first = (await decide({ application: id, outcome: 'NOT_ELIGIBLE' })).result;
    for (const version of [undefined, 2]) {
      expect((await decide({ application: id, version })).result).toEqual({
        ...{ __typename: 'VersionConflict', id: first.id, givenVersion: version ?? 0, currentVersion: 1 },
      });
    }
    const second = (await decide({ application: id, version: 1, outcome: 'CONDITIONAL' })).result;
    expect(second).toMatchObject({
      id: first.id,
      version: 2,
      application: { decisions: [{ outcome: 'CONDITIONAL' }] },
    });
    const kept = await graph.database.query(
      "SELECT version, state->>'outcome' AS outcome FROM candidates.eligibility_decision_history WHERE id = $1",
      [first.id],
    );
    expect(kept).toEqual([{ version: 1, outcome: 'NOT_ELIGIBLE' }]);
  });

  test('with too few reasons is refused, whatever version it is changed on', async () => {
    const { id } = await applied();
    await decide({ application: id });
    for (const version of [undefined, 1, 2]) {
      const { result } = await decide({ application: id, version, reasons: 'Too short.' });
      expect(codesOf(result)).toEqual(['reasons TOO_SHORT']);
    }
  });

  test('that is no change of anything has no version', async () => {
    const { id } = await applied();
    expect(codesOf((await decide({ application: id, version: 1 })).result)).toEqual(['version NOTHING_TO_CHANGE']);
  });

  test('on appointment stands beside the one on participation, judged for its day', async () => {
    const { id } = await applied();
    await decide({ application: id });
    const { result } = await decide({ application: id, conditions: 'APPOINTMENT', appointmentOn: '2027-01-01' });
    expect(result.application.decisions).toMatchObject([
      { conditions: 'PARTICIPATION', proposed: 'ELIGIBLE', judgedOn: '2026-10-22' },
      { conditions: 'APPOINTMENT', proposed: 'UNDETERMINED', judgedOn: '2027-01-01', stands: true },
    ]);
    const changed = await decide({ application: id, version: 1, outcome: 'NOT_ELIGIBLE' });
    expect(changed.result.application.decisions).toMatchObject([
      { conditions: 'PARTICIPATION', outcome: 'NOT_ELIGIBLE', stands: true },
      { conditions: 'APPOINTMENT', outcome: 'ELIGIBLE', stands: false },
    ]);
  });

  test('has one effect, however often the same request comes', async () => {
    const { id } = await applied();
    const input = { application: id, idempotencyKey: randomUUID() };
    const all = await Promise.all(Array.from({ length: 5 }, () => decide(input)));
    expect(new Set(all.map(({ result }) => `${result.id} ${result.version}`)).size).toBe(1);
    expect(await messagesOf(id)).toBe(1);
  });

  const messagesOf = async (id: string) =>
    (await graph.database.query("SELECT FROM candidates.message WHERE application_id = $1 AND kind = 'MESSAGE'", [id]))
      .length;
});

describe('no decision', () => {
  test('is made before the file is frozen: in the last millisecond, neither', async () => {
    const { id } = await applied();
    graph.setClock(BEFORE);
    expect(codesOf((await decide({ application: id })).result)).toEqual(['vacancy NOT_AT_THIS_TIME']);
  });

  test('is made of what is not definitive, nor without reasons or the day, told all at once', async () => {
    const { id } = await applied({ status: 'WITHDRAWN' });
    const input = { application: id, conditions: 'APPOINTMENT', reasons: 'No.' };
    expect(codesOf((await decide(input)).result).toSorted()).toEqual([
      ...['application NOT_DEFINITIVE', 'appointmentOn REQUIRED', 'conditions NO_PARTICIPATION', 'reasons TOO_SHORT'],
    ]);
  });

  test('is made on a file that is no longer kept', async () => {
    const { id } = await applied();
    await decide({ application: id });
    await graph.database.query('UPDATE candidates.application_snapshot SET data = NULL WHERE application_id = $1', [
      id,
    ]);
    expect(codesOf((await decide({ application: id, version: 1 })).result)).toEqual(['application NO_FROZEN_FILE']);
  });

  test('is made on a file of one’s own', async () => {
    const { id, subject } = await applied();
    const actor = { ...RECRUITER, subject };
    expect(codesOf((await decide({ application: id }, actor)).result)).toEqual(['application OWN_APPLICATION']);
  });

  test.each<[string, Actor]>([
    ['a recruiter of another institution', holder('recruiter', 'recruiter-2', 'other')],
    ['a recruiter, of what is not there', RECRUITER],
  ])('is made by %s, who learns nothing', async (_who, actor) => {
    const ids = actor === RECRUITER ? [randomUUID(), 'nonsense', ''] : [(await applied()).id];
    for (const application of ids) {
      expect(codesOf((await decide({ application }, actor)).result)).toContain('application UNKNOWN_APPLICATION');
    }
  });

  test.each<[string, Actor]>([
    ['the candidate', candidateOf('somebody')],
    ['the authority', holder('authority', 'authority-1', 'vrb')],
    ['a machine', holder('integration', 'machine-1', 'vrb')],
  ])('is made by %s', async (_who, actor) => {
    const { id } = await applied();
    const { result, errors } = await decide({ application: id }, actor);
    expect([result, errors?.[0]?.extensions['code']]).toEqual([null, 'FORBIDDEN']);
  });

  test('fails on an id in capitals: it is the same one', async () => {
    const { id } = await applied();
    expect((await decide({ application: id.toUpperCase() })).result).toMatchObject({ application: { id } });
  });
});
