import { act, type Data, type Player, type Recorded, refused, type Stage } from './stage.ts';
import { DEADLINE, momentOf, Telling } from './telling.ts';

/** Somebody invented who applies. */
export interface Candidate extends Player {
  readonly givenNames: string;
  readonly familyName: string;
}

/** Somebody invented who sits on the committee. */
export interface Sitting {
  readonly name: string;
  readonly subject: string;
}

/** What a selection is played on. */
export interface Played {
  readonly vacancy: string;
  readonly recruiter: Player;
}

/** A selection as it is played: what one part leaves to the next, as the graph gave it, and how it is read and told. */
export class Round {
  readonly telling: Telling;
  /** Ids of the applications, which are those of the candidacies as well. */
  readonly #applications = new Map<Candidate, string>();
  readonly #members = new Map<Sitting, string>();
  #procedure = '';

  constructor(
    readonly stage: Stage,
    private readonly played: Played,
  ) {
    this.telling = new Telling(stage);
  }

  get procedure(): string {
    return this.#procedure;
  }

  applies(candidate: Candidate, application: string): void {
    this.#applications.set(candidate, application);
  }

  /** Of a candidate who has applied. */
  application(candidate: Candidate): string {
    return this.#applications.get(candidate)!;
  }

  sits(sitting: Sitting, member: string): void {
    this.#members.set(sitting, member);
  }

  member(sitting: Sitting): string {
    return this.#members.get(sitting)!;
  }

  /** A member of the committee, with a token for this procedure. */
  seat({ name, subject }: Sitting): Player {
    return { name, role: 'committee-member', subject, procedure: this.#procedure };
  }

  /** Fields of the procedure, as somebody sees them. */
  async see(as: Player, fields: string): Promise<Data> {
    const query = `query ($id: ID!) { vacancy(id: $id) { selectionProcedure { id ${fields} } } }`;
    const { selectionProcedure } = (await this.stage.ask(as, query, { id: this.played.vacancy })).vacancy;
    this.#procedure = selectionProcedure.id;
    return selectionProcedure;
  }

  async version(): Promise<number> {
    return (await this.see(this.played.recruiter, 'version')).version;
  }

  async step(kind: string): Promise<Recorded> {
    const { steps } = await this.see(this.played.recruiter, 'steps { id kind version }');
    return steps.find((step: Data) => step.kind === kind);
  }

  /** The candidacies that somebody sees. */
  async candidacies(as: Player, fields: string): Promise<Data[]> {
    const { candidacies } = await this.see(as, `candidacies(first: 20) { edges { node { id ${fields} } } }`);
    return candidacies.edges.map(({ node }: Data) => node);
  }

  /** Fields of a candidacy, as whoever judges sees them. */
  async candidacy(candidate: Candidate, fields: string, as = this.played.recruiter): Promise<Data> {
    return (await this.candidacies(as, fields)).find(({ id }) => id === this.application(candidate));
  }

  /** Fields of a candidacy, as its candidate sees them. */
  async own(candidate: Candidate, fields: string): Promise<Data> {
    const { me } = await this.stage.ask(candidate, `{ me { applications { id progress { ${fields} } } } }`);
    return me.applications[0].progress;
  }

  act(as: Player, mutation: string, input: object, payload?: string): Promise<Recorded> {
    return act(this.stage, as, mutation, input, payload);
  }

  /** Tells an attempt that the graph refuses, with the rules it breaks. */
  async refuses(as: Player, what: string, mutation: string, input: object, payload?: string): Promise<void> {
    const problems = await refused(this.stage, as, mutation, input, payload);
    this.telling.refused(
      as,
      what,
      problems.map((problem) => ({ ...problem, rule: this.#withNames(problem.rule) })),
    );
  }

  /** Rules show values as they were sent; who reads a play knows people by name. */
  #withNames(rule: string): string {
    return [...this.#applications, ...this.#members].reduce((text, [{ name }, id]) => text.replaceAll(id, name), rule);
  }

  async conclude(kind: string): Promise<void> {
    const { id: step, version } = await this.step(kind);
    await this.act(this.played.recruiter, 'concludeStep', { step, version });
  }

  /** Tells what a candidate can do, and until when, as the account shows it: all of it, or what has these codes. */
  async deadlines(candidate: Candidate, codes: readonly string[] | null = null): Promise<void> {
    const { deadlines } = await this.own(candidate, `deadlines ${DEADLINE}`);
    for (const deadline of deadlines) {
      if (codes === null || codes.includes(deadline.code)) this.telling.deadline(deadline);
    }
  }

  /** Tells what waits for somebody. */
  async tasks(as: Player): Promise<void> {
    const { myTasks } = await this.stage.ask(as, '{ myTasks { dueAt text { en } } }');
    this.telling.did(as, `has ${myTasks.length === 0 ? 'nothing to do' : 'to do'}${myTasks.length === 0 ? '.' : ':'}`);
    for (const { dueAt, text } of myTasks) {
      this.telling.because(`${text.en}${dueAt === null ? '' : ` Before ${momentOf(dueAt)}.`}`);
    }
  }
}
