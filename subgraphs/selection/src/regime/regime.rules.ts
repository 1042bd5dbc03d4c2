import type { CommitteeSize, LegalReference, LocalizedText, PassMark, SuitabilityScheme } from '@mandate-graph/domain';
import { BRUSSELS_STATUTE } from './regime.brussels.rules.ts';
import type { Ground, Ruled } from './regime.grounds.rules.ts';
import { OISZ_MANAGEMENT } from './regime.oisz.rules.ts';

export const REGIME_CODES = ['BRUSSELS_STATUTE', 'OISZ_MANAGEMENT'] as const;
export type RegimeCode = (typeof REGIME_CODES)[number];

/** Whether the day that corresponds to the first one still counts, whole, or is already free. */
export type LastDay = 'INCLUDED' | 'EXCLUDED';
/** Events that an exemption or a waiting period can run from. */
export type LedgerEvent = 'DAY_OF_PASSING' | 'DAY_OF_TEST' | 'NOTIFICATION_OF_RANKING';
/** As seen from a level: which others a consequence reaches. */
export type LevelsReached = 'SAME_OR_LOWER' | 'SAME_OR_HIGHER';

/** A consequence of an assessment in other vacancies. */
export interface LedgerTerm {
  /** ISO 8601, in calendar units. */
  readonly duration: string;
  readonly startsFrom: LedgerEvent;
  readonly levels: LevelsReached;
}

/** How long a right of a candidate lasts. */
export interface RightTerm {
  /** ISO 8601, in calendar units; null: no last day is known. */
  readonly duration: string | null;
  readonly startsFrom: 'SENDING_OF_RESULTS' | 'EACH_STEP' | 'NOTIFICATION';
}

/** A right that ends. */
export interface EndingTerm extends RightTerm {
  readonly duration: string;
}

export interface AppealTerm extends EndingTerm {
  /** How much later it starts to run where the notification names no remedy. */
  readonly delayWithoutRemedy: string;
}

/**
 * How a mandate ends: with its duration, on a day the notice prints, when the absent holder returns, with what was left
 * of that holder's term, or as the decision says.
 */
export type MandateEnd = 'END_OF_DURATION' | 'PRINTED_DAY' | 'RETURN_OF_HOLDER' | 'REMAINING_TERM' | 'BY_DECISION';

export interface MandateTerm {
  readonly duration: string | null;
  readonly end: MandateEnd;
}

/** From the lowest to the highest score that a member of the committee can give for a competence. */
export interface ScoreScale {
  readonly lowest: string;
  readonly highest: string;
}

/** Every rule of a selection that may not be printed in its notice. */
export interface RegimeRules {
  readonly suitabilityScheme: Ruled<SuitabilityScheme>;
  /** Whether suitable candidates may share a place of the ranking. */
  readonly tiesAllowed: Ruled<boolean>;
  readonly departureFromRanking: Ruled<'WITH_REASONS' | 'NEVER'>;
  /**
   * Conditions for being appointed that are met under reservation do for the decision; whether the reservation is to be
   * lifted before the appointment takes effect.
   */
  readonly reservationAtAppointment: Ruled<'TO_BE_LIFTED' | 'ENOUGH'>;
  readonly decidingAuthority: Ruled<'GOVERNMENT' | 'COMPETENT_AUTHORITY'>;
  /** How long an answer of the one who was chosen is awaited, ISO 8601, in calendar units. */
  readonly answerTerm: Ruled<string>;

  /** Members, the chair included; null: not checked. */
  readonly committeeSize: Ruled<CommitteeSize | null>;
  /** Members who must take part. */
  readonly quorum: Ruled<'MORE_THAN_HALF' | 'ALL'>;
  readonly chairRequired: Ruled<boolean>;
  /** As many members of either language role: told, or asked for. */
  readonly languageParity: Ruled<'REPORTED' | 'REQUIRED'>;
  readonly scoreScale: Ruled<ScoreScale>;

