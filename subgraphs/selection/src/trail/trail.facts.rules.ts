/** A fact before and after an act, in words. */
export interface Fact {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A value as text: words as they are, anything else as JSON; null for what is not there. */
export const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

/** The facts of an act by name: those that were there before, then those that came with it. */
export function factsOf(before: object | null, after: object | null): Fact[] {
  const [was, is]: Record<string, unknown>[] = [{ ...before }, { ...after }];
  return [...new Set([...Object.keys(was!), ...Object.keys(is!)])].map((name) => ({
    ...{ name, before: textOf(was![name]), after: textOf(is![name]) },
  }));
}
