import {
  LEAST_REASONS,
  type MandateKind,
  type MandateTerms,
  type Problem,
  type VacancyState,
} from '@mandate-graph/domain';
import { rulesOf } from '../regime/regime.of.rules.ts';
import type { MandateEnd } from '../regime/regime.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import { durationProblems, lastDayOf } from './mandate.days.rules.ts';

export const MANDATE_ENDS = [
  'END_OF_DURATION',
  'PRINTED_DAY',
  'RETURN_OF_HOLDER',
  'REMAINING_TERM',
  'BY_DECISION',
] as const satisfies readonly MandateEnd[];

/** What a term of a mandate comes from: the notice, the legal regime, or the decision on the appointment. */
export const TERM_SOURCES = ['NOTICE', 'REGIME', 'DECISION'] as const;
export type TermSource = (typeof TERM_SOURCES)[number];

/** Terms that a decision gives of its own; what is left out is as the notice or the regime has it. */
export interface GivenTerms {
  readonly kind?: MandateKind | null;
  /** ISO 8601, in calendar units. */
  readonly duration?: string | null;
  /** The last day, yyyy-mm-dd. */
  readonly endsOn?: string | null;
  readonly end?: MandateEnd | null;
  /** Why they are others than those of the regime. */
  readonly reasons?: string | null;
}

/** The terms of a mandate, each with what it comes from. Days are yyyy-mm-dd. */
export interface Terms {
  readonly kind: MandateKind | null;
  /** Null: nothing says of what kind it is. */
  readonly kindSource: TermSource | null;
  readonly startsOn: string;
  /** The first day by the decision, where it was accepted after that one; left out where it was not. */
  readonly decidedFor?: string;
  /** Null: none is said, and none assumed. */
  readonly duration: string | null;
  /** Of the duration, or of there being none; null: the last day is fixed without one, or nothing says of a mandate. */
  readonly durationSource: TermSource | null;
  /** The last day; null: not fixed. */
  readonly endsOn: string | null;
  /** Null where there is no such day. */
  readonly endsOnSource: TermSource | null;
  readonly endRule: MandateEnd;
  readonly endSource: TermSource;
}

/** What a procedure runs by. */
type Started = Parameters<typeof rulesOf>[0] & { readonly template: VacancyState };
type Judged =
  | { readonly terms: Terms; readonly problems?: never }
  | { readonly problems: readonly Problem[]; readonly terms?: never };

/**
 * The terms of a mandate that begins on a day. What the notice prints binds: candidates applied on it. From what the
 * regime has, a decision may depart with reasons of its own, since laws know exceptions that the regime does not list.
 * Where neither has an end, the decision may give one.
 */
export function termsOf(startsOn: string, given: GivenTerms, started: Started): Judged {
  const base = announcedTerms(startsOn, given, started);
  const problems = [
    ...kindProblems(given, started.template.mandate),
    ...startProblems(base, started.template.mandate),
    ...endProblems(startsOn, given),
  ];
  if (problems.length > 0) return { problems };
  const own = ownTerms(given, base);
  const departed = own === base ? null : departure(own, base, given);
  const departing = departed === null ? notDeparting(given) : departureProblems(departed, base, given);
  return departing.length > 0 ? { problems: departing } : { terms: own };
}

/** Those of the notice and the regime, for a mandate of the kind that the notice says, or else the decision. */
function announcedTerms(startsOn: string, { kind: decided = null }: GivenTerms, started: Started): Terms {
  const { mandate } = started.template;
  const printed = printedKind(mandate);
  const kind = printed ?? decided;
  const source = printed !== null ? 'NOTICE' : decided !== null ? 'DECISION' : null;
  if (mandate === null && kind === null) return { ...NO_MANDATE, startsOn };
  const template = { ...started.template, mandate: { ...(mandate ?? SILENT), kind } };
  const { duration, end, endsOn: printedDay } = rulesOf({ ...started, template }).mandate!;
  const lastDay = printedDay ?? (duration.value === null ? null : lastDayOf(startsOn, duration.value));
  const dayOnly = printedDay !== null && duration.value === null;
  return {
    ...{ kind, kindSource: source, startsOn },
    ...{ duration: duration.value, durationSource: dayOnly ? null : duration.from },
    ...{ endsOn: lastDay, endsOnSource: lastDay === null ? null : printedDay === null ? duration.from : 'NOTICE' },
    ...{ endRule: end.value, endSource: end.from },
  };
}

const SILENT: MandateTerms = { kind: null, interim: null, duration: null, startsOn: null, endsOn: null };
const NO_MANDATE: Omit<Terms, 'startsOn'> = {
  ...{ kind: null, kindSource: null, duration: null, durationSource: null, endsOn: null, endsOnSource: null },
  ...{ endRule: 'BY_DECISION', endSource: 'DECISION' },
};

const printedKind = (mandate: MandateTerms | null): MandateKind | null =>
  mandate?.interim === true ? 'INTERIM' : (mandate?.kind ?? null);

