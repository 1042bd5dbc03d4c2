import type { EligibilityCondition, RuleNote } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import type { DeclaredCondition, DismissalEvidence, Evidence, Judgement } from './evidence.rules.ts';
import { bestOf, counts, FITS, type Finding, nothing, piece, quantityOf, unknown, valuesOf } from './finding.rules.ts';
import { plain } from './value.rules.ts';

/** The states of the European Economic Area: those of the Union, and Iceland, Liechtenstein and Norway. */
const EEA: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** One of the nationalities asked for; somebody who is treated as if is for a person to judge, where the notice says so. */
export function nationality(
  condition: EligibilityCondition,
  notes: readonly RuleNote[],
  { nationalities }: Evidence,
): Finding {
  if (!counts(condition, 'DECLARATION')) return nothing(condition);
  const asked = valuesOf(condition, 'nationality');
  const assimilable = notes.some(({ kind }) => kind === 'EQUIVALENCE');
  const pieces = nationalities.map(({ key, country, assimilated }) => {
    const fits = asked.length === 0 || asked.includes(country) || (asked.includes('EEA') && EEA.has(country));
    const otherwise =
      assimilated && assimilable
        ? ({ value: 'UNDETERMINED', lack: { code: 'ASSIMILATION_OPEN', country } } as const)
        : ({ value: 'NOT_SATISFIED', lack: { code: 'OTHER_NATIONALITY', country } } as const);
    return piece({ kind: 'DECLARATION', key }, { code: 'NATIONALITY', country }, [fits ? FITS : otherwise]);
  });
  return bestOf(pieces, condition);
}

/** What somebody has to declare: the last declaration until the day of judging counts; two of one day that differ, neither. */
export function declared(
  kind: DeclaredCondition,
  condition: EligibilityCondition,
  evidence: Evidence,
  { judgedOn }: Judgement,
): Finding {
  if (!counts(condition, 'DECLARATION')) return nothing(condition);
  const made = evidence.declarations.filter((made) => made.condition === kind && made.declaredOn <= judgedOn);
  const last = latestOf(made.map(({ declaredOn }) => declaredOn));
  const latest = made.filter(({ declaredOn }) => declaredOn === last);
  if (latest.length === 0) return nothing(condition);
  const answers = new Set(latest.map(({ holds }) => holds));
  const finding = {
    evidence: latest.map(({ key }) => ({ kind: 'DECLARATION' as const, key })),
    found: [...answers].map((holds) => ({ code: 'DECLARED' as const, holds, on: last })),
  };
  if (answers.size > 1) return { ...plain('UNDETERMINED'), ...finding, missing: [{ code: 'FOR_A_PERSON' }] };
  return answers.has(true)
    ? { ...plain('SATISFIED'), ...finding, missing: [] }
    : { ...plain('NOT_SATISFIED'), ...finding, missing: [{ code: 'DENIED' }] };
}

/**
 * No dismissal of the grounds and by the service asked about, within the look-back before the day of judging. A
 * decision of 10 March 2023 bars, for three years, up to and including 9 March 2026.
 */
export function notDismissed(condition: EligibilityCondition, evidence: Evidence, at: Judgement): Finding {
  if (!counts(condition, 'DECLARATION')) return nothing(condition);
  const lookBack = quantityOf(condition, 'lookBack');
  if (lookBack === null) return unknown({ code: 'UNKNOWN_CONTENT' });
  const barring = evidence.dismissals
    .filter((dismissal) => concerns(dismissal, condition) && dismissal.decidedOn <= at.judgedOn)
    .map((dismissal) => ({ dismissal, freeFrom: after(dismissal.decidedOn, lookBack) }))
    .filter(({ freeFrom }) => at.judgedOn < freeFrom);
  if (barring.length > 0) {
    const until = latestOf(barring.map(({ freeFrom }) => freeFrom));
    return {
      ...plain('NOT_SATISFIED'),
      evidence: barring.map(({ dismissal }) => ({ kind: 'DECLARATION', key: dismissal.key })),
      found: barring.map(({ dismissal, freeFrom }) => ({ code: 'DISMISSED', on: dismissal.decidedOn, freeFrom })),
      missing: [{ code: 'BARRED', until }],
    };
  }
  const said = declared('NOT_DISMISSED', condition, evidence, at);
  // Who says to have been dismissed may have been so long enough ago: the day of the decision tells.
  return said.value === 'NOT_SATISFIED' && said.found.length > 0
    ? { ...said, ...plain('UNDETERMINED'), missing: [{ code: 'DISMISSAL_UNDATED' }] }
    : said;
}

function concerns({ ground, service }: DismissalEvidence, condition: EligibilityCondition): boolean {
  const [grounds, services] = [valuesOf(condition, 'ground'), valuesOf(condition, 'service')];
  return (grounds.length === 0 || grounds.includes(ground)) && (services.length === 0 || services.includes(service));
}

const after = (day: string, duration: string): string => Temporal.PlainDate.from(day).add(duration).toString();

const latestOf = (days: readonly string[]): string => [...days].sort().at(-1) ?? '';
