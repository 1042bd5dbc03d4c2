import { randomUUID } from 'node:crypto';
import { type SubjectRecorded, systemClock, type VacancyState } from '@mandate-graph/domain';
import type { Logger } from '@mandate-graph/persistence';
import { type Actor, Allowance, type Role } from '@mandate-graph/runtime';
import { always, createDatabase, recordedSubject, silentLog, testPlatform, vacancyState } from '@mandate-graph/testkit';
import type { WriteResult } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import { openCandidatesDatabase } from '../../candidates.database.ts';
import { createServices, install } from '../../candidates.services.ts';
import { DocumentStore } from '../../document/document.store.ts';
import { FileRepository } from '../../file/file.repository.ts';
import { takeIn } from '../../testing/vacancies.ts';
import { ApplicationStore } from '../application.store.ts';
import { DeadlineJob } from '../deadline.job.ts';

const holder = (role: Role, subject: string, institution: string | null = null): Actor => ({
  ...{ kind: 'person', subject },
  grants: [{ role, institution, procedure: null, scopes: [] }],
});
export const RECRUITER = holder('recruiter', 'recruiter-1', 'vrb');

/** A vacancy that closes at the end of a local day. */
export const closing = (date: string, own: Partial<VacancyState> = {}): VacancyState =>
  vacancyState({ opensOn: '2026-01-01', applicationDeadline: { date, timeOfDay: null }, ...own });
export const told = (id: string, version: number, state: VacancyState): SubjectRecorded<'vacancy'> =>
  recordedSubject('vacancy', id, version, [always(state)]);

export const BEFORE = '2026-10-20T10:00:00Z';
export const IN_TIME = '2026-10-22T21:59:59.999Z';
export const CLOSES = '2026-10-22T22:00:00.000Z';
export const AFTER = '2026-10-23T08:00:00Z';
/** A vacancy that closes at {@link CLOSES}. */
export const OPEN = closing('2026-10-22');

