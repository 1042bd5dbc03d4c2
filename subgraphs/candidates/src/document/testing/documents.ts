import { randomUUID } from 'node:crypto';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import {
  type Actor,
  CREDENTIAL_HEADER,
  PUBLIC_ACTOR,
  type RunningSubgraph,
  startSubgraph,
} from '@mandate-graph/runtime';
import {
  always,
  askSubgraph,
  createDatabase,
  memoryLog,
  recordedSubject,
  scriptedInstitution,
  type TestDatabase,
  testPlatform,
  vacancyState,
  withoutJobs,
} from '@mandate-graph/testkit';
import { Temporal } from 'temporal-polyfill';
import { createCandidates } from '../../module.ts';
import { candidateOf, holder } from '../../testing/candidates.subgraph.ts';
import { tellOfVacancies } from '../../testing/vacancies.ts';

export const VACANCY = 'vrb:vacancy:head';
export const RECRUITER = holder('recruiter', 'recruiter-1', 'vrb');
/** Of another institution. */
export const VACANCY_ELSEWHERE = 'gov:vacancy:head';
export const RECRUITER_ELSEWHERE = holder('recruiter', 'recruiter-2', 'gov');
/** The vacancy is open at the first, and closed at the second. */
export const OPEN = '2025-09-01T07:00:00Z';
export const CLOSED = '2025-09-12T22:00:00Z';

export interface Answered {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What an announcement answered. */
export interface Link {
  readonly document: { readonly id: string; readonly version: number; readonly state: string };
  readonly uploadUrl: string;
  readonly expiresAt: string;
}

const FREE_PORT = { host: '127.0.0.1', port: 0, variable: 'none' };
const DIPLOMA = {
  title: 'Master',
  institution: 'A university',
  country: 'BE',
  language: 'nl',
  awardedOn: '2001-07-01',
};
const RESULT = `__typename ... on Refused { problems { path code value rule } }
  ... on VersionConflict { id givenVersion currentVersion }`;
const ANNOUNCE = `mutation ($input: AnnounceDocumentInput!) { result: announceDocument(input: $input) { ${RESULT}
  ... on DocumentAnnounced { document { id version state } uploadUrl expiresAt } } }`;
const DOWNLOAD = `mutation ($input: RequestDownloadInput!) { result: requestDownload(input: $input) {
  __typename ... on DownloadLink { url expiresAt } ... on Refused { problems { path code } } } }`;
const MINE = `{ me { id documents { id version kind medium state fileName mediaType bytes sha256 receivedAt receivedOn remark } } }`;

/** The subgraph of candidates with two institutions that have one vacancy each, at an instant that a test moves. */
export class TestDocuments {
  readonly clock = { at: OPEN, now: () => Temporal.Instant.from(this.clock.at) };

  private constructor(
    readonly database: TestDatabase,
    readonly lines: readonly string[],
    private readonly candidates: RunningSubgraph,
    private readonly platform: ReturnType<typeof testPlatform>,
    clock: { now: () => Temporal.Instant },
  ) {
    clock.now = () => this.clock.now();
  }

  static async start(): Promise<TestDocuments> {
    const database = await createDatabase();
    const { log, lines } = memoryLog();
    const clock = { now: () => Temporal.Instant.from(OPEN) };
    const platform = testPlatform({ databaseUrl: database.url, log, clock });
    const registry = ['vrb', 'gov'].map((code) => scriptedInstitution(code).entry);
    const candidates = await startSubgraph(withoutJobs(createCandidates(registry)), platform, FREE_PORT);
    const state = vacancyState({ participationConditions: null, opensOn: '2025-08-01' });
    const told = [VACANCY, VACANCY_ELSEWHERE].map((id) => recordedSubject('vacancy', id, 1, [always(state)]));
    await tellOfVacancies(database, told);
    return new TestDocuments(database, lines, candidates, platform, clock);
  }

  async close(): Promise<void> {
    await this.candidates.close();
    await this.database.drop();
  }

  /** The institution tells of a version of a vacancy, with its own last day of applying. */
  tell(vacancy: string, version: number, date: string): Promise<void> {
    const deadline = { participationConditions: null, applicationDeadline: { date, timeOfDay: null } };
    return tellOfVacancies(this.database, [
      recordedSubject('vacancy', vacancy, version, [always(vacancyState(deadline))]),
    ]);
  }

  ask(actor: Actor, query: string, variables: Record<string, unknown> = {}) {
    return askSubgraph(this.candidates, this.platform, query, variables, actor);
  }

