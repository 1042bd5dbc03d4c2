import type { CloudEvent } from '@mandate-graph/domain';
import { memoryLog } from '@mandate-graph/testkit';
import type { DataSource } from 'typeorm';
import { MandateFollower } from '../following/mandate.follower.ts';
import { SubjectReads } from '../subject/subject.reads.ts';
import { id, openOrganisation } from './organisation.fixture.ts';
import { INSTITUTION } from './organisation.ts';
import { clock, rules } from './recordings.ts';

/** The organisation of the fixture, which is told what came of its selections; and what it then says and keeps. */
export async function openFollowing() {
  const organisation = await openOrganisation();
  const { source } = organisation;
  const { log, lines } = memoryLog();
  const follower = new MandateFollower(INSTITUTION, rules, clock, log, clock);
  return {
    ...organisation,
    ...asked(source),
    lines,
    reset: async () => {
      lines.length = 0;
      await organisation.reset();
    },
    /** A page of the feed. */
    tell: (...events: readonly CloudEvent[]) => source.transaction((manager) => follower.follow(manager, events)),
  };
}

function asked(source: DataSource) {
  const reads = new SubjectReads(source, false);
  return {
    /** How a post is held on each of the days, by what was known at an instant. */
    held: async (position: string, days: readonly string[], knownAt: string | null = null) => {
      const rows = await reads.related(
        'holderOfPosition',
        days.map((day) => ({ id: position, day, knownAt })),
      );
      return rows.map(([row]) => {
        if (row === undefined) return null;
        const { status, languageRole, startsOn, endsOn } = row.state;
        return [status, languageRole, startsOn, endsOn].join(' ').trimEnd();
      });
    },
    /** How a vacancy stands on each of the days. */
    publication: async (local: string, days: readonly string[]) => {
      const rows = await reads.related(
        'vacancy',
        days.map((day) => ({ id: id('vacancy', local), day, knownAt: null })),
      );
      return rows.map(([row]) => row?.state.publication ?? null);
    },
    /** What was made of each subject of the kinds, version by version. */
    versions: (kind: string): Promise<{ change: string; by: string; reason: string | null }[]> =>
      source.query(
        `SELECT change, recorded_by AS by, reason FROM subject_version WHERE split_part(id, ':', 2) = $1
         ORDER BY recorded_at, id, version`,
        [kind],
      ),
    problems: (): Promise<{ event: string; mandate: string; what: string }[]> =>
      source.query(
        `SELECT event_id AS event, mandate_id AS mandate, what FROM following_problem WHERE at <= now()
         ORDER BY event_id`,
      ),
    /** Everything that events could have changed. */
    everything: async () => ({
      subjects: await source.query('SELECT id, version FROM subject ORDER BY id'),
      events: await source.query('SELECT count(*)::int AS count FROM outbox'),
      mandates: await source.query('SELECT * FROM followed_mandate ORDER BY id'),
      positions: await source.query('SELECT * FROM followed_position ORDER BY id'),
    }),
  };
}
