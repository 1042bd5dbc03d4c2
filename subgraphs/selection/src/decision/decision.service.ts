import { localDay, type Problem, unknown } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { CandidacyStore } from '../candidacy/candidacy.store.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import { interviewedIn } from '../interview/interview.repository.ts';
import { type Terms, termsOf } from '../mandate/mandate.terms.rules.ts';
import { type ProcedureState, procedureAfter } from '../procedure/procedure.state.rules.ts';
import { ProcedureStore } from '../procedure/procedure.store.ts';
import { placesOf } from '../ranking/ranking.repository.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { answerWindow } from '../window/window.rights.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import { byRule, type Work } from '../writing/work.ts';
import type { DecideAppointmentInput } from './decision.input.ts';
import type { Statement } from './decision.record.ts';
import { DecisionRepository } from './decision.repository.ts';
import { type Deciding, decisionProblems, departs, formProblems } from './decision.rules.ts';
import { concludeDecision, concludeInterviews } from './decision.steps.ts';
import { DecisionStore, type Stated } from './decision.store.ts';

/** What a decision is taken on. */
interface Case {
  /** Everybody who is or was in the procedure. */
  readonly all: readonly CandidacyRecord[];
  /** Those who can be chosen. */
  readonly suitable: readonly CandidacyRecord[];
  readonly deciding: Deciding;
}

/** The decision of the authority on the appointment. */
export class DecisionService {
  constructor(private readonly writing: SelectionWriting) {}

  decide(input: DecideAppointmentInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'decideAppointment', rule: 'SELECTION_DECIDE', input, what: 'procedure' },
      id: ({ procedure }) => procedure,
      act: (given, work) => this.#decide(given, work),
    });
  }

  async #decide(given: DecideAppointmentInput, work: Work): Promise<Acted> {
    const { procedure } = work;
    const legal =
      given.application == null
        ? procedureAfter(procedure, 'DECIDE_NOBODY', 'AUTHORITY', 'NOBODY_APPOINTED')
        : procedureAfter(procedure, 'DECIDE', 'AUTHORITY');
    if (!legal.ok) return { problems: [...legal.problems, ...formProblems(given)] };
    const on = await this.#caseOf(given, work);
    const chosen = on.suitable.find(({ id }) => id === given.application) ?? null;
    const terms = given.application == null || given.appointmentOn == null ? null : termsFor(given, work);
    const problems = [
      ...(given.application == null || chosen !== null ? [] : [notToBeChosen(given.application, on.all)]),
      ...decisionProblems(given, on.deciding),
      ...(terms?.problems ?? []),
    ];
    if (problems.length > 0) return { problems };
    requireVersion(procedure.id, given.version, procedure.version);
    await concludeInterviews(work);
    return chosen === null
      ? nobody(given, work, on, legal.state)
      : choose(given, work, on, chosen, legal.state, terms!.terms!);
  }

  async #caseOf({ application = null }: DecideAppointmentInput, work: Work): Promise<Case> {
    const { procedure, manager, now } = work;
    const repository = new DecisionRepository(manager);
    const all = await new CandidacyRepository(manager).ofProcedure(procedure.id);
    const suitable = all.filter(({ status }) => status === 'SUITABLE');
    const interview = procedure.steps.find(({ kind }) => kind === 'ADDITIONAL_INTERVIEW');
    const known = suitable.find(({ id }) => id === application);
    return {
      all,
      suitable,
      deciding: {
        suitable: suitable.map(({ id }) => id),
        places: await placesOf(manager, procedure.id),
        interviewed: interview === undefined ? null : await interviewedIn(manager, interview.id),
        eligibility: known === undefined ? null : await repository.eligibility(procedure, known.id),
        departureFromRanking: rulesOf(procedure).departureFromRanking.value,
        template: procedure.template!,
        today: localDay(now).toString(),
      },
    };
  }
}

