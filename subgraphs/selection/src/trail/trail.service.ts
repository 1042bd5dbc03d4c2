import { encodeCursor, type PageArguments, pageRequest } from '@mandate-graph/persistence';
import { type Actor, badInput, isPermitted, problem, type Resource, refusal } from '@mandate-graph/runtime';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import type { TrailEntry } from './trail.chain.ts';
import { factsOf, textOf } from './trail.facts.rules.ts';
import type { TrailLoaders } from './trail.loaders.ts';
import type { TrailAsked } from './trail.repository.ts';
import type { TrailConnection, TrailContent, TrailEntryView, TrailHead } from './trail.type.ts';
import { trailPlace } from './trail.writer.ts';

const ORDER = 'TRAIL';

/** The trail of a procedure: how far it has come for anyone, its entries for whoever answers for them. */
export class TrailService {
  constructor(
    private readonly loaders: TrailLoaders,
    private readonly actor: Actor,
  ) {}

  async headOf({ id, whose }: ProcedureView): Promise<TrailHead> {
    const { entries, hash } = (await this.loaders.headOf.load(id))!;
    const exact = isPermitted(this.actor, 'EXACT_COUNTS', whose);
    return { entries: exact ? entries : null, hash: hash.toString('hex') };
  }

  /** Oldest first, page by page. */
  async of({ id, whose }: ProcedureView, args: PageArguments): Promise<TrailConnection> {
    if (!isPermitted(this.actor, 'TRAIL_READ', whose)) throw refusal(this.actor);
    const { size, after } = requestOf(args);
    const found = await this.loaders.pageOf.load({ procedureId: id, size, after });
    const open = await this.#opens(id, whose);
    const edges = found.slice(0, size).map((entry) => ({
      ...{ whose, cursor: encodeCursor(ORDER, [entry.seq]), node: viewOf(entry, open, whose) },
    }));
    const pageInfo = {
      ...{ hasNextPage: found.length > size, hasPreviousPage: after > 0 },
      ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    };
    return { whose, edges, pageInfo };
  }

  /** Null where nothing personal was sealed, for whoever may not see it, and when its person was erased. */
  async contentOf({ procedureId, seq, person, sealed, open, whose }: TrailEntryView): Promise<TrailContent[] | null> {
    if (!open || person === null || sealed === null) return null;
    const key = await this.loaders.keyOf.load(person);
    const content = key?.open<Record<string, unknown>>(trailPlace(procedureId, seq), sealed) ?? null;
    if (content === null) return null;
    return Object.entries(content).flatMap(([name, value]) => {
      const text = textOf(value);
      return text === null ? [] : [{ name, value: text, whose }];
    });
  }

  /** The institution, which runs the procedure; the authority, which decides on it, from when it is submitted to it. */
  async #opens(id: string, whose: Resource): Promise<boolean> {
    if (isPermitted(this.actor, 'SELECTION_RUN', whose)) return true;
    return isPermitted(this.actor, 'SELECTION_DECIDE', whose) && this.loaders.isSubmitted.load(id);
  }
}

const viewOf = (
  { before, after, previous, hash, ...entry }: TrailEntry,
  open: boolean,
  whose: Resource,
): TrailEntryView => ({
  ...{ ...entry, open, whose, previous: previous.toString('hex'), hash: hash.toString('hex') },
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
