import type { SectionData } from '../file/file.types.ts';
import { putVersion, type Versioned, type VersionedTable } from '../writing/put.version.ts';
import type { RecordedOfApplication } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';

const SECTIONS: VersionedTable = { name: 'specific_section', belonging: 'application_id' };

/** Where an act writes the specific sections of an application. */
export class SectionStore {
  constructor(
    private readonly work: Work,
    private readonly applicationId: string,
  ) {}

  /** The next version; without content the section is removed. An edit is no act on the application: its version stays. */
  async put(before: Versioned, content: SectionData | null): Promise<RecordedOfApplication> {
    const { applicationId } = this;
    return { ...(await putVersion(this.work, SECTIONS, applicationId, before, content)), applicationId };
  }
}
