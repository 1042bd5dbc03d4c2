import { localDay } from '@mandate-graph/domain';
import type { PageArguments } from '@mandate-graph/persistence';
import { type Actor, requireAccess } from '@mandate-graph/runtime';
import type { HolderDigest } from '@mandate-graph/writing';
import type DataLoader from 'dataloader';
import type { Temporal } from 'temporal-polyfill';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import type { Deadline } from '../notification/notification.type.ts';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import { isOpen, type Window } from '../window/window.rules.ts';
import type { FunctionHeldFacts } from './holding.rules.ts';
import { asTold } from './ledger.facts.ts';
import type { Known } from './ledger.loaders.ts';
import { ledgerCursor, ledgerPage } from './ledger.page.ts';
import { attemptPlace, functionPlace } from './ledger.places.ts';
import type { AttemptRow, LedgerRepository } from './ledger.repository.ts';
import { windowOfAttempt } from './ledger.rules.ts';
import { standingIn } from './ledger.standing.rules.ts';
import type { AttemptScore } from './ledger.store.ts';
import type { AssessmentLedgerConnection, AssessmentStanding, AttemptView, ExemptingFunction } from './ledger.type.ts';

/** Assessments across vacancies, and what they lead to, as they are shown. */
export class LedgerService {
  constructor(
    private readonly repository: LedgerRepository,
    private readonly loader: DataLoader<CandidacyView, Known, string>,
    private readonly keys: PersonKeys,
    private readonly digest: HolderDigest,
    private readonly actor: Actor,
    private readonly now: Temporal.Instant,
  ) {}

  /**
   * Before the assessment it is that of today, and can still change; from then on that by which it was judged. Candidates
   * are told of a failure by its notification, and until then nothing follows from it here.
   */
  async standingOf(candidacy: CandidacyView): Promise<AssessmentStanding | null> {
    const { viewer } = candidacy;
    if (viewer !== 'CANDIDATE' && viewer !== 'RECRUITER') return null;
    const { facts, procedure } = await this.loader.load(candidacy);
    if (!procedure.template.announcedSteps.some(({ kind }) => kind === 'COMPUTER_ASSESSMENT')) return null;
    const known = viewer === 'RECRUITER' ? facts : asTold(facts);
    const { status, until, explanation, window } = standingIn(procedure, known, this.#today);
    return { status, until, explanation, window: this.#deadline(window) };
  }

  /** All that the candidate sat, for the institution: of other vacancies neither which they were, nor the score. */
  async attemptsOf(candidacy: CandidacyView): Promise<AttemptView[]> {
    if (candidacy.viewer !== 'RECRUITER') return [];
    const { facts } = await this.loader.load(candidacy);
    return facts.all.map((row) => this.#view(row, row.procedureId === candidacy.procedureId));
  }

  async functionHeldOf(candidacy: CandidacyView): Promise<ExemptingFunction | null> {
    const { viewer, candidateId } = candidacy;
    if (viewer !== 'CANDIDATE' && viewer !== 'RECRUITER') return null;
    const { held } = (await this.loader.load(candidacy)).facts;
    if (held === null) return null;
    const { id, data, version } = held;
    const facts = this.keys.open<FunctionHeldFacts>(candidateOf(candidateId), functionPlace(id), data);
    return facts === null ? null : { id, version, ...facts };
  }

  /** The caller's own, as far as they were told. */
  async own(args: PageArguments): Promise<AssessmentLedgerConnection> {
    const { subject } = this.actor;
    requireAccess(this.actor, 'OWN', { subject });
    const { size, beyond } = ledgerPage(args);
    const found = await this.repository.page(this.digest.of(subject), size, beyond);
    await this.keys.load(found.map(({ candidateId }) => candidateOf(candidateId)));
    const edges = found.slice(0, size).map((row) => ({ cursor: ledgerCursor(row), node: this.#view(row, true) }));
    const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
    const pageInfo = { hasNextPage: found.length > size, hasPreviousPage: beyond !== null, startCursor, endCursor };
    return { edges, pageInfo };
  }

  get #today(): string {
    return localDay(this.now).toString();
  }

  #view(row: AttemptRow, whole: boolean): AttemptView {
    const { id, level, testDay, passedDay, outcome, version, candidateId, procedureId, data } = row;
    const sealed = whole ? this.keys.open<AttemptScore>(candidateOf(candidateId), attemptPlace(id), data) : null;
    return {
      ...{ id, level, testDay, passedDay, outcome, version },
      ...{ score: sealed?.total ?? null, outOf: sealed?.outOf ?? null },
      window: this.#deadline(windowOfAttempt(row)),
      procedureId: whole ? procedureId : null,
    };
  }

  #deadline(window: Window | null): Deadline | null {
    if (window === null) return null;
    const { code, startsOn, lastDay, rule, arithmetic, ground } = window;
    return { code, startsOn, lastDay, open: isOpen(window, this.now), rule, arithmetic, ...ground };
  }
}
