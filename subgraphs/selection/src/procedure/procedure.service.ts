import {
  type LocalizedText,
  type ProcedureEnding,
  parseId,
  type StepKind,
  type SuitabilityScheme,
  statusAt,
  subjectIdOf,
} from '@mandate-graph/domain';
import { type Actor, badInput, isPermitted, problem, type Resource } from '@mandate-graph/runtime';
import { parseProcedureId } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { SelectionStepRow } from './procedure.entity.ts';
import type { ProcedureLoaders } from './procedure.loaders.ts';
import type { ProcedureFacts } from './procedure.repository.ts';
import { type ProcedureStatus, procedureStatus, type StepStatus, stepStatus } from './procedure.rules.ts';
import { type ProcedureStanding, shownToEveryone, stepsShownToEveryone } from './procedure.shown.rules.ts';

/** A procedure as anyone may see it. */
export interface ProcedureView {
  readonly id: string;
  readonly vacancyId: string;
  readonly status: ProcedureStatus;
  readonly suitabilityScheme: SuitabilityScheme | null;
  readonly legalRegime: string | null;
  readonly ending: ProcedureEnding | null;
  readonly version: number;
  readonly createdAt: string;
  /** By which access to what is not public of it is judged. */
  readonly whose: Resource;
  /** By which its steps are shown. */
  readonly standing: StandingShown;
}

/** How a procedure stands to whoever asks. */
export interface StandingShown extends Pick<ProcedureStanding, 'status' | 'started' | 'waiting'> {
  /** Whoever asks runs it, judges in it, decides on it or watches over it: they see all as it is. */
  readonly inside: boolean;
}

export interface StepView {
  readonly id: string;
  readonly key: string;
  readonly announcedKey: string | null;
  readonly position: number;
  readonly kind: StepKind;
  readonly name: LocalizedText;
  readonly eliminatory: boolean | null;
  readonly status: StepStatus;
  readonly version: number;
}

/** What anyone may know of selection procedures, at the instant of the request. */
export class ProcedureService {
  constructor(
    private readonly loaders: ProcedureLoaders,
    private readonly now: Temporal.Instant,
    private readonly actor: Actor,
  ) {}

  /** Refuses what cannot be an id; an id that is nobody's gives null. */
  async byId(text: string): Promise<ProcedureView | null> {
    if (parseProcedureId(text) !== null) return this.referred(text);
    const rule = `id must be the id of a selection procedure, a UUID, but got: ${text.slice(0, 100)}.`;
    throw badInput([problem('id', 'INVALID_ID', text, rule)]);
  }

  /** Of a reference that another subgraph makes: whatever it is, what is not there is null. */
  async referred(text: string): Promise<ProcedureView | null> {
    const id = parseProcedureId(text);
    return id === null ? null : this.#view(await this.loaders.byId.load(id));
  }

  /** Of a vacancy whose id may say how it is read; an id that is none finds nothing. */
  async ofVacancy(vacancyId: string): Promise<ProcedureView | null> {
    if (parseId(vacancyId)?.kind !== 'vacancy') return null;
    return this.#view(await this.loaders.byVacancy.load(subjectIdOf(vacancyId)));
  }

  async stepsOf({ id, standing }: ProcedureView): Promise<StepView[]> {
    return stepsShown(await this.loaders.stepsOf.load(id), standing);
  }

  /** A candidate of it sees it as everyone does, in whatever other role they ask. */
  #isInside({ institution, id: procedure, amongCandidates }: ProcedureFacts): boolean {
    const may = (rule: 'COMMITTEE_READ' | 'TRAIL_READ') => isPermitted(this.actor, rule, { institution, procedure });
    return !amongCandidates && (may('COMMITTEE_READ') || may('TRAIL_READ'));
  }

  #view(facts: ProcedureFacts | null): ProcedureView | null {
    if (facts === null) return null;
    const { id, vacancyId, institution, suitabilityScheme, legalRegime } = facts;
    const { publication, opensOn, applicationDeadline } = facts;
    const vacancy = { publication, opensOn, applicationDeadline };
    const { ending, version, submitted, waiting } = facts;
    const started = facts.recorded !== 'NOT_STARTED';
    const inside = this.#isInside(facts);
    const status = procedureStatus(statusAt(vacancy, this.now), facts.recorded);
    const asItIs = { status, ending, version };
    const shown = inside ? asItIs : shownToEveryone({ ...asItIs, started, submitted, waiting });
    return {
      ...{ id, vacancyId, suitabilityScheme, legalRegime, ...shown, createdAt: facts.createdAt.toISOString() },
      ...{ whose: { institution, procedure: id }, standing: { status: shown.status, started, waiting, inside } },
    };
  }
}

/** Steps as whoever asks is shown them. */
export const stepsShown = (rows: readonly SelectionStepRow[], standing: StandingShown): StepView[] =>
  standing.inside
    ? rows.map((row) => ({ ...row, status: stepStatus(row.status, standing.status) }))
    : stepsShownToEveryone(rows, standing);
