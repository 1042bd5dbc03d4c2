import DataLoader from 'dataloader';
import type { AccessLogRepository } from './access-log.repository.ts';
import type { Reading } from './access-log.rules.ts';

/** Notes readings before anything is given, those of one moment together, and each once for a request. */
export class AccessNotes {
  readonly #notes: DataLoader<Reading, true, string>;

  constructor(repository: AccessLogRepository) {
    this.#notes = new DataLoader(
      async (readings) => {
        await repository.note(readings);
        return readings.map(() => true as const);
      },
      { cacheKeyFn: ({ applicationId, operation }) => `${applicationId} ${operation}` },
    );
  }

  /** Fails when it cannot be noted: then there must be no answer. */
  async note(reading: Reading): Promise<void> {
    await this.#notes.load(reading);
  }
}
