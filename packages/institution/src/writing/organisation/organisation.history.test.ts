import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Clock, type LineState, localDay, type PositionState } from '@mandate-graph/domain';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { type Moment, SubjectReads } from '../../subject/subject.reads.ts';
import { openInstitutionDatabase } from '../../testing/institution.database.ts';
import {
  commandOf,
  DAYS,
  dateOf,
  historyWishes,
  mutationOf,
  siteOf,
  type Wish,
} from '../../testing/organisation.commands.ts';
import { type Day, NOTHING, Oracle } from '../../testing/organisation.oracle.ts';
import { INSTITUTION, organisationOf, unitId } from '../../testing/organisation.ts';
import { clock } from '../../testing/recordings.ts';

/** The same random histories on each run of the tests: with more, and other seeds, they look harder. */
const RUNS = 10;
const SEED = 20_250_901;
/** Days that are read: all of a history, the one before and the one after. */
const READ_DAYS = Array.from({ length: DAYS + 2 }, (_, index) => index - 1);

let database: Awaited<ReturnType<typeof openInstitutionDatabase>>;
let source: DataSource;
let reads: SubjectReads;
beforeAll(async () => {
  database = await openInstitutionDatabase(INSTITUTION);
  source = database.source;
  reads = new SubjectReads(source, false);
});
afterAll(() => database.close());

/** What was known from an instant on, by the oracle. */
interface Remembered {
  readonly from: number;
  readonly days: readonly Day[];
}

const local = (id: string): string => id.split(':')[2]!;
const date = (day: number): string => localDate(dateOf(0), day);
const localDate = (first: string, more: number): string =>
  Temporal.PlainDate.from(first).add({ days: more }).toString();

/** Lets both of them do what is wished for; they must agree whether it can be done. */
async function live(history: readonly Wish[]): Promise<readonly Remembered[]> {
  const tables = ['subject', 'subject_version', 'outbox', 'idempotency', 'unit', 'position', 'line', 'reorganisation'];
  for (const table of tables) await source.query(`DELETE FROM ${table}`);
  let instant = clock.now();
  const recording: Clock = { now: () => instant };
  const organisation = organisationOf(source, recording);
  const oracle = new Oracle(DAYS);
  const remembered: Remembered[] = [];
  for (const [turn, wish] of history.entries()) {
    instant = instant.add({ milliseconds: wish.elapsed });
    const command = commandOf(wish, oracle, turn);
    const { name, input } = await mutationOf(command, organisation.versionOf);
    const result = await organisation.write(name, input);
    const done = oracle.does(command);
    expect({ turn, command, result: result.outcome === 'recorded' || result }).toEqual({
      turn,
      command,
      result: done || expect.objectContaining({ outcome: 'refused' }),
    });
    if (result.outcome !== 'recorded') continue;
    remembered.push({ from: Date.parse(result.recordedAt), days: oracle.days });
    expect({ turn, command, untold: untrue(await changesOfOneUnit(), oracle.days) }).toEqual({
      turn,
      command,
      untold: [],
    });
  }
  return remembered;
}

interface ChangeOfOneUnit {
  readonly kind: string;
  readonly unit: string;
  readonly day: string;
}

/** The renamings, moves and ends that are recorded, as known now. */
const changesOfOneUnit = (): Promise<ChangeOfOneUnit[]> =>
  source.query(
    `SELECT state->>'kind' AS kind, split_part(predecessor_ids[1], ':', 3) AS unit, valid_from::text AS day
     FROM reorganisation WHERE superseded_at IS NULL AND state->>'kind' IN ('RENAMED', 'MOVED', 'ABOLISHED')`,
  );

/** Those of which nothing is to be seen on their day, and those that are recorded twice. */
const untrue = (changes: readonly ChangeOfOneUnit[], days: readonly Day[]): readonly ChangeOfOneUnit[] =>
  changes.filter((change, index) => {
    const { kind, unit, day } = change;
    const at = days.findIndex((_, place) => date(place) === day);
    const [before, after] = [days[at - 1]?.units.get(unit), days[at]!.units.get(unit)];
    const twice = changes.findIndex((other) => JSON.stringify(other) === JSON.stringify(change)) < index;
    if (twice || before === undefined) return true;
    if (kind === 'ABOLISHED') return after !== undefined;
    return kind === 'RENAMED' ? after?.name === before.name : after?.parent === before.parent;
  });

/** What there is on a day by what was known: the same words for what the database says and what the oracle says. */
interface Picture {
  readonly units: readonly string[];
  readonly trees: readonly string[];
  readonly above: readonly string[];
  readonly posts: readonly string[];
  readonly lines: readonly string[];
}

