import { closesAt, NOT_YET, nothingToChange } from '@mandate-graph/domain';
import { instantOf, type Resource } from '@mandate-graph/runtime';
import { type Outcome, requireVersion, type Sealing, type WriteResult } from '@mandate-graph/writing';
import { type ApplicationCase, caseOf } from '../application/application.case.ts';
import type { ApplicationRecord } from '../application/application.store.ts';
import { FileLoaders } from '../file/file.loaders.ts';
import { FileRepository } from '../file/file.repository.ts';
import { proposalsFor } from '../file/file.rules.ts';
import type { Inbox } from '../inbox/inbox.messages.rules.ts';
import { ProfileRepository } from '../profile/profile.repository.ts';
import { VacancyVersions } from '../vacancy/vacancy.versions.ts';
import type { RecordedOfApplication } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { WritingService } from '../writing/writing.service.ts';
import type { DecideEligibilityInput } from './decision.input.ts';
import type { DecisionRecord } from './decision.repository.ts';
import {
  type Deadline,
  type Deciding,
  decisionProblems,
  isOnJudgedFile,
  letsTakePart,
  NO_FROZEN_FILE,
} from './decision.rules.ts';
import { DecisionStore } from './decision.store.ts';
import type { DecisionView } from './decision.type.ts';

/** Records what persons decide on files, beside what the rules propose: the engine decides nothing. */
export class DecisionService {
  constructor(
    private readonly writing: WritingService,
    private readonly sealing: Sealing,
    private readonly inbox: Inbox,
  ) {}

  decide(input: DecideEligibilityInput): Promise<WriteResult<RecordedOfApplication>> {
    return this.writing.ofApplication({
      mutation: 'decideEligibility',
      rule: 'APPLICATION_DECIDE',
      input,
      act: (given, work) => this.#decide(given, work),
    });
  }

  async #decide(given: DecideEligibilityInput, work: Work): Promise<Outcome<RecordedOfApplication>> {
    const found = (await caseOf(work, given.application))!;
    const { application } = found;
    const store = new DecisionStore(work);
    const standing = await store.standing(application.id, given.conditions);
    const on = given.version ?? NOT_YET;
    const problems = [
      ...(standing.version === NOT_YET && on !== NOT_YET ? [nothingToChange(on)] : []),
      ...decisionProblems(given, await decidingOf(found, store, work)),
    ];
    if (problems.length > 0) return { problems };
    const { conditions, outcome, reasons, remedyStated } = given;
    const proposal = await this.#proposal(work, application, given);
    if (proposal === null) return { problems: [NO_FROZEN_FILE] };
    requireVersion(standing.id, on, standing.version);
    const decision = { conditions, outcome, reasons, remedyStated, ...proposal };
    const answer = await store.put(application, standing, decision);
    await this.inbox.post(work, [
      {
        code: 'ELIGIBILITY_DECIDED',
        applicationId: application.id,
        vacancyId: application.vacancyId,
        facts: {
          ...{ conditions, outcome, remedyStated: String(remedyStated) },
          ...(standing.version !== NOT_YET && { replaces: 'true' }),
        },
        reasons,
      },
    ]);
    return { answer };
  }

  /** What the rules propose for the frozen file; null where there is none, as after its time to be kept. */
  async #proposal({ manager, now, candidate }: Work, application: ApplicationRecord, given: DecideEligibilityInput) {
    const files = new FileLoaders(new FileRepository(manager, this.sealing), new VacancyVersions(manager), now);
    const file = await files.judged.load({ id: application.id, vacancyId: application.vacancyId, onceFrozen: true });
    if (file === null) return null;
    const on = given.appointmentOn ?? null;
    const profiles = new ProfileRepository(manager, this.sealing);
    const profile = on === null ? [] : (await profiles.current([candidate.id])).get(candidate.id)!;
    const { participation, appointment } = proposalsFor(
      file,
      application.submittedAt,
      on === null ? null : { on, profile },
    );
    const { outcome: proposed, judgedOn } = appointment ?? participation;
    return { proposed, judgedOn, judgedFile: file.frozenAt!, vacancyVersion: file.vacancy.version };
  }
}

async function decidingOf(
  { application, vacancy, status }: ApplicationCase,
  store: DecisionStore,
  { by }: Work,
): Promise<Deciding> {
  const deadline = vacancy?.state.applicationDeadline ?? null;
  return {
    ...{ application: application.standing.status, vacancy: status, deadline: deadline?.date ?? null },
    participation: deadline === null ? null : await store.participation(application.id, closesAt(deadline)),
    isOwn: await store.isCandidate(by),
  };
}

/**
 * Decisions on an application as they are shown, by the deadline as it is now. One on being appointed stands as long as
 * the one on taking part does, and lets them. `whose` is the application.
 */
export function decisionViews(
  decisions: readonly DecisionRecord[],
  deadline: Deadline | null,
  whose: Resource,
): DecisionView[] {
  const isOnFile = ({ judgedFile }: DecisionRecord) => isOnJudgedFile(instantOf(judgedFile), deadline);
  const takesPart = decisions.some(
    (one) => one.conditions === 'PARTICIPATION' && isOnFile(one) && letsTakePart(one.outcome),
  );
  return decisions.map((decision) => {
    const { judgedFile, decidedAt, ...facts } = decision;
    return {
      ...facts,
      fileFrozenAt: judgedFile.toISOString(),
      stands: isOnFile(decision) && (facts.conditions === 'PARTICIPATION' || takesPart),
      decidedAt: decidedAt.toISOString(),
      whose,
    };
  });
}
