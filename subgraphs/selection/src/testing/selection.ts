import { randomUUID } from 'node:crypto';
import { type Clock, type CloudEvent, closesAt, ours, type VacancyState } from '@mandate-graph/domain';
import { type Actor, type Role, startSubgraph } from '@mandate-graph/runtime';
import {
  always,
  askSubgraph,
  createDatabase,
  eventOf,
  recordedSubject,
  silentLog,
  TEST_PERSON_KEY,
  testPlatform,
  withoutJobs,
} from '@mandate-graph/testkit';
import { HolderDigest, procedureIdOf } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import { createSelection } from '../module.ts';
import { lockProcedure } from '../procedure/procedure.locks.ts';
import { openSelectionDatabase } from '../selection.database.ts';
import { intakeOf } from '../selection.intake.ts';
import { install } from '../selection.services.ts';
import { TOLD } from '../settling/settling.job.ts';
import { Work } from '../writing/work.ts';

/** The institution of the vacancies in these tests, and the regime of its selections. */
const entry = (code: string, legalRegime: string) => ({
  ...{ code, typePrefix: 'Invented', name: ours(code, code, code), website: null, port: 0 },
  ...{ applicationWorkflow: null, legalRegime },
});
const REGISTRY = [entry('vrb', 'OISZ_MANAGEMENT'), entry('gew', 'BRUSSELS_STATUTE')];

const holder = (role: Role, subject: string, bound: { institution?: string; procedure?: string } = {}): Actor => ({
  ...{ kind: 'person', subject },
  grants: [{ role, institution: null, procedure: null, scopes: [], ...bound }],
});
export const candidateActor = (subject: string): Actor => holder('candidate', subject);
export const recruiter = (institution = 'vrb'): Actor =>
  holder('recruiter', `recruiter-of-${institution}`, { institution });
export const authority = (institution = 'vrb'): Actor =>
  holder('authority', `authority-of-${institution}`, { institution });
export const memberActor = (subject: string, procedure: string): Actor =>
  holder('committee-member', subject, { procedure });

