import { localDay } from '@mandate-graph/domain';
import DataLoader from 'dataloader';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { PersonKeys } from '../person/person.keys.ts';
import { type CommitteeFacts, committeeFacts } from './committee.facts.ts';
import { type HearingRecord, hearingsOf } from './hearing.repository.ts';

/** The loaders of one request. Nothing is kept: what a mutation of the same request changed is read anew. */
export class CommitteeLoaders {
  /** By the id of the procedure; null of one that has not started. */
  readonly facts: DataLoader<string, CommitteeFacts | null>;
  /** By the id of the candidacy, in the order of the steps. */
  readonly hearings: DataLoader<string, HearingRecord[]>;

  /** For the holder of a digest. */
  constructor(manager: EntityManager, keys: PersonKeys, holder: string, now: Temporal.Instant) {
    const asking = { day: localDay(now).toString(), holder };
    this.facts = new DataLoader(
      async (ids) => {
        const asked = [...new Set(ids)];
        const facts = await committeeFacts(manager, keys, asked, asking);
        return ids.map((id) => facts[asked.indexOf(id)]!);
      },
      { cache: false },
    );
    this.hearings = new DataLoader(
      async (ids) => {
        const hearings = await hearingsOf(manager, ids);
        return ids.map((id) => hearings.filter(({ candidacyId }) => candidacyId === id));
      },
      { cache: false },
    );
  }
}
