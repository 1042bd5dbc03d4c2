import type { Noted } from '@mandate-graph/selection';
import { Refusal } from './failure.ts';

/** Whose, how many entries, the hash of the last one. The public graph tells the hash alone. */
const HEAD = /^(\S+)=(?:(\d{1,9}):)?([0-9a-f]{64})$/i;

/** Reads the words of a command, the heads that were noted before; refuses with all that is wrong with them. */
export function verifyTrailCommand(words: readonly string[]): readonly Noted[] {
  const problems: string[] = [];
  const noted: Noted[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, attached] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name !== 'head') {
      problems.push(`The only option is --head, but got: ${word}.`);
      continue;
    }
    const text = attached ?? (rest[0]?.startsWith('--') === false ? rest.shift()! : '');
    const [, of, entries, hash] = HEAD.exec(text) ?? [];
    if (of === undefined) {
      problems.push(
        `--head must be <procedure>=<entries>:<hash> or <procedure>=<hash>, a hash of 64 hexadecimal digits, but got: ${text || 'nothing'}.`,
      );
      continue;
    }
    noted.push({ of, entries: entries === undefined ? null : Number(entries), hash: Buffer.from(hash!, 'hex') });
  }
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  return noted;
}
