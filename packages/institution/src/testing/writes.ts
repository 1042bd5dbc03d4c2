import type { Problem } from '@mandate-graph/domain';
import type { Actor } from '@mandate-graph/runtime';
import { type Plan, type Write, WriteService } from '../writing/write.service.ts';
import { openInstitutionDatabase } from './institution.database.ts';
import { clock, rules, unit } from './recordings.ts';

export interface Rename {
  readonly idempotencyKey: string;
  readonly id: string;
  readonly version: number;
  readonly abbreviation: string;
}

export const recruiterOf = (institution: string): Actor => ({
  kind: 'person',
  subject: 'r-1',
  grants: [{ role: 'recruiter', institution, procedure: null, scopes: [] }],
});

/** A mutation as small as one can be: another abbreviation for a unit. */
export const rename = (own: Partial<Rename> = {}): Write<Rename> => ({
  mutation: 'vrbRename',
  rule: 'ORGANISATION_WRITE',
  input: { idempotencyKey: 'k-1', id: 'vrb:unit:a', version: 1, abbreviation: 'A', ...own },
  plan: async ({ id, version, abbreviation }, knowledge): Promise<Plan> => {
    const problems: Problem[] = [];
    const known = await knowledge.at('unit', id, version, problems);
    if (known === null) return { problems };
    return {
      recordings: [
        {
          kind: 'unit',
          id,
          expectedVersion: version,
          change: 'RENAMED',
          reason: 'a new name',
          periods: known.periods.map((period) => ({ ...period, state: { ...period.state, abbreviation } })),
        },
      ],
      answer: [{ id, day: knowledge.today }],
    };
  },
});

/** A database of its own for writing in, and what is kept there. */
export async function openWrites() {
  const { source, close } = await openInstitutionDatabase('vrb');
  const service = (actor = recruiterOf('vrb'), recording = clock) =>
    new WriteService(source, 'vrb', rules, clock, actor, recording);
  return {
    source,
    close,
    service,
    clear: () => source.query('TRUNCATE subject, subject_version, unit, outbox, idempotency'),
    createUnit: () =>
      service().write({
        mutation: 'vrbCreate',
        rule: 'ORGANISATION_WRITE',
        input: { idempotencyKey: 'create' },
        plan: async () => ({ recordings: [unit('a', null)], answer: [{ id: 'vrb:unit:a', day: '2025-09-01' }] }),
      }),
    kept: async () => ({
      units: await source.query('SELECT version FROM unit ORDER BY version'),
      versions: await source.query(
        'SELECT version, change, recorded_by AS by, reason FROM subject_version ORDER BY version',
      ),
      events: (await source.query('SELECT data FROM outbox ORDER BY id')).map(({ data }: { data: object }) => data),
      keys: (await source.query('SELECT key FROM idempotency ORDER BY key')).map(({ key }: { key: string }) => key),
    }),
  };
}
