import DataLoader from 'dataloader';
import type { SelectionStepRow } from './procedure.entity.ts';
import type { ProcedureFacts, ProcedureRepository } from './procedure.repository.ts';

/** The loaders of one request, on its local day. */
export class ProcedureLoaders {
  readonly byId: DataLoader<string, ProcedureFacts | null>;
  /** By the id of the vacancy itself. */
  readonly byVacancy: DataLoader<string, ProcedureFacts | null>;
  readonly stepsOf: DataLoader<string, SelectionStepRow[]>;

  constructor(repository: ProcedureRepository, day: string) {
    this.byId = new DataLoader((ids) => repository.byIds(ids, day));
    this.byVacancy = new DataLoader((ids) => repository.byVacancies(ids, day));
    this.stepsOf = new DataLoader((ids) => repository.stepsOf(ids));
  }
}
