import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fixedClock, type Period, type VacancyState } from '@mandate-graph/domain';
import { CREDENTIAL_HEADER, type RunningSubgraph, startSubgraph } from '@mandate-graph/runtime';
import {
  always,
  announcedStep,
  askSubgraph,
  createDatabase,
  recordedSubject,
  scriptedInstitution,
  type TestDatabase,
  type TestPlatform,
  testPlatform,
  vacancyState,
} from '@mandate-graph/testkit';
import { procedureIdOf } from '@mandate-graph/writing';
import { createSelection } from './module.ts';

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };
const STEPS = [
  announcedStep('screening', 1, { kind: 'ELIGIBILITY_SCREENING', eliminatory: true }),
  announcedStep('result', 2, { kind: 'RESULT', suitabilityScheme: 'SUITABLE_UNSUITABLE' }),
];
const institution = scriptedInstitution('vrb');
const feedUrls = new Map<string, string>();
const id = (local: string) => `vrb:vacancy:${local}`;
const twenty = Array.from({ length: 20 }, (_, at) => id(`v${at}`));
const published = (vacancyId: string, ...periods: Period<VacancyState>[]) =>
  recordedSubject('vacancy', vacancyId, 1, periods);
const state = (own: Partial<VacancyState> = {}) => vacancyState({ announcedSteps: STEPS, ...own });
const until = (date: string) => ({ applicationDeadline: { date, timeOfDay: null } });
let database: TestDatabase;
let platform: TestPlatform;
let producer: RunningSubgraph;
let selection: RunningSubgraph;

/** Resolves once the last of what the institution said is taken in. */
const told = async (): Promise<void> => {
  const last = 'SELECT FROM selection.vacancy_projection WHERE id = $1 AND version = 2';
  while ((await database.query(last, [id('retracted')])).length === 0) await new Promise(setImmediate);
};

beforeAll(async () => {
  database = await createDatabase();
  // The last moment of 12 September in Brussels.
  platform = testPlatform({ databaseUrl: database.url, feedUrls, clock: fixedClock('2025-09-12T21:59:59.999Z') });
  institution.tell(
    recordedSubject('unit', 'vrb:unit:a', 1, []),
    published('other:vacancy:a', always(state())),
    ...twenty.map((vacancyId) => published(vacancyId, always(state()))),
    published(id('closed'), always(state(until('2025-09-11')))),
    published(id('announced'), always(state({ opensOn: '2025-09-13', ...until('2025-10-01') }))),
    published(id('withdrawn'), always(state({ publication: 'WITHDRAWN' }))),
    published(id('filled'), always(state({ publication: 'FILLED' }))),
    published(id('silent'), always(vacancyState())),
    published(
      id('amended'),
      { validFrom: null, validTo: '2025-09-12', state: state(until('2025-09-11')) },
      { validFrom: '2025-09-12', validTo: null, state: state(until('2025-09-30')) },
    ),
    published(id('past'), { validFrom: null, validTo: '2025-09-01', state: state({ publication: 'WITHDRAWN' }) }),
    published(id('retracted'), always(state())),
    recordedSubject('vacancy', id('retracted'), 2, []),
  );
  producer = await startSubgraph(institution.definition, platform, FREE_PORT);
  feedUrls.set('vrb', producer.url);
  selection = await startSubgraph(createSelection([institution.entry]), platform, FREE_PORT);
  await told();
});
afterAll(async () => {
  await selection.close();
  await producer.close();
  await database.drop();
});

const PROCEDURE = `id status suitabilityScheme legalRegime createdAt vacancy { id }
  steps { id key announcedKey position kind name { nl text(language: FR) { value language } } eliminatory status }`;
const OF_VACANCIES = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Vacancy { id selectionProcedure { ${PROCEDURE} } } } }`;
const BY_ID = `query ($id: ID!) { selectionProcedure(id: $id) { ${PROCEDURE} } }`;
const BY_REFERENCE = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on SelectionProcedure { ${PROCEDURE} } } }`;

const ask = (query: string, variables: Record<string, unknown>) => askSubgraph(selection, platform, query, variables);
async function ofVacancies(...ids: string[]) {
  const { data, errors, statements } = await ask(OF_VACANCIES, {
    of: ids.map((one) => ({ __typename: 'Vacancy', id: one })),
  });
  expect(errors).toBeUndefined();
  return {
    statements,
    procedures: data._entities.map((one: { selectionProcedure: unknown }) => one.selectionProcedure),
  };
}
const statusOf = async (local: string) => (await ofVacancies(id(local))).procedures[0]?.status;