/** The end that a decision gives: a fixed one is its own, an open one that it fixes keeps the rule by which it can come sooner. */
function ownTerms({ duration = null, endsOn = null, end = null }: GivenTerms, base: Terms): Terms {
  if (duration === null && endsOn === null && end === null) return base;
  const last = endsOn ?? (duration === null ? null : lastDayOf(base.startsOn, duration));
  if (last === base.endsOn && (last !== null || end === base.endRule)) return base;
  const open = base.endsOn === null && base.endRule !== 'BY_DECISION';
  const endRule = end ?? (open ? base.endRule : duration === null ? 'BY_DECISION' : 'END_OF_DURATION');
  return {
    ...{ kind: base.kind, kindSource: base.kindSource, startsOn: base.startsOn },
    ...{ duration, durationSource: duration === null ? null : 'DECISION' },
    ...{ endsOn: last, endsOnSource: last === null ? null : 'DECISION' },
    ...{ endRule, endSource: open && endRule === base.endRule ? base.endSource : 'DECISION' },
  };
}

type Path = 'duration' | 'endsOn' | 'end';

/** In which of its terms a decision says otherwise than notice or regime; null: in none. */
function departure(own: Terms, base: Terms, { duration, endsOn }: GivenTerms): Path | null {
  const named: Path = duration != null ? 'duration' : endsOn != null ? 'endsOn' : 'end';
  if (base.endsOn !== null) return named;
  return own.endRule === base.endRule || base.endRule === 'BY_DECISION' ? null : 'end';
}

function departureProblems(path: Path, base: Terms, { [path]: value, reasons }: GivenTerms): Problem[] {
  const at = `terms.${path}`;
  if (base.endsOnSource === 'NOTICE') {
    const rule = `${at} must be as the notice has it, on which candidates applied: the mandate ends on ${base.endsOn}`;
    return [problem(at, 'CONTRADICTS_NOTICE', value ?? null, rule)];
  }
  const { length } = (reasons ?? '').trim();
  if (length >= LEAST_REASONS) return [];
  const rule = `terms.reasons must say, in at least ${LEAST_REASONS} characters, why the end is another than that of the legal regime (${base.endsOn ?? base.endRule})`;
  return [problem('terms.reasons', length === 0 ? 'REASONS_NEEDED' : 'TOO_SHORT', null, rule)];
}

const notDeparting = ({ reasons }: GivenTerms): Problem[] =>
  reasons == null
    ? []
    : [
        problem(
          'terms.reasons',
          'NOT_A_DEPARTURE',
          null,
          'terms.reasons must be left out where the terms are those of the notice or the legal regime',
        ),
      ];

function kindProblems({ kind = null }: GivenTerms, mandate: MandateTerms | null): Problem[] {
  if (kind === null || mandate === null) return [];
  const printed = printedKind(mandate);
  if (printed === kind || (printed === null && !(kind === 'INTERIM' && mandate.interim === false))) return [];
  return [problem('terms.kind', 'CONTRADICTS_NOTICE', kind, 'terms.kind must be as the notice has it')];
}

/** A mandate may begin later than the notice had hoped for, but not before, and not after its end. */
function startProblems({ startsOn, endsOn }: Terms, mandate: MandateTerms | null): Problem[] {
  const printed = mandate?.startsOn ?? null;
  return [
    ...(printed === null || printed <= startsOn
      ? []
      : [
          problem(
            'appointmentOn',
            'BEFORE_THE_START',
            startsOn,
            `appointmentOn must not be before ${printed}, when the mandate begins by the notice`,
          ),
        ]),
    ...(endsOn === null || startsOn <= endsOn
      ? []
      : [
          problem(
            'appointmentOn',
            'AFTER_THE_END',
            startsOn,
            `appointmentOn must not be after ${endsOn}, when the mandate ends by the notice`,
          ),
        ]),
  ];
}

function endProblems(startsOn: string, { duration = null, endsOn = null, end = null }: GivenTerms): Problem[] {
  const problems = duration === null ? [] : durationProblems('terms.duration', duration);
  if (duration !== null && endsOn !== null) {
    const rule = 'terms.endsOn must be left out where a duration is given: the one follows from the other';
    problems.push(problem('terms.endsOn', 'NOT_TOGETHER', endsOn, rule));
  }
  if (endsOn !== null && endsOn < startsOn) {
    const rule = `terms.endsOn must not be before ${startsOn}, when the mandate begins`;
    problems.push(problem('terms.endsOn', 'EMPTY_RANGE', endsOn, rule));
  }
  if (end === 'END_OF_DURATION' && duration === null) {
    const rule = 'terms.duration must be given where the mandate ends with its duration';
    problems.push(problem('terms.duration', 'REQUIRED', null, rule));
  }
  if (end === 'PRINTED_DAY') {
    const rule = 'terms.end must be what a decision can say: a printed day is of the notice';
    problems.push(problem('terms.end', 'NOT_BY_DECISION', end, rule));
  }
  return problems;
}
