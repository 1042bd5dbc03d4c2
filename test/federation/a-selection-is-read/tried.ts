import { randomUUID } from 'node:crypto';
import { type Answer, MUTATIONS, mutationOf } from '../a-selection-takes-another-turn/acts.ts';
import type { FederalRound } from '../a-selection-takes-another-turn/federal.round.ts';
import { letsHave, type Row } from '../everyone-sees-exactly-what-is-theirs/matrix.ts';
import { requestFor } from '../everyone-sees-exactly-what-is-theirs/requests.ts';
import type { Reader } from './everyone.ts';

/** Ids by what an input calls them. */
export type Ids = Readonly<Record<string, string>>;

const NAMED = ['procedure', 'application', 'step', 'session', 'member', 'request', 'mandate'];
export const NOWHERE: Ids = Object.fromEntries(NAMED.map((name) => [name, randomUUID()]));

/** What there is in a procedure, of somebody else than whoever asks. */
export async function idsOf({ stage, run, all, contest }: FederalRound): Promise<Ids> {
  const query = (selection: string) => `query ($id: ID!) { selectionProcedure(id: $id) { ${selection} } }`;
  const variables = { id: run.id };
  const { sessions } = (await stage.ask(run.recruiter, query('sessions { id }'), variables)).selectionProcedure;
  const { decision } = (await stage.ask(run.authority, query('decision { mandate { id } }'), variables))
    .selectionProcedure;
  return {
    ...{ procedure: run.id, application: all.Appointed.application, member: run.chair.id, request: contest.id },
    ...{ step: (await run.step('RESULT')).id, session: sessions[0].id, mandate: decision.mandate.id },
  };
}

/** Whether somebody of the role does this, of a selection that is theirs. */
export const doesSo = (row: Row, { column, scopes }: Reader): boolean => letsHave(row, { column, scopes, own: true });

/** What somebody is answered who tries a mutation on what these ids name. */
export async function tried(
  ask: (query: string, variables: Record<string, unknown>) => Promise<Answer>,
  name: string,
  given: Ids,
): Promise<{ readonly code: string; readonly answer: Answer }> {
  const made = requestFor(MUTATIONS[name]!, 'ksz-ehealth').variables['input'] as Record<string, unknown>;
  const named = Object.fromEntries(Object.entries(given).filter(([field]) => field in made));
  const answer = await ask(mutationOf(name), { input: { ...made, ...named, idempotencyKey: randomUUID() } });
  const code = answer.errors?.[0]?.extensions['code'] ?? answer.data.result.problems?.[0].code;
  return { code: String(code ?? answer.data.result.__typename), answer };
}
