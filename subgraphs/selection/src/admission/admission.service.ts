import { reasonsProblems } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import { CandidacyFlow, stepOf } from '../candidacy/candidacy.flow.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { candidacyAfter } from '../candidacy/candidacy.state.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { DeclareInadmissibleInput } from './admission.input.ts';

/**
 * Admissibility, which the screening looks at beside the conditions of taking part. Those are decided on the frozen file,
 * where candidates are; that an application cannot be received at all is decided here.
 */
export class AdmissionService {
  constructor(private readonly writing: SelectionWriting) {}

  declareInadmissible(input: DeclareInadmissibleInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'declareInadmissible', rule: 'SELECTION_RUN', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work) => this.#declare(given, work),
    });
  }

  async #declare({ application, version, reasons }: DeclareInadmissibleInput, work: Work): Promise<Acted> {
    const { procedure, now } = work;
    const candidacy = (await new CandidacyRepository(work.manager).one(procedure.id, application))!;
    const step = stepOf(procedure, candidacy.stepId);
    const judged = candidacyAfter(
      { status: candidacy.status, step: step?.kind ?? null },
      'EXCLUDE',
      'RECRUITER',
      procedure.status,
    );
    const problems = [
      ...(judged.problems ?? []),
      ...(step?.kind === 'ELIGIBILITY_SCREENING' ? [] : [NOT_IN_SCREENING]),
      ...reasonsProblems(reasons),
    ];
    if (step === null || problems.length > 0) return { problems };
    requireVersion(candidacy.id, version, candidacy.version);
    const outcome = { stepId: step.id, result: 'FAILED' as const, reasons };
    await new CandidacyFlow(work).exclude(step, [{ candidacy, outcome, as: 'RECRUITER' }]);
    const { id, version: before } = candidacy;
    return { answer: { id, version: before + 1, recordedAt: now.toString(), procedureId: procedure.id } };
  }
}

const NOT_IN_SCREENING = {
  ...{ path: 'application', code: 'NOT_IN_SCREENING', value: null },
  rule: 'An application is declared inadmissible while its candidate is in the screening.',
};
