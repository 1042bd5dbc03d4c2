import { encodeCursor, type PageArguments, pageRequest } from '@mandate-graph/persistence';
import { type Actor, badInput, isPermitted, problem, type Resource, refusal } from '@mandate-graph/runtime';
import type { CandidacyView, Viewer } from '../candidacy/candidacy.type.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import { factsOf, textOf } from './trail.facts.rules.ts';
import type { TrailLoaders } from './trail.loaders.ts';
import type { TrailAsked, TrailListed } from './trail.repository.ts';
import type { TrailConnection, TrailContent, TrailEntryView, TrailHead } from './trail.type.ts';
import { trailPlace } from './trail.writer.ts';

const ORDER = 'TRAIL';

/** Who may see how a candidate is scored, now. */
interface Scores {
  areOpenTo(viewer: Viewer, candidacy: Pick<CandidacyView, 'id' | 'procedureId'>): Promise<boolean>;
}

/** The trail of a procedure: how far it has come for anyone, its entries for whoever answers for them. */
export class TrailService {
  constructor(
    private readonly loaders: TrailLoaders,
    private readonly scores: Scores,
    private readonly actor: Actor,
  ) {}

  async headOf({ id, whose }: ProcedureView): Promise<TrailHead> {
    const { entries, hash } = (await this.loaders.headOf.load(id))!;
    const exact = isPermitted(this.actor, 'EXACT_COUNTS', whose);
    return { entries: exact ? entries : null, hash: hash.toString('hex') };
  }

  /** Oldest first, page by page: all of it for the institution and for who watches over privacy. */
  async of({ id, whose }: ProcedureView, args: PageArguments): Promise<TrailConnection> {
    if (!isPermitted(this.actor, 'TRAIL_READ', whose)) throw refusal(this.actor);
    const { size, after } = requestOf(args);
    const runs = isPermitted(this.actor, 'SELECTION_RUN', whose);
    const whole = runs || isPermitted(this.actor, 'ACCESS_LOG_READ', whose);
    const authority = isPermitted(this.actor, 'SELECTION_DECIDE', whose);
    const found = await this.loaders.pageOf.load({ procedureId: id, size, after, whole, authority });
    const edges = found.slice(0, size).map((entry) => ({
      ...{
        whose,
        cursor: encodeCursor(ORDER, [entry.seq]),
        node: viewOf(entry, runs ? 'RECRUITER' : 'AUTHORITY', whose),
      },
    }));
    const pageInfo = {
      ...{ hasNextPage: found.length > size, hasPreviousPage: after > 0 },
      ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    };
    return { whose, edges, pageInfo };
  }

  /** Null where nothing personal was sealed, for whoever may not see it, and when its person was erased. */
  async contentOf(entry: TrailEntryView): Promise<TrailContent[] | null> {
    const { procedureId, seq, person, sealed, whose } = entry;
    if (person === null || sealed === null || !(await this.#opens(entry, person))) return null;
    const key = await this.loaders.keyOf.load(person);
    const content = key?.open<Record<string, unknown>>(trailPlace(procedureId, seq), sealed) ?? null;
    if (content === null) return null;
    return Object.entries(content).flatMap(([name, value]) => {
      const text = textOf(value);
      return text === null ? [] : [{ name, value: text, whose }];
    });
  }

  /** The institution, but scores before it may see them; the authority, of candidates who were submitted to it. */
  async #opens({ viewer, forAuthority, scored, procedureId }: TrailEntryView, person: string): Promise<boolean> {
    if (viewer === 'AUTHORITY') return forAuthority && person.startsWith('candidate:');
    return scored === null || this.scores.areOpenTo(viewer, { id: scored, procedureId });
  }
}

const viewOf = (
  { before, after, previous, hash, ...entry }: TrailListed,
  viewer: TrailEntryView['viewer'],
  whose: Resource,
): TrailEntryView => ({
  ...{ ...entry, viewer, whose, previous: previous.toString('hex'), hash: hash.toString('hex') },
  scored: entry.about === 'SCORES' ? (after as { readonly application: string }).application : null,
  facts: factsOf(before, after).map((fact) => ({ ...fact, whose })),
});

/** The largest number that the database counts entries with. */
const MAX_PLACE = 2_147_483_647;

function requestOf(args: PageArguments): Pick<TrailAsked, 'size' | 'after'> {
  const request = pageRequest(args, ORDER, 1);
  if ('length' in request) throw badInput(request);
  const [after = 0] = request.beyond ?? [];
  if (typeof after === 'number' && Number.isInteger(after) && after >= 0 && after <= MAX_PLACE) {
    return { size: request.size, after };
  }
  throw badInput([problem('after', 'INVALID_CURSOR', args.after, 'after must be a cursor that this list gave.')]);
}
