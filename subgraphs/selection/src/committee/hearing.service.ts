import { localDay, type Problem, unknown } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import { requireVersion } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { tellCandidate } from '../candidacy/telling.ts';
import { interestsOf } from '../interest/interest.repository.ts';
import { send } from '../notification/notification.sending.ts';
import type { StepRecord } from '../procedure/procedure.record.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import { byRule, type Work } from '../writing/work.ts';
import { membersOf } from './committee.repository.ts';
import { type CommitteeRules, committeeRulesIn } from './committee.rules.ts';
import type { InviteToHearingInput, OpenHearingInput, RecordHearingInput } from './hearing.input.ts';
import { type HearingRecord, hearingDaysOf, hearingsOf } from './hearing.repository.ts';
import * as rules from './hearing.rules.ts';
import { HearingStore } from './hearing.store.ts';
import { runningProblems } from './member.rules.ts';

/** Hearings of candidates, as the institution records them: it keeps the minutes of the committee. */
export class HearingService {
  constructor(private readonly writing: SelectionWriting) {}

  invite(input: InviteToHearingInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'inviteToHearing', rule: 'SELECTION_RUN', input, what: 'step' },
      id: ({ step }) => step,
      act: (given, work) => this.#invite(given, work),
    });
  }

  open(input: OpenHearingInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'openHearing', rule: 'SELECTION_RUN', input, what: 'step' },
      id: ({ step }) => step,
      act: (given, work) => this.#open(given, work),
    });
  }

  record(input: RecordHearingInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'recordHearing', rule: 'SELECTION_RUN', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work) => this.#record(given, work),
    });
  }

  async #invite({ step: id, applications, startsAt, place }: InviteToHearingInput, work: Work): Promise<Acted> {
    const { procedure, manager, now } = work;
    const step = procedure.steps.find((one) => one.id === id)!;
    const waiting = await waitingIn(work, step);
    const problems = [
      ...runningProblems(procedure),
      ...rules.stepProblems(step),
      ...(applications.length > 0
        ? []
        : [problem('applications', 'REQUIRED', null, 'applications must name somebody')]),
      ...applications.flatMap((application, at) =>
        waiting.some((one) => one.id === application) ? [] : [notInStep(`applications[${at}]`)],
      ),
      ...(Temporal.Instant.compare(Temporal.Instant.from(startsAt), now) > 0
        ? []
        : [problem('startsAt', 'IN_THE_PAST', startsAt, 'startsAt must be still to come')]),
    ];
    if (problems.length > 0) return { problems };
    const invited = waiting.filter((one) => applications.includes(one.id));
    const before = await hearingsOf(manager, applications);
    await new HearingStore(work).invite(step, invited, before, { startsAt, place });
    for (const candidacy of invited) {
      tellCandidate(work, candidacy, { code: 'STEP_INVITED', facts: { step: step.kind, startsAt } });
    }
    return { answer: { id: step.id, version: step.version, recordedAt: now.toString(), procedureId: procedure.id } };
  }

  /** On the day itself, with the committee as it is then: a member who was replaced does not count any more. */
  async #open({ step: id, version, present }: OpenHearingInput, work: Work): Promise<Acted> {
    const { procedure, manager, keys, now } = work;
    const step = procedure.steps.find((one) => one.id === id)!;
    const heldOn = localDay(now).toString();
    const opening: rules.Opening = {
      ...{ rules: rulesIn(work, step), present: [...new Set(present)] },
      members: (await membersOf(manager, procedure.id)).filter(({ leftAt }) => leftAt === null),
      interests: await interestsOf(manager, keys, procedure.id, heldOn),
      waiting: (await waitingIn(work, step)).map((one) => one.id),
    };
    const problems = [...runningProblems(procedure), ...rules.stepProblems(step), ...rules.openingProblems(opening)];
    if (problems.length > 0) return { problems };
    const before = await dayOf(work, step, heldOn);
    requireVersion(before?.id ?? step.id, version, before?.version ?? 0);
    const counted = rules.countedOf(opening);
    const answer = await new HearingStore(work).open(step, before, {
      ...{ heldOn, members: counted.map((member) => member.id), present: opening.present },
      chair: counted.find((member) => member.function === 'CHAIR')?.id ?? null,
    });
    return { answer };
  }

  async #record(given: RecordHearingInput, work: Work): Promise<Acted> {
    const { procedure, manager, now } = work;
    const candidacy = (await new CandidacyRepository(manager).one(procedure.id, given.application))!;
    const step = procedure.steps.find((one) => one.id === given.step) ?? null;
    if (step === null) return { problems: [unknown('step', 'STEP', 'a step of this procedure')] };
    const hearing = (await hearingsOf(manager, [candidacy.id])).find(({ stepId }) => stepId === step.id) ?? null;
    const absenceExcludes = rulesOf(procedure).absenceExcludes.value;
    const today = localDay(now).toString();
    const problems = [
      ...runningProblems(procedure),
      ...rules.stepProblems(step),
      ...rules.givenProblems(given, { absenceExcludes, today }),
      ...(candidacy.status === 'IN_PROGRESS' && candidacy.stepId === step.id ? [] : [notInStep('application')]),
      ...(given.outcome === 'HELD'
        ? rules.heldProblems(await hearingOf(work, step, candidacy, given, today))
        : absentProblems(hearing, now)),
    ];
    if (problems.length > 0) return { problems };
    requireVersion(hearing?.id ?? candidacy.id, given.version, hearing?.version ?? 0);
    const held = given.outcome === 'HELD';
    const answer = await new HearingStore(work).record(step, candidacy.id, hearing, {
      ...{ outcome: given.outcome, heldOn: held ? (given.heldOn ?? today) : null },
      ...{ present: [...new Set(given.present ?? [])], minutes: given.minutes ?? null },
    });
    const wrong = held
      ? await heard(work, step, candidacy)
      : await missed(work, step, candidacy, given.reasons ?? null);
    return wrong === null ? { answer } : { problems: wrong };
  }
}

