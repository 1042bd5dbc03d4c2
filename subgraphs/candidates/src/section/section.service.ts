import { randomUUID } from 'node:crypto';
import { localDay, type Problem } from '@mandate-graph/domain';
import { VersionConflict } from '@mandate-graph/persistence';
import { UNKNOWN_APPLICATION } from '../application/application.acts.rules.ts';
import { type ApplicationCase, caseOf } from '../application/application.case.ts';
import { act } from '../application/application.state.rules.ts';
import { yearsLacking } from '../application/application.years.rules.ts';
import type { Section, SectionData } from '../file/file.types.ts';
import type { Inbox } from '../inbox/inbox.messages.rules.ts';
import type { Sealing } from '../person/sealing.ts';
import type { RecordedOfApplication } from '../writing/result.types.ts';
import { NOT_YET, nothingToChange } from '../writing/version.rules.ts';
import type { Outcome, Work, WriteResult } from '../writing/work.ts';
import type { WritingService } from '../writing/writing.service.ts';
import type { RemoveSpecificSectionInput, SaveSpecificSectionInput, SpecificSectionInput } from './section.input.ts';
import { SectionRepository } from './section.repository.ts';
import { MAX_SECTIONS, NO_TERMS, sectionProblems, termsOf } from './section.rules.ts';

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
      ...(id === null && sections.length >= MAX_SECTIONS ? [TOO_MANY] : []),
      ...sectionProblems(content, vacancy === null ? NO_TERMS : termsOf(vacancy), localDay(work.now).toString()),
    ];
    if (found === null || vacancy === null || problems.length > 0) return { problems };
    const answer = await this.#record(work, found, before, version, content);
    const after = [...sections.filter((section) => section !== before), { ...answer, ...content }];
    if (yearsLacking(vacancy, found.application.submittedAt, after).length === 0)
      await this.inbox.done(work, found.application.id, ['REACH_YEARS']);
    return { answer };
  }

  async #remove(
    { application, id, version }: RemoveSpecificSectionInput,
    work: Work,
  ): Promise<Outcome<RecordedOfApplication>> {
    const { found, before, problems } = await this.#place(work, application, id);
    if (found === null || problems.length > 0) return { problems };
    return { answer: await this.#record(work, found, before, version, null) };
  }

  /** Where a section is, or will be, and whether anything may be changed there. */
  async #place(work: Work, applicationId: string, sectionId: string | null): Promise<Place> {
    const found = await caseOf(work, applicationId);
    if (found === null) return { found, sections: [], before: null, problems: [UNKNOWN_APPLICATION] };
    const { application, status } = found;
    const repository = new SectionRepository(work.manager, this.sealing);
    const sections = (await repository.current([application.id])).get(application.id)!;
    const before = sections.find(({ id }) => id === sectionId) ?? null;
    const edit = act(application.standing, 'EDIT', {
      by: 'CANDIDATE',
      vacancy: status,
      yearsReached: false,
      reasons: null,
    });
    const problems = [
      ...(edit.ok ? [] : edit.problems),
      ...(sectionId !== null && before === null ? [UNKNOWN_SECTION] : []),
    ];
    return { found, sections, before, problems };
  }

  /** An edit is no act on the application: its version stays. */
  async #record(
    work: Work,
    { application }: ApplicationCase,
    before: Section | null,
    given: number | null,
    content: SectionData | null,
  ): Promise<RecordedOfApplication> {
    const { id, version } = before ?? { id: randomUUID(), version: NOT_YET };
    if (version !== (given ?? NOT_YET)) throw new VersionConflict(id, given ?? NOT_YET, version);
    const next = { id, version: version + 1 };
    await new SectionRepository(work.manager, this.sealing).record(work, application.id, next, content);
    return { ...next, recordedAt: work.now.toString(), applicationId: application.id };
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

const UNKNOWN_SECTION: Problem = {
  path: 'id',
  code: 'UNKNOWN_SECTION',
  value: null,
  rule: 'id must be the id of a section of this application, or be left out for a new one.',
};

const TOO_MANY: Problem = {
  path: 'section',
  code: 'TOO_MANY',
  value: null,
  rule: `section must be one of at most ${MAX_SECTIONS} of an application.`,
};
