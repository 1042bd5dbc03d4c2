import { FeedConsumer, type FetchPage, pause } from '@mandate-graph/persistence';
import { feedClients, type Platform } from '@mandate-graph/runtime';
import type { DataSource } from 'typeorm';
import type { InstitutionProfile } from '../institution.profile.ts';
import { MandateFollower } from './mandate.follower.ts';

const SELECTION = 'selection';
const ASK_AGAIN_MS = 250;

/** Follows the selections of an institution; its cursor moves in the transaction that takes events in. */
export function followSelections(
  source: DataSource,
  { entry, rules }: Pick<InstitutionProfile, 'entry' | 'rules'>,
  platform: Platform,
): FeedConsumer {
  const follower = new MandateFollower(entry.code, rules, platform.clock, platform.log);
  return new FeedConsumer({
    source,
    producer: SELECTION,
    fetchPage: onceKnown(feedClients(entry.code, platform)(SELECTION), platform),
    apply: (manager, events) => follower.follow(manager, events),
    log: platform.log,
  });
}

/** Institutions start first: until the selection has an address there is no news, and nothing is wrong either. */
const onceKnown =
  (fetchPage: FetchPage, { feedUrlOf }: Pick<Platform, 'feedUrlOf'>): FetchPage =>
  async (after, limit, waitSeconds, signal) => {
    if (feedUrlOf(SELECTION) !== null) return fetchPage(after, limit, waitSeconds, signal);
    await pause(ASK_AGAIN_MS, signal);
    return { events: [], cursor: after ?? '' };
  };
