import type { EligibilityCondition, EvidenceKind } from '@mandate-graph/domain';
import type { ExperienceLength } from '../experience/experience.rules.ts';
import type { CopyKind, Evidence, Judgement } from './evidence.rules.ts';
import { allOf, anyOf, type Judged, plain, type Reservation, type Truth } from './value.rules.ts';

/** What a file holds that bears on a condition. `of` names a piece of evidence in the candidate's words. */
export type Fact =
  | {
      readonly code: 'DIPLOMA';
      readonly of: string;
      readonly by: string;
      readonly on: string;
      readonly country: string;
      readonly language: string;
    }
  /** Why a diploma is accepted under reserve: its country or its language, null for the one that is as asked for. */
  | {
      readonly code: 'RESERVED';
      readonly of: string;
      readonly country: string | null;
      readonly language: string | null;
    }
  /** Accepted only as equated with a diploma asked for, which nothing but the candidate's statement shows. */
  | { readonly code: 'EQUATED'; readonly of: string }
  | {
      readonly code: 'FUNCTION';
      readonly of: string;
      readonly by: string;
      readonly level: string | null;
      readonly from: string;
    }
  /** How many entries count, and for how long: days that several of them have count once. */
  | {
      readonly code: 'EXPERIENCE';
      readonly sections: number;
      /** Periods of work in the CV. */
      readonly ofCv: number;
      readonly length: ExperienceLength;
    }
  | {
      readonly code: 'STAFF';
      readonly by: string;
      readonly relation: 'CONTRACTUAL' | 'STATUTORY' | null;
      readonly from: string;
    }
  | { readonly code: 'NATIONALITY'; readonly country: string }
  | { readonly code: 'DECLARED'; readonly holds: boolean; readonly on: string }
  | { readonly code: 'DISMISSED'; readonly on: string; readonly freeFrom: string };

export const DETAILS = ['CYCLE', 'EDUCATION', 'LEVEL', 'SERVICE', 'RELATION', 'SETTING', 'DOMAIN'] as const;
export type Detail = (typeof DETAILS)[number];

/** What stands between a file and a condition. */
export type Lack =
  /** The condition, or a figure it needs, is not in the notice. */
  | { readonly code: 'UNKNOWN_CONTENT' }
  /** Nothing the engine can weigh: somebody must look. */
  | { readonly code: 'FOR_A_PERSON' }
  | { readonly code: 'NO_EVIDENCE'; readonly accepted: readonly EvidenceKind[] }
  | { readonly code: 'NO_DOCUMENT'; readonly of: string }
  /** The file holds a copy that no entry refers to. `of`: what it may be a copy of; null: nothing in the file. */
  | { readonly code: 'COPY_NOT_LINKED'; readonly kind: CopyKind; readonly of: string | null }
  /** The detail is not stated, or cannot be compared. */
  | { readonly code: 'DETAIL_UNKNOWN'; readonly of: string; readonly detail: Detail }
  /** The detail is stated and is not one that is asked for. */
  | { readonly code: 'DETAIL_DIFFERS'; readonly of: string; readonly detail: Detail }
  | { readonly code: 'HIGHER_CYCLE_ONLY'; readonly of: string }
  | { readonly code: 'NOT_ON_THE_DAY'; readonly of: string; readonly day: string }
  | { readonly code: 'OTHER_LANGUAGE'; readonly of: string }
  /** Begins after the last day that counts. */
  | { readonly code: 'AFTER_CANDIDACY'; readonly of: string; readonly day: string }
  | { readonly code: 'YEARS'; readonly length: ExperienceLength }
  | { readonly code: 'OTHER_EMPLOYER'; readonly of: string }
  | { readonly code: 'OTHER_NATIONALITY'; readonly country: string }
  | { readonly code: 'ASSIMILATION_OPEN'; readonly country: string }
  | { readonly code: 'DENIED' }
  | { readonly code: 'BARRED'; readonly until: string }
  | { readonly code: 'DISMISSAL_UNDATED' };

interface EvidenceReference {
  readonly kind: EvidenceKind | 'CV';
  readonly key: string;
}

/** What looking at the evidence for one condition gives. */
export interface Finding extends Judged {
  readonly evidence: readonly EvidenceReference[];
  readonly found: readonly Fact[];
  readonly missing: readonly Lack[];
}

/** One aspect of a piece of evidence: it fits, or not, or nobody knows; and what to say when it does not fit. */
export interface Aspect {
  readonly value: Truth;
  readonly lack: Lack | null;
}

