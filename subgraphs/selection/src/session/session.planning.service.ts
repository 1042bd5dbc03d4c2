import { type Problem, reasonsProblems } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import { asking } from './session.asking.ts';
import { barringOf } from './session.barring.ts';
import { registrationEnds, sessionTerms } from './session.booking.rules.ts';
import { callOffProblems, changeProblems, isMoved, standingProblems } from './session.change.rules.ts';
import { changedOf, formProblems, plannedOf } from './session.form.rules.ts';
import type { CallOffSessionInput, ChangeSessionInput, PlanSessionInput } from './session.input.ts';
import { type Seat, SessionRepository } from './session.repository.ts';
import { assessmentStep, beginProblems, type Planned, sessionProblems, stepProblems } from './session.rules.ts';
import { SeatStore } from './session.seats.store.ts';
import { SessionStore } from './session.store.ts';
import { SessionTelling } from './session.telling.ts';

/** What a recruiter does with the sessions of the computer assessment before they are held. */
export class SessionPlanningService {
  constructor(private readonly writing: SelectionWriting) {}

  plan(input: PlanSessionInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'planSession', rule: 'SELECTION_RUN', input, what: 'procedure' },
      id: ({ procedure }) => procedure,
      act: (given, work) => this.#plan(given, work),
    });
  }

  /** Those who have a seat are told where it concerns them. */
  change(input: ChangeSessionInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'changeSession', rule: 'SELECTION_RUN', input, what: 'session' },
      id: ({ session }) => session,
      act: (given, work) => this.#change(given, work),
    });
  }

  /** Those who had a seat are told, and asked to choose another one; nobody is out for it. */
  callOff(input: CallOffSessionInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'callOffSession', rule: 'SELECTION_RUN', input, what: 'session' },
      id: ({ session }) => session,
      act: (given, work) => this.#callOff(given, work),
    });
  }

  async #plan(given: PlanSessionInput, work: Work): Promise<Acted> {
    const { procedure, now } = work;
    const step = assessmentStep(procedure);
    const problems = [
      ...stepProblems(procedure),
      ...formProblems(given, true, () => {
        const session = plannedOf(given, now);
        return [...beginProblems(session.registrationFrom, now), ...sessionProblems(session, now)];
      }),
    ];
    if (step === null || problems.length > 0) return { problems };
    return asking(work, step.id, sessionTerms(rulesOf(procedure)), async () => ({
      answer: await new SessionStore(work).plan(step.id, plannedOf(given, now)),
      asked: [],
    }));
  }

  async #change(given: ChangeSessionInput, work: Work): Promise<Acted> {
    const { procedure, now } = work;
    const [repository, terms] = [new SessionRepository(work.manager), sessionTerms(rulesOf(procedure))];
    const before = (await repository.one(procedure.id, given.session))!;
    const booked = await repository.takenIn(before.id);
    const problems = [
      ...stepProblems(procedure),
      ...standingProblems(before, now),
      ...formProblems(given, false, () => {
        const after = changedOf(given, before);
        return [...sessionProblems(after, now), ...changeProblems(before, after, terms, now)];
      }),
    ];
    if (problems.length > 0) return { problems };
    const after = changedOf(given, before);
    const barred = await barredProblems(work, after, booked);
    if (barred.length > 0) return { problems: barred };
    requireVersion(before.id, given.version, before.version);
    return asking(work, before.stepId, terms, async () => {
      const answer = await new SessionStore(work).change(before, after);
      const telling = new SessionTelling(work, terms);
      if (isMoved(before, after)) for (const seat of booked) telling.booked(toldOf(seat), after);
      return { answer, asked: [] };
    });
  }

  async #callOff({ session: id, version, reasons }: CallOffSessionInput, work: Work): Promise<Acted> {
    const { procedure, now } = work;
    const [repository, terms] = [new SessionRepository(work.manager), sessionTerms(rulesOf(procedure))];
    const session = (await repository.one(procedure.id, id))!;
    const booked = await repository.takenIn(id);
    const problems = [...stepProblems(procedure), ...callOffProblems(session, booked), ...reasonsProblems(reasons)];
    if (problems.length > 0) return { problems };
    requireVersion(id, version, session.version);
    return asking(work, session.stepId, terms, async () => {
      const answer = await new SessionStore(work).callOff(session, reasons);
      await new SeatStore(work).free(booked, 'CALLED_OFF');
      const dueAt = registrationEnds(await repository.ofProcedure(procedure.id), terms, now);
      const [telling, asked] = [new SessionTelling(work, terms), booked.map(toldOf)];
      for (const one of asked) telling.calledOff(one, session, dueAt);
      telling.toBook(asked, dueAt);
      return { answer, asked };
    });
  }
}

const toldOf = ({ candidacyId: id, candidateId }: Seat) => ({ id, candidateId });

/** A session is not moved to a day on which somebody who has a seat may not sit it. */
async function barredProblems(work: Work, session: Planned, booked: readonly Seat[]): Promise<Problem[]> {
  const barring = await barringOf(work, booked, [session], 'ALL');
  if (booked.every((seat) => barring(seat, session) === null)) return [];
  const rule = 'Whoever has a seat must be able to sit the assessment on that day';
  return [problem('startsAt', 'BOOKED_ARE_BARRED', session.startsAt.toString(), rule)];
}
