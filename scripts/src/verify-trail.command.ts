import { isUuid } from '@mandate-graph/domain';
import type { PublishedHead, PublishedHeads, TrailReport, Verdict } from '@mandate-graph/selection';
import { Refusal } from './failure.ts';

/** What `npm run verify-trail` is to do. */
export interface VerifyTrailCommand {
  /** Null: the database that the selection has by its environment. */
  readonly database: string | null;
  readonly heads: PublishedHeads;
}

const OPTIONS = ['--database', '--head'];
const HEAD = /^([^=]+)=(?:(\d{1,9}):)?([0-9a-f]{64})$/i;

/** Reads the words of a command; refuses with all that is wrong with them. What stands in an address is not repeated. */
export function verifyTrailCommand(words: readonly string[]): VerifyTrailCommand {
  const problems: string[] = [];
  const given: { readonly name: string; readonly value: string }[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name = word, attached] = /^(--[a-z]+)=(.*)$/s.exec(word) ?? [];
    if (!OPTIONS.includes(name)) {
      problems.push(`The options are ${OPTIONS.join(' and ')}, but got: ${name}.`);
      continue;
    }
    const value = attached ?? rest.shift() ?? '';
    if (value === '') problems.push(`${name} needs a value.`);
    else given.push({ name, value });
  }
  const databases = given.filter(({ name }) => name === '--database').map(({ value }) => value);
  if (databases.length > 1) problems.push('--database may be there once only.');
  if (databases.some((url) => !/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))) {
    problems.push('--database must be a URL that starts with postgres:// or postgresql://.');
  }
  const heads = headsOf(
    given.filter(({ name }) => name === '--head').map(({ value }) => value),
    problems,
  );
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  return { database: databases[0] ?? null, heads };
}

function headsOf(texts: readonly string[], problems: string[]): PublishedHeads {
  const heads = new Map<string, PublishedHead[]>();
  for (const text of texts) {
    const [, procedure = '', entries, hash] = HEAD.exec(text) ?? [];
    if (hash === undefined || !isUuid(procedure)) {
      problems.push(
        `--head must be <procedure>=<entries>:<hash> or <procedure>=<hash>, a hash of 64 hexadecimal digits, but got: ${text}.`,
      );
      continue;
    }
    const id = procedure.toLowerCase();
    const head = { entries: entries === undefined ? null : Number(entries), hash: Buffer.from(hash, 'hex') };
    heads.set(id, [...(heads.get(id) ?? []), head]);
  }
  return heads;
}

/** What was found in a trail, as a sentence. */
export function reportOf({ procedure, vacancy, verdict }: TrailReport): string {
  const whose = `${procedure} (${vacancy ?? 'there is no such procedure'})`;
  if (!verdict.whole)
    return `${whose}: broken at entry ${verdict.place}: ${WRONG[verdict.tampering]}${shown(verdict)}.`;
  return `${whose}: whole, ${verdict.entries} entries, head ${verdict.hash.toString('hex')}`;
}

type Broken = Extract<Verdict, { whole: false }>;

const WRONG: Readonly<Record<Broken['tampering'], string>> = {
  CHANGED: 'it was changed',
  DELETED: 'it was deleted',
  INSERTED: 'it was inserted',
  SWAPPED: 'it was swapped with another',
};
const SHOWN: Readonly<Record<Broken['shownBy'], string>> = {
  CHAIN: '',
  HEAD: ', or the head of the procedure was: they do not fit',
  PUBLISHED_HEAD: ', or one after it, as a head that was published shows',
};
const shown = ({ shownBy }: Broken): string => SHOWN[shownBy];

/** The last word: how many there were, and whether all are whole. */
export function summaryOf(reports: readonly Pick<TrailReport, 'verdict'>[]): string {
  const broken = reports.filter(({ verdict }) => !verdict.whole).length;
  const trails = reports.length === 1 ? '1 trail' : `${reports.length} trails`;
  if (reports.length === 0) return 'Nothing has happened in a selection yet: there are no trails.';
  if (broken > 0) throw new Refusal(`Of ${trails}, ${broken === 1 ? '1 is' : `${broken} are`} broken.`);
  return reports.length === 1 ? 'The trail is whole.' : `All ${trails} are whole.`;
}
