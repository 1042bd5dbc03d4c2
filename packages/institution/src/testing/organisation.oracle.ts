/** One thing that is asked for, by local names; days are small numbers. */
export type Command = { readonly from: number } & (
  | { readonly kind: 'create'; readonly unit: string; readonly parent: string | null }
  | { readonly kind: 'rename' | 'amend'; readonly unit: string; readonly to: string }
  | { readonly kind: 'move'; readonly unit: string; readonly parent: string | null }
  | {
      readonly kind: 'merge';
      readonly units: readonly string[];
      readonly into: string;
      /** Whether `into` is new; it is then part of `below`. */
      readonly fresh: boolean;
      readonly below: string | null;
    }
  | {
      readonly kind: 'split';
      readonly unit: string;
      readonly into: readonly string[];
      readonly below: string | null;
      readonly goesOn: boolean;
      readonly places: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'abolish'; readonly unit: string }
  | { readonly kind: 'post'; readonly post: string; readonly units: readonly string[] }
  | { readonly kind: 'end'; readonly post: string }
  | { readonly kind: 'line'; readonly line: Line }
);

export interface Unit {
  readonly parent: string | null;
  readonly name: string;
  readonly site: string | null;
}
/** Kind, from, to. */
export type Line = readonly ['PART_OF' | 'INFORMS', string, string];

/** All that holds on one day. */
export interface Day {
  readonly units: ReadonlyMap<string, Unit>;
  readonly posts: ReadonlyMap<string, readonly string[]>;
  readonly lines: readonly Line[];
}

export const NOTHING: Day = { units: new Map(), posts: new Map(), lines: [] };

/** What is refused: nothing changes. */
class No extends Error {}
const refuseUnless = (condition: boolean): void => {
  if (!condition) throw new No();
};

/**
 * An organisation as plain as can be: a list of days, each with all that holds on it. A command is worked out on each
 * day from its first day on, by itself. Nothing here knows of periods, versions or rows.
 */
export class Oracle {
  #days: readonly Day[];
  readonly #everThere = new Set<string>();

  constructor(days: number) {
    this.#days = Array.from({ length: days }, () => NOTHING);
  }

  get days(): readonly Day[] {
    return this.#days;
  }

  /** What has a place in a unit on some day from one on. */
  within(unit: string, from: number): readonly string[] {
    const found = this.#days
      .slice(from)
      .flatMap(({ units, posts }) => [
        ...[...units].filter(([, { parent }]) => parent === unit).map(([name]) => name),
        ...[...posts].filter(([, of]) => of.includes(unit)).map(([name]) => name),
      ]);
    return [...new Set(found)].sort();
  }

