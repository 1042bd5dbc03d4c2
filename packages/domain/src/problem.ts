/** One thing wrong with an input: where, what was given, and the rule it breaks. */
export interface Problem {
  /** Field path, e.g. `applicationDeadline.date`. */
  readonly path: string;
  /** Stable, for programs. */
  readonly code: string;
  /** The offending value as given; null where it is personal or absent. */
  readonly value: string | null;
  /** A sentence for people: the rule, and where it is not obvious, what to do. */
  readonly rule: string;
}
