import { isUuid } from '@mandate-graph/domain';
import { encodeCursor, type PageArguments, type PageRequest, pageRequest } from '@mandate-graph/persistence';
import { type Actor, badInput, isPermitted, permittingGrant, problem, refusal } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import { isStoredInstant } from '../access-log/access-log.rules.ts';
import type { ApplicationLoaders } from './application.loaders.ts';
import type { ApplicationReader } from './application.reader.ts';
import type { ApplicationsAsked, ListedApplication } from './application.repository.ts';
import { publishedCount, vacancyOf } from './application.rules.ts';
import type { ApplicationConnection, ApplicationView } from './application.type.ts';
import { viewOf } from './application.view.ts';

const ORDER = 'APPLICATIONS';

/** What may be known of applications: their number by anyone, themselves by whom the reader lets see them. */
export class ApplicationService {
  constructor(
    private readonly loaders: ApplicationLoaders,
    private readonly reader: ApplicationReader,
    private readonly actor: Actor,
    private readonly now: Temporal.Instant,
  ) {}

  /** Of a vacancy whose id may say how it is read; an id that is none finds nothing. */
  async countOf(reference: string): Promise<number | null> {
    const vacancy = vacancyOf(reference);
    if (vacancy === null) return null;
    const count = await this.loaders.countOfVacancy.load(vacancy.id);
    return isPermitted(this.actor, 'EXACT_COUNTS', vacancy) ? count : publishedCount(count);
  }

  /** Null for one that is not there, and for who may not see it: the two are not told apart. */
  async view(id: string): Promise<ApplicationView | null> {
    const facts = isUuid(id) ? await this.loaders.byId.load(id.toLowerCase()) : null;
    const view = facts === null ? null : viewOf(facts);
    if (view === null || !this.reader.sees(view)) return null;
    await this.reader.note(view, 'Application');
    return view;
  }

  /** For candidates themselves only. */
  async ofCandidate(candidateId: string): Promise<ApplicationView[]> {
    const found = await this.loaders.ofCandidate.load(candidateId);
    return found.map(viewOf).filter((view) => this.reader.isOwn(view));
  }

  /** Submitted applications, page by page. Whoever is given one leaves a trace in the access log. */
  async of(reference: string, args: PageArguments): Promise<ApplicationConnection> {
    const vacancy = vacancyOf(reference);
    const grant = vacancy === null ? null : permittingGrant(this.actor, 'APPLICATIONS_READ', vacancy);
    if (vacancy === null || grant === null) throw refusal(this.actor);
    const { size, after } = requestOf(args);
    const reader = {
      subject: this.actor.subject,
      role: grant.role,
      operation: 'Vacancy.applications',
      at: this.now.toString(),
    };
    const found = await this.loaders.ofVacancy.load({ vacancyId: vacancy.id, size, after, reader });
    return connectionOf(vacancy.institution, found, size, after !== null);
  }
}

/** Every part of the list says whose it is, since each field of it is checked for itself. */
function connectionOf(institution: string, found: readonly ListedApplication[], size: number, isLater: boolean) {
  const whose = { institution };
  const edges = found.slice(0, size).map(({ key, ...facts }) => ({
    whose,
    cursor: encodeCursor(ORDER, [key, facts.id]),
    node: viewOf(facts),
  }));
  return {
    whose,
    edges,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: isLater,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function requestOf(args: PageArguments): Pick<ApplicationsAsked, 'size' | 'after'> {
  const request = pageRequest(args, ORDER, 2);
  if (Array.isArray(request)) throw badInput(request);
  const { size, beyond } = request as PageRequest;
  if (beyond === null) return { size, after: null };
  const [submittedAt, id] = beyond;
  if (isStoredInstant(submittedAt) && isUuid(id)) return { size, after: { submittedAt, id } };
  throw badInput([problem('after', 'INVALID_CURSOR', args.after, 'after must be a cursor that this list gave.')]);
}
