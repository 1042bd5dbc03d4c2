import type { Clock } from '@mandate-graph/domain';
import type { Actor } from '@mandate-graph/runtime';
import type { DataSource } from 'typeorm';
import { ORGANISATION_MUTATIONS } from '../writing/organisation/organisation.mutations.ts';
import { type WriteResult, WriteService, type Written } from '../writing/write.service.ts';
import { clock, rules } from './recordings.ts';

export const INSTITUTION = 'vrb';
export const unitId = (local: string): string => `${INSTITUTION}:unit:${local}`;
export const named = (nl: string) => ({ nl, fr: null, en: null, original: null });

const recruiter: Actor = {
  kind: 'person',
  subject: 'r-1',
  grants: [{ role: 'recruiter', institution: INSTITUTION, procedure: null, scopes: [] }],
};

/** Runs mutations of an organisation as its resolvers do, each under a key of its own. */
export function organisationOf(source: DataSource, recording: Clock = clock) {
  const service = new WriteService(source, INSTITUTION, rules, clock, recruiter, recording);
  let keys = 0;
  const write = (name: string, input: object): Promise<WriteResult> => {
    const { plan } = ORGANISATION_MUTATIONS.find((mutation) => mutation.name === name)!;
    keys += 1;
    const asked = { idempotencyKey: `k-${keys}`, ...input };
    return service.write({ mutation: name, rule: 'ORGANISATION_WRITE', input: asked, plan });
  };
  return {
    write,
    /** One that must be recorded. */
    does: async (name: string, input: object): Promise<Written> => {
      const result = await write(name, input);
      if (result.outcome !== 'recorded') throw new Error(`${name} was not recorded: ${JSON.stringify(result)}`);
      return result;
    },
    /** The codes and paths of what is wrong with one that must be refused. */
    problemsOf: async (name: string, input: object): Promise<readonly string[]> => {
      const result = await write(name, input);
      if (result.outcome !== 'refused') throw new Error(`${name} was not refused: ${JSON.stringify(result)}`);
      return result.problems.map(({ path, code, value }) => `${path} ${code} ${value}`);
    },
    versionOf: async (id: string): Promise<number> => {
      const [row]: { version: number }[] = await source.query('SELECT version FROM subject WHERE id = $1', [id]);
      return row?.version ?? 0;
    },
  };
}
