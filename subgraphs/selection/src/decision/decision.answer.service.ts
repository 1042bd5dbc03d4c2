import { randomUUID } from 'node:crypto';
import { localDay } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { CandidacyStore } from '../candidacy/candidacy.store.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import { assessmentLevel } from '../ledger/ledger.standing.rules.ts';
import { acceptedProblems, termsAccepted } from '../mandate/mandate.start.rules.ts';
import { MandateStore } from '../mandate/mandate.store.ts';
import type { Terms } from '../mandate/mandate.terms.rules.ts';
import { procedureAfter } from '../procedure/procedure.state.rules.ts';
import { ProcedureStore } from '../procedure/procedure.store.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { AcceptAppointmentInput, DeclineAppointmentInput } from './decision.input.ts';
import type { DecisionRecord } from './decision.record.ts';
import { DecisionRepository } from './decision.repository.ts';
import { acceptanceProblems } from './decision.rules.ts';
import { passOver } from './decision.service.ts';
import { concludeDecision } from './decision.steps.ts';
import { DecisionStore } from './decision.store.ts';

/** A candidate who was chosen, and by which decision. */
interface Asked {
  readonly candidacy: CandidacyRecord;
  readonly decision: DecisionRecord;
}

/** The answer of the one who was chosen. */
export class DecisionAnswerService {
  constructor(private readonly writing: SelectionWriting) {}

  accept(input: AcceptAppointmentInput): Promise<Written> {
    return this.writing.ofCandidate({
      ...{ mutation: 'acceptAppointment', input },
      act: (given, work) => this.#accept(given, work),
    });
  }

  decline(input: DeclineAppointmentInput): Promise<Written> {
    return this.writing.ofCandidate({
      ...{ mutation: 'declineAppointment', input },
      act: (given, work) => this.#decline(given, work),
    });
  }

  /** The post is filled: the mandate is told of, and nobody else can be appointed. */
  async #accept({ application, version }: AcceptAppointmentInput, work: Work): Promise<Acted> {
    const { procedure, manager } = work;
    const asked = await askedOf(application, work);
    const legal = procedureAfter(procedure, 'COMPLETE', 'CANDIDATE', 'APPOINTED');
    if (asked === null || !legal.ok) return { problems: [NOT_SELECTED] };
    const { candidacy, decision } = asked;
    const eligibility = await new DecisionRepository(manager).eligibility(procedure, candidacy.id);
    const terms = termsAccepted(localDay(work.now).toString(), decision.terms!);
    const { reservationAtAppointment } = rulesOf(procedure);
    const judged = {
      template: procedure.template!,
      eligibility,
      reservationAtAppointment: reservationAtAppointment.value,
    };
    const problems = [
      ...acceptedProblems(terms),
      ...acceptanceProblems(decision.terms!.startsOn, terms.startsOn, judged),
    ];
    if (problems.length > 0) return { problems };
    requireVersion(candidacy.id, version, candidacy.version);
    const answered = await new CandidacyStore(work).one({ candidacy, act: 'ACCEPT', as: 'CANDIDATE' });
    if ('problems' in answered) return answered;
    await concludeDecision(work);
    await new ProcedureStore(work).record({ act: 'COMPLETE', state: legal.state });
    await new DecisionStore(work).become(decision, 'IN_EFFECT');
    await giveMandate(asked, terms, work);
    const others = await new CandidacyRepository(manager).ofProcedure(procedure.id);
    const passed = await passOver(
      work,
      others.filter(({ status }) => status === 'SUITABLE'),
    );
    if (passed.problems !== undefined) return { problems: passed.problems };
    return answered;
  }

  /** The authority decides again, among those who are left. */
  async #decline({ application, version, reasons = null }: DeclineAppointmentInput, work: Work): Promise<Acted> {
    const asked = await askedOf(application, work);
    const legal = procedureAfter(work.procedure, 'REFUSE_APPOINTMENT', 'CANDIDATE');
    if (asked === null || !legal.ok) return { problems: [NOT_SELECTED] };
    const { candidacy, decision } = asked;
    requireVersion(candidacy.id, version, candidacy.version);
    const answered = await new CandidacyStore(work).one({ candidacy, act: 'DECLINE', as: 'CANDIDATE', reasons });
    if ('problems' in answered) return answered;
    await new ProcedureStore(work).record({ act: 'REFUSE_APPOINTMENT', state: legal.state });
    await new DecisionStore(work).become(decision, 'DECLINED', { candidateId: candidacy.candidateId, reasons });
    tellCandidate(work, candidacy, { code: 'ANSWER_APPOINTMENT', done: true });
    return answered;
  }
}

/** Null for whoever is not asked for an answer: where they stand is not told so. */
async function askedOf(application: string, { manager, procedure }: Work): Promise<Asked | null> {
  const candidacy = await new CandidacyRepository(manager).one(procedure.id, application);
  if (candidacy?.status !== 'SELECTED') return null;
  const decision = await new DecisionRepository(manager).standing(procedure.id);
  return decision?.candidacyId === candidacy.id ? { candidacy, decision } : null;
}

async function giveMandate({ candidacy, decision }: Asked, terms: Terms, work: Work): Promise<void> {
  const { procedure } = work;
  const { id: decisionId, languageRole } = decision;
  const template = procedure.template!;
  // By which holders of the function are exempt elsewhere.
  const level = assessmentLevel({ template, rules: rulesOf(procedure) });
  await new MandateStore(work).give({
    ...{ id: randomUUID(), decisionId, candidacyId: candidacy.id, candidateId: candidacy.candidateId },
    ...{ position: template.position, level, languageRole, terms, endsOn: terms.endsOn },
  });
  tellCandidate(work, candidacy, { code: 'ANSWER_APPOINTMENT', done: true });
}

const NOT_SELECTED = problem(
  'application',
  'NOT_SELECTED',
  null,
  'application must be one that was chosen for the appointment, and whose candidate has not answered yet',
);
