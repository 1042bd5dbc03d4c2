import type { Problem } from '@mandate-graph/domain';
import { instantOf } from '@mandate-graph/runtime';
import { requireVersion } from '@mandate-graph/writing';
import { Temporal } from 'temporal-polyfill';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { NotificationRepository } from '../notification/notification.repository.ts';
import { standing, windowsAfter } from '../notification/notification.windows.rules.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { problem } from '../writing/problem.rules.ts';
import type { RecordedOfProcedure } from '../writing/recorded.type.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { RecordAppealInput, RecordAppealOutcomeInput } from './request.input.ts';
import { RequestRepository } from './request.repository.ts';
import { type Appealable, appealOutcomeProblems, appealProblems } from './request.rules.ts';
import { RequestStore } from './request.store.ts';

/**
 * Appeals to the Council of State, of which the institution hears from the court. While one is pending nothing is final
 * and nobody is erased. Even an annulment changes nothing by itself: what it leads to is for people to do.
 */
export class RequestAppealService {
  constructor(private readonly writing: SelectionWriting) {}

  record(input: RecordAppealInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'recordAppeal', rule: 'SELECTION_RUN', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work) => this.#record(given, work),
    });
  }

  outcome(input: RecordAppealOutcomeInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'recordAppealOutcome', rule: 'SELECTION_RUN', input, what: 'request' },
      id: ({ request }) => request,
      act: (given, work) => this.#outcome(given, work),
    });
  }

  async #record({ application, lodgedAt, reference }: RecordAppealInput, work: Work): Promise<Acted> {
    const candidacy = (await new CandidacyRepository(work.manager).one(work.procedure.id, application))!;
    const filedAt = Temporal.Instant.from(lodgedAt);
    const problems = [
      ...appealProblems(await appealable(work, candidacy.id), filedAt, work.now),
      ...(await lodgedBefore(work, candidacy.id, reference)),
    ];
    if (problems.length > 0) return { problems };
    const filing = { kind: 'APPEAL' as const, status: 'LODGED' as const, stepId: null, outcomeVersion: null };
    const answer = await new RequestStore(work).file(candidacy, { ...filing, filedAt, text: reference });
    tell(work, { candidacyId: candidacy.id, candidateId: candidacy.candidateId }, answer, true);
    return { answer };
  }

  async #outcome(given: RecordAppealOutcomeInput, work: Work): Promise<Acted> {
    const { request: id, version, outcome: status, reference: answer } = given;
    const request = (await new RequestRepository(work.manager).one(id))!;
    const answeredAt = Temporal.Instant.from(given.decidedAt);
    const problems = appealOutcomeProblems({ ...request, filedAt: instantOf(request.filedAt) }, answeredAt, work.now);
    if (problems.length > 0) return { problems };
    requireVersion(id, version, request.version);
    const recorded = await new RequestStore(work).answer(request, { status, answer, answeredAt });
    tell(work, request, recorded, false);
    return { answer: recorded };
  }
}

/** What was sent to a candidate against which an appeal can be lodged. */
async function appealable({ manager, procedure }: Work, candidacyId: string): Promise<Appealable[]> {
  const [sent] = await new NotificationRepository(manager).ofCandidacies([candidacyId]);
  const rules = rulesOf(procedure);
  return standing(sent!).flatMap(({ sentAt, runsFrom, ...facts }) =>
    windowsAfter(rules, { ...facts, runsFrom: instantOf(runsFrom) })
      .filter(({ code }) => code === 'APPEAL')
      .map((window) => ({ sentAt: instantOf(sentAt), window })),
  );
}

/** The number of a case is noted once of a candidacy. */
async function lodgedBefore(work: Work, candidacyId: string, reference: string): Promise<Problem[]> {
  const [requests] = await new RequestRepository(work.manager).ofCandidacies([candidacyId]);
  const words = await new RequestStore(work).words(requests!.filter(({ kind }) => kind === 'APPEAL'));
  if (words.every((one) => one?.text !== reference)) return [];
  return [problem('reference', 'LODGED_BEFORE', null, 'An appeal is noted once: there is one with this reference')];
}

/** Whoever keeps the person's data keeps it while an appeal is pending. */
function tell(
  work: Work,
  { candidacyId, candidateId }: { readonly candidacyId: string; readonly candidateId: string },
  { id: request, version, recordedAt }: RecordedOfProcedure,
  pending: boolean,
): void {
  const { procedure } = work;
  work.tell('mandate-graph.appeal.recorded.v1', candidacyId, {
    ...{ application: candidacyId, candidate: candidateId, vacancy: procedure.vacancyId, procedure: procedure.id },
    ...{ request, pending, version, recordedAt },
  });
}