const rulesIn = ({ procedure }: Work, { key }: StepRecord): CommitteeRules =>
  committeeRulesIn(
    rulesOf(procedure),
    procedure.template!.announcedSteps.find((one) => one.key === key),
    key,
  );

async function waitingIn({ manager, procedure }: Work, { id }: StepRecord): Promise<readonly CandidacyRecord[]> {
  const all = await new CandidacyRepository(manager).ofProcedure(procedure.id);
  return all.filter(({ status, stepId }) => status === 'IN_PROGRESS' && stepId === id);
}

const dayOf = async ({ manager, procedure }: Work, { id }: StepRecord, day: string) =>
  (await hearingDaysOf(manager, [procedure.id])).find(({ stepId, heldOn }) => stepId === id && heldOn === day) ?? null;

async function hearingOf(
  work: Work,
  step: StepRecord,
  { id: candidacyId }: CandidacyRecord,
  given: RecordHearingInput,
  today: string,
): Promise<rules.Hearing> {
  const { manager, keys, procedure } = work;
  const day = given.heldOn ?? today;
  const opened = await dayOf(work, step, day);
  const members = (await membersOf(manager, procedure.id))
    .filter(({ id }) => opened?.members.includes(id))
    .map((member) => ({ ...member, function: member.id === opened?.chair ? ('CHAIR' as const) : ('MEMBER' as const) }));
  return {
    ...{ rules: rulesIn(work, step), members: opened === null ? null : members, there: opened?.present ?? [] },
    interests: await interestsOf(manager, keys, procedure.id, day),
    ...{ candidacyId, present: given.present ?? [], day },
  };
}

/** Nobody is absent who was not invited, or before it begins. */
function absentProblems(hearing: HearingRecord | null, now: Temporal.Instant): Problem[] {
  const startsAt = hearing?.status === 'INVITED' && hearing.startsAt !== null ? instantOf(hearing.startsAt) : null;
  if (startsAt === null)
    return [problem('outcome', 'NOT_INVITED', 'ABSENT', 'outcome may be ABSENT of a candidate who was invited')];
  return Temporal.Instant.compare(startsAt, now) <= 0
    ? []
    : [problem('outcome', 'NOT_BEGUN', startsAt.toString(), 'outcome may be ABSENT once the hearing was to begin')];
}

const heard = (work: Work, step: StepRecord, candidacy: CandidacyRecord) =>
  new CandidacyFlow(work).pass(step, [
    { candidacy, outcome: { stepId: step.id, result: 'HELD', reasons: null }, as: 'RECRUITER' },
  ]);

/** By the rule that excludes whoever is absent, told at once; where there is none, by the person who gives the reasons. */
async function missed(work: Work, step: StepRecord, candidacy: CandidacyRecord, reasons: string | null) {
  const flow = new CandidacyFlow(work);
  const stepId = step.id;
  if (reasons !== null) {
    return flow.exclude(step, [{ candidacy, outcome: { stepId, result: 'FAILED', reasons }, as: 'RECRUITER' }]);
  }
  const by = byRule('absent');
  const outcome = { stepId, result: 'ABSENT' as const, rule: 'ABSENT', reasons: null };
  const problems = await flow.exclude(step, [{ candidacy, outcome, as: 'RULE', by }]);
  if (problems !== null) return problems;
  await send(work, [{ candidacy, about: 'STEP', stepId, negative: true, remedyStated: false, byLetter: false, by }]);
  return null;
}

const notInStep = (path: string): Problem =>
  unknown(path, 'APPLICATION', 'the application of a candidate who is in this step now');
