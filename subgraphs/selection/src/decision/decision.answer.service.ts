import { randomUUID } from 'node:crypto';
import { localDay, reasonsProblems } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import { requireVersion } from '@mandate-graph/writing';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { type CandidacyChange, CandidacyStore } from '../candidacy/candidacy.store.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import { assessmentLevel } from '../ledger/ledger.standing.rules.ts';
import { acceptedProblems, termsAccepted } from '../mandate/mandate.start.rules.ts';
import { MandateStore } from '../mandate/mandate.store.ts';
import type { Terms } from '../mandate/mandate.terms.rules.ts';
import { procedureAfter } from '../procedure/procedure.state.rules.ts';
import { ProcedureStore, type Recording } from '../procedure/procedure.store.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { answerWindow } from '../window/window.rights.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import { acceptanceProblems, type Judged, noAnswerProblems } from './decision.answer.rules.ts';
import type { AcceptAppointmentInput, DeclineAppointmentInput, RecordNoAnswerInput } from './decision.input.ts';
import type { DecisionRecord } from './decision.record.ts';
import { DecisionRepository } from './decision.repository.ts';
import { passOver } from './decision.service.ts';
import { concludeDecision } from './decision.steps.ts';
import { DecisionStore } from './decision.store.ts';

/** A candidate who was chosen, and by which decision. */
interface Asked {
  readonly candidacy: CandidacyRecord;
  readonly decision: DecisionRecord;
}

/** The answer of the one who was chosen, or that none came. */
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

  recordNoAnswer(input: RecordNoAnswerInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'recordNoAnswer', rule: 'SELECTION_DECIDE', input, what: 'procedure' },
      id: ({ procedure }) => procedure,
      act: (given, work) => this.#recordNoAnswer(given, work),
    });
  }

  /** The post is filled: the mandate is told of, and nobody else can be appointed. */
  async #accept({ application, version }: AcceptAppointmentInput, work: Work): Promise<Acted> {
    const { procedure, manager } = work;
    const asked = await askedOf(application, work);
    const legal = procedureAfter(procedure, 'COMPLETE', 'CANDIDATE', 'APPOINTED');
    if (asked === null || !legal.ok) return { problems: [NOT_SELECTED] };
    const { candidacy, decision } = asked;
    const terms = termsAccepted(localDay(work.now).toString(), decision.terms!);
    const problems = [
      ...acceptedProblems(terms),
      ...acceptanceProblems(decision.terms!.startsOn, terms.startsOn, await judgedOf(candidacy.id, work)),
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
    requireVersion(asked.candidacy.id, version, asked.candidacy.version);
    const of = { act: 'REFUSE_APPOINTMENT', state: legal.state } as const;
    return decideAgain(asked, { act: 'DECLINE', as: 'CANDIDATE', reasons }, of, work);
  }

  /** The same where no answer came: whoever was chosen may give one until this is recorded. */
  async #recordNoAnswer({ version, reasons }: RecordNoAnswerInput, work: Work): Promise<Acted> {
    const { procedure, manager, now } = work;
    const legal = procedureAfter(procedure, 'NO_ANSWER', 'AUTHORITY');
    if (!legal.ok) return { problems: [...legal.problems, ...reasonsProblems(reasons)] };
    const decision = (await new DecisionRepository(manager).standing(procedure.id))!;
    const awaited = answerWindow(rulesOf(procedure), instantOf(decision.decidedAt));
    const judged = await judgedOf(decision.candidacyId!, work);
    const problems = [...noAnswerProblems(awaited, now, judged), ...reasonsProblems(reasons)];
    if (problems.length > 0) return { problems };
    requireVersion(procedure.id, version, procedure.version);
    const candidacy = (await new CandidacyRepository(manager).one(procedure.id, decision.candidacyId!))!;
    const of = { act: 'NO_ANSWER', state: legal.state } as const;
    const recorded = await decideAgain(
      { candidacy, decision },
      { act: 'NO_ANSWER', as: 'AUTHORITY', reasons },
      of,
      work,
    );
    tellCandidate(work, candidacy, { code: 'NO_ANSWER_RECORDED' });
    return recorded;
  }
}

async function judgedOf(candidacyId: string, { procedure, manager }: Work): Promise<Judged> {
  return {
    template: procedure.template!,
    eligibility: await new DecisionRepository(manager).eligibility(procedure, candidacyId),
    reservationAtAppointment: rulesOf(procedure).reservationAtAppointment.value,
  };
}

/** Nothing comes of the decision, and the procedure is where it was before; why, is about the one who was chosen. */
async function decideAgain(
  { candidacy, decision }: Asked,
  change: Pick<CandidacyChange, 'act' | 'as' | 'reasons'>,
  recording: Recording,
  work: Work,
): Promise<Acted> {
  const answered = await new CandidacyStore(work).one({ candidacy, ...change });
  if ('problems' in answered) return answered;
  await new ProcedureStore(work).record(recording);
  const { candidateId } = candidacy;
  await new DecisionStore(work).become(decision, 'DECLINED', { candidateId, reasons: change.reasons ?? null });
  tellCandidate(work, candidacy, { code: 'ANSWER_APPOINTMENT', done: true });
  return answered;
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
