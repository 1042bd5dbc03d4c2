import { type HolderState, type Period, RECORDED } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { isSame } from '../subject/differences.rules.ts';
import { replacedWithin, type Span, stateOn } from '../subject/periods.rules.ts';
import { stretches } from '../writing/organisation/follow.rules.ts';
import type { Mandate } from './mandate.rules.ts';

type Days = Pick<Mandate, 'startsOn' | 'endsOn'>;
type Holders = readonly Period<HolderState>[];

/** How a post is held, by all that is known of it now. */
export interface Held {
  readonly periods: Holders;
  /** What was known of the days of its mandates apart from these. */
  readonly otherwise: Holders;
}

/** What becomes of it, stretch by stretch; null: nothing is known of those days any more. */
export interface Reheld {
  readonly changes: readonly { readonly span: Span & { readonly from: string }; readonly state: HolderState | null }[];
  readonly otherwise: Holders;
}

const isOn = ({ startsOn, endsOn }: Days, day: string): boolean =>
  startsOn <= day && (endsOn === null || day <= endsOn);

/** The day after the last one, as periods have it. */
const dayAfter = (day: string | null): string | null =>
  day === null ? null : Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/**
 * How a post is held on a day under its mandates; null where there is none on it. A post is held in one way on a day, so
 * of what several share only that is said on which they agree.
 */
export function heldUnder(mandates: readonly Mandate[], day: string): HolderState | null {
  const [first, ...others] = mandates.filter((mandate) => isOn(mandate, day));
  if (first === undefined) return null;
  const agreed = <K extends keyof Mandate>(name: K): Mandate[K] | null =>
    others.every((other) => other[name] === first[name]) ? first[name] : null;
  return {
    position: first.position,
    status: 'HELD',
    languageRole: agreed('languageRole'),
    startsOn: agreed('startsOn'),
    endsOn: agreed('endsOn'),
    notice: null,
    sources: { '': RECORDED },
  };
}

/**
 * What becomes of a post when a mandate is told of, or a later version of one of those that are known of it. On its days
 * the post is held under it; on days that it no longer has, what was known apart from mandates holds again. Whatever
 * somebody else has recorded since stays, except on its days, and counts as known apart from mandates. Nothing else moves.
 */
export function reheld({ periods, otherwise }: Held, known: readonly Mandate[], told: Mandate): Reheld {
  const earlier = known.find(({ id }) => id === told.id) ?? null;
  const after = [...known.filter((one) => one !== earlier), told];
  const first = earlier !== null && earlier.startsOn < told.startsOn ? earlier.startsOn : told.startsOn;
  const days = [...known, told].map((one) => ({ validFrom: one.startsOn, validTo: dayAfter(one.endsOn), state: null }));
  const changes: Reheld['changes'][number][] = [];
  let apart = otherwise;
  for (const { from, to } of stretches(first, periods, otherwise, days)) {
    const [day, said, ours] = [from!, stateOn(periods, from!), heldUnder(known, from!)];
    const isOurs = ours !== null && isSame(said, ours);
    const wasItsOwn = isOurs && earlier !== null && isOn(earlier, day);
    if (!isOn(told, day) && !wasItsOwn) continue;
    const span = { from: day, to };
    const base = isOurs ? stateOn(otherwise, day) : said;
    apart = replacedWithin(apart, span, base);
    changes.push({ span, state: heldUnder(after, day) ?? base });
  }
  return { changes, otherwise: apart };
}
