import { randomUUID } from 'node:crypto';
import type { Problem, VacancyState } from '@mandate-graph/domain';
import { type Actor, ARRIVAL_HEADER, type RunningSubgraph, startSubgraph } from '@mandate-graph/runtime';
import {
  always,
  askSubgraph,
  createDatabase,
  recordedSubject,
  scriptedInstitution,
  type TestDatabase,
  type TestPlatform,
  testPlatform,
  vacancyState,
  withoutJobs,
} from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { OPEN } from '../../eligibility/testing/trees.ts';
import type { SectionData } from '../../file/file.types.ts';
import { createCandidates } from '../../module.ts';
import { PROCEDURE } from '../../section/testing/sections.ts';
import { tellOfVacancies } from '../../testing/vacancies.ts';

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };
/** 1 September 2025, 9 o’clock in Brussels. */
const BEGINS = '2025-09-01T07:00:00Z';

/** A vacancy that is open until 12 September 2025, for sections in Dutch by the open tree. */
export const openVacancy = (own: Partial<VacancyState> = {}): VacancyState =>
  vacancyState({ participationConditions: OPEN, applicationProcedure: PROCEDURE, ...own });

export const candidateActor = (subject: string): Actor => ({
  ...{ kind: 'person', subject },
  grants: [{ role: 'candidate', institution: null, procedure: null, scopes: [] }],
});
export const recruiterOf = (institution: string): Actor => ({
  ...{ kind: 'person', subject: `recruiter of ${institution}` },
  grants: [{ role: 'recruiter', institution, procedure: null, scopes: [] }],
});

/** What a mutation answers: a payload, problems, or a version conflict. */
export interface Answer {
  readonly __typename: 'ApplicationRecorded' | 'CandidateRecorded' | 'Refused' | 'VersionConflict';
  readonly id: string;
  readonly version: number;
  readonly recordedAt: string;
  readonly problems: readonly Problem[];
  readonly givenVersion: number;
  readonly currentVersion: number;
}

const ANSWER = `__typename ... on Refused { problems { path code value rule } }
  ... on VersionConflict { id givenVersion currentVersion }`;
