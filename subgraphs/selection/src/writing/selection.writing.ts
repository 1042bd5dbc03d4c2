import { isUuid, type Problem, unknown } from '@mandate-graph/domain';
import { type AccessRuleName, type Actor, isPermitted, mightBePermitted, refusal } from '@mandate-graph/runtime';
import {
  type HolderDigest,
  type Outcome,
  type Sealing,
  type WriteInput,
  WriteRefused,
  type WriteResult,
  writeOnce,
} from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { candidateOf, memberOf } from '../person/person.keys.ts';
import { lockProcedure } from '../procedure/procedure.locks.ts';
import type { ProcedureRecord } from '../procedure/procedure.record.ts';
import type { Settling } from '../settling/settling.ts';
import { isCandidate, OWN_CANDIDACY } from './own.candidacy.ts';
import type { RecordedOfProcedure } from './recorded.type.ts';
import { Work } from './work.ts';

export type Acted = Outcome<RecordedOfProcedure>;
export type Written = WriteResult<RecordedOfProcedure>;

interface Write<I extends WriteInput> {
  readonly mutation: string;
  readonly input: I;
  /** What the input names, as the problem says when there is none for whoever asks. */
  readonly what: Named;
  /** The id that the input names. */
  readonly id: (input: I) => string;
}

interface OfInstitution<I extends WriteInput> extends Write<I> {
  readonly rule: AccessRuleName;
  readonly act: (input: I, work: Work) => Promise<Acted>;
}

interface OfMember<I extends WriteInput> extends Write<I> {
  /** The member that acts, who is on the committee now. */
  readonly act: (input: I, work: Work, memberId: string) => Promise<Acted>;
}

interface OfCandidate<I extends WriteInput & { readonly application: string }> {
  readonly mutation: string;
  readonly input: I;
  readonly act: (input: I, work: Work) => Promise<Acted>;
}

/** What an input can name to be found by, with the statement that gives the procedure it is of. */
const NAMED = {
  procedure: 'SELECT id FROM selection_procedure WHERE id = $1',
  application: 'SELECT procedure_id AS id FROM candidacy WHERE id = $1',
  step: 'SELECT procedure_id AS id FROM selection_step WHERE id = $1',
  session: 'SELECT procedure_id AS id FROM test_session WHERE id = $1',
  member: 'SELECT procedure_id AS id FROM committee_member WHERE id = $1',
  request: 'SELECT procedure_id AS id FROM candidate_request WHERE id = $1',
  mandate: 'SELECT procedure_id AS id FROM mandate WHERE id = $1',
} as const;
export type Named = keyof typeof NAMED;

export const unknownTo = (what: Named): Problem =>
  unknown(
    what,
    what.toUpperCase(),
    what === 'procedure'
      ? 'a selection procedure that is yours to act on'
      : `${what === 'application' ? 'an' : 'a'} ${what} in a selection procedure that is yours to act on`,
  );

/**
 * The one way in which anything of a procedure changes: access, form, key, lock, what the clock and others have done
 * meanwhile, act, trail, events and answer, in one transaction; or nothing.
 */
export class SelectionWriting {
  constructor(
    private readonly source: DataSource,
    private readonly sealing: Sealing,
    private readonly digest: HolderDigest,
    private readonly settling: Settling,
    private readonly actor: Actor,
    private readonly now: Temporal.Instant,
  ) {}

