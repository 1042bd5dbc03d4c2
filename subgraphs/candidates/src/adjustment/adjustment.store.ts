import { putVersion, type Versioned, type VersionedTable } from '../writing/put.version.ts';
import type { RecordedOfApplication } from '../writing/result.types.ts';
import type { Work } from '../writing/work.ts';
import type { AdjustmentData } from './adjustment.rules.ts';

const ADJUSTMENTS: VersionedTable = { name: 'adjustment', belonging: 'application_id' };

/** Where an act reads and writes the adjustments of an application. */
export class AdjustmentStore {
  constructor(
    private readonly work: Work,
    private readonly applicationId: string,
  ) {}

  /** Those that stand. */
  standing(): Promise<Versioned[]> {
    return this.work.manager.query(
      'SELECT id, version FROM adjustment WHERE application_id = $1 AND candidate_id = $2 AND data IS NOT NULL',
      [this.applicationId, this.work.candidate.id],
    );
  }

  /** The next version; without content the adjustment is taken back. */
  async put(before: Versioned, content: AdjustmentData | null): Promise<RecordedOfApplication> {
    const { applicationId } = this;
    return { ...(await putVersion(this.work, ADJUSTMENTS, applicationId, before, content)), applicationId };
  }
}
