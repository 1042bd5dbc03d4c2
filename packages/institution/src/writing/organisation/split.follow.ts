import type { LineState, SubjectKind, SubjectStates } from '@mandate-graph/domain';
import { stateOn } from '../../subject/periods.rules.ts';
import { amended } from '../amended.rules.ts';
import type { Known } from '../knowledge.ts';
import { changedOver, isPlaceInTree, partiesOf, redirected, stretches } from './follow.rules.ts';
import type { Assigned } from './split.assignments.ts';

/** What becomes of everything around a unit that is split. */
export class Split {
  readonly #spans;

  constructor(
    private readonly unit: Known<'unit'>,
    private readonly belonging: readonly Known[],
    private readonly assigned: Assigned,
    private readonly goesOn: boolean,
    private readonly day: string,
  ) {
    this.#spans = stretches(day, unit.periods, ...belonging.map(({ periods }) => periods));
  }

  after({ id, kind, periods }: Known): Known['periods'] {
    const after = (AFTER as Partial<Record<SubjectKind, unknown>>)[kind] as
      | ((state: unknown, split: Split, id: string, on: string) => never)
      | undefined;
    return after === undefined ? periods : changedOver(periods, this.#spans, (state, on) => after(state, this, id, on));
  }

  /** What says on the day of the split that the unit is part of its parent. */
  get placeInTree(): LineState | null {
    const parent = stateOn(this.unit.periods, this.day)?.parent ?? null;
    const lines = this.belonging.filter(({ kind }) => kind === 'line') as unknown as readonly Known<'line'>[];
    const now = lines.map(({ periods }) => stateOn(periods, this.day));
    return now.find((line) => line !== null && isPlaceInTree(line, this.unit.id, parent)) ?? null;
  }

  is(id: string | null): boolean {
    return id === this.unit.id;
  }

  /** Where something goes: to the unit itself as long as that goes on. */
  goesTo(id: string): readonly string[] {
    return this.assigned.get(id) ?? [this.unit.id];
  }

  /**
   * A line goes where it is assigned; one that says what is part of the unit goes with that. Others end with the unit,
   * or name it no more beside their ends.
   */
  lineAfter(line: LineState, id: string, on: string): LineState | null {
    const to = this.assigned.get(id)?.[0] ?? this.#childGoesTo(line, on);
    if (to === undefined && this.goesOn) return line;
    return redirected(line, (party) => (party === this.unit.id ? (to ?? null) : party));
  }

  #childGoesTo(line: LineState, on: string): string | undefined {
    const child = this.belonging.find(({ id, kind }) => id === line.from && kind === 'unit') as
      | Known<'unit'>
      | undefined;
    const isChild = child !== undefined && stateOn(child.periods, on)?.parent === this.unit.id;
    return isChild && isPlaceInTree(line, child.id, this.unit.id) ? this.assigned.get(child.id)?.[0] : undefined;
  }
}

const AFTER: {
  readonly [K in 'unit' | 'position' | 'body' | 'budget' | 'headcount' | 'line']: (
    state: SubjectStates[K],
    split: Split,
    id: string,
    on: string,
  ) => SubjectStates[K] | null;
} = {
  unit: (unit, split, id) => {
    const [parent] = split.goesTo(id) as [string];
    return !split.is(unit.parent) || split.is(parent) ? unit : amended(unit, { parent, ordinal: null });
  },
  position: (position, split, id) => {
    const units = position.units.flatMap((one) => (split.is(one) ? split.goesTo(id) : [one]));
    return amended(position, { units: [...new Set(units)] });
  },
  body: (body, split, id) => (split.is(body.unit) ? amended(body, { unit: split.goesTo(id)[0]! }) : body),
  line: (line, split, id, on) =>
    partiesOf(line).some((party) => split.is(party)) ? split.lineAfter(line, id, on) : line,
  budget: (budget, split) => (split.is(budget.unit) ? null : budget),
  headcount: (headcount, split) => (split.is(headcount.unit) ? null : headcount),
};