  /** By somebody of the institution, who is no candidate. What is of another one is like what is not there. */
  ofInstitution<I extends WriteInput>({ rule, act, ...write }: OfInstitution<I>): Promise<Written> {
    if (!mightBePermitted(this.actor, rule)) throw refusal(this.actor);
    return this.#write(write, async (input, manager, id) => {
      const procedure = await lockProcedure(manager, id, this.now);
      if (procedure === null || !isPermitted(this.actor, rule, { institution: procedure.institution }))
        throw new WriteRefused([unknownTo(write.what)]);
      const work = this.#work(manager, procedure, this.actor.subject);
      return this.#done(input, work, (given, on) => this.#onOthers(given, on, act));
    });
  }

  /** By a member of the committee of the procedure: the token says which procedure, the committee says who is on it. */
  ofMember<I extends WriteInput>({ act, ...write }: OfMember<I>): Promise<Written> {
    if (!mightBePermitted(this.actor, 'COMMITTEE_ACT')) throw refusal(this.actor);
    return this.#write(write, async (input, manager, id) => {
      const permitted = isPermitted(this.actor, 'COMMITTEE_ACT', { procedure: id });
      const procedure = permitted ? await lockProcedure(manager, id, this.now) : null;
      // Asked once nobody can leave the committee any more before this is done.
      const member = procedure === null ? null : await this.#memberOf(manager, id);
      if (procedure === null || member === null) throw new WriteRefused([unknownTo(write.what)]);
      const work = this.#work(manager, procedure, memberOf(member));
      return this.#done(input, work, (given, on) => this.#onOthers(given, on, () => act(given, on, member)));
    });
  }

  /** By candidates, on their own candidacy. */
  ofCandidate<I extends WriteInput & { readonly application: string }>({
    act,
    ...write
  }: OfCandidate<I>): Promise<Written> {
    if (!mightBePermitted(this.actor, 'OWN')) throw refusal(this.actor);
    const what = 'application';
    return this.#write({ ...write, what, id: ({ application }) => application }, async (input, manager, id) => {
      const candidate = await this.#candidateOf(manager, input.application);
      if (candidate === null) throw new WriteRefused([unknownTo(what)]);
      const procedure = (await lockProcedure(manager, id, this.now))!;
      // Whoever was erased meanwhile is nobody's candidate any more.
      if (!(await this.#stays(manager, candidate))) throw new WriteRefused([unknownTo(what)]);
      return this.#done(input, this.#work(manager, procedure, candidateOf(candidate)), act);
    });
  }

  #write<I extends WriteInput>(
    { mutation, input, what, id }: Write<I>,
    act: (input: I, manager: EntityManager, procedureId: string) => Promise<Acted>,
  ): Promise<Written> {
    // Answers are kept by who asked, and who that is stands there as a digest, as everywhere here.
    const { source, actor, now, digest: holders } = this;
    return writeOnce({
      ...{ source, actor, holders, now, mutation, input },
      act: async (given, manager) => {
        const named = id(given);
        const [found]: { id: string }[] = isUuid(named) ? await manager.query(NAMED[what], [named]) : [];
        if (found === undefined) throw new WriteRefused([unknownTo(what)]);
        return act(given, manager, found.id);
      },
    });
  }

  #work(manager: EntityManager, procedure: ProcedureRecord, by: string): Work {
    return new Work(manager, procedure, this.now, by, this.sealing);
  }

  async #done<I>(input: I, work: Work, act: (input: I, work: Work) => Promise<Acted>): Promise<Acted> {
    await this.settling.settle(work);
    const outcome = await act(input, work);
    if (outcome.problems === undefined) await work.flush();
    return outcome;
  }

  /** Not by a candidate of the procedure: looked at after what came meanwhile, which may have made one of them. */
  async #onOthers<I>(input: I, work: Work, act: (input: I, work: Work) => Promise<Acted>): Promise<Acted> {
    const own = await isCandidate(work.manager, work.procedure.id, this.digest.of(this.actor.subject));
    return own ? { problems: [OWN_CANDIDACY] } : act(input, work);
  }

  async #memberOf(manager: EntityManager, procedureId: string): Promise<string | null> {
    const [row]: { id: string }[] = await manager.query(
      'SELECT id FROM committee_member WHERE procedure_id = $1 AND holder = $2 AND left_at IS NULL',
      [procedureId, this.digest.of(this.actor.subject)],
    );
    return row?.id ?? null;
  }

  async #candidateOf(manager: EntityManager, applicationId: string): Promise<string | null> {
    const [row]: { id: string }[] = await manager.query(
      `SELECT candidacy.candidate_id AS id FROM candidacy
       JOIN candidate_holder holder ON holder.candidate_id = candidacy.candidate_id
       WHERE candidacy.id = $1 AND holder.holder = $2`,
      [applicationId, this.digest.of(this.actor.subject)],
    );
    return row?.id ?? null;
  }

  /** An erasure waits from here on until this transaction ends. */
  async #stays(manager: EntityManager, candidateId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'SELECT FROM candidate_holder WHERE candidate_id = $1 AND holder = $2 FOR KEY SHARE',
      [candidateId, this.digest.of(this.actor.subject)],
    );
    return rows.length > 0;
  }
}
