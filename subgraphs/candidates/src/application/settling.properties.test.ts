import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closesAt, type VacancyState } from '@mandate-graph/domain';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { CandidateLocks } from '../writing/candidate.locks.ts';
import { TRANSITIONS } from './application.state.rules.ts';
import { APPLICATION_EVENT, type ApplicationEvent } from './application.store.ts';
import {
  BEGUN,
  FILLED_FOR_A_MOMENT,
  HAPPENINGS,
  type Happening,
  isPlain,
  WITHDRAWN_UNDER_A_CONTEST,
} from './testing/happenings.ts';
import { type Begun, closing, type Desk, openDesk, RECRUITER, told } from './testing/settling.desk.ts';

let desk: Desk;
let number = 0;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Null while nothing is told of the vacancy. */
const deadlineOf = (state: Partial<VacancyState> | null) =>
  state === null ? null : closesAt(closing('2026-10-22', state).applicationDeadline);

const END = '2026-12-01T12:00:00Z';

/** Lets everything happen to one person and one vacancy; gives what is to be checked afterwards. */
async function live(begun: Begun, happenings: readonly Happening[]) {
  number += 1;
  const vacancy = `vrb:vacancy:v${number}`;
  const person = desk.candidate(`person-${number}`);
  const versions = [told(vacancy, 1, closing('2026-10-22'))];
  let state: Partial<VacancyState> | null = {};
  // A minute before midnight, so that deadlines pass between one thing and the next.
  let now = Temporal.Instant.from('2026-10-20T21:59:00Z');
  const saved: { readonly title: string; readonly at: Temporal.Instant }[] = [];
  /** Deadlines that were told when they had passed: what came between stands in the files for them. */
  const intoThePast = new Set<string>();
  await desk.tell(...versions);
  const id = await person.applying(vacancy, now.toString(), begun);
  const version = async () => (await desk.record(id)).version;
  const tell = async (next: Partial<VacancyState> | null) => {
    const before = deadlineOf(state);
    state = next === null ? null : { ...state, ...next };
    const closes = deadlineOf(state);
    if (
      closes !== null &&
      !closes.equals(before ?? '0000-01-01T00:00Z') &&
      Temporal.Instant.compare(closes, now) <= 0
    ) {
      intoThePast.add(closes.toString());
    }
    const recorded = told(vacancy, versions.length + 1, closing('2026-10-22', state ?? {}));
    versions.push({ ...recorded, ...(state === null && { periods: [] }), recordedAt: now.toString() });
    await desk.tell(versions.at(-1)!);
  };
  for (const one of happenings) {
    now = now.add({ minutes: one.minutes });
    const arrived = now.subtract({ seconds: 'waited' in one ? one.waited : 0 });
    const at = arrived.toString();
    if (one.kind === 'ACT') {
      const given = await person.act(one.act, id, await version(), at);
      // Settling has made a version of its own.
      if (given.outcome === 'conflict') await person.act(one.act, id, given.current, at);
    }
    if (one.kind === 'START') {
      const starting = () => person.at(at).applicationActs.start({ idempotencyKey: randomUUID(), vacancy });
      await Promise.all([starting(), starting()]);
    }
    if (one.kind === 'SAVE') {
      saved.push({ title: `Work ${saved.length}`, at: arrived });
      await person.saveWork(saved.at(-1)!.title, at);
    }
    if (one.kind === 'CONTEST') {
      const input = { application: id, reasons: 'For a reason that is given here' };
      await person
        .at(at)
        .applicationActs.contestLapse({ ...input, idempotencyKey: randomUUID(), version: await version() });
      if (one.upheld !== null) {
        const decided = { ...input, idempotencyKey: randomUUID(), version: await version(), upheld: one.upheld };
        await desk.servicesOf(RECRUITER, at).applicationActs.decideContest(decided);
      }
    }
    if (one.kind === 'VACANCY') await tell(one.state);
    if (one.kind === 'EARLIER_EVENT') await desk.tell(versions[0]!, versions.at(-1)!);
    if (one.kind === 'JOB') await desk.run(at);
  }
  return {
    id,
    vacancy,
    saved,
    intoThePast,
    state: state as Partial<VacancyState> | null,
    before: (await desk.record(id)).standing,
  };
}

