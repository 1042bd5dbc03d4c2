import {
  type LanguageRole,
  LEAST_REASONS,
  type Problem,
  reasonsProblems,
  type VacancyState,
} from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { positionsProblems } from '../procedure/procedure.rules.ts';
import { naming, problem } from '../writing/problem.rules.ts';

/** A decision as it is sent, apart from the terms of the mandate. */
export interface GivenDecision {
  readonly application?: string | null;
  readonly reasons: string;
  readonly departureReasons?: string | null;
  readonly others?: readonly { readonly application: string; readonly reasons: string }[] | null;
  readonly appointmentOn?: string | null;
  readonly terms?: object | null;
  readonly languageRole?: LanguageRole | null;
}

/** What a decision is taken among, and what it depends on. */
export interface Deciding {
  /** The ids of those who can be chosen now. */
  readonly suitable: readonly string[];
  /** Places in the ranking, from 1; who is not in it was not ranked. */
  readonly places: ReadonlyMap<string, number>;
  /** The ids of those whom the authority has interviewed, or who did not come; null: there is no such step. */
  readonly interviewed: ReadonlySet<string> | null;
  /** What was decided on the conditions for being appointed, of the one who is chosen; null: nothing. */
  readonly eligibility: Eligibility | null;
  readonly departureFromRanking: 'WITH_REASONS' | 'NEVER';
  readonly template: VacancyState;
  /** The local day of the decision. */
  readonly today: string;
}

export interface Eligibility {
  readonly outcome: string;
  /** The day it was judged for, yyyy-mm-dd; null: not told. */
  readonly judgedOn: string | null;
  /** On the file of the deadline of this procedure. */
  readonly onFile: boolean;
}

/** Everything that speaks against a decision, whatever the state of the procedure. */
export function decisionProblems(given: GivenDecision, deciding: Deciding): Problem[] {
  const { suitable, template } = deciding;
  const chosen = given.application ?? null;
  return [
    ...positionsProblems(template),
    ...formProblems(given),
    ...interviewProblems(deciding),
    ...othersProblems(given, suitable),
    ...(chosen === null ? [] : ofSomebody(chosen, given, deciding)),
  ];
}

/** What speaks against a decision by itself, whatever it is taken among. */
export const formProblems = (given: GivenDecision): Problem[] => [
  ...reasonsProblems(given.reasons),
  ...(given.others ?? []).flatMap(({ reasons }, at) =>
    reasonsProblems(reasons).map((one) => ({ ...one, path: `others[${at}].${one.path}` })),
  ),
  ...(given.application == null ? ofNobody(given) : given.appointmentOn == null ? [NO_FIRST_DAY] : []),
];

/**
 * Whether a choice departs from the ranking: somebody else has a better place among those who can still be chosen. Who
 * was not ranked comes after all who were.
 */
export function departs(chosen: string, suitable: readonly string[], places: Deciding['places']): boolean {
  const placeOf = (id: string) => places.get(id) ?? Number.POSITIVE_INFINITY;
  return suitable.some((id) => placeOf(id) < placeOf(chosen));
}

/** Whoever is no suitable candidate has no place in the ranking, and no conditions to be judged. */
const ofSomebody = (chosen: string, given: GivenDecision, deciding: Deciding): Problem[] => [
  ...dayProblems(given.appointmentOn ?? null, deciding),
  ...roleProblems(given.languageRole ?? null, deciding.template),
  ...(deciding.suitable.includes(chosen)
    ? [
        ...rankingProblems(chosen, given.departureReasons ?? null, deciding),
        ...conditionProblems(given.appointmentOn ?? null, deciding),
      ]
    : []),
];

/** Nobody is appointed: then nothing is said of an appointment. */
const ofNobody = (given: GivenDecision): Problem[] =>
  (['departureReasons', 'appointmentOn', 'terms', 'languageRole'] as const).flatMap((path) =>
    given[path] == null
      ? []
      : [problem(path, 'NOT_WITH_NOBODY', null, `${path} must be left out where nobody is appointed`)],
  );

