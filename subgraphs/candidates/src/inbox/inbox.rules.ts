import { type Problem, unknown } from '@mandate-graph/domain';

/** Messages that are marked at once. */
export const MOST_MARKED = 100;

/** What is wrong with a list of messages to mark; unknown ones and those of other candidates are not told apart. */
export function markingProblems(messages: readonly string[], isOwn: (message: string) => boolean): readonly Problem[] {
  if (messages.length < 1 || messages.length > MOST_MARKED) {
    const rule = `messages must be 1 to ${MOST_MARKED} ids, but are ${messages.length}.`;
    return [{ path: 'messages', code: 'OUT_OF_RANGE', value: String(messages.length), rule }];
  }
  return messages.flatMap((message, at) => {
    if (isOwn(message)) return [];
    return [unknown(`messages[${at}]`, 'MESSAGE', 'a message in the inbox')];
  });
}