function expectedOf({ units, posts, lines }: Day, names: readonly string[]): Picture {
  const below = (unit: string): string[] =>
    [...units].filter(([, { parent }]) => parent === unit).flatMap(([name]) => [name, ...below(name)]);
  const above = (unit: string): string[] => {
    const parent = units.get(unit)?.parent ?? null;
    return parent === null ? [] : [parent, ...above(parent)];
  };
  const there = names.filter((name) => units.has(name));
  return {
    units: there.map((name) => {
      const { parent, name: words, site } = units.get(name)!;
      return `${name} in ${parent}: ${words} at ${site && siteOf(site)}`;
    }),
    trees: there.map((name) => `${name}: ${[name, ...below(name)].sort()}`),
    above: there.map((name) => `${name}: ${above(name)}`),
    posts: [...posts].map(([post, of]) => `${post}: ${[...of].sort()}`).sort(),
    lines: lines.map((line) => line.join(' ')).sort(),
  };
}

async function pictures(names: readonly string[], times: readonly Omit<Moment, 'id'>[]): Promise<Picture[]> {
  const moments = times.flatMap((time) => names.map((name) => ({ ...time, id: unitId(name) })));
  const [units, trees, above, posts, lines] = await Promise.all([
    reads.related('unit', moments),
    reads.subtree(moments),
    reads.ancestors(moments),
    reads.related('positionsOfUnit', moments),
    reads.lines(moments, { direction: 'OUTGOING', kinds: null, depth: 1 }),
  ]);
  const sorted = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
  return times.map((_, time) => {
    const at = <T>(answers: readonly (readonly T[])[]) =>
      names.map((name, index) => ({ name, rows: answers[time * names.length + index]! }));
    const there = at(units).filter(({ rows }) => rows.length > 0);
    const isThere = new Set(there.map(({ name }) => name));
    return {
      units: there.map(({ name, rows: [row] }) => {
        const { parent, name: words, website } = row!.state;
        return `${name} in ${parent && local(parent)}: ${words.nl} at ${website}`;
      }),
      trees: at(trees)
        .filter(({ rows }) => rows.length > 0)
        .map(({ name, rows }) => `${name}: ${rows.map(({ id }) => local(id)).sort()}`),
      above: at(above)
        .filter(({ name }) => isThere.has(name))
        .map(({ name, rows }) => `${name}: ${rows.map(({ id }) => local(id))}`),
      posts: sorted(
        at(posts).flatMap(({ rows }) =>
          rows.map(({ id, state }) => `${local(id)}: ${(state as PositionState).units.map(local).sort()}`),
        ),
      ),
      lines: sorted(
        at(lines).flatMap(({ rows }) =>
          rows.map(({ state }) => {
            const { kind, from, to } = state as LineState;
            return [kind, local(from), local(to)].join(' ');
          }),
        ),
      ),
    };
  });
}

test('what is read on any day, by any knowledge, is what an oracle of plain days says', async () => {
  expect(date(6)).toBe(localDay(clock.now()).toString());
  let [histories, done] = [0, 0];
  await fc.assert(
    fc.asyncProperty(historyWishes, async (history) => {
      const remembered = await live(history);
      histories += 1;
      done += remembered.length;
      const names = [
        ...new Set(remembered.flatMap(({ days }) => days.flatMap(({ units }) => [...units.keys()]))),
      ].sort();
      const known = (at: number): readonly Day[] | undefined =>
        remembered.filter(({ from }) => from <= at).at(-1)?.days;
      // Right before each recording, and at it; and what is known now.
      const instants = [...new Set(remembered.flatMap(({ from }) => [from - 1, from]))];
      const times = [...instants, null].flatMap((at) => READ_DAYS.map((day) => ({ at, day })));
      const found = await pictures(
        names,
        times.map(({ at, day }) => ({ day: date(day), knownAt: at === null ? null : new Date(at).toISOString() })),
      );
      times.forEach(({ at, day }, index) => {
        const days = known(at ?? Number.POSITIVE_INFINITY);
        const expected = day < 0 || days === undefined ? NOTHING : days[Math.min(day, DAYS - 1)]!;
        expect({ at, day, ...found[index] }).toEqual({ at, day, ...expectedOf(expected, names) });
      });
    }),
    { numRuns: RUNS, seed: SEED },
  );
  // Histories of which most is refused would prove little.
  expect(done).toBeGreaterThan(5 * histories);
});