export const brussels = (local: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Brussels').toInstant();

/** An applicant as candidates tell of them. */
export interface Applicant {
  readonly application: string;
  readonly candidate: string;
  readonly subject: string;
  readonly vacancy: string;
}

/** The subgraph on a database of its own, with a clock that tests move, and events that they tell. */
export async function openSelection() {
  const database = await createDatabase();
  let now = brussels('2025-09-01T09:00');
  const clock: Clock = { now: () => now };
  const platform = testPlatform({ databaseUrl: database.url, clock });
  const bind = { host: '127.0.0.1', port: 0, variable: 'none' };
  const subgraph = await startSubgraph(withoutJobs(createSelection(REGISTRY)), platform, bind);
  const source = await openSelectionDatabase(database.url, silentLog);
  const installation = install(source, TEST_PERSON_KEY, clock, REGISTRY);
  const take = intakeOf(installation.settling);
  const digest = new HolderDigest(TEST_PERSON_KEY);
  const versions = new Map<string, number>();
  const next = (id: string): number => {
    versions.set(id, (versions.get(id) ?? 0) + 1);
    return versions.get(id)!;
  };
  const query = <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> => source.query(sql, [...values]);
  /** As the feed does, and no more: what follows from it is due. */
  const hear = (producer: string, ...events: CloudEvent[]) =>
    source.transaction((manager) => take(producer)(manager, events));
  const takeIn = async (producer: string, ...events: CloudEvent[]) => {
    await hear(producer, ...events);
    for (const { id } of await query<{ id: string }>(TOLD))
      await source.transaction((manager) => installation.settling.settle(manager, id));
  };
  const candidatesEvent = (type: string, data: object): CloudEvent => ({
    ...{ specversion: '1.0', id: randomUUID(), source: '/candidates', type: `mandate-graph.${type}.v1` },
    ...{ subject: randomUUID(), time: now.toString(), datacontenttype: 'application/json', data },
  });
  const candidatesTell = (type: string, data: object) => takeIn('candidates', candidatesEvent(type, data));
  const ask = (actor: Actor, text: string, variables: Record<string, unknown> = {}) =>
    askSubgraph(subgraph, platform, text, variables, actor);
  return {
    ...{
      query,
      clock,
      ask,
      hear,
      take,
      takeIn,
      candidatesEvent,
      candidatesTell,
      source,
      installation,
      databaseUrl: database.url,
    },
    at: (local: string): void => {
      now = brussels(local);
    },
    /** An institution tells of a vacancy as it is from now on; gives the id of its procedure. */
    vacancy: async (id: string, state: VacancyState): Promise<string> => {
      await takeIn(id.split(':', 1)[0]!, eventOf(recordedSubject('vacancy', id, next(id), [always(state)])));
      return procedureIdOf(id);
    },
    /** Somebody applied and is definitive. */
    applicant: async (
      vacancy: string,
      subject = `candidate-${randomUUID()}`,
      candidate = randomUUID(),
    ): Promise<Applicant> => {
      const application = randomUUID();
      await candidatesTell('application.recorded', {
        ...{ application, candidate, vacancy, status: 'DEFINITIVE', act: 'VALIDATE', version: next(application) },
        ...{ submittedAt: '2025-10-01T10:00:00Z', holder: digest.of(subject), recordedAt: now.toString() },
      });
      return { application, candidate, subject, vacancy };
    },
    /** What became of an application since. */
    applied: ({ application, candidate, vacancy, subject }: Applicant, status: string, act: string) =>
      candidatesTell('application.recorded', {
        ...{ application, candidate, vacancy, status, act, version: next(application) },
        ...{ submittedAt: '2025-10-01T10:00:00Z', holder: digest.of(subject), recordedAt: now.toString() },
      }),
    /** A recruiter decided on taking part, on the file of the deadline. */
    decided: ({ application, candidate, vacancy }: Applicant, outcome: string, own: object = {}) =>
      candidatesTell('eligibility.decided', {
        ...{ decision: application, application, candidate, vacancy, conditions: 'PARTICIPATION', outcome },
        ...{ version: next(`decision ${application}`), recordedAt: now.toString(), remedyStated: true },
        ...{ decidedBy: 'recruiter-of-vrb', judgedFile: closesAt({ date: '2025-10-22', timeOfDay: null }).toString() },
        ...own,
      }),
    erased: ({ candidate }: Applicant) => candidatesTell('candidate.erased', { candidate }),
    /** Something that is done within a procedure without a mutation: for what the noun under test does not do itself. */
    inProcedure: <T>(procedure: string, act: (work: Work) => Promise<T>, by = 'test'): Promise<T> =>
      source.transaction(async (manager) => {
        const locked = (await lockProcedure(manager, procedure, now))!;
        const work = new Work(manager, locked, now, by, installation.sealing);
        const result = await act(work);
        await work.flush();
        return result;
      }),
    /** A mutation that answers with SelectionResult. */
    write: async (actor: Actor, mutation: string, input: Record<string, unknown>) => {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
      const { data, errors } = await ask(
        actor,
        `mutation ($input: ${type}) { ${mutation}(input: $input) { __typename
           ... on SelectionRecorded { id version recordedAt }
           ... on Refused { problems { path code value rule } }
           ... on VersionConflict { id givenVersion currentVersion } } }`,
        { input: { idempotencyKey: randomUUID(), ...input } },
      );
      return errors === undefined ? data[mutation] : { errors };
    },
    close: async () => {
      await subgraph.close();
      await source.destroy();
      await database.drop();
    },
  };
}
export type TestSelection = Awaited<ReturnType<typeof openSelection>>;

/** A procedure that has started with so many applicants, who all wait in the screening. */
export async function startedProcedure(selection: TestSelection, vacancy: string, state: VacancyState, count: number) {
  selection.at('2025-10-01T10:00');
  const procedure = await selection.vacancy(vacancy, state);
  const applicants: Applicant[] = [];
  for (let made = 0; made < count; made++) applicants.push(await selection.applicant(vacancy));
  selection.at('2025-10-24T10:00');
  const institution = vacancy.split(':', 1)[0]!;
  const started = await selection.write(recruiter(institution), 'startSelection', { procedure, version: 1 });
  const rows = await selection.query<{ id: string; key: string }>(
    'SELECT id, key FROM selection_step WHERE procedure_id = $1',
    [procedure],
  );
  return { procedure, applicants, started, steps: new Map(rows.map(({ id, key }) => [key, id])) };
}
