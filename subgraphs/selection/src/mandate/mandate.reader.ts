import type { Resource } from '@mandate-graph/runtime';
import DataLoader from 'dataloader';
import type { ProcedureView } from '../procedure/procedure.service.ts';
import type { MandateFacts, MandateRepository } from './mandate.repository.ts';
import type { Terms } from './mandate.terms.rules.ts';
import type { Appointee, AppointmentTerms, Mandate } from './mandate.type.ts';
import { termsExplained } from './mandate.words.rules.ts';

/** Mandates as they are shown. */
export class MandateReader {
  /** By the id of a procedure. Nothing is kept: what the same request did is read anew. */
  readonly #ofProcedure: DataLoader<string, MandateFacts | null>;

  constructor(repository: MandateRepository) {
    this.#ofProcedure = new DataLoader((ids) => repository.ofProcedures(ids), { cache: false });
  }

  /** For everybody, once it has been published: nothing is public before. */
  async appointee({ id, whose }: Pick<ProcedureView, 'id' | 'whose'>): Promise<Appointee | null> {
    const facts = await this.#ofProcedure.load(id);
    if (facts === null || facts.published === null) return null;
    const { name, at, version } = facts.published;
    const mandate = mandateView(facts, { institution: whose.institution ?? null });
    return { name, publishedAt: at.toISOString(), version, mandate };
  }

  /** That which came of a decision, for whoever sees the decision. */
  async ofDecision(procedureId: string, decisionId: string, whose: Resource): Promise<Mandate | null> {
    const facts = await this.#ofProcedure.load(procedureId);
    return facts?.decisionId === decisionId ? mandateView(facts, whose) : null;
  }
}

function mandateView({ id, version, languageRole, terms, endsOn, ended }: MandateFacts, whose: Resource): Mandate {
  return {
    ...termsView(terms, whose),
    ...{ id, version, languageRole, endsOn, termEndsOn: terms.endsOn },
    endsOnSource: endsOn === terms.endsOn ? terms.endsOnSource : 'DECISION',
    ...{ endCause: ended?.cause ?? null, endReasons: ended?.reasons ?? null },
  };
}

export const termsView = (terms: Terms, whose: Resource): AppointmentTerms => ({
  ...terms,
  explanation: termsExplained(terms),
  whose,
});
