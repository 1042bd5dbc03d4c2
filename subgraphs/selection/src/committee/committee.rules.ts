import type { CommitteeSize, LanguageRole, Problem, StepKind } from '@mandate-graph/domain';
import type { EffectiveRule, EffectiveRules } from '../regime/regime.effective.rules.ts';

export const MEMBER_FUNCTIONS = ['CHAIR', 'MEMBER'] as const;
export type MemberFunction = (typeof MEMBER_FUNCTIONS)[number];

/** The steps in which the committee hears candidates. */
export const HEARING_STEPS: readonly StepKind[] = ['ORAL_TEST', 'INTERVIEW'];
/** The steps in which candidates are before the committee: heard, and then concluded on. */
export const COMMITTEE_STEPS: readonly StepKind[] = [...HEARING_STEPS, 'RESULT'];

/** What a committee must be like, by the notice or else by the regime. */
export type CommitteeRules = Pick<EffectiveRules, 'committeeSize' | 'chairRequired' | 'quorum' | 'languageParity'>;

/** In a step that prints a size of its own, that one counts. */
export function committeeRulesIn(
  rules: EffectiveRules,
  announced: { readonly committeeSize: CommitteeSize | null } | undefined,
  key: string,
): CommitteeRules {
  const { committeeSize, chairRequired, quorum, languageParity } = rules;
  const own = announced?.committeeSize ?? null;
  const size: EffectiveRule<CommitteeSize | null> =
    own === null ? committeeSize : { ...committeeSize, value: own, step: key };
  return { committeeSize: size, chairRequired, quorum, languageParity };
}

/** A member who counts: on the committee, and not barred from the whole procedure. */
export interface Counted {
  readonly id: string;
  readonly function: MemberFunction;
  readonly languageRole: LanguageRole | null;
}

/** How many members must take part. */
export const quorumOf = (quorum: CommitteeRules['quorum']['value'], members: number): number =>
  quorum === 'ALL' ? members : Math.floor(members / 2) + 1;

/** Whether a number of members is within the range; null: there is none to check. */
export const withinRange = (size: CommitteeSize | null, members: number): boolean | null =>
  size === null ? null : size.min <= members && members <= size.max;

export interface Parity {
  readonly nl: number;
  readonly fr: number;
  readonly unknown: number;
  /** Null: as long as the role of somebody is not known, it cannot be said. */
  readonly balanced: boolean | null;
}

/** The language roles as they were given: none is inferred from anything. */
export function parityOf(members: readonly Pick<Counted, 'languageRole'>[]): Parity {
  const of = (role: LanguageRole | null) => members.filter(({ languageRole }) => languageRole === role).length;
  const [nl, fr, unknown] = [of('NL'), of('FR'), of(null)];
  return { nl, fr, unknown, balanced: unknown > 0 ? null : nl === fr };
}

/** Everything that speaks against a committee hearing anybody on a day with these members there. */
export function compositionProblems(
  { committeeSize, chairRequired, quorum, languageParity }: CommitteeRules,
  members: readonly Counted[],
  present: readonly string[],
): Problem[] {
  const size = committeeSize.value;
  const parity = parityOf(members);
  return [
    ...(size === null || withinRange(size, members.length) ? [] : [outOfRange(size, members.length)]),
    ...attendanceProblems({ chairRequired, quorum }, members, present),
    ...(languageParity.value === 'REPORTED' || parity.balanced ? [] : [notBalanced(parity)]),
  ];
}

/** The same for one candidate: of the members of that day, some may not take part. */
export function hearingProblems(
  { committeeSize, chairRequired, quorum }: CommitteeRules,
  members: readonly Counted[],
  barred: ReadonlySet<string>,
  present: readonly string[],
): Problem[] {
  const size = committeeSize.value;
  const left = members.filter(({ id }) => !barred.has(id)).length;
  return [
    ...(size === null || left >= size.min ? [] : [tooFewLeft(size.min, left)]),
    ...attendanceProblems({ chairRequired, quorum }, members, present),
  ];
}

function attendanceProblems(
  { chairRequired, quorum }: Pick<CommitteeRules, 'chairRequired' | 'quorum'>,
  members: readonly Counted[],
  present: readonly string[],
): Problem[] {
  const there = members.filter(({ id }) => present.includes(id));
  const needed = quorumOf(quorum.value, members.length);
  return [
    ...(!chairRequired.value || there.some((member) => member.function === 'CHAIR') ? [] : [NO_CHAIR]),
    ...(there.length >= needed ? [] : [noQuorum(needed, there.length)]),
  ];
}

const outOfRange = ({ min, max }: CommitteeSize, members: number): Problem => ({
  ...{ path: 'members', code: 'COMMITTEE_SIZE', value: String(members) },
  rule: `members of the committee on the day of the hearing must be ${min} to ${max}, but got: ${members}.`,
});

const tooFewLeft = (min: number, members: number): Problem => ({
  ...{ path: 'members', code: 'COMMITTEE_SIZE', value: String(members) },
  rule: `members who may judge this candidate must be at least ${min}, but got: ${members}. Replace whoever has a conflict.`,
});

const NO_CHAIR: Problem = {
  ...{ path: 'present', code: 'NO_CHAIR', value: null },
  rule: 'present must name the chair of the committee.',
};

const noQuorum = (needed: number, present: number): Problem => ({
  ...{ path: 'present', code: 'NO_QUORUM', value: String(present) },
  rule: `present must name at least ${needed} members who may take part, but got: ${present}.`,
});

const notBalanced = ({ nl, fr, unknown }: Parity): Problem => ({
  ...{ path: 'members', code: 'LANGUAGE_PARITY', value: `${nl}/${fr}/${unknown}` },
  rule: `members of the committee must be as many of either language role, but got: ${nl} NL, ${fr} FR, ${unknown} not known.`,
});