  /** Runs a mutation, whatever its result. */
  async write(actor: Actor, mutation: string, input: object) {
    const type =
      mutation === 'submitApplication' || mutation === 'validateApplication'
        ? 'ApplicationActInput'
        : `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const ofApplication = /Application|PaperCopy|Lapse|Contest/.test(mutation);
    const recorded = ofApplication ? 'ApplicationRecorded' : 'CandidateRecorded';
    const body = `result: ${mutation}(input: $input) { ${RESULT} ... on ${recorded} { id version } }`;
    const { data, errors } = await this.ask(actor, `mutation ($input: ${type}!) { ${body} }`, {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data.result;
  }

  /** Somebody with an account. */
  async candidate(subject: string): Promise<Actor> {
    const actor = candidateOf(subject);
    await this.write(actor, 'saveAccount', {
      ...{ givenNames: 'Zebedee', familyName: 'Vandermarmot', email: 'z@marmot.example', preferredLanguage: 'NL' },
    });
    return actor;
  }

  /** Begins and submits an application; gives its id. */
  async applies(actor: Actor, vacancy = VACANCY): Promise<string> {
    const { id } = await this.write(actor, 'startApplication', { vacancy });
    await this.write(actor, 'submitApplication', { application: id, version: 1 });
    return id;
  }

  /** The same, and validates it: it will be judged. It is at version 3 then. */
  async definitive(actor: Actor, vacancy = VACANCY): Promise<string> {
    const application = await this.applies(actor, vacancy);
    await this.write(actor, 'validateApplication', { application, version: 2 });
    return application;
  }

  async diploma(actor: Actor, document: string | null): Promise<{ id: string; version: number }> {
    return this.write(actor, 'saveDiploma', { diploma: DIPLOMA, document });
  }

  async announced(actor: Actor, input: object) {
    const { data } = await this.ask(actor, ANNOUNCE, {
      input: { idempotencyKey: randomUUID(), kind: 'DIPLOMA', ...input },
    });
    return data.result;
  }

  announce(actor: Actor, file: Buffer, fileName = 'diploma.pdf', own: object = {}): Promise<Link> {
    return this.announced(actor, { fileName, bytes: file.length, ...own });
  }

  /** Announces and sends a document; gives its id. */
  async store(actor: Actor, file: Buffer, fileName?: string): Promise<string> {
    const { document, uploadUrl } = await this.announce(actor, file, fileName);
    const { status, body } = await this.put(uploadUrl, file);
    if (status !== 201) throw new Error(body.toString());
    return document.id;
  }

  async download(actor: Actor, document: string, application: string | null = null) {
    const { data, errors } = await this.ask(actor, DOWNLOAD, { input: { document, application } });
    if (errors !== undefined) return { code: errors[0]!.extensions['code'], message: errors[0]!.message };
    const [problem] = data.result.problems ?? [];
    return problem === undefined ? data.result : { ...data.result, code: problem.code };
  }

  async mine(actor: Actor) {
    return (await this.ask(actor, MINE)).data.me.documents;
  }

  /** A request as the gateway sends it on; without a credential when there is to be none. */
  async open(
    method: string,
    path: string,
    headers: http.OutgoingHttpHeaders = {},
    credential = true,
  ): Promise<ClientRequest> {
    const token = await this.platform.actorCredentials.sign('gateway', 'candidates', PUBLIC_ACTOR);
    return http.request(`${this.candidates.url}${path}`, {
      ...{ method, agent: false },
      headers: { ...headers, ...(credential && { [CREDENTIAL_HEADER]: token }) },
    });
  }

  async put(path: string, file: Buffer, headers: http.OutgoingHttpHeaders = { 'content-length': file.length }) {
    const request = await this.open('PUT', path, headers);
    const answer = answerOf(request);
    request.end(file);
    return answer;
  }

  async get(path: string, method = 'GET') {
    const request = await this.open(method, path);
    const answer = answerOf(request);
    request.end();
    return answer;
  }

  async chunks(document: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM candidates.document_chunk WHERE document_id = $1',
      [document],
    );
    return row!.count;
  }
}

/** The answer to a request, which may come before the request is whole. */
export async function answerOf(request: ClientRequest): Promise<Answered> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
  });
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) };
}

/** Status and code of a refusal. */
export function refusalOf({ status, body }: Answered): readonly [number, string] {
  const { errors } = JSON.parse(body.toString()) as { errors: { extensions: { code: string } }[] };
  return [status, errors[0]!.extensions.code];
}

/** Until somebody waits for a lock. */
export async function somebodyWaits(database: TestDatabase): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  while ((await database.query(waiting)).length === 0) await new Promise(setImmediate);
}
