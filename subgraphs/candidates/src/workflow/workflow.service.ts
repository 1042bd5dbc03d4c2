import { type InstitutionEntry, localDay, parseId, subjectIdOf } from '@mandate-graph/domain';
import type { Temporal } from 'temporal-polyfill';
import { TRANSITIONS } from '../application/application.state.rules.ts';
import type { EligibilityLoaders } from '../eligibility/eligibility.loaders.ts';
import { workflowOf } from './workflow.rules.ts';
import type { ApplicationWorkflow } from './workflow.type.ts';

/** How one applies for a vacancy, by anybody who asks. */
export class WorkflowService {
  constructor(
    private readonly loaders: EligibilityLoaders,
    private readonly registry: readonly InstitutionEntry[],
    private readonly now: Temporal.Instant,
  ) {}

  /** Null for a vacancy that is not known, not public, or not kept as the reference wants it read. */
  async of(reference: string): Promise<ApplicationWorkflow | null> {
    const vacancy = parseId(reference);
    if (vacancy?.kind !== 'vacancy') return null;
    const { asOf, knownAt } = vacancy;
    const day = asOf ?? localDay(this.now).toString();
    const conditions = await this.loaders.conditionsOf.load({ vacancyId: subjectIdOf(reference), day, knownAt });
    if (conditions === null) return null;
    const stated = this.registry.find(({ code }) => code === vacancy.institution)?.applicationWorkflow ?? null;
    return {
      name: stated ?? 'SUBMIT_AND_VALIDATE',
      origin: stated === null ? 'PLATFORM_DEFAULT' : 'INSTITUTION',
      transitions: TRANSITIONS,
      ...workflowOf(conditions),
    };
  }
}
