import DataLoader from 'dataloader';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import type { RequestRepository, RequestRow } from './request.repository.ts';

/** Requests by candidacy, with the keys that open them: two statements, whatever the number. */
export const requestLoader = (repository: RequestRepository, keys: PersonKeys): DataLoader<string, RequestRow[]> =>
  new DataLoader(async (ids) => {
    const requests = await repository.ofCandidacies(ids);
    await keys.load(requests.flat().map(({ candidateId }) => candidateOf(candidateId)));
    return requests;
  });