  /** Weighting classes of each level, from the lowest level up; null: assessments have no levels here. */
  readonly assessmentLevels: Ruled<readonly (readonly number[])[] | null>;
  /** Null: a person judges who passes. */
  readonly passMark: Ruled<PassMark | null>;
  /** Null: passing exempts from nothing in other vacancies. */
  readonly exemption: Ruled<LedgerTerm | null>;
  readonly exemptionLastDay: Ruled<LastDay>;
  /** The day on which an exemption must hold for a candidate to skip the assessment. */
  readonly exemptionJudgedOn: Ruled<'OPENING_OF_STEP' | 'DAY_OF_SESSION'>;
  /** The day of which DAY_OF_PASSING speaks. */
  readonly dayOfPassing: Ruled<'DAY_OF_TEST' | 'DAY_OF_RESULT'>;
  /** Null: failing bars from nothing in other vacancies. */
  readonly waiting: Ruled<LedgerTerm | null>;
  readonly waitingLastDay: Ruled<LastDay>;
  /** The day on which a waiting period must be over for a candidate to sit the assessment. */
  readonly waitingJudgedOn: Ruled<'OPENING_OF_STEP' | 'DAY_OF_SESSION'>;
  /** Levels of a function held, as seen from the function applied for; null: holders are not exempt. */
  readonly holdersExempt: Ruled<LevelsReached | null>;

  readonly registrationOnlyInPeriod: Ruled<boolean>;
  /** How long before the start of a session a seat can be given up, ISO 8601. */
  readonly cancelAtLatest: Ruled<string>;
  /** What candidates are asked to keep to, ISO 8601; null: nothing more is asked. */
  readonly cancelAsked: Ruled<string | null>;
  readonly rebookingAllowed: Ruled<boolean>;
  /** Whether absence excludes by itself; if not, a person decides. */
  readonly absenceExcludes: Ruled<boolean>;

  readonly feedback: Ruled<RightTerm>;
  readonly appeal: Ruled<AppealTerm>;
  /** Null: a complaint has no last day. */
  readonly complaint: Ruled<RightTerm | null>;
  /** Of an outcome that a rule brought about, not a person: a lapse, a no-show. */
  readonly contest: Ruled<EndingTerm>;
  /** Of feedback, appeal, complaint and contest, and of the answer of the one who was chosen. */
  readonly rightsLastDay: Ruled<LastDay>;

  readonly mandate: Ruled<MandateTerm>;
  readonly interimMandate: Ruled<MandateTerm>;
  /** Of a mandate of which the notice does not say whether it is an interim one. */
  readonly otherMandate: Ruled<MandateTerm>;
}
export type RuleName = keyof RegimeRules;

/** The rules of a regime as they hold for a time. Another law, or another reading of one, is another version. */
export interface LegalRegime {
  readonly code: RegimeCode;
  /** The first day, yyyy-mm-dd. */
  readonly validFrom: string;
  /** The first day on which it does not hold any more; null: it still holds. */
  readonly validTo: string | null;
  /** What these two days rest on. */
  readonly validity: Ground;
  readonly name: LocalizedText;
  readonly source: LegalReference;
  readonly rules: RegimeRules;
}

/** All versions of all regimes. */
export const REGIMES: readonly LegalRegime[] = [...BRUSSELS_STATUTE, ...OISZ_MANAGEMENT];

/** The version of a regime that holds on a day (yyyy-mm-dd); null: none does, or there is no such regime. */
export const regimeOn = (code: string, day: string): LegalRegime | null => versionOn(REGIMES, code, day);

export const versionOn = (versions: readonly LegalRegime[], code: string, day: string): LegalRegime | null =>
  versions.find(
    (version) =>
      version.code === code && version.validFrom <= day && (version.validTo === null || day < version.validTo),
  ) ?? null;

/** The rules one by one, so that what is law can be told from what is a choice. */
export const listedRules = ({ rules }: LegalRegime): readonly ({ readonly name: RuleName } & Ruled<unknown>)[] =>
  (Object.keys(rules) as RuleName[]).map((name) => ({ name, ...rules[name] }));