export const FITS: Aspect = { value: 'SATISFIED', lack: null };

/** A stated value against the values asked for; none asked for: any fits. */
export function detail(of: string, name: Detail, value: string | null, asked: readonly string[]): Aspect {
  if (asked.length === 0) return FITS;
  if (value === null) return { value: 'UNDETERMINED', lack: { code: 'DETAIL_UNKNOWN', of, detail: name } };
  return asked.includes(value) ? FITS : { value: 'NOT_SATISFIED', lack: { code: 'DETAIL_DIFFERS', of, detail: name } };
}

interface Copied {
  readonly title: string;
  readonly document: string | null;
}

/**
 * The copy that proves it: asked for where only documents count, left open where the notice names no evidence, and
 * where a copy in the file may be the one.
 */
export function documented(
  kind: CopyKind,
  { title: of, document }: Copied,
  condition: EligibilityCondition,
  { unlinkedCopies }: Evidence,
  at: Judgement,
): Aspect {
  if (document !== null || at.documents === 'ASSUMED') return FITS;
  if (unlinkedCopies.includes(kind)) return { value: 'UNDETERMINED', lack: { code: 'COPY_NOT_LINKED', kind, of } };
  const value = condition.evidenceExclusive ? 'NOT_SATISFIED' : 'UNDETERMINED';
  return { value, lack: { code: 'NO_DOCUMENT', of } };
}

/** A copy of nothing that the file tells of, since every entry has its own: what it proves, somebody must look at. */
export const copyOfNothing = (kind: CopyKind, entries: readonly Copied[], { unlinkedCopies }: Evidence): Finding[] =>
  unlinkedCopies.includes(kind) && entries.every(({ document }) => document !== null)
    ? [unknown({ code: 'COPY_NOT_LINKED', kind, of: null })]
    : [];

/** Held on the day of judging. */
export const onTheDay = (of: string, from: string, until: string | null, { judgedOn }: Judgement): Aspect =>
  from <= judgedOn && (until === null || judgedOn <= until)
    ? FITS
    : { value: 'NOT_SATISFIED', lack: { code: 'NOT_ON_THE_DAY', of, day: judgedOn } };

/** One piece of evidence, of which every aspect must fit. */
export function piece(
  reference: EvidenceReference,
  fact: Fact,
  aspects: readonly Aspect[],
  reservations: readonly Reservation[] = [],
): Finding {
  const { value } = allOf(aspects.map((aspect) => plain(aspect.value)));
  return {
    value,
    reservations: value === 'SATISFIED' ? reservations : [],
    evidence: [reference],
    found: [fact],
    missing: aspects.flatMap(({ lack }) => (lack === null ? [] : [lack])),
  };
}

/** The best of the pieces: those that prove it, else those that may, else what is wrong with each. Without any: none. */
export function bestOf(pieces: readonly Finding[], condition: EligibilityCondition): Finding {
  if (pieces.length === 0) return nothing(condition);
  const judged = anyOf(pieces);
  const telling = pieces.filter(
    ({ value, reservations }) => value === judged.value && String(reservations) === String(judged.reservations),
  );
  return {
    ...judged,
    evidence: telling.flatMap(({ evidence }) => evidence),
    found: telling.flatMap(({ found }) => found),
    missing: telling.flatMap(({ missing }) => missing),
  };
}

/** A file without evidence fails where only what is in it counts; elsewhere nobody knows. */
export const nothing = ({ evidence, evidenceExclusive }: EligibilityCondition): Finding => ({
  ...plain(evidenceExclusive ? 'NOT_SATISFIED' : 'UNDETERMINED'),
  evidence: [],
  found: [],
  missing: [{ code: 'NO_EVIDENCE', accepted: evidence }],
});

export const unknown = (lack: Lack): Finding => ({
  ...plain('UNDETERMINED'),
  evidence: [],
  found: [],
  missing: [lack],
});

/** Whether evidence of a kind counts for a condition: any does, unless only named kinds do. The CV is never named. */
export const counts = ({ evidence, evidenceExclusive }: EligibilityCondition, kind: EvidenceKind | 'CV'): boolean =>
  !evidenceExclusive || (evidence as readonly string[]).includes(kind);

export const valuesOf = ({ parameters }: EligibilityCondition, name: string): readonly string[] =>
  parameters.find((parameter) => parameter.name === name)?.values ?? [];

export const quantityOf = ({ parameters }: EligibilityCondition, name: string): string | null =>
  parameters.find((parameter) => parameter.name === name)?.quantity ?? null;