/** All that is done with applications, at any instant, on a database of its own and without a server. */
export async function openDesk() {
  const database = await createDatabase();
  const source = await openCandidatesDatabase(database.url, silentLog);
  const installation = install(source, testPlatform({ databaseUrl: database.url }), 'p'.repeat(40));
  const { sealing, settling } = installation;
  const job = (log: Logger = silentLog, clock = systemClock, everyMs = 5_000) =>
    new DeadlineJob({ source, sealing, settling, clock, log, everyMs });
  const servicesOf = (actor: Actor, now: string) =>
    createServices(installation, actor, Temporal.Instant.from(now), new Allowance('evidence'));
  const desk = {
    ...{ database, source, installation, job, servicesOf },
    run: (now: string, log?: Logger) => job(log).run(Temporal.Instant.from(now), new AbortController().signal),
    tell: (...recorded: SubjectRecorded<'vacancy'>[]) => takeIn(source, recorded),
    candidate: (subject: string) => new Candidate(subject, (now) => servicesOf(holder('candidate', subject), now)),
    record: async (id: string) => {
      const [row] = await database.query<{ of: string }>(
        'SELECT candidate_id AS of FROM candidates.application WHERE id = $1',
        [id],
      );
      return (await new ApplicationStore(source.manager).one(row!.of, id))!;
    },
    /** What the candidate is told of an application, oldest first: tasks that are still to be done with their due instants. */
    inboxOf: async (id: string) => {
      const rows = await database.query<{ code: string; kind: string; dueAt: Date | null; doneAt: Date | null }>(
        `SELECT code, kind, due_at AS "dueAt", done_at AS "doneAt" FROM candidates.message
         WHERE application_id = $1 ORDER BY number`,
        [id],
      );
      return {
        messages: rows.filter(({ kind }) => kind === 'MESSAGE').map(({ code }) => code),
        tasks: rows
          .filter(({ kind, doneAt }) => kind === 'TASK' && doneAt === null)
          .map(({ code, dueAt }) => [code, dueAt?.toISOString()]),
      };
    },
    /** The deadlines for which a file is frozen. */
    frozenFor: async (id: string) =>
      (
        await database.query<{ closesAt: Date }>(
          `SELECT closes_at AS "closesAt" FROM candidates.application_snapshot WHERE application_id = $1 ORDER BY closes_at`,
          [id],
        )
      ).map(({ closesAt }) => closesAt.toISOString()),
    /** Titles in the CV as it is frozen for a deadline. */
    frozen: async (applicationId: string, at: string) => {
      const closesAt = Temporal.Instant.from(at);
      const file = (await new FileRepository(source.manager, sealing).frozen([{ applicationId, closesAt }])).get(
        applicationId,
      );
      return file?.profile.map(({ data }) => ('title' in data ? data.title : null));
    },
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
  let number = 0;
  return {
    ...desk,
    /** Somebody with an application for a vacancy of their own. */
    somebody: async (status: Begun, state: VacancyState = OPEN, now: string = BEFORE) => {
      const vacancy = `vrb:vacancy:own-${++number}`;
      await desk.tell(told(vacancy, 1, state));
      const person = desk.candidate(`somebody-${number}`);
      const id = await person.applying(vacancy, now, status);
      return {
        ...{ vacancy, person, id },
        status: async () => (await desk.record(id)).standing.status,
        tell: (version: number, next: VacancyState) => desk.tell(told(vacancy, version, next)),
        frozen: (closesAt: string = CLOSES) => desk.frozen(id, closesAt),
      };
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;

export type Begun = 'DRAFT' | 'PROVISIONAL' | 'DEFINITIVE';

/** What a write came to, which must have been done. */
export function done<A>(result: WriteResult<A>): A {
  if (result.outcome !== 'done') throw new Error(`a write was not done: ${JSON.stringify(result)}`);
  return result.answer;
}

/** Somebody who applies. Every act is given the instant at which its request arrives. */
class Candidate {
  constructor(
    readonly subject: string,
    readonly at: (now: string) => ReturnType<typeof createServices>,
  ) {}

  /** With an account, an application for a vacancy, in the status asked for. */
  async applying(vacancy: string, now: string, status: Begun): Promise<string> {
    const { accounts, applicationActs } = this.at(now);
    await accounts.save({
      ...{ idempotencyKey: randomUUID(), givenNames: 'Ann', familyName: 'Peeters', email: 'ann@example.org' },
      preferredLanguage: 'nl',
    });
    const { id } = done(await applicationActs.start({ idempotencyKey: randomUUID(), vacancy }));
    if (status !== 'DRAFT') done(await this.act('submit', id, 1, now));
    if (status === 'DEFINITIVE') done(await this.act('validate', id, 2, now));
    return id;
  }

  act(act: 'submit' | 'validate' | 'withdraw' | 'resume', application: string, version: number, now: string) {
    return this.at(now).applicationActs[act]({ idempotencyKey: randomUUID(), application, version });
  }

  /** Keeps a document of which the content has come. */
  async saveDocument(fileName: string, now: string): Promise<string> {
    const data = { fileName, sha256: '0'.repeat(64), remark: null, receivedOn: null };
    const { id } = done(
      await this.at(now).writing.own({
        ...{ mutation: 'saveDocument', input: { idempotencyKey: randomUUID() } },
        act: async (_input, work) => ({
          answer: {
            id: await new DocumentStore(work).add({
              ...{ kind: 'DIPLOMA', medium: 'UPLOAD', state: 'STORED', bytes: 9, announcedUntil: null, data },
            }),
          },
        }),
      }),
    );
    return id;
  }

  /** Of which the content may stay in frozen files. */
  removeDocument(id: string, now: string) {
    return this.at(now).documents.remove({ idempotencyKey: randomUUID(), id, version: 1 });
  }

  saveSection(application: string, functionTitle: string, now: string) {
    return this.at(now).sections.save({
      ...{ idempotencyKey: randomUUID(), application },
      section: {
        ...{ kind: 'MANAGERIAL', employer: 'Stad', functionTitle, setting: 'PUBLIC_SERVICE', begin: '2010-01-01' },
        ...{ description: 'Leading a service of forty persons', language: 'nl' },
      },
    });
  }

  /** Writes something into the CV. */
  saveWork(title: string, now: string) {
    return this.at(now).profiles.save('saveWorkExperience', {
      idempotencyKey: randomUUID(),
      workExperience: { title, employer: 'Stad', begin: '2010-01-01' },
    });
  }
}
