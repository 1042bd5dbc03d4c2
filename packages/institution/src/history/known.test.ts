import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PUBLIC_ACTOR } from '@mandate-graph/runtime';
import fc from 'fast-check';
import type { ValueChange } from '../subject/differences.rules.ts';
import { SubjectLoaders } from '../subject/subject.loaders.ts';
import { SubjectReads } from '../subject/subject.reads.ts';
import { openInstitutionDatabase } from '../testing/institution.database.ts';
import { recorder, unit, unitState } from '../testing/recordings.ts';
import { HistoryReads } from './history.reads.ts';
import { HistoryService } from './history.service.ts';

let database: Awaited<ReturnType<typeof openInstitutionDatabase>>;
beforeAll(async () => {
  database = await openInstitutionDatabase('vrb');
});
afterAll(() => database.close());

const justBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();

/** Days on which something may begin, those between them, and the ends of time. */
const CUTS = ['2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01'];
const DAYS = ['2019-06-01', ...CUTS, '2020-06-01', '2021-06-01', '2022-06-01', '2024-06-01'];

/** What is known of a unit at once: its ordinal on each stretch between the cuts, null where it does not hold. */
const knowledge = fc.array(fc.option(fc.integer({ min: 1, max: 3 }), { freq: 3 }), { minLength: 5, maxLength: 5 });
type Knowledge = readonly (number | null)[];
const BOUNDS = [null, ...CUTS, null];
const periodsOf = (known: Knowledge) =>
  known.flatMap((ordinal, at) =>
    ordinal === null ? [] : [{ validFrom: BOUNDS[at]!, validTo: BOUNDS[at + 1]!, state: unitState(null, ordinal) }],
  );
const ordinalOn = (known: Knowledge | undefined, day: string): number | null =>
  known?.[CUTS.filter((cut) => cut <= day).length] ?? null;

const histories = fc.array(knowledge, { minLength: 1, maxLength: 5 });
let units = 0;

/** Records a unit as it was known, one version after another; and how it is read from then on. */
async function recorded(versions: readonly Knowledge[]) {
  const { source } = database;
  const record = recorder(source);
  units += 1;
  const local = `u${units}`;
  const instants: string[] = [];
  for (const [expectedVersion, known] of versions.entries()) {
    const outcome = await record(unit(local, null, { expectedVersion, periods: periodsOf(known) }));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    instants.push(outcome.recordedAt.toISOString());
  }
  const id = `vrb:unit:${local}`;
  const loaders = new SubjectLoaders(new SubjectReads(source, false));
  const read = async (day: string, knownAt: string | null): Promise<number | null> =>
    (await loaders.one('unit', { id, day, knownAt }))?.state.ordinal ?? null;
  return { id, instants, read };
}

test('what was known of random histories is what an oracle says, on every day and at every instant', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (versions) => {
      const { instants, read } = await recorded(versions);
      for (const day of DAYS) {
        expect(await read(day, null)).toBe(ordinalOn(versions.at(-1), day));
        for (const [at, instant] of instants.entries()) {
          expect(await read(day, justBefore(instant))).toBe(ordinalOn(versions[at - 1], day));
          expect(await read(day, instant)).toBe(ordinalOn(versions[at], day));
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('the history tells of each version what is read at its instant, and what was just before', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (versions) => {
      const { id, instants, read } = await recorded(versions);
      const history = new HistoryService(PUBLIC_ACTOR, { code: 'vrb' }, new HistoryReads(database.source, false));
      const entries = await history.of({ id, knownAt: null }, { kinds: null, first: 100, before: null });
      const newestFirst = instants.map((recordedAt, at) => [at + 1, recordedAt]).reverse();
      expect(entries.map(({ version, recordedAt }) => [version, recordedAt])).toEqual(newestFirst);
      for (const entry of entries) {
        const differences = await history.differencesOf(entry);
        const isFirst = !versions[entry.version - 2]?.some((ordinal) => ordinal !== null);
        if (isFirst) expect(differences).toEqual([]);
        for (const day of isFirst ? [] : DAYS) {
          const told = differences.find(({ validFrom, validTo }) => (validFrom ?? '') <= day && day < (validTo ?? '~'));
          const [before, after] = [await read(day, justBefore(entry.recordedAt)), await read(day, entry.recordedAt)];
          expect(told?.changes.map(ordinalsOf)).toEqual(before === after ? undefined : [{ before, after }]);
        }
      }
    }),
    { numRuns: 15 },
  );
});

/** The ordinals that a change is from and to, whether it alone changed or the unit came or went with it. */
function ordinalsOf({ path, before, after }: ValueChange) {
  const of = (value: unknown) =>
    path === 'ordinal' ? value : ((value as { ordinal: number } | null)?.ordinal ?? null);
  expect(['', 'ordinal']).toContain(path);
  return { before: of(before), after: of(after) };
}
