/** First and last line of the notice's text file, both inclusive, counted from 1. */
export type LineRange = readonly [first: number, last: number];

/** Where a value comes from: RECORDED when the institution itself entered it in the graph. A null value without an entry of its own is always NOT_STATED. */
export type Source =
  | {
      readonly status: 'STATED';
      /** One entry per place that prints the value; a page that prints it twice gives two. */
      readonly copies: readonly LineRange[];
      readonly remark: string | null;
    }
  | {
      readonly status: 'DERIVED';
      /** Name of the rule that computes or interprets the value. */
      readonly rule: string;
      /** Paths or line references the rule starts from. */
      readonly inputs: readonly string[];
      readonly copies: readonly LineRange[];
    }
  | {
      readonly status: 'RECORDED';
      /** Empty: no notice prints it. */
      readonly copies: readonly LineRange[];
      readonly remark: string | null;
    }
  | {
      readonly status: 'NOT_STATED';
      /** Lines that print the label without a value, if any. */
      readonly copies: readonly LineRange[];
      readonly remark: string | null;
    };

/** A notice that facts are taken from. */
export interface Notice {
  /** Stable code of the notice within its institution. */
  readonly code: string;
  /** File name of the text the line numbers refer to. */
  readonly file: string;
}

/**
 * Sources by path. A path is the field path in the graph: `pay.payScale`, `responsibilities[2].activities[0]`.
 * A value without an entry has the entry of its nearest ancestor path; the empty path is the root.
 */
export type Sources = Readonly<Record<string, Source>>;

/** Facts with their sources, as stored and as carried by events. */
export interface Sourced {
  readonly notice: Notice | null;
  readonly sources: Sources;
}

/** `stated(25)` · `stated([9, 10])` · `stated(131, 309)` for a value printed twice. */
export const stated = (...copies: readonly (number | LineRange)[]): Source => ({
  status: 'STATED',
  copies: copies.map(range),
  remark: null,
});

export const statedWith = (remark: string, ...copies: readonly (number | LineRange)[]): Source => ({
  status: 'STATED',
  copies: copies.map(range),
  remark,
});

export const derived = (
  rule: string,
  inputs: readonly string[],
  ...copies: readonly (number | LineRange)[]
): Source => ({ status: 'DERIVED', rule, inputs, copies: copies.map(range) });

export const notStated = (remark: string | null = null, ...copies: readonly (number | LineRange)[]): Source => ({
  status: 'NOT_STATED',
  copies: copies.map(range),
  remark,
});

/** Entered in the graph by its institution, as the history of the subject tells. */
export const RECORDED: Source = { status: 'RECORDED', copies: [], remark: null };

const range = (copy: number | LineRange): LineRange => (typeof copy === 'number' ? [copy, copy] : copy);