const RECORDED = '{ id version recordedAt }';
/** Names of input types that do not follow from the name of the mutation. */
const ACT_INPUT = ['submitApplication', 'validateApplication', 'resumeApplication'];
const inputOf = (mutation: string): string =>
  ACT_INPUT.includes(mutation) ? 'ApplicationActInput' : `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;

/** A subgraph of candidates with vacancies to apply for, on a clock that tests set. */
export class Applying {
  now = Temporal.Instant.from(BEGINS);
  /** When requests come to the gateway; null: it says nothing of it. */
  arrived: Temporal.Instant | null = null;

  private constructor(readonly database: TestDatabase) {}

  platform!: TestPlatform;
  #candidates!: RunningSubgraph;

  static async open(vacancies: Readonly<Record<string, VacancyState>>): Promise<Applying> {
    const applying = new Applying(await createDatabase());
    await applying.#start(vacancies);
    return applying;
  }

  async #start(vacancies: Readonly<Record<string, VacancyState>>): Promise<void> {
    const clock = { now: () => this.now };
    this.platform = testPlatform({ databaseUrl: this.database.url, clock });
    const subgraph = withoutJobs(createCandidates([scriptedInstitution('vrb').entry]));
    this.#candidates = await startSubgraph(subgraph, this.platform, FREE_PORT);
    const told = Object.entries(vacancies).map(([local, state]) => recorded(local, 1, state));
    await tellOfVacancies(this.database, told);
  }

  async close(): Promise<void> {
    await this.#candidates.close();
    await this.database.drop();
  }

  /** What the institution says later. */
  amend(local: string, version: number, state: VacancyState): Promise<void> {
    return tellOfVacancies(this.database, [recorded(local, version, state)]);
  }

  ask(actor: Actor, query: string, variables: Readonly<Record<string, unknown>> = {}) {
    const headers = this.arrived === null ? {} : { [ARRIVAL_HEADER]: this.arrived.toString() };
    return askSubgraph(this.#candidates, this.platform, query, variables, actor, headers);
  }

  /** With a key of its own, unless the input has one. */
  async write(actor: Actor, mutation: string, input: Readonly<Record<string, unknown>>): Promise<Answer> {
    const payload = mutation === 'saveAccount' ? 'CandidateRecorded' : 'ApplicationRecorded';
    const query = `mutation ($input: ${inputOf(mutation)}!) { ${mutation}(input: $input) { ${ANSWER} ... on ${payload} ${RECORDED} } }`;
    const { data, errors } = await this.ask(actor, query, { input: { idempotencyKey: randomUUID(), ...input } });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data[mutation];
  }

  async candidate(): Promise<Applicant> {
    const actor = candidateActor(randomUUID());
    const account = { givenNames: 'An', familyName: 'Peeters', email: 'an@example.org', preferredLanguage: 'NL' };
    await this.write(actor, 'saveAccount', account);
    return new Applicant(this, actor);
  }

  /** Whoever has begun an application. */
  async applicant(local: string): Promise<Applicant> {
    const applicant = await this.candidate();
    applicant.application = (await applicant.start(local)).id;
    return applicant;
  }

  /** Whoever has submitted one, with sections. */
  async submitted(local: string, ...sections: readonly SectionData[]): Promise<Applicant> {
    const applicant = await this.applicant(local);
    for (const section of sections) await applicant.save(section);
    await applicant.act('submitApplication', 1);
    return applicant;
  }
}

/** A candidate, with what they do about one application. */
export class Applicant {
  application = '';

  constructor(
    readonly applying: Applying,
    readonly actor: Actor,
  ) {}

  start(local: string): Promise<Answer> {
    return this.applying.write(this.actor, 'startApplication', { vacancy: vacancyId(local) });
  }

  act(mutation: string, version: number, more: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.applying.write(this.actor, mutation, { application: this.application, version, ...more });
  }

  save(section: SectionData, more: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.applying.write(this.actor, 'saveSpecificSection', {
      application: this.application,
      section: { ...section, language: section.language.toUpperCase() },
      ...more,
    });
  }

  remove(id: string, version: number): Promise<Answer> {
    return this.applying.write(this.actor, 'removeSpecificSection', { application: this.application, id, version });
  }

  /** Status and version of the application, and the acts that it went through. */
  async trail() {
    const [now] = await this.applying.database.query<{ status: string; version: number }>(
      'SELECT status, version FROM candidates.application WHERE id = $1',
      [this.application],
    );
    const events = await this.applying.database.query<{ act: string }>(
      `SELECT data->>'act' AS act FROM candidates.outbox WHERE subject = $1 ORDER BY id`,
      [this.application],
    );
    return { ...now!, acts: events.map(({ act }) => act) };
  }

  /** Messages and tasks about the application, oldest first; of a task, whether it is done. */
  async inbox() {
    const rows = await this.applying.database.query<{ code: string; kind: string; due: Date | null; done: boolean }>(
      `SELECT code, kind, due_at AS due, done_at IS NOT NULL AS done FROM candidates.message
       WHERE application_id = $1 ORDER BY number`,
      [this.application],
    );
    return rows.map(
      ({ code, kind, due, done }) => `${code}${kind === 'TASK' ? (done ? ' done' : ` by ${due?.toISOString()}`) : ''}`,
    );
  }
}

const recorded = (local: string, version: number, state: VacancyState) =>
  recordedSubject('vacancy', vacancyId(local), version, [always(state)]);
export const vacancyId = (local: string): string => `vrb:vacancy:${local}`;
export const codesOf = ({ problems }: Answer): string[] => problems.map(({ path, code }) => `${path} ${code}`);
