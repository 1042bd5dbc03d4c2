import type DataLoader from 'dataloader';
import type { CandidacyView } from '../candidacy/candidacy.type.ts';
import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import type { RequestRow, RequestWords } from './request.repository.ts';
import { requestPlace } from './request.store.ts';
import type { CandidateRequest } from './request.type.ts';

/** Requests as they are shown. */
export class RequestService {
  constructor(
    private readonly loader: DataLoader<string, RequestRow[]>,
    private readonly keys: PersonKeys,
  ) {}

  /** To the candidate and the institution; nobody else has a part in them. */
  async ofCandidacy({ id, viewer }: CandidacyView): Promise<CandidateRequest[]> {
    if (viewer !== 'CANDIDATE' && viewer !== 'RECRUITER') return [];
    return (await this.loader.load(id)).map((row) => this.#view(row));
  }

  #view({ candidateId, filedAt, answeredAt, data, ...row }: RequestRow): CandidateRequest {
    const words = this.keys.open<RequestWords>(candidateOf(candidateId), requestPlace(row.id), data);
    return {
      ...row,
      filedAt: filedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      text: words?.text ?? null,
      answer: words?.answer ?? null,
    };
  }
}