describe('the selection procedure of a vacancy', () => {
  test('has the announced steps in order, and what nobody has set is null', async () => {
    expect((await ofVacancies(twenty[0]!)).procedures[0]).toEqual({
      id: procedureIdOf(twenty[0]!),
      status: 'NOT_STARTED',
      suitabilityScheme: 'SUITABLE_UNSUITABLE',
      legalRegime: null,
      createdAt: '2025-01-01T00:01:00.000Z',
      vacancy: { id: twenty[0] },
      steps: STEPS.map(({ key, position, kind, name, eliminatory }) => ({
        id: expect.any(String),
        key,
        announcedKey: key,
        position,
        kind,
        name: { nl: name.nl, text: { value: name.fr, language: 'FR' } },
        eliminatory,
        status: 'PENDING',
      })),
    });
  });

  test('takes two statements with its steps, for 1 vacancy and for 20', async () => {
    expect((await ofVacancies(twenty[0]!)).statements).toBe(2);
    const { statements, procedures } = await ofVacancies(...twenty);
    expect(statements).toBe(2);
    expect(procedures.map((one: { id: string }) => one.id)).toEqual(twenty.map(procedureIdOf));
  });

  test('is the same through a dated reference', async () => {
    const { statements, procedures } = await ofVacancies(twenty[0]!, `${twenty[0]}@2024-01-01`);
    expect(procedures[1]).toEqual(procedures[0]);
    expect(statements).toBe(2);
  });

  test.each([
    ['v0', 'NOT_STARTED'],
    ['announced', 'NOT_STARTED'],
    ['closed', 'READY_FOR_SCREENING'],
    ['withdrawn', 'CANCELLED'],
    ['filled', 'COMPLETED'],
    ['amended', 'NOT_STARTED'],
    ['past', 'CANCELLED'],
    ['retracted', undefined],
  ])('of %s is %s', async (local, status) => expect(await statusOf(local)).toBe(status));

  test('leaves no step waiting when it is cancelled', async () => {
    const { procedures } = await ofVacancies(id('withdrawn'));
    expect(procedures[0].steps.map((step: { status: string }) => step.status)).toEqual(['NOT_HELD', 'NOT_HELD']);
  });

  test('has no scheme and no steps where the notice is silent', async () =>
    expect((await ofVacancies(id('silent'))).procedures).toMatchObject([{ suitabilityScheme: null, steps: [] }]));

  test.each(['vrb:vacancy:nowhere', 'other:vacancy:a', '', 'nonsense', 'vrb:unit:a', 'vrb:vacancy:v0\u0000'])(
    'is null for %j',
    async (vacancyId) => expect((await ofVacancies(vacancyId)).procedures).toEqual([null]),
  );
});

describe('a selection procedure by its id', () => {
  test('is the one of the vacancy, in either case, and by reference', async () => {
    const [procedure] = (await ofVacancies(twenty[3]!)).procedures;
    for (const one of [procedure.id, procedure.id.toUpperCase()]) {
      expect((await ask(BY_ID, { id: one })).data).toEqual({ selectionProcedure: procedure });
    }
    const of = [procedure.id, procedureIdOf('vrb:vacancy:nowhere'), 'nonsense'].map((one) => ({
      __typename: 'SelectionProcedure',
      id: one,
    }));
    const { data, errors, statements } = await ask(BY_REFERENCE, { of });
    expect({ data, errors, statements }).toEqual({ data: { _entities: [procedure, null, null] }, statements: 2 });
  });

  test.each(['vrb:vacancy:nowhere', id('retracted')])('is null and nothing else for that of %s', async (vacancyId) => {
    const { data, errors } = await ask(BY_ID, { id: procedureIdOf(vacancyId) });
    expect({ data, errors }).toEqual({ data: { selectionProcedure: null } });
  });

  test.each(['', 'nonsense', 'vrb:vacancy:v0', 'x'.repeat(1_000)])(
    'is refused when it cannot be one: %j',
    async (text) => {
      const { data, errors } = await ask(BY_ID, { id: text });
      const shown = text.slice(0, 100);
      expect(data).toEqual({ selectionProcedure: null });
      expect(errors).toEqual([
        expect.objectContaining({
          message: `id must be the id of a selection procedure, a UUID, but got: ${shown}.`,
          path: ['selectionProcedure'],
          extensions: {
            code: 'BAD_USER_INPUT',
            problems: [
              {
                path: 'id',
                code: 'INVALID_ID',
                value: text.slice(0, 200),
                rule: `id must be the id of a selection procedure, a UUID, but got: ${shown}.`,
              },
            ],
          },
        }),
      ]);
    },
  );
});

describe('the subgraph', () => {
  test('refuses whoever has no credential for it, and says to everybody whether it is well', async () => {
    const credentials: Record<string, string>[] = [
      {},
      { [CREDENTIAL_HEADER]: 'forged' },
      { [CREDENTIAL_HEADER]: await platform.feedCredentials.sign('catalogue', 'selection', 'catalogue') },
    ];
    for (const headers of credentials) {
      const body = JSON.stringify({ query: '{ __typename }' });
      const asked = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
      expect((await fetch(`${selection.url}/graphql`, asked)).status).toBe(401);
    }
    expect((await fetch(`${selection.url}/events`)).status).toBe(401);
    expect((await fetch(`${selection.url}/health/ready`)).status).toBe(200);
  });

  test('comes back with the same answers when it is built again from the feeds', async () => {
    const before = await ofVacancies(...twenty, id('amended'), id('retracted'));
    await selection.close();
    await database.query('DROP SCHEMA selection CASCADE');
    selection = await startSubgraph(createSelection([institution.entry]), platform, FREE_PORT);
    await told();
    expect(await ofVacancies(...twenty, id('amended'), id('retracted'))).toEqual(before);
  });
});
