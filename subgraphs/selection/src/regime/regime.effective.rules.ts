import type { AnnouncedStep, MandateKind, MandateTerms, PassMark, VacancyState } from '@mandate-graph/domain';
import type { Ruled } from './regime.grounds.rules.ts';
import { inNotice, inStep, ofRight, ofSessions, type Printed, termPrinted } from './regime.printed.rules.ts';
import type { LastDay, LedgerTerm, LegalRegime, MandateEnd, RegimeCode, RegimeRules } from './regime.rules.ts';

/** A rule as it holds in a procedure: of the notice where it prints one, else of the regime. */
export interface EffectiveRule<T> extends Ruled<T> {
  readonly from: 'NOTICE' | 'REGIME';
  /** Key of the announced step that prints it; null: the notice prints it elsewhere, or not at all. */
  readonly step: string | null;
}

/** A consequence in other vacancies, with what happens on its boundary day. */
export interface LedgerRule extends LedgerTerm {
  readonly lastDay: LastDay;
}

/** What is known beforehand of the mandate. Days are those the notice prints, yyyy-mm-dd. */
export interface EffectiveMandate {
  readonly kind: MandateKind | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly duration: EffectiveRule<string | null>;
  readonly end: EffectiveRule<MandateEnd>;
}

type Effective<R> = { readonly [K in keyof R]: R[K] extends Ruled<infer T> ? EffectiveRule<T> : never };
type Composed = 'exemption' | 'waiting' | 'passMark' | 'mandate' | 'interimMandate' | 'otherMandate';

/** All rules of a procedure. */
export interface EffectiveRules extends Effective<Omit<RegimeRules, Composed>> {
  readonly regime: { readonly code: RegimeCode; readonly validFrom: string };
  readonly exemption: EffectiveRule<LedgerRule | null>;
  readonly waiting: EffectiveRule<LedgerRule | null>;
  /** By the key of each announced step. */
  readonly passMarks: Readonly<Record<string, EffectiveRule<PassMark | null>>>;
  /** Global id of the body that decides in the end; null: the notice names none. */
  readonly decidingBody: EffectiveRule<string | null>;
  /** Null: the notice does not say that it is a mandate, and then no duration is assumed. */
  readonly mandate: EffectiveMandate | null;
}

/** What a notice prints that rules can follow from. */
export type NoticeTemplate = Pick<VacancyState, 'announcedSteps' | 'rights' | 'testRegistration' | 'mandate'>;

/** What a notice prints wins over its regime, also where the regime is a law: candidates applied on the notice. */
export function rulesFor(regime: LegalRegime, notice: NoticeTemplate): EffectiveRules {
  const { announcedSteps: steps, testRegistration: sessions } = notice;
  const own = regime.rules;
  const { exemption, waiting, mandate, interimMandate, otherMandate, passMark, ...plain } = own;
  return {
    ...ofRegime(plain),
    regime: { code: regime.code, validFrom: regime.validFrom },
    suitabilityScheme: either(
      inStep(steps, (step) => (step.kind === 'RESULT' ? step.suitabilityScheme : null)),
      own.suitabilityScheme,
    ),
    committeeSize: either(
      inStep(steps, (step) => step.committeeSize),
      own.committeeSize,
    ),
    decidingBody: either<string | null>(inStep(steps, decider), { ...own.decidingAuthority, value: null }),
    passMarks: Object.fromEntries(
      steps.map((step) => [
        step.key,
        either(
          inStep([step], (it) => it.passMark),
          passMark,
        ),
      ]),
    ),
    exemption: ledgerRule(steps, 'EXEMPTION_AFTER_PASS', exemption, own.exemptionLastDay.value),
    waiting: ledgerRule(steps, 'WAITING_PERIOD_AFTER_FAIL', waiting, own.waitingLastDay.value),
    holdersExempt: either(
      inStep(steps, ({ rules }) => rules.find(({ kind }) => kind === 'EXEMPT_HOLDER')?.levels),
      own.holdersExempt,
    ),
    registrationOnlyInPeriod: either(ofSessions(sessions?.onlyWithinRegistrationPeriod), own.registrationOnlyInPeriod),
    cancelAtLatest: either(ofSessions(sessions?.cancelAtLatest), own.cancelAtLatest),
    cancelAsked: either(ofSessions(sessions?.cancelAsked), own.cancelAsked),
    rebookingAllowed: either(ofSessions(sessions?.rebookingAllowed), own.rebookingAllowed),
    absenceExcludes: either(ofSessions(sessions?.absenceExcludes), own.absenceExcludes),
    feedback: either(ofRight(notice.rights, 'FEEDBACK', own.feedback.value.startsFrom), own.feedback),
    complaint: either(ofRight(notice.rights, 'COMPLAINT', 'NOTIFICATION'), own.complaint),
    mandate: notice.mandate === null ? null : mandateRules(notice.mandate, { mandate, interimMandate, otherMandate }),
  };
}

