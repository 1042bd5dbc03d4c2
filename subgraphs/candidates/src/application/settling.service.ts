import { localDay } from '@mandate-graph/domain';
import type { Sealing } from '@mandate-graph/writing';
import { DecisionRepository } from '../decision/decision.repository.ts';
import { FileRepository } from '../file/file.repository.ts';
import type { Inbox } from '../inbox/inbox.messages.rules.ts';
import { SectionRepository } from '../section/section.repository.ts';
import { VacancyVersions } from '../vacancy/vacancy.versions.ts';
import type { Settling, Work } from '../writing/work.ts';
import { type ApplicationRecord, ApplicationStore } from './application.store.ts';
import { yearsLacking } from './application.years.rules.ts';
import { isSettled, type SettlingStep, type Situation, settlingSteps } from './settling.rules.ts';

/**
 * Brings the applications of a candidate up to date with what institutions told, and with the clock. It comes before
 * every act of or about the candidate, under the same lock: so however long after a deadline it comes, nothing of the
 * file can have changed since, and what is frozen late is the file as it stood.
 */
export class SettlingService implements Settling {
  constructor(
    private readonly sealing: Sealing,
    private readonly inbox: Inbox,
  ) {}

  async settle(work: Omit<Work, 'by'>): Promise<void> {
    const applications = await new ApplicationStore(work.manager).ofCandidate(work.candidate.id);
    for (const situation of await this.#unsettled(work, applications)) {
      let { application } = situation;
      for (const step of settlingSteps(situation)) application = await this.#take(work, application, step);
    }
  }

  async #unsettled(
    { manager, now }: Omit<Work, 'by'>,
    applications: readonly ApplicationRecord[],
  ): Promise<Situation[]> {
    const versions = new VacancyVersions(manager);
    const vacancyIds = applications.map(({ vacancyId }) => vacancyId);
    const newest = await versions.latest(vacancyIds, localDay(now).toString());
    const unsettled = applications.flatMap((application) => {
      const latest = newest.get(application.vacancyId);
      return latest === undefined || isSettled(application, latest, now) ? [] : [{ application, latest }];
    });
    if (unsettled.length === 0) return [];
    const ids = unsettled.map(({ application: { id } }) => id);
    const lastTold = unsettled.map(({ application: { vacancyId, vacancyVersion, vacancyDay } }) => ({
      ...{ vacancyId, version: vacancyVersion, day: vacancyDay, until: localDay(now).toString() },
    }));
    const told = await versions.asTold(lastTold);
    const reasons = await versions.reasonsSince(lastTold);
    const sections = await new SectionRepository(manager, this.sealing).current(ids);
    const decided = await new DecisionRepository(manager, this.sealing).decided(ids);
    const freezings = await new FileRepository(manager, this.sealing).freezings(ids);
    return unsettled.map(({ application, latest }, at) => ({
      ...{ application, latest, now },
      told: told[at] ?? null,
      yearsReached:
        latest.known !== null &&
        yearsLacking(latest.known.state, application.submittedAt, sections.get(application.id)!).length === 0,
      frozenFor: freezings.get(application.id)!,
      decided: decided.has(application.id),
      reasons: reasons[at] ?? null,
    }));
  }

  async #take(work: Omit<Work, 'by'>, application: ApplicationRecord, step: SettlingStep): Promise<ApplicationRecord> {
    const { manager } = work;
    const store = new ApplicationStore(manager);
    const files = new FileRepository(manager, this.sealing);
    switch (step.kind) {
      case 'RECORD':
        return store.record({ ...work, by: step.by }, application, step.act, step.standing);
      case 'SEE':
        return store.see(application, step.seen);
      case 'TELL':
        await this.inbox.post(work, step.messages);
        return application;
      case 'TASKS_DONE':
        await this.inbox.done(work, application.id, step.tasks);
        return application;
      case 'TASKS_DUE':
        await this.inbox.due(work, application.id, step.at);
        return application;
      case 'FREEZE':
        await (step.as === null
          ? files.freeze(work, application.id, step.closesAt)
          : files.freezeAs(work, application.id, step.closesAt, step.as));
        return application;
      case 'THAW':
        await files.thaw(application.id, step.closesAt);
        return application;
    }
  }
}
