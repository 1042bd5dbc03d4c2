import { candidateOf, type PersonKeys } from '../person/person.keys.ts';
import type { FunctionHeldFacts } from './holding.rules.ts';
import { functionPlace } from './ledger.places.ts';
import type { AttemptRow, FunctionRow, LedgerRepository } from './ledger.repository.ts';
import type { Holding } from './ledger.rules.ts';
import type { LedgerFacts } from './ledger.standing.rules.ts';

/** All that is known of a candidate before an assessment. */
export interface CandidateFacts extends LedgerFacts {
  readonly attempts: readonly AttemptRow[];
  /** Across all vacancies, that of this procedure included, oldest first. */
  readonly all: readonly AttemptRow[];
  readonly held: FunctionRow | null;
}

/**
 * The same as far as candidates have been told: of a failure by its notification. Until then nothing follows from it that
 * is shown or refused to them, since either would tell it; a pass that was corrected to it still stands.
 */
export const asTold = (facts: CandidateFacts): CandidateFacts => ({
  ...facts,
  attempts: facts.attempts.flatMap(({ earlier, ...newest }) => {
    const told = [newest, ...earlier].find((version) => version.told);
    return told === undefined ? [] : [{ ...told, earlier: [] }];
  }),
});

/** For whom, in which procedure, and under which regime. */
export interface Whose extends Pick<LedgerFacts, 'openedOn' | 'closedOn'> {
  readonly candidateId: string;
  /** Null: not in the procedure (any more). */
  readonly candidacyId: string | null;
  readonly procedureId: string;
  readonly regime: string | null;
}

/** Of many candidates, in a number of statements that does not depend on theirs. In the order asked for. */
export async function factsOf(
  repository: LedgerRepository,
  keys: PersonKeys,
  whose: readonly Whose[],
): Promise<CandidateFacts[]> {
  const candidates = [...new Set(whose.map(({ candidateId }) => candidateId))];
  const attempts = await repository.attemptsOf(candidates);
  const mandates = await repository.mandatesOf(candidates);
  const functions = await repository.functionsOf(whose.flatMap(({ candidacyId }) => candidacyId ?? []));
  await keys.load(candidates.map(candidateOf));
  return whose.map(({ candidacyId, candidateId, procedureId, regime, openedOn, closedOn }) => {
    const all = attempts.filter((attempt) => attempt.candidateId === candidateId);
    const others = all.filter((attempt) => attempt.procedureId !== procedureId && attempt.regime === regime);
    const held = functions.find((one) => one.candidacyId === candidacyId) ?? null;
    const given = mandates.filter((mandate) => mandate.candidateId === candidateId && mandate.regime === regime);
    const holdings = [...given, ...(held === null ? [] : holdingOf(held, candidateId, keys))];
    return { attempts: others, holdings, openedOn, closedOn, all, held };
  });
}

/** None for who was erased. */
function holdingOf({ id, data }: FunctionRow, candidateId: string, keys: PersonKeys): Holding[] {
  const facts = keys.open<FunctionHeldFacts>(candidateOf(candidateId), functionPlace(id), data);
  return facts === null ? [] : [{ id, level: facts.level, from: facts.from, to: facts.to }];
}
