import type { WriteResult } from './outcome.ts';

/** The outcome of a write in the shape of its result union. */
export function answerTo<A extends object>(result: WriteResult<A>) {
  if (result.outcome === 'done') return result.answer;
  if (result.outcome === 'refused') return { problems: result.problems };
  return { id: result.id, givenVersion: result.given, currentVersion: result.current };
}
