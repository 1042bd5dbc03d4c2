import type { Period, ReorganisationKind, UnitState } from '@mandate-graph/domain';
import { isSame } from '../../subject/differences.rules.ts';
import type { Recording } from '../../subject/subject.service.ts';
import type { Knowledge, Known } from '../knowledge.ts';
import { changeOf, following, reorganisation } from './plan.parts.ts';

type Units = readonly Period<UnitState>[];

const CHANGES = { RENAMED: ['name', 'abbreviation'], MOVED: ['parent', 'ordinal'] } as const;

/** Whether a unit is, on a day, something else than the day before, in what such a change is of. */
function happens(kind: ReorganisationKind, periods: Units, day: string): boolean {
  const before = periods.find(({ validTo }) => validTo === day)?.state;
  const after = periods.find(({ validFrom }) => validFrom === day)?.state;
  if (kind === 'ABOLISHED') return before !== undefined && after === undefined;
  if (kind === 'MERGED' || kind === 'SPLIT') return true;
  if (before === undefined || after === undefined) return false;
  return CHANGES[kind].some((fact) => !isSame(before[fact], after[fact]));
}

/**
 * The record of a unit's new name or place, or of its end: the one there is for the day, or a new one. None when the
 * unit was not there on the day before, or was called that, or stood there, already.
 */
export async function recordOf(
  kind: 'RENAMED' | 'MOVED' | 'ABOLISHED',
  unit: string,
  periods: Units,
  knowledge: Knowledge,
  day: string,
  reason: string,
): Promise<readonly Recording[]> {
  if (!happens(kind, periods, day)) return [];
  const same = (await recordsAbout([unit], knowledge)).find((record) =>
    record.periods.some(({ validFrom, state }) => validFrom === day && state.kind === kind),
  );
  const links = { predecessors: [unit], successors: kind === 'ABOLISHED' ? [] : [unit] };
  const recording =
    same === undefined
      ? reorganisation(knowledge, kind, links, day, reason)
      : changeOf(same, 'AMENDED', same.periods, reason);
  return [recording as Recording];
}

/**
 * What is recorded of units for the day or a later one, and is no longer going to happen, since what they are from the
 * day on has changed: the renaming of a unit that is merged before that. It ends along.
 */
export async function untold(
  recordings: readonly Recording[],
  knowledge: Knowledge,
  day: string,
  reason: string,
): Promise<readonly Recording[]> {
  const changed = recordings.filter(({ kind, expectedVersion }) => kind === 'unit' && expectedVersion > 0);
  const units = new Map(changed.map(({ id, periods }) => [id, periods as Units]));
  const records = await recordsAbout([...units.keys()], knowledge);
  return records.flatMap((record) => {
    const left = record.periods.filter(({ validFrom, state: { kind, predecessors } }) => {
      const unit = units.get(predecessors[0]!);
      return validFrom === null || validFrom < day || unit === undefined || happens(kind, unit, validFrom);
    });
    return following(record, left, reason);
  });
}

async function recordsAbout(
  units: readonly string[],
  knowledge: Knowledge,
): Promise<readonly Known<'reorganisation'>[]> {
  if (units.length === 0) return [];
  const belonging = await knowledge.belonging(units);
  return belonging.filter((one): one is Known<'reorganisation'> => one.kind === 'reorganisation');
}
