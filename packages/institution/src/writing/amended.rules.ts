import { RECORDED, type Sourced } from '@mandate-graph/domain';
import { isSame } from '../subject/differences.rules.ts';

/**
 * The state with what is changed in the place of what there was. What differs was entered in the graph from then on;
 * where it and its parts came from before no longer counts, except for members of a list that stayed what and where
 * they were.
 */
export function amended<S extends Sourced>(state: S, changes: Partial<Omit<S, keyof Sourced>>): S {
  const before = state as unknown as Readonly<Record<string, unknown>>;
  const changed = new Map(Object.entries(changes).filter(([field, value]) => !isSame(before[field], value)));
  if (changed.size === 0) return state;
  const isKept = (path: string): boolean => {
    const [, field = '', place] = /^([A-Za-z]+)(?:\[(\d+)\])?/.exec(path) ?? [];
    return (
      !changed.has(field) || (place !== undefined && memberStayed(Number(place), before[field], changed.get(field)))
    );
  };
  const kept = Object.entries(state.sources).filter(([path]) => isKept(path));
  const entered = isSame(state.sources[''], RECORDED) ? [] : [...changed.keys()].map((field) => [field, RECORDED]);
  return { ...state, ...Object.fromEntries(changed), sources: Object.fromEntries([...kept, ...entered]) };
}

const memberStayed = (index: number, before: unknown, after: unknown): boolean =>
  Array.isArray(before) && Array.isArray(after) && index < after.length && isSame(before[index], after[index]);
