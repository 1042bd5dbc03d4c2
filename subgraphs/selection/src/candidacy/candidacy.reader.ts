import { type Actor, isPermitted, type Resource } from '@mandate-graph/runtime';
import type { HolderDigest } from '@mandate-graph/writing';
import type { StandingShown } from '../procedure/procedure.service.ts';
import { shownToEveryone } from '../procedure/procedure.shown.rules.ts';
import { type Standing, shownToCandidate } from './candidacy.shown.rules.ts';
import { FOUND_SUITABLE, JUDGED } from './candidacy.state.rules.ts';
import type { SeenCandidacy, Viewer } from './candidacy.type.ts';

/** A candidacy, with all that decides who sees it, and how much of it. */
export interface CandidacyFacts extends Standing {
  readonly id: string;
  readonly candidateId: string;
  readonly procedureId: string;
  readonly institution: string;
  readonly submittedAt: Date;
  /** Digest of the subject whose it is; null: erased. */
  readonly holder: string | null;
  readonly resultSubmitted: boolean;
  /** To the own candidate, by what everyone is shown the procedure; else false and 0. */
  readonly submitted: boolean;
  readonly waiting: number;
  /** Whether whoever asks is on the committee now. */
  readonly onCommittee: boolean;
  /** Whether whoever asks is a candidate of the procedure: then nobody but themselves is shown to them. */
  readonly amongCandidates: boolean;
}

/** Which candidacies of a procedure a conflict bars whoever asks from, being on its committee; null among them: all. */
export interface Barring {
  barredFrom(procedureId: string): Promise<readonly (string | null)[]>;
}

/** Who sees a candidacy: the candidate; the institution; a member of the committee, whom it judges; the authority, whom it can choose. */
export class CandidacyReader {
  readonly #holder: string;

  constructor(
    private readonly actor: Actor,
    digest: HolderDigest,
  ) {
    this.#holder = digest.of(actor.subject);
  }

  /** Null for whoever may not see it: as if it were not there. */
  view(facts: CandidacyFacts): SeenCandidacy | null {
    const { id, candidateId, procedureId, institution } = facts;
    const subject = facts.holder === this.#holder ? this.actor.subject : null;
    const whose = { institution, procedure: procedureId, subject };
    const viewer = this.#viewerOf(facts, whose);
    if (viewer === null) return null;
    const submittedAt = facts.submittedAt.toISOString();
    const { status, stepId, version } = viewer === 'CANDIDATE' ? shownToCandidate(facts) : facts;
    const standing = standingOf(facts, viewer);
    return { id, candidateId, procedureId, status, stepId, version, submittedAt, viewer, whose, standing };
  }

  #viewerOf(facts: CandidacyFacts, whose: Resource): Viewer | null {
    const { status, resultSubmitted, onCommittee, institution } = facts;
    if (whose.subject !== null && isPermitted(this.actor, 'OWN', whose)) return 'CANDIDATE';
    if (facts.amongCandidates) return null;
    if (isPermitted(this.actor, 'SELECTION_RUN', whose)) return 'RECRUITER';
    if (onCommittee && JUDGED.includes(status) && isPermitted(this.actor, 'COMMITTEE_ACT', whose)) return 'MEMBER';
    const submitted = resultSubmitted && FOUND_SUITABLE.includes(status);
    return submitted && isPermitted(this.actor, 'SELECTION_DECIDE', { institution }) ? 'AUTHORITY' : null;
  }
}

/** How the procedure stands to whoever sees a candidacy: to its candidate as to everyone. */
function standingOf({ procedureStatus: status, submitted, waiting }: CandidacyFacts, viewer: Viewer): StandingShown {
  const asItIs = { status, started: true, waiting };
  if (viewer !== 'CANDIDATE') return { ...asItIs, inside: true };
  const shown = shownToEveryone({ ...asItIs, submitted, ending: null, version: 0 });
  return { ...asItIs, status: shown.status, inside: false };
}