  /** True when it was done; false when it was refused. */
  does(command: Command): boolean {
    try {
      this.#judge(command);
      const until = untilOf(command, this.#days);
      const next = this.#days.map((day, index) =>
        index < command.from || index >= until ? day : dayAfter(day, command, this.#days),
      );
      next.forEach(judgeDay);
      if (command.kind === 'rename' || command.kind === 'amend' || command.kind === 'move') {
        refuseUnless(textOf(next) !== textOf(this.#days));
      }
      this.#days = next;
      for (const name of newNames(command)) this.#everThere.add(name);
      return true;
    } catch (error) {
      if (error instanceof No) return false;
      throw error;
    }
  }

  #judge(command: Command): void {
    const { units, posts } = this.#days[command.from]!;
    const fresh = newNames(command);
    refuseUnless(new Set(fresh).size === fresh.length && fresh.every((name) => !this.#everThere.has(name)));
    if ('unit' in command && command.kind !== 'create') refuseUnless(units.has(command.unit));
    if (command.kind === 'end') refuseUnless(posts.has(command.post));
    if (command.kind === 'abolish') refuseUnless(this.within(command.unit, command.from).length === 0);
    if (command.kind === 'merge') {
      refuseUnless(command.units.length >= 2 && new Set(command.units).size === command.units.length);
      refuseUnless(command.units.every((unit) => units.has(unit)));
      refuseUnless(command.fresh || units.has(command.into));
    }
    if (command.kind === 'split') {
      refuseUnless(command.into.length >= (command.goesOn ? 1 : 2));
      const inside = this.within(command.unit, command.from);
      refuseUnless([...command.places.keys()].every((name) => inside.includes(name)));
      if (!command.goesOn) refuseUnless(inside.every((name) => command.places.has(name)));
    }
  }
}

/** Names that come into use; a successor that is there already is none. */
function newNames(command: Command): readonly string[] {
  if (command.kind === 'create') return [command.unit];
  if (command.kind === 'post') return [command.post];
  if (command.kind === 'split') return command.into;
  return command.kind === 'merge' && command.fresh ? [command.into] : [];
}

const FACTS = { rename: 'name', amend: 'site', move: 'parent' } as const;

/** What is said of a fact is so until the next day on which the fact was to be another anyway. */
function untilOf(command: Command, days: readonly Day[]): number {
  if (command.kind !== 'rename' && command.kind !== 'amend' && command.kind !== 'move') return days.length;
  const values = days.map(({ units }) => units.get(command.unit)?.[FACTS[command.kind]]);
  const next = values.findIndex(
    (value, index) => index > command.from && value !== undefined && value !== values[command.from],
  );
  return next < 0 ? days.length : next;
}

function dayAfter(day: Day, command: Command, known: readonly Day[]): Day {
  const units = new Map(day.units);
  const posts = new Map(day.posts);
  const old = command.kind === 'create' ? undefined : 'unit' in command ? units.get(command.unit) : undefined;
  switch (command.kind) {
    case 'create':
      return { ...day, units: units.set(command.unit, { parent: command.parent, name: command.unit, site: null }) };
    case 'rename':
      return old === undefined ? day : { ...day, units: units.set(command.unit, { ...old, name: command.to }) };
    case 'amend':
      return old === undefined ? day : { ...day, units: units.set(command.unit, { ...old, site: command.to }) };
    case 'move': {
      if (old === undefined) return day;
      const lines = day.lines.flatMap((line): Line[] =>
        isPlace(line, command.unit, old.parent) ? placed(command.unit, command.parent) : [line],
      );
      return { ...day, units: units.set(command.unit, { ...old, parent: command.parent }), lines: once(lines) };
    }
    case 'merge':
      return merged(day, command);
    case 'split':
      return split(day, command, known[command.from]!);
    case 'abolish':
      units.delete(command.unit);
      return { ...day, units, lines: day.lines.filter(([, from, to]) => from !== command.unit && to !== command.unit) };
    case 'post':
      return { ...day, posts: posts.set(command.post, command.units) };
    case 'end':
      posts.delete(command.post);
      return { ...day, posts };
    case 'line':
      return { ...day, lines: once([...day.lines, command.line]) };
  }
}

function merged(day: Day, { units: merging, into, fresh, below }: Extract<Command, { kind: 'merge' }>): Day {
  const leaving = merging.filter((unit) => unit !== into);
  refuseUnless(!fresh || below === null || !leaving.includes(below));
  const lead = (unit: string): string => (leaving.includes(unit) ? into : unit);
  let parent = fresh ? below : (day.units.get(into)?.parent ?? null);
  while (parent !== null && leaving.includes(parent)) parent = day.units.get(parent)?.parent ?? null;
  const units = new Map<string, Unit>();
  for (const [name, unit] of day.units) {
    if (leaving.includes(name)) continue;
    units.set(name, { ...unit, parent: name === into ? parent : unit.parent && lead(unit.parent) });
  }
  if (fresh) units.set(into, { parent: below, name: into, site: null });
  const lines = day.lines.flatMap((line): Line[] => {
    const [kind, from, to] = line;
    const isTheirs = from === into || leaving.includes(from);
    if (isTheirs && isPlace(line, from, day.units.get(from)?.parent ?? null)) return placed(into, parent);
    return lead(from) === lead(to) ? [] : [[kind, lead(from), lead(to)]];
  });
  const posts = new Map([...day.posts].map(([post, of]) => [post, [...new Set(of.map(lead))]]));
  return { units, posts, lines: once(lines) };
}

function split(day: Day, command: Extract<Command, { kind: 'split' }>, first: Day): Day {
  const { unit: divided, into, below, goesOn, places } = command;
  const units = new Map<string, Unit>();
  for (const [name, unit] of day.units) {
    if (name === divided && !goesOn) continue;
    units.set(name, { ...unit, parent: unit.parent === divided ? (places.get(name) ?? divided) : unit.parent });
  }
  for (const name of into) units.set(name, { parent: below, name, site: null });
  const posts = new Map(
    [...day.posts].map(([post, of]) => [
      post,
      [...new Set(of.map((unit) => (unit === divided ? (places.get(post) ?? divided) : unit)))],
    ]),
  );
  const lines = day.lines.flatMap((line): Line[] => {
    const [kind, from, to] = line;
    if (from !== divided && to !== divided) return [line];
    const goes = places.get(from);
    const isChild = day.units.get(from)?.parent === divided && isPlace(line, from, divided);
    if (isChild && goes !== undefined) return [[kind, from, goes]];
    return goesOn ? [line] : [];
  });
  const wasPlaced = first.lines.some((line) => isPlace(line, divided, first.units.get(divided)?.parent ?? null));
  const added = wasPlaced ? into.flatMap((name) => placed(name, below)) : [];
  return { units, posts, lines: once([...lines, ...added]) };
}

const isPlace = ([kind, from, to]: Line, unit: string, parent: string | null): boolean =>
  kind === 'PART_OF' && from === unit && to === parent;
const placed = (unit: string, parent: string | null): Line[] =>
  parent === null || parent === unit ? [] : [['PART_OF', unit, parent]];
const once = (lines: readonly Line[]): readonly Line[] =>
  [...new Set(lines.map((line) => line.join(' ')))].sort().map((line) => line.split(' ') as unknown as Line);

/** Everything named on a day is there on that day, and nothing is part of itself. */
function judgeDay({ units, posts, lines }: Day): void {
  for (const [name, { parent }] of units) {
    refuseUnless(parent === null || units.has(parent));
    const above = new Set([name]);
    for (let at = parent; at !== null; at = units.get(at)?.parent ?? null) {
      refuseUnless(!above.has(at));
      above.add(at);
    }
  }
  for (const of of posts.values()) refuseUnless(of.length > 0 && of.every((unit) => units.has(unit)));
  for (const [, from, to] of lines) refuseUnless(from !== to && units.has(from) && units.has(to));
}

const textOf = (days: readonly Day[]): string => JSON.stringify(days.map(({ units }) => [...units].sort()));
