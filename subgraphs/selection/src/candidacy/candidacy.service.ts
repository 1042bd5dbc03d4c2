import { type CandidacyStatus, isUuid } from '@mandate-graph/domain';
import { encodeCursor, type PageArguments, pageRequest } from '@mandate-graph/persistence';
import { type Actor, badInput, isPermitted, problem, refusal } from '@mandate-graph/runtime';
import { placeOf } from '@mandate-graph/writing';
import { candidateOf } from '../person/person.keys.ts';
import type { ProcedureLoaders } from '../procedure/procedure.loaders.ts';
import { type ProcedureView, type StepView, stepsShown } from '../procedure/procedure.service.ts';
import type { CandidacyConnection } from './candidacy.connection.type.ts';
import type { CandidacyLoaders } from './candidacy.loaders.ts';
import type { Barring, CandidacyReader } from './candidacy.reader.ts';
import type { CandidaciesAsked } from './candidacy.reading.repository.ts';
import { lastShown, RULED_OUT } from './candidacy.shown.rules.ts';
import type { SeenCandidacy } from './candidacy.type.ts';
import type { OutcomeView } from './outcome.type.ts';
import { REASONS_WITH_THE_DECISION, ruleTextOf } from './outcome.words.rules.ts';

const ORDER = 'CANDIDACIES';

/** Candidacies, and what steps came to, for whoever may see them; each sees what their part in it needs. */
export class CandidacyService {
  constructor(
    private readonly loaders: CandidacyLoaders,
    private readonly reader: CandidacyReader,
    private readonly procedures: Pick<ProcedureLoaders, 'stepsOf'>,
    private readonly barring: Barring,
    private readonly actor: Actor,
  ) {}

  /** Null for one that is not there, and for who may not see it, by whom they are or by a conflict: these are not told apart. */
  async ofApplication(id: string): Promise<SeenCandidacy | null> {
    const facts = isUuid(id) ? await this.loaders.byId.load(id.toLowerCase()) : null;
    const view = facts === null ? null : this.reader.view(facts);
    if (view?.viewer !== 'MEMBER') return view;
    const barred = await this.barring.barredFrom(view.procedureId);
    return barred.includes(null) || barred.includes(view.id) ? null : view;
  }

  /** In the order of submission, page by page: all for the institution, for others those whom they judge and may. */
  async ofProcedure(
    { id, whose }: ProcedureView,
    status: CandidacyStatus | null,
    args: PageArguments,
  ): Promise<CandidacyConnection> {
    const { size, after } = requestOf(args);
    const as = {
      recruiter: isPermitted(this.actor, 'SELECTION_RUN', whose),
      member: isPermitted(this.actor, 'COMMITTEE_ACT', whose),
      authority: isPermitted(this.actor, 'SELECTION_DECIDE', whose),
    };
    if (!Object.values(as).includes(true)) throw refusal(this.actor);
    const barred = as.member && !as.recruiter ? await this.barring.barredFrom(id) : [];
    const found = await this.loaders.pageOf.load({ procedureId: id, status, size, after, barred, ...as });
    const edges = found.slice(0, size).map(({ key, ...facts }) => ({
      whose,
      cursor: encodeCursor(ORDER, [key, facts.id]),
      node: this.reader.view(facts),
    }));
    const pageInfo = {
      ...{ hasNextPage: found.length > size, hasPreviousPage: after !== null },
      ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    };
    return { whose, edges, pageInfo };
  }

  /** The step it stands in, or stood in when it left. */
  async stepOf({ stepId, procedureId, standing }: StandingIn): Promise<StepView | null> {
    const steps = stepId === null ? [] : await this.procedures.stepsOf.load(procedureId);
    return stepsShown(steps, standing).find(({ id }) => id === stepId) ?? null;
  }

  /** In the order of the procedure; a candidate is shown what was sent, and what need not be: until then as it was before. */
  async outcomesOf(candidacy: SeenCandidacy): Promise<OutcomeView[]> {
    const { viewer, candidateId, procedureId, standing, whose } = candidacy;
    const found = await this.loaders.outcomesOf.load(candidacy.id);
    const seesWho = viewer === 'RECRUITER' || viewer === 'AUTHORITY';
    return found
      .flatMap((versions) => (viewer === 'CANDIDATE' ? lastShown(versions) : versions[0]) ?? [])
      .map(({ recordedAt, recordedBy, ...outcome }) => ({
        ...{ ...outcome, candidateId, procedureId, standing, viewer, whose },
        ruleText: ruleTextOf(outcome.rule, outcome.result),
        reasonsNote: outcome.ofDecision ? REASONS_WITH_THE_DECISION : null,
        decidedBy: seesWho ? recordedBy : null,
        decidedAt: recordedAt.toISOString(),
        contestable: RULED_OUT.includes(outcome.result),
      }));
  }

  /** Members give their own, which stand with what the committee concluded; nobody opens those of who was erased. */
  async reasonsOf({ id, candidateId, viewer, data }: OutcomeView): Promise<string | null> {
    if (viewer === 'MEMBER' || data === null) return null;
    const key = await this.loaders.keyOf.load(candidateOf(candidateId));
    return key?.open<{ reasons: string | null }>(placeOf('step_outcome', id), data).reasons ?? null;
  }
}

type StandingIn = Pick<SeenCandidacy, 'stepId' | 'procedureId' | 'standing'>;

/** An instant as PostgreSQL writes it in UTC. */
const STORED_INSTANT = /^[12]\d{3}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/;
const isStoredInstant = (text: unknown): text is string =>
  typeof text === 'string' &&
  STORED_INSTANT.test(text) &&
  !Number.isNaN(Date.parse(text.replace(' ', 'T').replace('+00', 'Z')));

function requestOf(args: PageArguments): Pick<CandidaciesAsked, 'size' | 'after'> {
  const request = pageRequest(args, ORDER, 2);
  if ('length' in request) throw badInput(request);
  if (request.beyond === null) return { size: request.size, after: null };
  const [submittedAt, id] = request.beyond;
  if (isStoredInstant(submittedAt) && isUuid(id)) {
    return { size: request.size, after: { submittedAt, id } };
  }
  throw badInput([problem('after', 'INVALID_CURSOR', args.after, 'after must be a cursor that this list gave.')]);
}
