import type { Actor } from '@mandate-graph/runtime';
import type { HolderDigest } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { NotificationLoaders } from '../notification/notification.loaders.ts';
import type { PersonKeys } from '../person/person.keys.ts';
import { RegimeService } from '../regime/regime.service.ts';
import type { SelectionWriting } from '../writing/selection.writing.ts';
import { HoldingService } from './holding.service.ts';
import { ledgerLoader } from './ledger.loaders.ts';
import { LedgerRepository } from './ledger.repository.ts';
import { LedgerService } from './ledger.service.ts';

interface Parts {
  readonly manager: EntityManager;
  readonly keys: PersonKeys;
  readonly digest: HolderDigest;
  readonly writing: SelectionWriting;
  /** What procedures run by is read once for all that asks. */
  readonly loaders: Pick<NotificationLoaders, 'startedBy'>;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

/** What follows from the law across vacancies: the rules of procedures, and the assessments that were sat. */
export function ledgerServices({ manager, keys, digest, writing, loaders, actor, now }: Parts) {
  const repository = new LedgerRepository(manager);
  return {
    regimes: new RegimeService(loaders),
    ledger: new LedgerService(repository, ledgerLoader(repository, loaders, keys), keys, digest, actor, now),
    holdings: new HoldingService(writing),
  };
}
