export const CONFLICT_KINDS = ['DECLARED', 'IS_CANDIDATE', 'REPORTING_LINE'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** What ties a member of the committee to a candidate. */
export interface Conflict {
  readonly memberId: string;
  /** Null: the whole procedure. */
  readonly candidacyId: string | null;
  readonly kind: ConflictKind;
  /** The member takes no part: neither hears, nor scores, nor votes, nor sees scores. */
  readonly barring: boolean;
}

export const INTEREST_KINDS = ['NONE', 'CONFLICT'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];
export const INTEREST_ASSESSMENTS = ['BARRING', 'NOT_BARRING'] as const;
export type InterestAssessment = (typeof INTEREST_ASSESSMENTS)[number];

/** What a member declared. */
export interface Declaration {
  readonly id: string;
  readonly memberId: string;
  readonly kind: InterestKind;
  /** Of a conflict; null: with the whole procedure. */
  readonly candidacyId: string | null;
  /** Of NONE: the candidacies that were before the committee then. */
  readonly covers: readonly string[];
  /** What the institution said of a conflict; null: nothing, and it bars. */
  readonly assessment: InterestAssessment | null;
  readonly version: number;
}

/** What members declared and what was found out, in one procedure. */
export class Interests {
  constructor(
    readonly conflicts: readonly Conflict[],
    readonly declarations: readonly Declaration[],
  ) {}

  /** The candidacies from which a member is barred; null among them: the whole procedure. */
  barredFrom(memberId: string): readonly (string | null)[] {
    return this.conflicts
      .filter((one) => one.memberId === memberId && one.barring)
      .map(({ candidacyId }) => candidacyId);
  }

  /** From a candidacy; null: from the whole procedure. */
  isBarred(memberId: string, candidacyId: string | null): boolean {
    return this.barredFrom(memberId).some((from) => from === null || from === candidacyId);
  }

  /** Whether the member has said how they stand to a candidate, knowing that it is one they will judge. */
  hasDeclared(memberId: string, candidacyId: string): boolean {
    return this.declarations.some(
      (one) =>
        one.memberId === memberId &&
        (one.candidacyId === candidacyId ||
          one.covers.includes(candidacyId) ||
          // With the procedure as a whole there is nothing more to say, unless it was found not to bar.
          (one.kind === 'CONFLICT' && one.candidacyId === null && one.assessment !== 'NOT_BARRING')),
    );
  }

  /** Of some candidacies, those to which the member has not said how they stand. */
  undeclared(memberId: string, candidacyIds: readonly string[]): readonly string[] {
    return candidacyIds.filter((id) => !this.hasDeclared(memberId, id));
  }
}
