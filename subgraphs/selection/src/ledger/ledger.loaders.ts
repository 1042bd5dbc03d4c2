import DataLoader from 'dataloader';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import type { NotificationLoaders } from '../notification/notification.loaders.ts';
import type { PersonKeys } from '../person/person.keys.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import { type CandidateFacts, factsOf } from './ledger.facts.ts';
import type { LedgerRepository } from './ledger.repository.ts';
import type { AssessmentOf } from './ledger.standing.rules.ts';

/** What is known of a candidacy before the assessment of its procedure. */
export interface Known {
  readonly facts: CandidateFacts;
  readonly procedure: AssessmentOf;
}

/** By candidacy; the statements do not depend on how many. */
export const ledgerLoader = (
  repository: LedgerRepository,
  { startedBy }: Pick<NotificationLoaders, 'startedBy'>,
  keys: PersonKeys,
): DataLoader<CandidacyView, Known, string> =>
  new DataLoader(
    async (candidacies) => {
      const started = await Promise.all(candidacies.map(({ procedureId }) => startedBy.load(procedureId)));
      const openings = await repository.openingsOf(candidacies.map(({ id }) => id));
      const whose = candidacies.map(({ id, candidateId, procedureId }, at) => ({
        ...{ candidateId, procedureId, candidacyId: id, openedOn: null, closedOn: null },
        ...openings.find(({ candidacyId }) => candidacyId === id),
        regime: started[at]!.legalRegime,
      }));
      const facts = await factsOf(repository, keys, whose);
      return facts.map((one, at) => ({
        facts: one,
        procedure: { template: started[at]!.template, rules: rulesOf(started[at]!) },
      }));
    },
    { cacheKeyFn: ({ id }) => id },
  );
