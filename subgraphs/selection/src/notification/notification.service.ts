import type { NotificationSent, Problem } from '@mandate-graph/domain';
import { isUuid } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import { tellCandidate } from '../candidacy/telling.ts';
import type { StepRecord } from '../procedure/procedure.record.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { SendOutcomesInput } from './notification.input.ts';
import { NotificationRepository } from './notification.repository.ts';
import { isNegative, isSendable, type Sendable, sendingProblems } from './notification.rules.ts';
import { send } from './notification.sending.ts';

/** Sends candidates what came of a step, of the committee or of the decision. */
export class NotificationService {
  constructor(private readonly writing: SelectionWriting) {}

  sendOutcomes(input: SendOutcomesInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'sendOutcomes', rule: 'SELECTION_RUN', input, what: 'procedure' },
      id: ({ procedure }) => procedure,
      act: (given, work) => this.#send(given, work),
    });
  }

  async #send(given: SendOutcomesInput, work: Work): Promise<Acted> {
    const { procedure, now } = work;
    const { about, remedyStated, byLetter, applications = null } = given;
    const step = procedure.steps.find(({ id }) => id === given.step) ?? null;
    const sentAt = given.sentAt == null ? now : Temporal.Instant.from(given.sentAt);
    const all = await new NotificationRepository(work.manager).sendable(procedure.id, about, step?.id ?? null);
    const due = all.filter((one) => isSendable(about, one) && !one.sent);
    const chosen = applications === null ? due : due.filter(({ id }) => applications.includes(id));
    const problems = [
      ...sendingProblems(about, step, byLetter, procedure),
      ...sentAtProblems(sentAt, work, chosen),
      ...applicationProblems(applications, due),
      ...(chosen.length === 0
        ? [problem('procedure', 'NOTHING_TO_SEND', null, 'There is nothing of this that has not been sent')]
        : []),
    ];
    if (problems.length > 0) return { problems };
    await send(
      work,
      chosen.map((candidacy) => ({
        ...{ candidacy, about, stepId: step?.id ?? null, negative: isNegative(about, candidacy) },
        ...{ remedyStated, byLetter, sentAt, shownAt: now },
      })),
    );
    for (const candidacy of chosen) tell(work, candidacy, about, step, given);
    const { id, version } = procedure;
    return { answer: { id, version, recordedAt: now.toString(), procedureId: id } };
  }
}

function tell(
  work: Work,
  candidacy: Sendable,
  about: NotificationSent['about'],
  step: StepRecord | null,
  { remedyStated, byLetter }: SendOutcomesInput,
): void {
  const facts = { remedyStated: String(remedyStated), ...(byLetter && { byLetter: 'true' }) };
  if (about === 'STEP')
    tellCandidate(work, candidacy, { code: 'EXCLUDED_BY_STEP', facts: { ...facts, step: step!.kind } });
  if (about === 'RESULT') tellCandidate(work, candidacy, { code: 'RESULT_SENT', facts });
  if (about !== 'DECISION') return;
  tellCandidate(work, candidacy, { code: candidacy.status === 'APPOINTED' ? 'APPOINTED' : 'NOT_APPOINTED', facts });
}

/** A window cannot begin before what it is about, nor in the time to come. */
function sentAtProblems(sentAt: Temporal.Instant, { now }: Work, chosen: readonly Sendable[]): Problem[] {
  const value = sentAt.toString();
  if (Temporal.Instant.compare(sentAt, now) > 0) {
    return [problem('sentAt', 'IN_THE_FUTURE', value, 'sentAt must not be after now')];
  }
  if (chosen.every(({ since }) => Temporal.Instant.compare(sentAt, instantOf(since)) >= 0)) return [];
  return [problem('sentAt', 'BEFORE_THE_OUTCOME', value, 'sentAt must not be before the outcome that is sent')];
}

function applicationProblems(applications: readonly string[] | null, due: readonly Sendable[]): Problem[] {
  return (applications ?? []).flatMap((id, at) =>
    isUuid(id) && due.some((one) => one.id === id)
      ? []
      : [
          problem(
            `applications[${at}]`,
            'NOT_TO_BE_SENT',
            null,
            'Each must be of this procedure, and have an outcome of this that has not been sent',
          ),
        ],
  );
}
