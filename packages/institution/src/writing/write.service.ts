import type { Clock, Problem } from '@mandate-graph/domain';
import { earlierAnswer, keepAnswer, VersionConflict } from '@mandate-graph/persistence';
import {
  type AccessRuleName,
  type Actor,
  keyProblems,
  normalised,
  requireAccess,
  reusedKey,
  together,
} from '@mandate-graph/runtime';
import type { DataSource, EntityManager } from 'typeorm';
import type { InstitutionRules } from '../institution.rules.ts';
import { movedTo } from '../subject/problem.rules.ts';
import { type Outcome, type Recording, SubjectService } from '../subject/subject.service.ts';
import { lockSubjects } from '../subject/subject.versions.ts';
import { recordGuarded } from './guarded.ts';
import { Knowledge } from './knowledge.ts';

/** What a caller asks for: one mutation, with the key that makes it happen once however often it is sent. */
export interface Write<I extends WriteInput> {
  readonly mutation: string;
  readonly rule: AccessRuleName;
  readonly input: I;
  /** What it comes to, from what is known; or everything that speaks against it. */
  readonly plan: (input: I, knowledge: Knowledge) => Promise<Plan>;
}

export interface WriteInput {
  readonly idempotencyKey: string;
}

export type Plan = Recordings | { readonly problems: readonly Problem[]; readonly recordings?: never };

export interface Recordings {
  /** What the plan itself found wrong, by the path in the input: told together with what the recordings break. */
  readonly problems?: readonly Problem[];
  readonly recordings: readonly Recording[];
  /** The subjects the answer shows, on the day on which they are shown; the first is the one the caller named. */
  readonly answer: readonly { readonly id: string; readonly day: string }[];
  /** How a path of a subject's state is written in the input: `changes.` for what stands under `changes`. */
  readonly inputPath?: string;
}

/** What was recorded for a caller. Kept under its key, so that the same request has the same answer. */
export interface Written {
  readonly outcome: 'recorded';
  readonly recordedAt: string;
  readonly subjects: readonly { readonly id: string; readonly version: number; readonly day: string }[];
}
export type WriteResult =
  | Written
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'conflict'; readonly id: string; readonly given: number; readonly current: number };

class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('refused');
  }
}

/** The one way in which a mutation changes what an institution says: access, rules, rows, event and answer, or nothing. */
export class WriteService {
  readonly #subjects: SubjectService;

  constructor(
    private readonly source: DataSource,
    private readonly institution: string,
    private readonly rules: InstitutionRules,
    private readonly clock: Clock,
    private readonly actor: Actor,
    recording?: Clock,
  ) {
    this.#subjects = new SubjectService(institution, rules, clock, actor, recording);
  }

  async write<I extends WriteInput>(write: Write<I>): Promise<WriteResult> {
    requireAccess(this.actor, write.rule, { institution: this.institution });
    const { value: input, problems } = normalised(write.input);
    const wrong = [
      ...keyProblems(write.input.idempotencyKey),
      ...problems.filter(({ path }) => path !== 'idempotencyKey'),
    ];
    try {
      return await this.source.transaction((manager) => this.#once(manager, write, input, wrong));
    } catch (error) {
      if (error instanceof Refused) return { outcome: 'refused', problems: error.problems };
      if (error instanceof VersionConflict) {
        return { outcome: 'conflict', id: error.id, given: error.expected, current: error.actual };
      }
      throw error;
    }
  }

  /**
   * A refusal rolls everything back, and leaves the key free: the caller mends the input and sends it again. What is
   * wrong with the form of the input is told together with what speaks against the rest of it.
   */
  async #once<I extends WriteInput>(
    manager: EntityManager,
    write: Write<I>,
    input: I,
    wrong: readonly Problem[],
  ): Promise<Written> {
    const { idempotencyKey: _, ...asked } = input;
    const key = write.input.idempotencyKey;
    const request = { actor: this.actor.subject, key, mutation: write.mutation, input: asked };
    if (keyProblems(key).length === 0) {
      const earlier = await earlierAnswer<Written>(manager, request);
      if (earlier.kind === 'answered' && wrong.length === 0) return earlier.answer;
      if (earlier.kind === 'answered') throw new Refused(wrong);
      if (earlier.kind === 'reused') throw new Refused([reusedKey(key, earlier.mutation), ...wrong]);
    }
    await lockSubjects(manager);
    const knowledge = new Knowledge(manager, this.institution, this.rules, this.clock.now());
    const plan = await write.plan(input, knowledge);
    if (plan.recordings === undefined) throw new Refused(together(wrong, plan.problems));
    const outcome = await this.#recorded(manager, plan, input);
    const problems = together(wrong, [...(plan.problems ?? []), ...(outcome.ok ? [] : outcome.problems)]);
    if (!outcome.ok || problems.length > 0) throw new Refused(problems);
    const versions = new Map(outcome.recorded.map(({ id, version }) => [id, version]));
    const written: Written = {
      outcome: 'recorded',
      recordedAt: outcome.recordedAt.toISOString(),
      subjects: plan.answer.map((shown) => ({ ...shown, version: versions.get(shown.id)! })),
    };
    await keepAnswer(manager, request, written, outcome.recordedAt);
    return written;
  }

  /** What comes of the recordings, by the rules and by what the database guards itself; with paths of the input. */
  async #recorded(manager: EntityManager, plan: Recordings, input: object): Promise<Outcome> {
    const outcome = await recordGuarded(manager, this.#subjects, plan.recordings, input);
    return outcome.ok ? outcome : { ok: false, problems: outcome.problems.map((problem) => asInput(problem, plan)) };
  }
}

/** A problem of the subject the caller named, by the path in its input. */
function asInput(problem: Problem, { answer, inputPath = '' }: Recordings): Problem {
  const own = `${answer[0]?.id}.`;
  return problem.path.startsWith(own) ? movedTo(`${inputPath}${problem.path.slice(own.length)}`, problem) : problem;
}