const termsFor = ({ appointmentOn, terms }: DecideAppointmentInput, { procedure }: Work) =>
  termsOf(appointmentOn!, terms ?? {}, { ...procedure, template: procedure.template! });

/** The one who is chosen is asked for an answer; until then everybody else stays where they are. */
async function choose(
  given: DecideAppointmentInput,
  work: Work,
  { suitable, deciding }: Case,
  chosen: CandidacyRecord,
  state: ProcedureState,
  terms: Terms,
): Promise<Acted> {
  const { problems } = await new CandidacyStore(work).change([{ candidacy: chosen, act: 'SELECT', as: 'AUTHORITY' }]);
  if (problems !== undefined) return { problems };
  await new ProcedureStore(work).record({ act: 'DECIDE', state });
  const { departureReasons, terms: own, languageRole = null } = given;
  const statement: Statement = {
    reasons: given.reasons,
    ...(departureReasons != null && { departureReasons }),
    ...(own?.reasons != null && { termsReasons: own.reasons }),
  };
  const answer = await new DecisionStore(work).take(
    {
      ...{ candidacyId: chosen.id, status: 'AWAITING_ANSWER', authority: authorityOf(work), languageRole, terms },
      departsFromRanking: departs(chosen.id, deciding.suitable, deciding.places),
    },
    [{ candidacy: chosen, statement }, ...onOthers(given, suitable)],
  );
  tellCandidate(work, chosen, { code: 'SELECTED_FOR_APPOINTMENT' });
  tellCandidate(work, chosen, {
    code: 'ANSWER_APPOINTMENT',
    dueAt: answerWindow(rulesOf(work.procedure), work.now).endsAt,
  });
  return { answer };
}

/** Nobody is appointed, and the procedure has ended. Where nobody was left, whoever had been is told why. */
async function nobody(
  given: DecideAppointmentInput,
  work: Work,
  { all, suitable, deciding }: Case,
  state: ProcedureState,
): Promise<Acted> {
  await concludeDecision(work);
  await new ProcedureStore(work).record({ act: 'DECIDE_NOBODY', state });
  const concerned = suitable.length > 0 ? suitable : all.filter(({ id }) => deciding.places.has(id));
  const own = onOthers(given, suitable);
  const general = concerned
    .filter(({ id }) => !own.some(({ candidacy }) => candidacy.id === id))
    .map((candidacy) => ({ candidacy, statement: { reasons: given.reasons } }));
  const answer = await new DecisionStore(work).take(
    {
      ...{ candidacyId: null, status: 'IN_EFFECT', authority: authorityOf(work), languageRole: null, terms: null },
      departsFromRanking: false,
    },
    [...own, ...general],
  );
  const { problems } = await passOver(work, suitable);
  return problems === undefined ? { answer } : { problems };
}

/** Those who could have been chosen, and were not, once that is so for good. */
export const passOver = (work: Work, suitable: readonly CandidacyRecord[]) =>
  new CandidacyStore(work).change(
    suitable.map((candidacy) => ({ candidacy, act: 'PASS_OVER', as: 'RULE', by: byRule('decision-in-effect') })),
  );

const authorityOf = ({ procedure }: Work) => rulesOf(procedure).decidingAuthority.value;

const onOthers = ({ others }: DecideAppointmentInput, suitable: readonly CandidacyRecord[]): Stated[] =>
  (others ?? []).map(({ application, reasons }) => ({
    candidacy: suitable.find(({ id }) => id === application)!,
    statement: { reasons },
  }));

/** What is not before the authority is like what is not there. */
function notToBeChosen(application: string, all: readonly CandidacyRecord[]): Problem {
  const status = all.find(({ id }) => id === application)?.status;
  if (status !== 'DECLINED') return unknown('application', 'APPLICATION', 'a suitable candidate of this procedure');
  return problem('application', 'NOT_SUITABLE', status, 'application must be of a candidate who is still SUITABLE');
}
