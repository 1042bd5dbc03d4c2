import { Refusal } from './failure.ts';

/** What `npm run demo:selection` is to do beside playing. */
export interface DemoSelectionCommand {
  /** A Markdown file, in which the plays are written into their chapters; null: none. */
  readonly into: string | null;
}

/** Reads the words of a command. */
export function demoSelectionCommand(words: readonly string[]): DemoSelectionCommand {
  const [option, file, ...more] = words;
  if (option === undefined) return { into: null };
  if (option === '--into' && file !== undefined && file !== '' && more.length === 0) return { into: file };
  throw new Refusal(`The demonstration takes nothing, or --into <file>, but got: ${words.join(' ')}.`);
}
