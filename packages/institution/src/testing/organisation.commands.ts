import fc from 'fast-check';
import type { Command, Oracle } from './organisation.oracle.ts';
import { INSTITUTION, named, unitId } from './organisation.ts';

/** The days of a history, by their numbers; the clock of the tests stands in the middle. */
export const DAYS = 12;
export const dateOf = (day: number): string =>
  `2025-0${day < 6 ? 8 : 9}-${String(day < 6 ? day + 26 : day - 5).padStart(2, '0')}`;
const TODAY = 6;
const POST = (local: string): string => `${INSTITUTION}:position:${local}`;
const site = (words: string): string => `https://${words}.example`;

const KINDS = ['create', 'rename', 'amend', 'move', 'merge', 'split', 'abolish', 'post', 'end', 'line'] as const;

/** What will be asked for, before it is known what there is: numbers that choose among it. */
export interface Wish {
  readonly kind: (typeof KINDS)[number];
  readonly from: number;
  readonly first: number;
  readonly second: number;
  readonly flag: boolean;
  /** How long the recording clock stands still, or goes back. */
  readonly elapsed: number;
}

const wish = (kind: fc.Arbitrary<Wish['kind']>): fc.Arbitrary<Wish> =>
  fc.record({
    kind,
    from: fc.noBias(fc.nat(DAYS - 1)),
    first: fc.noBias(fc.nat(99)),
    second: fc.noBias(fc.nat(99)),
    flag: fc.boolean(),
    elapsed: fc.integer({ min: -3, max: 9 }),
  });

/** Some units to begin with, and then anything in any order of days. */
export const historyWishes: fc.Arbitrary<readonly Wish[]> = fc
  .tuple(
    fc.array(wish(fc.constantFrom('create', 'create', 'line', 'post')), { minLength: 6, maxLength: 9 }),
    fc.array(wish(fc.constantFrom(...KINDS)), { minLength: 10, maxLength: 24 }),
  )
  .map(([first, then]) => [...first.map((one) => ({ ...one, from: one.from % 3 })), ...then]);

/** The command a wish comes to, `turn` being its place in the history. */
export function commandOf({ kind, from, first, second, flag }: Wish, oracle: Oracle, turn: number): Command {
  const { units, posts } = oracle.days[from]!;
  const one = first % 9 === 1 ? `gone${turn}` : choice([...units.keys()], first);
  const other = choice(
    [...units.keys()].filter((name) => name !== one),
    second,
  );
  const perhaps = flag ? other : null;
  switch (kind) {
    case 'create':
      return { kind, from, unit: first % 9 === 0 ? one : `u${turn}`, parent: perhaps };
    case 'rename':
    case 'amend':
      return { kind, from, unit: one, to: `w${second % 2}` };
    case 'move':
      return { kind, from, unit: one, parent: perhaps };
    case 'merge': {
      const third = choice([...units.keys()], first + second + 1);
      const fresh = second % 3 === 0;
      return {
        kind,
        from,
        units: [one, other],
        into: fresh ? `m${turn}` : flag ? other : third,
        fresh,
        below: fresh && flag ? third : null,
      };
    }
    case 'split': {
      const into = flag ? [`s${turn}`] : [`s${turn}`, `t${turn}`];
      const inside = oracle.within(one, from).filter((_, index) => first % 5 !== 0 || index !== 0);
      const places = new Map(inside.map((name, index) => [name, choice(into, index + second)]));
      if (flag && second % 2 === 0) places.clear();
      return {
        kind,
        from,
        unit: one,
        into,
        below: second % 4 === 0 ? null : other === one ? (units.get(one)?.parent ?? null) : other,
        goesOn: flag,
        places,
      };
    }
    case 'abolish':
      return { kind, from, unit: one };
    case 'post':
      return { kind, from, post: `p${turn}`, units: [...new Set([one, other])] };
    case 'end':
      return { kind, from, post: choice([...posts.keys()], first) };
    case 'line': {
      const parent = units.get(one)?.parent ?? null;
      return { kind, from, line: flag && parent !== null ? ['PART_OF', one, parent] : ['INFORMS', one, other] };
    }
  }
}

const choice = (names: readonly string[], at: number): string => names[at % names.length] ?? 'nobody';

/** The mutation of a command: its name and its input, without a key. */
export async function mutationOf(
  command: Command,
  versionOf: (id: string) => Promise<number>,
): Promise<{ readonly name: string; readonly input: object }> {
  const at = async (id: string) => ({ id, version: await versionOf(id) });
  // Today is what is meant when no day is given.
  const effectiveFrom = command.from === TODAY ? undefined : dateOf(command.from);
  const change = { effectiveFrom, reason: command.kind };
  const unit = (local: string, parent: string | null) => ({
    local,
    unit: { kind: 'SERVICE', name: named(local), parent: parent && unitId(parent) },
  });
  switch (command.kind) {
    case 'create':
      return { name: 'CreateUnit', input: { effectiveFrom, ...unit(command.unit, command.parent) } };
    case 'rename':
      return { name: 'RenameUnit', input: { ...change, ...(await at(unitId(command.unit))), name: named(command.to) } };
    case 'amend': {
      const changes = { website: site(command.to) };
      return { name: 'AmendUnit', input: { ...change, ...(await at(unitId(command.unit))), changes } };
    }
    case 'move': {
      const parent = command.parent && unitId(command.parent);
      return { name: 'MoveUnit', input: { ...change, ...(await at(unitId(command.unit))), parent } };
    }
    case 'merge': {
      const predecessors = await Promise.all(command.units.map((one) => at(unitId(one))));
      const successor = command.fresh
        ? unit(command.into, command.below)
        : { existing: await at(unitId(command.into)) };
      return { name: 'MergeUnits', input: { ...change, predecessors, successor } };
    }
    case 'split': {
      const successors = command.into.map((one) => unit(one, command.below));
      const assignments = [...command.places].map(([name, to]) => ({
        subject: name.startsWith('p') ? POST(name) : unitId(name),
        to,
      }));
      const input = { ...(await at(unitId(command.unit))), successors, assignments, goesOn: command.goesOn };
      return { name: 'SplitUnit', input: { ...change, ...input } };
    }
    case 'abolish':
      return { name: 'AbolishUnit', input: { ...change, ...(await at(unitId(command.unit))) } };
    case 'post': {
      const position = { title: named(command.post), function: 'MANAGER', units: command.units.map(unitId) };
      return { name: 'CreatePosition', input: { effectiveFrom, local: command.post, position } };
    }
    case 'end':
      return { name: 'EndPosition', input: { ...change, ...(await at(POST(command.post))) } };
    case 'line': {
      const [kind, from, to] = command.line;
      const line = { kind, from: unitId(from), to: unitId(to), label: named(kind) };
      return { name: 'CreateLine', input: { effectiveFrom, line } };
    }
  }
}

/** The site that a unit is amended to have. */
export const siteOf = site;