function rankingProblems(chosen: string, why: string | null, deciding: Deciding): Problem[] {
  const { suitable, places, departureFromRanking } = deciding;
  const missing = suitable.length < 2 ? 0 : suitable.filter((id) => !places.has(id)).length;
  if (missing > 0) {
    const rule = 'Where several are suitable, nobody may be without a place in the ranking; those who are';
    return [naming('procedure', 'RANKING_MISSING', String(missing), rule)];
  }
  if (!departs(chosen, suitable, places)) {
    if (why === null) return [];
    const rule = 'departureReasons must be left out where nobody who can be chosen has a better place in the ranking';
    return [problem('departureReasons', 'NOT_A_DEPARTURE', null, rule)];
  }
  if (departureFromRanking === 'NEVER') {
    const rule = 'application must have the best place of those who can be chosen: the legal regime allows no other';
    return [problem('application', 'DEPARTURE_NOT_ALLOWED', chosen, rule)];
  }
  const { length } = (why ?? '').trim();
  if (length >= LEAST_REASONS) return [];
  const rule = `departureReasons must say, in at least ${LEAST_REASONS} characters, why somebody with a better place in the ranking is not chosen`;
  return [problem('departureReasons', length === 0 ? 'REASONS_NEEDED' : 'TOO_SHORT', null, rule)];
}

/** No decision can be expected to hold for longer. */
const LATEST = '2100-12-31';

/** A decision takes effect no earlier than it is taken, and after the last day for applying. */
function dayProblems(appointmentOn: string | null, { today, template }: Deciding): Problem[] {
  if (appointmentOn === null) return [];
  const afterDeadline = Temporal.PlainDate.from(template.applicationDeadline.date).add({ days: 1 }).toString();
  const earliest = afterDeadline < today ? today : afterDeadline;
  if (earliest <= appointmentOn && appointmentOn <= LATEST) return [];
  const rule = `appointmentOn must be a day from ${earliest} to ${LATEST}`;
  return [problem('appointmentOn', 'OUT_OF_RANGE', appointmentOn, rule)];
}

/** Where the notice has conditions for being appointed, a person has judged them, for the day of the appointment. */
export function conditionProblems(
  appointmentOn: string | null,
  { template, eligibility }: Pick<Deciding, 'template' | 'eligibility'>,
): Problem[] {
  if (template.appointmentConditions === null) return [];
  if (eligibility === null || !eligibility.onFile) return [NOT_JUDGED];
  const problems = MET.includes(eligibility.outcome) ? [] : [NOT_MET];
  if (appointmentOn === null || eligibility.judgedOn === appointmentOn) return problems;
  const rule = `appointmentOn must be the day for which the conditions for being appointed were judged (${eligibility.judgedOn ?? 'not known'})`;
  return [...problems, problem('appointmentOn', 'JUDGED_FOR_ANOTHER_DAY', appointmentOn, rule)];
}

const MET: readonly string[] = ['ELIGIBLE', 'CONDITIONAL'];

function roleProblems(role: LanguageRole | null, { languageRoles }: VacancyState): Problem[] {
  if (role === null || languageRoles === null || languageRoles.roles.includes(role)) return [];
  const rule = `languageRole must be one that the post is open to by the notice, ${languageRoles.roles.join(' or ')}`;
  return [problem('languageRole', 'NOT_IN_THE_NOTICE', role, rule)];
}

function interviewProblems({ suitable, interviewed }: Deciding): Problem[] {
  const missing = interviewed === null ? 0 : suitable.filter((id) => !interviewed.has(id)).length;
  if (missing === 0) return [];
  const rule = 'When it is decided, nobody who is suitable may still wait for an interview; those who do';
  return [naming('procedure', 'INTERVIEWS_MISSING', String(missing), rule)];
}

/** Whoever is not chosen is told why. Where nobody is, the reasons of the decision do for those without their own. */
function othersProblems({ application = null, others }: GivenDecision, suitable: readonly string[]): Problem[] {
  const given = others ?? [];
  const open = suitable.filter((id) => id !== application);
  const problems = given.flatMap(({ application: id }, at) =>
    open.includes(id) && given.findIndex((one) => one.application === id) === at ? [] : [NOT_ANOTHER(at)],
  );
  const missing = application === null ? [] : open.filter((id) => !given.some((one) => one.application === id));
  const rule = 'others must say of each other suitable candidate why that one is not chosen; left out';
  return [...problems, ...missing.map((id) => naming('others', 'REASONS_MISSING', id, rule))];
}

const NO_FIRST_DAY = problem(
  'appointmentOn',
  'REQUIRED',
  null,
  'appointmentOn must be given with an appointment: it is the first day of the mandate',
);
const NOT_ANOTHER = (at: number): Problem =>
  problem(
    `others[${at}].application`,
    'NOT_ANOTHER_SUITABLE',
    null,
    `others[${at}].application must be another candidate who can be chosen, once`,
  );
const NOT_JUDGED = problem(
  'application',
  'CONDITIONS_NOT_JUDGED',
  null,
  'application must be one for which the recruiter has decided on the conditions for being appointed',
);
const NOT_MET = problem(
  'application',
  'CONDITIONS_NOT_MET',
  null,
  'application must be one that meets the conditions for being appointed, by the decision of the recruiter',
);
