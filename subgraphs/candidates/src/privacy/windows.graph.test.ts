import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  brussels,
  candidateOf,
  eraseMe,
  openPrivacyGraph,
  type PrivacyGraph,
  told,
  VACANCY,
} from './testing/privacy.graph.ts';
import type { Person } from './testing/private.rows.ts';

const WITHDRAWN = 'vrb:vacancy:withdrawn';
const FILLED = 'vrb:vacancy:filled';
const SECRET = 'vrb:vacancy:secret';
let graph: PrivacyGraph;

beforeAll(async () => {
  graph = await openPrivacyGraph();
  await graph.tell(
    ...[VACANCY, WITHDRAWN, FILLED, SECRET].map((id) => told(id, 1)),
    told(WITHDRAWN, 2, { publication: 'WITHDRAWN' }, '2025-08-01'),
    told(FILLED, 2, { publication: 'FILLED' }, '2025-12-31'),
    told(FILLED, 3, { publication: 'FILLED', vacantPositions: 1 }, '2026-02-01'),
    { ...told(SECRET, 2), periods: [] },
  );
});
afterAll(() => graph.close());

const somebody = () => graph.rows.candidate(`subject-${randomUUID()}`);
/** What comes of asking to be erased at an instant: ERASED, or each window with the last day on which it is open. */
const erasing = async ({ subject }: Person, local: string) => {
  graph.at(local);
  const { __typename, problems } = await eraseMe(graph, subject);
  return __typename === 'Erased'
    ? 'ERASED'
    : problems.map(({ code, value }: { code: string; value: string | null }) => `${code} ${value}`);
};
const LAPSED = {
  lapsed_by: 'DEADLINE',
  recorded_at: brussels('2025-10-23T00:00:30').toString(),
  vacancy_day: '2025-10-23',
};

describe('an erasure', () => {
  test('is done for who has never applied', async () => {
    expect(await erasing(await somebody(), '2025-09-01T09:00')).toBe('ERASED');
  });

  test('waits while an application runs, until it is withdrawn', async () => {
    const person = await somebody();
    await graph.rows.application(person, VACANCY, 'PROVISIONAL');
    expect(await erasing(person, '2025-09-01T09:00')).toEqual(['RUNNING_APPLICATION null']);
    await graph.query("UPDATE application SET status = 'WITHDRAWN', version = version + 1 WHERE candidate_id = $1", [
      person.id,
    ]);
    expect(await erasing(person, '2025-09-01T09:00')).toBe('ERASED');
  });

  test.each([WITHDRAWN, SECRET])('does not wait for an application for %s, which was withdrawn', async (vacancy) => {
    const person = await somebody();
    await graph.rows.application(person, vacancy, 'DEFINITIVE');
    expect(await erasing(person, '2025-11-01T09:00')).toBe('ERASED');
  });

  test.each([WITHDRAWN, SECRET])('does not wait for a contest that nobody can decide, for %s', async (vacancy) => {
    const person = await somebody();
    await graph.rows.application(person, vacancy, 'LAPSED', { ...LAPSED, contest: 'OPEN' });
    expect(await erasing(person, '2025-11-01T09:00')).toBe('ERASED');
  });

  test('waits for an application for a vacancy that nothing is known of', async () => {
    const person = await somebody();
    await graph.rows.application(person, 'vrb:vacancy:unknown', 'DRAFT');
    expect(await erasing(person, '2030-01-01T09:00')).toEqual(['RUNNING_APPLICATION null']);
  });

  test('waits 30 days for a lapse to be contested', async () => {
    const person = await somebody();
    await graph.rows.application(person, VACANCY, 'LAPSED', LAPSED);
    expect(await erasing(person, '2025-10-23T00:01')).toEqual(['CONTEST_POSSIBLE 2025-11-22']);
    expect(await erasing(person, '2025-11-22T23:59:59.999')).toEqual(['CONTEST_POSSIBLE 2025-11-22']);
    expect(await erasing(person, '2025-11-23T00:00')).toBe('ERASED');
  });

  test('waits for the decision on a contest', async () => {
    const person = await somebody();
    const id = await graph.rows.application(person, VACANCY, 'LAPSED', { ...LAPSED, contest: 'OPEN' });
    expect(await erasing(person, '2026-11-01T09:00')).toEqual(['CONTEST_OPEN null']);
    await graph.query(
      `UPDATE application SET contest = 'REJECTED', reason = 'REJECT_CONTEST', version = version + 1, recorded_at = $2
       WHERE id = $1`,
      [id, brussels('2026-11-01T08:00').toString()],
    );
    expect(await erasing(person, '2026-11-01T09:00')).toEqual(['APPEAL 2026-12-31']);
    // Whatever is done with it after that, the appeal remains.
    await graph.query("UPDATE application SET reason = 'WITHDRAW', version = version + 1 WHERE id = $1", [id]);
    expect(await erasing(person, '2026-12-31T23:59:59.999')).toEqual(['APPEAL 2026-12-31']);
    expect(await erasing(person, '2027-01-01T00:00')).toBe('ERASED');
  });

  test('waits as long as feedback can be asked for after the vacancy was filled, whatever was amended since', async () => {
    const person = await somebody();
    await graph.rows.application(person, FILLED, 'DEFINITIVE');
    expect(await erasing(person, '2025-12-31T12:00')).toEqual(['FEEDBACK 2026-02-28']);
    expect(await erasing(person, '2026-02-28T23:59:59.999')).toEqual(['FEEDBACK 2026-02-28']);
    expect(await erasing(person, '2026-03-01T00:00')).toBe('ERASED');
  });

  test.each([
    // Of the first, feedback can be asked for until 3 January, after the last day of the appeal.
    [true, '2026-01-02', ['FEEDBACK 2026-01-03', 'APPEAL 2026-01-02'], ['FEEDBACK 2026-01-03'], '2026-01-04'],
    [false, '2026-05-02', ['APPEAL 2026-05-02'], 'ERASED', null],
  ])(
    'waits for an appeal against a decision that names the remedy (%s)',
    async (stated, last, during, after, later) => {
      const person = await somebody();
      const id = await graph.rows.application(person, VACANCY, 'WITHDRAWN');
      const recorded_at = brussels('2025-11-03T23:59:59.999').toString();
      await graph.rows.decision(person, id, [{ reasons: 'No diploma.' }], { remedy_stated: stated, recorded_at });
      expect(await erasing(person, `${last}T23:59:59.999`)).toEqual(during);
      const next = brussels(`${last}T12:00`).add({ hours: 24 }).toString().slice(0, 10);
      expect(await erasing(person, `${next}T00:00`)).toEqual(after);
      if (later !== null) expect(await erasing(person, `${later}T00:00`)).toBe('ERASED');
    },
  );

  test('tells of all windows at once, each of its own application, and changes nothing', async () => {
    const person = await somebody();
    const judged = await graph.rows.application(person, SECRET, 'WITHDRAWN');
    await graph.rows.decision(person, judged, [{}], { recorded_at: brussels('2026-01-10T12:00').toString() });
    await graph.rows.application(person, VACANCY, 'DEFINITIVE');
    await graph.rows.application(person, FILLED, 'DEFINITIVE');
    const told = await erasing(person, '2026-01-15T09:00');
    expect(told.toSorted()).toEqual(['APPEAL 2026-03-11', 'FEEDBACK 2026-02-28', 'RUNNING_APPLICATION null']);
    const { data } = await graph.ask(candidateOf(person.subject), '{ me { id familyName } }');
    expect(data.me).toEqual({ id: person.id, familyName: 'Peeters' });
  });
});
