import { type Actor, requireAccess } from '@mandate-graph/runtime';
import DataLoader from 'dataloader';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import { termsView } from '../mandate/mandate.reader.ts';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import type { ConcerningFacts, DecisionFacts, DecisionFactsRepository } from './decision.facts.ts';
import type { AppointmentDecision, CandidacyDecision } from './decision.type.ts';

/** Decisions as they are shown. */
export class DecisionReader {
  /** By the id of a procedure. Nothing is kept: what the same request decided is read anew. */
  readonly #ofProcedure: DataLoader<string, DecisionFacts[]>;
  readonly #ofCandidacy: DataLoader<string, ConcerningFacts | null>;

  constructor(
    repository: DecisionFactsRepository,
    private readonly actor: Actor,
  ) {
    this.#ofProcedure = new DataLoader((ids) => repository.ofProcedures(ids), { cache: false });
    this.#ofCandidacy = new DataLoader((ids) => repository.ofCandidacies(ids), { cache: false });
  }

  /** Of the institution, the last one first. */
  async ofProcedure({ id, whose }: Pick<ProcedureView, 'id' | 'whose'>): Promise<AppointmentDecision[]> {
    requireAccess(this.actor, 'DECISION_READ', whose);
    const { institution = null } = whose;
    return (await this.#ofProcedure.load(id)).map((facts) => viewOf(facts, institution));
  }

  /** Null where none concerns the candidate, or may be seen of it yet. */
  async ofCandidacy(candidacy: CandidacyView): Promise<CandidacyDecision | null> {
    if (candidacy.viewer === 'MEMBER') return null;
    const facts = await this.#ofCandidacy.load(candidacy.id);
    if (facts === null || (candidacy.viewer === 'CANDIDATE' && !isTold(facts, candidacy))) return null;
    const { id, status, authority, decidedAt, statement, terms, declineReasons, procedureId } = facts;
    const chosen = facts.candidacyId === candidacy.id;
    const { whose } = candidacy;
    return {
      ...{ chosen, status: chosen ? status : null, authority, decidedAt: decidedAt.toISOString() },
      ...{ reasons: statement?.reasons ?? null, terms: chosen && terms !== null ? termsView(terms, whose) : null },
      ...{ declineReasons, decisionId: id, procedureId, whose },
    };
  }

  /** Whether candidates may know what the authority found of them: once they were chosen, or the decision was sent to them. */
  async isToldTo(candidacy: CandidacyView): Promise<boolean> {
    const facts = await this.#ofCandidacy.load(candidacy.id);
    return facts !== null && isTold(facts, candidacy);
  }
}

/** Whoever is chosen is asked for an answer at once; everybody else learns of it by the notification. */
const isTold = ({ candidacyId, sent }: ConcerningFacts, { id }: CandidacyView): boolean => sent || candidacyId === id;

function viewOf({ statements, ...facts }: DecisionFacts, institution: string | null): AppointmentDecision {
  const { id, status, authority, decidedAt, candidacyId, departsFromRanking, languageRole, terms } = facts;
  const whose = { institution };
  const chosen = statements.find(({ application }) => application === candidacyId)?.statement ?? null;
  return {
    ...{ id, status, authority, decidedAt: decidedAt.toISOString(), application: candidacyId },
    statements: statements.map(({ application, statement }) => ({
      ...{ application, chosen: application === candidacyId, reasons: statement?.reasons ?? null, whose },
    })),
    ...{ departsFromRanking, departureReasons: chosen?.departureReasons ?? null },
    ...{ terms: terms === null ? null : termsView(terms, whose), termsReasons: chosen?.termsReasons ?? null },
    ...{ languageRole, declineReasons: facts.declineReasons, procedureId: facts.procedureId, whose },
  };
}
