import type { Actor } from '@mandate-graph/runtime';
import type { HolderDigest } from '@mandate-graph/writing';
import type { EntityManager } from 'typeorm';
import { CandidacyLoaders } from './candidacy/candidacy.loaders.ts';
import { CandidacyReader } from './candidacy/candidacy.reader.ts';
import { CandidacyReadingRepository } from './candidacy/candidacy.reading.repository.ts';
import { CandidacyService } from './candidacy/candidacy.service.ts';
import { numbersLoader } from './count/count.repository.ts';
import { CountService } from './count/count.service.ts';
import type { PersonKeys } from './person/person.keys.ts';
import type { ProcedureLoaders } from './procedure/procedure.loaders.ts';
import type { ProcedureService } from './procedure/procedure.service.ts';
import type { ScoringReader } from './scoring/scoring.reader.ts';
import { TrailLoaders } from './trail/trail.loaders.ts';
import { TrailRepository } from './trail/trail.repository.ts';
import { TrailService } from './trail/trail.service.ts';

/** What the services that show a procedure are made of, per request. */
export interface ReadingParts {
  readonly manager: EntityManager;
  readonly keys: PersonKeys;
  readonly digest: HolderDigest;
  readonly procedures: ProcedureLoaders;
  readonly service: ProcedureService;
  readonly scores: ScoringReader;
  readonly actor: Actor;
}

/** Who stands where, what was done, and how many there are. */
export function readingServices({ manager, keys, digest, procedures, service, scores, actor }: ReadingParts) {
  const holder = digest.of(actor.subject);
  const candidacies = new CandidacyLoaders(new CandidacyReadingRepository(manager, holder), keys);
  const reader = new CandidacyReader(actor, digest);
  return {
    candidacies: new CandidacyService(candidacies, reader, procedures, scores, actor),
    trails: new TrailService(new TrailLoaders(new TrailRepository(manager, holder), keys), scores, actor),
    counts: new CountService(numbersLoader(manager), service, actor),
  };
}
