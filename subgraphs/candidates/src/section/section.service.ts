import { closesAt, localDay, nothingToChange, type Problem, tooMany, unknown } from '@mandate-graph/domain';
import { type Outcome, requireVersion, type Sealing, type WriteResult } from '@mandate-graph/writing';
import { FILE_FROZEN, UNKNOWN_APPLICATION } from '../application/application.acts.rules.ts';
import { type ApplicationCase, caseOf } from '../application/application.case.ts';
import { act } from '../application/application.state.rules.ts';
import { yearsLacking } from '../application/application.years.rules.ts';
import { FileRepository } from '../file/file.repository.ts';
import type { Section, SectionData } from '../file/file.types.ts';
import type { Inbox } from '../inbox/inbox.messages.rules.ts';
import { notYet } from '../writing/put.version.ts';
import type { RecordedOfApplication } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { WritingService } from '../writing/writing.service.ts';
import type { RemoveSpecificSectionInput, SaveSpecificSectionInput, SpecificSectionInput } from './section.input.ts';
import { SectionRepository } from './section.repository.ts';
import { MAX_SECTIONS, NO_TERMS, sectionProblems, termsOf } from './section.rules.ts';
import { SectionStore } from './section.store.ts';

/** Keeps the specific sections of applications, as long as these may be changed. */
export class SectionService {
  constructor(
    private readonly writing: WritingService,
    private readonly sealing: Sealing,
    private readonly inbox: Inbox,
  ) {}

  save(input: SaveSpecificSectionInput): Promise<WriteResult<RecordedOfApplication>> {
    return this.writing.own({ mutation: 'saveSpecificSection', input, act: (given, work) => this.#save(given, work) });
  }

  remove(input: RemoveSpecificSectionInput): Promise<WriteResult<RecordedOfApplication>> {
    return this.writing.own({
      mutation: 'removeSpecificSection',
      input,
      act: (given, work) => this.#remove(given, work),
    });
  }

  async #save(
    { application, id = null, version = null, section: given }: SaveSpecificSectionInput,
    work: Work,
  ): Promise<Outcome<RecordedOfApplication>> {
    const { found, sections, before, problems: ofPlace } = await this.#place(work, application, id);
    const content = contentOf(given);
    const vacancy = found?.vacancy?.state ?? null;
    const problems = [
      ...ofPlace,
      ...(id === null && version !== null ? [nothingToChange(version)] : []),
      ...(id === null && sections.length >= MAX_SECTIONS
        ? [tooMany('specificSections', MAX_SECTIONS, sections.length + 1)]
        : []),
      ...sectionProblems(content, vacancy === null ? NO_TERMS : termsOf(vacancy), localDay(work.now).toString()),
    ];
    if (found === null || vacancy === null || problems.length > 0) return { problems };
    const standing = before ?? notYet();
    requireVersion(standing.id, version, standing.version);
    const answer = await new SectionStore(work, found.application.id).put(standing, content);
    const after = [...sections.filter((section) => section !== before), { ...answer, ...content }];
    await this.#tellOfYears(work, found, sections, after);
    return { answer };
  }

  async #remove(
    { application, id, version }: RemoveSpecificSectionInput,
    work: Work,
  ): Promise<Outcome<RecordedOfApplication>> {
    const { found, sections, before, problems } = await this.#place(work, application, id);
    if (found === null || before === null || problems.length > 0) return { problems };
    requireVersion(id, version, before.version);
    const answer = await new SectionStore(work, found.application.id).put(before, null);
    const after = sections.filter((section) => section !== before);
    await this.#tellOfYears(work, found, sections, after);
    return { answer };
  }

  /** Nobody's status is lowered because years are no longer reached: who is definitive is asked to reach them again. */
  async #tellOfYears(
    work: Work,
    { application: { id: applicationId, vacancyId, submittedAt, standing }, vacancy }: ApplicationCase,
    before: readonly Section[],
    after: readonly Section[],
  ): Promise<void> {
    if (vacancy === null) return;
    const isReached = (sections: readonly Section[]) => yearsLacking(vacancy.state, submittedAt, sections).length === 0;
    if (isReached(after)) await this.inbox.done(work, applicationId, ['REACH_YEARS']);
    else if (standing.status === 'DEFINITIVE' && isReached(before)) {
      const dueAt = closesAt(vacancy.state.applicationDeadline);
      const facts = { closesAt: dueAt.toString() };
      await this.inbox.post(work, [{ code: 'REACH_YEARS', applicationId, vacancyId, dueAt, facts }]);
    }
  }

  /** Where a section is, or will be, and whether anything may be changed there. */
  async #place(work: Work, applicationId: string, sectionId: string | null): Promise<Place> {
    const found = await caseOf(work, applicationId);
    if (found === null) return { found, sections: [], before: null, problems: [UNKNOWN_APPLICATION] };
    const { application, vacancy, status } = found;
    const repository = new SectionRepository(work.manager, this.sealing);
    const sections = (await repository.current([application.id])).get(application.id)!;
    const before = sections.find(({ id }) => id === sectionId) ?? null;
    const edit = act(application.standing, 'EDIT', {
      by: 'CANDIDATE',
      vacancy: status,
      yearsReached: false,
      reasons: null,
    });
    const files = new FileRepository(work.manager, this.sealing);
    const isFrozen =
      vacancy !== null && (await files.isFrozen(application.id, closesAt(vacancy.state.applicationDeadline)));
    const problems = [
      ...(edit.ok ? [] : edit.problems),
      ...(edit.ok && isFrozen ? [FILE_FROZEN] : []),
      ...(sectionId !== null && before === null ? [UNKNOWN_SECTION] : []),
    ];
    return { found, sections, before, problems };
  }
}

interface Place {
  readonly found: ApplicationCase | null;
  readonly sections: readonly Section[];
  readonly before: Section | null;
  readonly problems: readonly Problem[];
}

const contentOf = ({ setting = null, domain = null, end = null, ...given }: SpecificSectionInput): SectionData => ({
  ...given,
  setting,
  domain,
  end,
});

const UNKNOWN_SECTION = unknown('id', 'SECTION', 'a section of this application, or be left out for a new one');