const eventsOf = async (id: string) =>
  (
    await desk.database.query<{ data: ApplicationEvent }>(
      'SELECT data FROM candidates.outbox WHERE type = $1 AND subject = $2 ORDER BY id',
      [APPLICATION_EVENT, id],
    )
  ).map(({ data }) => data);

/** Everything that settling could change of an application. */
const allOf = (id: string) =>
  Promise.all(
    [
      'application WHERE id',
      'message WHERE application_id',
      'application_snapshot WHERE application_id',
      'outbox WHERE subject',
    ].map((where) => desk.database.query(`SELECT * FROM candidates.${where} = $1`, [id])),
  );
const settle = async (id: string) => {
  const { source, installation } = desk;
  const { candidateId } = await desk.record(id);
  await source.transaction(async (manager) => {
    const candidate = await new CandidateLocks(manager, installation.sealing).ofId(candidateId);
    await installation.settling.settle({ manager, candidate: candidate!, now: Temporal.Instant.from(END) });
  });
};

test('whatever happens in whatever order, applications end where the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(BEGUN, HAPPENINGS, async (begun, happenings) => {
      const { id, vacancy, saved, intoThePast, state, before } = await live(begun, happenings);
      await desk.run(END);
      const { standing } = await desk.record(id);

      // One application for a candidate and a vacancy; every version of it once, each by a legal step.
      expect(
        await desk.database.query('SELECT FROM candidates.application WHERE vacancy_id = $1', [vacancy]),
      ).toHaveLength(1);
      const events = await eventsOf(id);
      expect(events.map(({ version }) => version)).toEqual(events.map((_event, place) => place + 1));
      for (const [place, { act, status }] of events.entries()) {
        if (place === 0) continue;
        expect(TRANSITIONS).toContainEqual(
          expect.objectContaining({ act, from: events[place - 1]!.status, to: status }),
        );
      }

      // Nothing is left undecided, and what was definitive when its vacancy closed stays so.
      const withdrawn = state === null || state.publication === 'WITHDRAWN';
      expect(['DEFINITIVE', 'LAPSED', 'WITHDRAWN']).toContain(standing.status);
      if (before.status === 'DEFINITIVE') expect(standing.status).toBe(withdrawn ? 'LAPSED' : 'DEFINITIVE');
      if (withdrawn) expect(standing.contest).not.toBe('OPEN');

      // Whoever is judged has a file that is frozen for the deadline that counts in the end.
      const closes = closesAt(closing('2026-10-22', state ?? {}).applicationDeadline);
      const frozen = (await desk.frozenFor(id)).filter((at) => closes.equals(Temporal.Instant.from(at)));
      const judged = standing.submitted && standing.status !== 'WITHDRAWN' && standing.lapsedBy !== 'VACANCY_WITHDRAWN';
      if (judged && !withdrawn) expect(frozen).toHaveLength(1);

      // No file holds what came at its deadline or later, whatever waited how long for its turn.
      for (const deadline of await desk.frozenFor(id)) {
        const at = Temporal.Instant.from(deadline);
        if (intoThePast.has(at.toString())) continue;
        const late = saved.filter(({ at: arrived }) => Temporal.Instant.compare(arrived, at) >= 0);
        for (const { title } of late) expect(await desk.frozen(id, deadline)).not.toContain(title);
      }

      // It is the file as it stood when it closed.
      if (judged && happenings.every(isPlain)) {
        const inTime = saved.filter(({ at }) => Temporal.Instant.compare(at, closes) < 0).map(({ title }) => title);
        expect(await desk.frozen(id, closes.toString())).toEqual(inTime);
      }

      // And there is nothing more to settle.
      const settled = await allOf(id);
      await settle(id);
      expect(await allOf(id)).toEqual(settled);
    }),
    {
      numRuns: 90,
      examples: [
        ['DEFINITIVE', FILLED_FOR_A_MOMENT],
        ['PROVISIONAL', WITHDRAWN_UNDER_A_CONTEST],
      ],
    },
  );
});