/** Weighting classes of the assessment, which its level follows from; null: the notice gives none. */
export const assessedClasses = ({
  announcedSteps,
  weightingClasses,
}: Pick<VacancyState, 'announcedSteps' | 'weightingClasses'>): readonly number[] | null =>
  announcedSteps.find(({ kind, weightingClasses: classes }) => kind === 'COMPUTER_ASSESSMENT' && classes !== null)
    ?.weightingClasses ?? weightingClasses;

const either = <T>(printed: Printed<NonNullable<T>> | null, regime: Ruled<T>): EffectiveRule<T> =>
  printed === null ? { ...regime, from: 'REGIME', step: null } : { ...printed, from: 'NOTICE' };

const ofRegime = <R extends Record<keyof R, Ruled<unknown>>>(rules: R): Effective<R> =>
  Object.fromEntries(
    Object.entries<Ruled<unknown>>(rules).map(([name, rule]) => [name, either<unknown>(null, rule)]),
  ) as Effective<R>;

/** Who decides in the end: named beside the result, or the actor of a decision. */
const decider = ({ kind, actor, decidedBy }: AnnouncedStep): string | null => {
  if (kind === 'DECISION') return decidedBy ?? actor;
  return kind === 'RESULT' ? decidedBy : null;
};

/** A printed term that leaves its duration or its start open has it from the regime; its boundary day always has. */
function ledgerRule(
  steps: readonly AnnouncedStep[],
  kind: 'EXEMPTION_AFTER_PASS' | 'WAITING_PERIOD_AFTER_FAIL',
  regime: Ruled<LedgerTerm | null>,
  lastDay: LastDay,
): EffectiveRule<LedgerRule | null> {
  const rule = either(
    inStep(steps, (step) => termPrinted(step, kind, regime.value)),
    regime,
  );
  return { ...rule, value: rule.value === null ? null : { ...rule.value, lastDay } };
}

/** A duration is of the notice, or of the regime for a mandate of that kind: there is none by default. */
function mandateRules(
  printed: MandateTerms,
  regime: Pick<RegimeRules, 'mandate' | 'interimMandate' | 'otherMandate'>,
): EffectiveMandate {
  const { kind, interim, duration, startsOn, endsOn } = printed;
  const rule = regime[kindOf(kind, interim)];
  const part = <T>(value: T): Ruled<T> => ({ ...rule, value });
  const end = endsOn !== null ? 'PRINTED_DAY' : duration !== null ? 'END_OF_DURATION' : null;
  return {
    kind,
    startsOn,
    endsOn,
    duration: either(inNotice(duration), part(endsOn === null ? rule.value.duration : null)),
    end: either(inNotice<MandateEnd>(end), part(rule.value.end)),
  };
}

const kindOf = (kind: MandateKind | null, interim: boolean | null) => {
  if (kind === 'INTERIM' || interim === true) return 'interimMandate';
  return kind === 'MANDATE' ? 'mandate' : 'otherMandate';
};
