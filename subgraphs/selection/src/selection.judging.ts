import type { Actor } from '@mandate-graph/runtime';
import type { HolderDigest } from '@mandate-graph/writing';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ConclusionLoaders } from './conclusion/conclusion.loaders.ts';
import { ConclusionReader } from './conclusion/conclusion.reader.ts';
import { ConclusionRepository } from './conclusion/conclusion.repository.ts';
import { ConclusionService } from './conclusion/conclusion.service.ts';
import { numbersLoader } from './count/count.repository.ts';
import type { PersonKeys } from './person/person.keys.ts';
import { RankingLoaders } from './ranking/ranking.loaders.ts';
import { RankingReader } from './ranking/ranking.reader.ts';
import { RankingRepository } from './ranking/ranking.repository.ts';
import { RankingService } from './ranking/ranking.service.ts';
import { ResultLoaders } from './result/result.loaders.ts';
import { ResultReader } from './result/result.reader.ts';
import { ResultRepository } from './result/result.repository.ts';
import { ResultService } from './result/result.service.ts';
import { committeesOf } from './scoring/judges.repository.ts';
import { ScoringLoaders } from './scoring/scoring.loaders.ts';
import { ScoringReader } from './scoring/scoring.reader.ts';
import { ScoringRepository } from './scoring/scoring.repository.ts';
import { ScoringService } from './scoring/scoring.service.ts';
import type { SelectionWriting } from './writing/selection.writing.ts';

/** What the services by which a committee judges are made of, per request. */
export interface JudgingParts {
  readonly manager: EntityManager;
  readonly keys: PersonKeys;
  readonly digest: HolderDigest;
  readonly writing: SelectionWriting;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
}

/** From scores to the result: for each, what records it and what shows it. */
export function judgingServices({ manager, keys, digest, writing, actor, now }: JudgingParts) {
  const scoringLoaders = new ScoringLoaders(new ScoringRepository(manager, keys), (ids) =>
    committeesOf(manager, keys, ids, now),
  );
  const scores = new ScoringReader(scoringLoaders, digest, actor.subject);
  const conclusions = new ConclusionReader(new ConclusionLoaders(new ConclusionRepository(manager, keys)), scores);
  return {
    scores,
    conclusions,
    rankings: new RankingReader(new RankingLoaders(new RankingRepository(manager, keys)), conclusions),
    results: new ResultReader(new ResultLoaders(new ResultRepository(manager)), numbersLoader(manager), actor),
    scoring: new ScoringService(writing),
    concluding: new ConclusionService(writing),
    ranking: new RankingService(writing),
    submitting: new ResultService(writing),
  };
}
