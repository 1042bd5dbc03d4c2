import { randomUUID } from 'node:crypto';
import { type Answer, MUTATIONS, selectionOfMutation } from '../a-selection-takes-another-turn/acts.ts';
import type { FederalRound } from '../a-selection-takes-another-turn/federal.round.ts';
import { letsHave, type Row } from '../everyone-sees-exactly-what-is-theirs/matrix.ts';
import { requestFor } from '../everyone-sees-exactly-what-is-theirs/requests.ts';
import type { Reader } from './everyone.ts';
import { inParts } from './walk.ts';

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

/** What somebody is answered who tries mutations on what these ids name, by mutation: a code, and what goes with it. */
export async function tried(
  ask: (query: string, variables: Record<string, unknown>) => Promise<Answer>,
  names: readonly string[],
  given: Ids,
): Promise<ReadonlyMap<string, { readonly code: string; readonly answer: unknown }>> {
  const answers = await Promise.all(
    inParts(names).map(async (part) => {
      const declared = part.map((name) => `$${name}: ${MUTATIONS[name]!.args[0]!.type}`);
      const inputs = part.map((name) => [name, inputOf(name, given)] as const);
      const answer = await ask(`mutation (${declared}) { ${part.map(fieldOf).join(' ')} }`, Object.fromEntries(inputs));
      return part.map((name) => [name, answerTo(name, answer)] as const);
    }),
  );
  return new Map(answers.flat());
}

const fieldOf = (name: string): string => selectionOfMutation(name, `$${name}`);

function inputOf(name: string, given: Ids): object {
  const made = requestFor(MUTATIONS[name]!, 'ksz-ehealth').variables['input'] as Record<string, unknown>;
  const named = Object.fromEntries(Object.entries(given).filter(([field]) => field in made));
  return { ...made, ...named, idempotencyKey: randomUUID() };
}

function answerTo(name: string, { data, errors = [] }: Answer) {
  const result = data?.[name] ?? null;
  const own = errors.filter(({ path }) => path?.[0] === name);
  const code = own[0]?.extensions['code'] ?? result?.problems?.[0].code ?? result?.__typename;
  return { code: String(code), answer: { result, errors: own } };
}
