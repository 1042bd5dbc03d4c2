import { expect } from '@jest/globals';
import type { Graph } from '../../support/graph.ts';
import { callOf, GOB, type MutationName, mutationOf } from './written.ts';

/** Writes vacancies of one institution as a machine of its own does, each request under a new key. */
export function writer(graph: () => Graph) {
  let keys = 0;
  const write = async (name: MutationName, input: Record<string, unknown>) => {
    keys += 1;
    const { data, errors } = await graph()
      .as('integration', { institution: GOB.code, scopes: ['vacancies:write', 'vacancies:publish'] })
      .ask(mutationOf(GOB, name), { input: { idempotencyKey: `k-${keys}`, ...input } });
    expect(errors).toBeUndefined();
    return data.result;
  };
  const created = async (own: Record<string, unknown> = {}): Promise<{ id: string; version: number }> => {
    const { id, version } = await write('CreateVacancy', { content: callOf(GOB, own) });
    return { id, version };
  };
  const publicCall = async (own: Record<string, unknown> = {}) => {
    const { id, version } = await write('PublishVacancy', await created(own));
    return { id, version };
  };
  const refused = async (name: MutationName, input: Record<string, unknown>) => {
    const result = await write(name, input);
    expect(result).toMatchObject({ __typename: 'Refused' });
    for (const { rule } of result.problems) expect(rule).toMatch(/ must .* but got: .*\.$/s);
    return result.problems.map(({ path, code, value }: Record<string, unknown>) => [path, code, value]);
  };
  return { write, created, publicCall, refused };
}
