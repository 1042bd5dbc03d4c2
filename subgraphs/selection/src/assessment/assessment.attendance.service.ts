import { isUuid, localDay, unknown } from '@mandate-graph/domain';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { barredOn } from '../ledger/ledger.entry.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { sessionTerms } from '../session/session.booking.rules.ts';
import { excludeByRule } from '../session/session.exclusion.ts';
import type { SessionRecord } from '../session/session.record.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { assessmentStep, inStepProblems } from '../session/session.rules.ts';
import { SeatStore } from '../session/session.seats.store.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import { byRule, type Work } from '../writing/work.ts';
import type { RecordAttendanceInput } from './assessment.input.ts';
import { attendanceProblems, BARRED, startProblems } from './assessment.rules.ts';

/** Who was there at a session. Absence excludes where the notice says so: told at once, and contestable. */
export class AttendanceService {
  constructor(private readonly writing: SelectionWriting) {}

  record(input: RecordAttendanceInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'recordAttendance', rule: 'SELECTION_RUN', input, what: 'session' },
      id: ({ session }) => session,
      act: (given, work) => this.#record(given, work),
    });
  }

  async #record({ session: id, application, attendance }: RecordAttendanceInput, work: Work): Promise<Acted> {
    const { procedure, manager, now } = work;
    const repository = new SessionRepository(manager);
    const session = (await repository.one(procedure.id, id))!;
    const candidacy = isUuid(application)
      ? await new CandidacyRepository(manager).one(procedure.id, application)
      : null;
    const seats = candidacy === null ? [] : await repository.seatsOf([candidacy.id]);
    const seat = seats.findLast(({ sessionId, status }) => sessionId === session.id && !FREED.includes(status));
    const problems = [
      ...startProblems(session.startsAt, now),
      ...(candidacy === null || seat === undefined
        ? [unknown('application', 'APPLICATION', 'an application with a seat in the session')]
        : [
            ...inStepProblems(candidacy, procedure),
            ...attendanceProblems(seat, attendance, seats),
            ...(attendance === 'PRESENT' ? await barredProblems(work, candidacy, session) : []),
          ]),
    ];
    if (candidacy === null || seat === undefined || problems.length > 0) return { problems };
    const answer = await new SeatStore(work).attend(seat, attendance);
    if (attendance === 'ABSENT' && sessionTerms(rulesOf(procedure)).absenceExcludes) {
      await excludeByRule(work, assessmentStep(procedure)!, [{ candidacy, result: 'ABSENT' }], byRule('absence'));
    }
    return { answer };
  }
}

async function barredProblems(work: Work, { candidateId }: CandidacyRecord, { startsAt }: SessionRecord) {
  return (await barredOn(work, candidateId, localDay(startsAt).toString())) === null ? [] : [BARRED];
}

const FREED: readonly string[] = ['RELEASED', 'CALLED_OFF'];
