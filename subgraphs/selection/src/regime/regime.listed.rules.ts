import type { EffectiveRule, EffectiveRules } from './regime.effective.rules.ts';
import type { RuleName } from './regime.rules.ts';

/** Of a mandate, its term and its end are told apart: one may be printed and the other not. */
type Plain = Exclude<RuleName, 'passMark' | 'mandate' | 'interimMandate' | 'otherMandate'> | 'decidingBody';
export type ListedName = Plain | 'passMark' | 'mandateDuration' | 'mandateEnd';

/** A rule by which a procedure runs, with what it rests on and where it stands. */
export interface ListedRule extends Omit<EffectiveRule<unknown>, 'value'> {
  readonly name: ListedName;
  /** A word or a number as it is, everything else as JSON; null: there is no such rule. */
  readonly value: string | null;
}

/** All rules of a procedure one by one, so that law, notice and choice can be told apart. */
export function listedEffective({ regime: _regime, passMarks, mandate, ...plain }: EffectiveRules): ListedRule[] {
  return [
    ...(Object.keys(plain) as Plain[]).map((name) => listed(name, plain[name])),
    ...Object.entries(passMarks).flatMap(([step, mark]) =>
      mark.value === null ? [] : [{ ...listed('passMark', mark), step }],
    ),
    ...(mandate === null ? [] : [listed('mandateDuration', mandate.duration), listed('mandateEnd', mandate.end)]),
  ];
}

const listed = (name: ListedName, { value, basis, source, from, step }: EffectiveRule<unknown>): ListedRule => ({
  ...{ name, value: textOf(value), basis, source, from, step },
});

const textOf = (value: unknown): string | null => {
  if (value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
