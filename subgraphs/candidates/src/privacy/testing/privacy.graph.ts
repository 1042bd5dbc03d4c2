import { randomUUID } from 'node:crypto';
import { type Clock, type SubjectRecorded, startOfDay, type VacancyState } from '@mandate-graph/domain';
import { type Actor, type Role, startSubgraph } from '@mandate-graph/runtime';
import {
  askSubgraph,
  createDatabase,
  recordedSubject,
  silentLog,
  TEST_PERSON_KEY,
  testPlatform,
  vacancyState,
  withoutJobs,
} from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { openCandidatesDatabase } from '../../candidates.database.ts';
import { install } from '../../candidates.services.ts';
import { createCandidates } from '../../module.ts';
import { takeIn } from '../../testing/vacancies.ts';
import { PrivateRows, type Query } from './private.rows.ts';

export const VACANCY = 'vrb:vacancy:a';

const holder = (role: Role, subject: string, institution: string | null = null): Actor => ({
  ...{ kind: 'person', subject },
  grants: [{ role, institution, procedure: null, scopes: [] }],
});
export const candidateOf = (subject: string): Actor => holder('candidate', subject);
export const OFFICER = holder('privacy-officer', 'officer-1');
export const RECRUITER = holder('recruiter', 'recruiter-1', 'vrb');

export const brussels = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').toInstant();

/** A vacancy as it is told of from a local day on: applied for until 22 October 2025, with two months for feedback. */
export const told = (
  id: string,
  version: number,
  own: Partial<VacancyState> = {},
  from = '2025-01-01',
): SubjectRecorded<'vacancy'> => ({
  ...recordedSubject('vacancy', id, version, [
    {
      validFrom: null,
      validTo: null,
      state: vacancyState({
        opensOn: '2025-01-01',
        applicationDeadline: { date: '2025-10-22', timeOfDay: null },
        rights: [
          {
            ...{ key: 'feedback', kind: 'FEEDBACK', label: vacancyState().title, form: 'WRITTEN', duration: 'P2M' },
            ...{ startsFrom: 'SENDING_OF_RESULTS', legalBasis: null },
          },
        ],
        ...own,
      }),
    },
  ]),
  recordedAt: startOfDay(from).toString(),
});

/** The subgraph with a clock that tests move, rows that they write by hand, and the database behind it. */
export async function openPrivacyGraph() {
  const database = await createDatabase();
  let now = brussels('2025-09-01T09:00');
  const clock: Clock = { now: () => now };
  const platform = testPlatform({ databaseUrl: database.url, clock });
  const subgraph = await startSubgraph(withoutJobs(createCandidates([])), platform, {
    host: '127.0.0.1',
    port: 0,
    variable: 'none',
  });
  const source = await openCandidatesDatabase(database.url, silentLog);
  const query: Query = (sql, values = []) => source.query(sql, [...values]);
  const installation = install(source, platform, TEST_PERSON_KEY);
  return {
    ...{ query, installation, clock, rows: new PrivateRows(query, installation.sealing) },
    at: (local: string): void => {
      now = brussels(local);
    },
    ask: (actor: Actor, query: string, variables: Record<string, unknown> = {}) =>
      askSubgraph(subgraph, platform, query, variables, actor),
    tell: (...recorded: SubjectRecorded<'vacancy'>[]) => takeIn(source, recorded),
    close: async () => {
      await subgraph.close();
      await source.destroy();
      await database.drop();
    },
  };
}
export type PrivacyGraph = Awaited<ReturnType<typeof openPrivacyGraph>>;

const ERASURE = `__typename ... on Erased { candidate erasedAt } ... on Refused { problems { path code value rule } }`;

export const eraseMe = async (graph: PrivacyGraph, subject: string, idempotencyKey: string = randomUUID()) => {
  const query = `mutation ($input: EraseMeInput!) { eraseMe(input: $input) { ${ERASURE} } }`;
  const { data, errors } = await graph.ask(candidateOf(subject), query, { input: { idempotencyKey } });
  return errors === undefined ? data.eraseMe : errors;
};

export const eraseCandidate = async (graph: PrivacyGraph, actor: Actor, input: Record<string, unknown>) => {
  const query = `mutation ($input: EraseCandidateInput!) { eraseCandidate(input: $input) { ${ERASURE} } }`;
  const { data, errors } = await graph.ask(actor, query, { input: { idempotencyKey: randomUUID(), ...input } });
  return errors === undefined ? data.eraseCandidate : errors;
};
