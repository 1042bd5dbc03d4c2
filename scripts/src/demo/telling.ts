import { Temporal } from 'temporal-polyfill';
import type { Player, Problem, Stage } from './stage.ts';

/** What the graph says of a computed deadline. */
export interface TellableDeadline {
  readonly code: string;
  readonly rule: { readonly en: string };
  readonly arithmetic: { readonly en: string };
}

/** The fields of a Deadline that are told. */
export const DEADLINE = '{ code lastDay open rule { en } arithmetic { en } }';

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
export const dayOf = (local: string): string => Temporal.PlainDate.from(local).toLocaleString('en-GB', DAY);
export const timeOf = (local: string): string =>
  `${dayOf(local)}, ${Temporal.PlainTime.from(local).toString({ smallestUnit: 'minute' })}`;
/** An instant as the clocks in Brussels show it. */
export const momentOf = (instant: string): string =>
  timeOf(Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Brussels').toPlainDateTime().toString());

/** Tells a play in lines that read as they are and as Markdown: each act with who did it and when, and under it why. */
export class Telling {
  #now = '';

  constructor(private readonly stage: Stage) {}

  chapter(title: string): void {
    for (const line of ['', `### ${title}`, '']) this.stage.say(line);
  }

  /** Moves the clock to a local time in Brussels, of which everything is that is told from here on. */
  async at(local: string): Promise<void> {
    await this.stage.at(local);
    this.#now = timeOf(local);
  }

  did(who: Pick<Player, 'name'>, what: string): void {
    this.stage.say(`- ${this.#now} · ${who.name}: ${what}`);
  }

  /** What followed by itself. */
  rule(what: string): void {
    this.did({ name: 'rule' }, what);
  }

  /** `depth`: how far below another reason it stands. */
  because(why: string, depth = 0): void {
    this.stage.say(`${'  '.repeat(depth + 1)}- ${why}`);
  }

  /** An explanation of several lines, the deeper ones indented by two blanks each. */
  explained(text: string): void {
    for (const line of text.split('\n')) this.because(line.trimStart(), (line.length - line.trimStart().length) / 2);
  }

  /** Of many problems of one code the first two. */
  refused(who: Pick<Player, 'name'>, what: string, problems: readonly Problem[]): void {
    this.did(who, `${what} Refused:`);
    for (const code of new Set(problems.map((problem) => problem.code))) {
      const [first, second, ...more] = problems.filter((problem) => problem.code === code);
      for (const problem of [first, second]) if (problem !== undefined) this.because(`${code}: ${problem.rule}`);
      if (more.length > 0) this.because(`${code}: ${more.length} more of them.`);
    }
  }

  deadline({ code, rule, arithmetic }: TellableDeadline): void {
    this.because(`${code}: ${rule.en} ${arithmetic.en}`);
  }
}
