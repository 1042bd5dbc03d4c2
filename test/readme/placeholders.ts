/** What a document prints in angle brackets, by its name: made anew each time, such as an id. */
export type Made = Map<string, string>;

const PLACEHOLDER = /^<[a-z]+>$/;

/** A value with what is made so far in place of the placeholders. */
export function filled<T>(value: T, made: Made): T {
  if (typeof value === 'string') return (PLACEHOLDER.test(value) ? made.get(value) : value) as T;
  if (Array.isArray(value)) return value.map((one) => filled(one, made)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, made)])) as T;
}

/** Takes in what an answer has where the document prints a placeholder for the first time. */
export function takeIn(printed: unknown, answered: unknown, made: Made): void {
  if (typeof printed === 'string') {
    if (PLACEHOLDER.test(printed) && !made.has(printed) && typeof answered === 'string') made.set(printed, answered);
  } else if (typeof printed === 'object' && printed !== null && typeof answered === 'object' && answered !== null) {
    for (const [name, one] of Object.entries(printed)) takeIn(one, (answered as Record<string, unknown>)[name], made);
  }
}
