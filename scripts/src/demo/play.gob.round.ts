import { type Candidate, GOB_VACANCY, RECRUITER, type Sitting } from './play.gob.cast.ts';
import { act, type Data, type Player, type Recorded, refused, type Stage } from './stage.ts';
import { DEADLINE, Telling } from './telling.ts';

/** What one scene of the play leaves to the next: ids, as the graph gave them. */
export class Round {
  readonly telling: Telling;
  /** Ids of the applications, which are those of the candidacies as well. */
  readonly #applications = new Map<Candidate, string>();
  readonly #members = new Map<Sitting, string>();
  #procedure = '';

  constructor(readonly stage: Stage) {
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
    const { selectionProcedure } = (await this.stage.ask(as, query, { id: GOB_VACANCY })).vacancy;
    this.#procedure = selectionProcedure.id;
    return selectionProcedure;
  }

  async version(): Promise<number> {
    return (await this.see(RECRUITER, 'version')).version;
  }

  async step(kind: string): Promise<Recorded> {
    const { steps } = await this.see(RECRUITER, 'steps { id kind version }');
    return steps.find((step: Data) => step.kind === kind);
  }

  /** The candidacies that somebody sees. */
  async candidacies(as: Player, fields: string): Promise<Data[]> {
    const { candidacies } = await this.see(as, `candidacies(first: 20) { edges { node { id ${fields} } } }`);
    return candidacies.edges.map(({ node }: Data) => node);
  }

  /** Fields of a candidacy, as whoever judges sees them. */
  async candidacy(candidate: Candidate, fields: string, as: Player = RECRUITER): Promise<Data> {
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
    this.telling.refused(as, what, await refused(this.stage, as, mutation, input, payload));
  }

  async conclude(kind: string): Promise<void> {
    const { id: step, version } = await this.step(kind);
    await this.act(RECRUITER, 'concludeStep', { step, version });
  }

  /** Tells what a candidate can do, and until when, as the account shows it. */
  async deadlines(candidate: Candidate): Promise<void> {
    const { deadlines } = await this.own(candidate, `deadlines ${DEADLINE}`);
    for (const deadline of deadlines) this.telling.deadline(deadline);
  }
}

/** A part of the play. */
export interface Scene {
  readonly title: string;
  readonly play: (round: Round) => Promise<void>;
}
