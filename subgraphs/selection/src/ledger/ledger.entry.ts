import { localDay } from '@mandate-graph/domain';
import { rulesOf } from '../regime/regime.of.rules.ts';
import type { Work } from '../writing/work.ts';
import { asTold, type CandidateFacts, factsOf } from './ledger.facts.ts';
import { LedgerRepository } from './ledger.repository.ts';
import type { Standing } from './ledger.rules.ts';
import { type AssessmentOf, standingIn } from './ledger.standing.rules.ts';
import { LedgerStore, type NewAttempt } from './ledger.store.ts';

export type { NewAttempt } from './ledger.store.ts';

/** Why somebody need not sit the computer assessment: what it rests on, and its last day where it has one. */
export interface Exemption {
  readonly rule: 'EXEMPT_AFTER_PASS' | 'EXEMPT_HOLDER';
  /** yyyy-mm-dd; null: as long as the function is held. */
  readonly until: string | null;
}

/** Why somebody may not sit the computer assessment on a day: a waiting period, and its last day where it has one. */
export interface Barred {
  /** yyyy-mm-dd. */
  readonly until: string | null;
  /** The rule, with its arithmetic. */
  readonly explanation: Standing['explanation'];
}

/** For whom, and the day of a session, yyyy-mm-dd. */
export interface BarredAsked {
  readonly candidateId: string;
  readonly day: string;
}

/*
 * Acts of different procedures do not wait for one another here, since none has to. The ledger only grows by what was sat,
 * and recording that depends on nothing of other procedures: whatever the order in which two of them run, it is as if one
 * had come after the other. An exemption that was recorded elsewhere while its candidate came into the step is found by
 * the next act on the procedure (see settleExemptions). A lock of each candidate would be taken in whatever order acts
 * come to them, each holding its procedure: two of them could wait in a ring.
 */

/**
 * Who of the candidates is exempt from the computer assessment of this procedure, by the id of the candidate: on the day
 * on which they came into the step, which is today for who comes into it now.
 */
export async function exemptionsOf(
  work: Work,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, Exemption>> {
  const facts = await factsIn(work, candidateIds);
  const [procedure, today] = [assessmentOf(work), localDay(work.now).toString()];
  return new Map(
    candidateIds.flatMap((id) => {
      const { status, because, until } = standingIn(procedure, facts.get(id)!, today);
      if (status !== 'EXEMPT') return [];
      return [[id, { rule: because!.kind === 'PASS' ? 'EXEMPT_AFTER_PASS' : 'EXEMPT_HOLDER', until }]];
    }),
  );
}

/** TOLD: failures that candidates have been told of, for what is done or refused to them. ALL: for those who run it. */
export type Failures = 'TOLD' | 'ALL';

/** Whether a candidate may not sit the computer assessment of this procedure on a local day (yyyy-mm-dd); null: they may. */
export async function barredOn(work: Work, candidateId: string, day: string): Promise<Barred | null> {
  return (await barredOnDays(work, [{ candidateId, day }]))[0]!;
}

/** The same for many, in the order asked for: a candidate may be asked for on several days. */
export async function barredOnDays(
  work: Work,
  asked: readonly BarredAsked[],
  failures: Failures = 'ALL',
): Promise<(Barred | null)[]> {
  const facts = await factsIn(
    work,
    asked.map(({ candidateId }) => candidateId),
  );
  const procedure = assessmentOf(work);
  return asked.map(({ candidateId, day }) => {
    const known = facts.get(candidateId)!;
    const counted = failures === 'ALL' ? known : asTold(known);
    const { status, until, explanation } = standingIn(procedure, counted, day);
    return status === 'BARRED' ? { until, explanation } : null;
  });
}

/** Keeps attempts; one that is there for the application is corrected by it. The keys of the candidates have been made. */
export const recordAttempts = (work: Work, attempts: readonly NewAttempt[]): Promise<void> =>
  new LedgerStore(work).record(attempts, assessmentOf(work));

const assessmentOf = ({ procedure }: Work): AssessmentOf => ({
  template: procedure.template!,
  rules: rulesOf(procedure),
});

/** By the id of the candidate. Other regimes have other levels: what was sat under one tells nothing under another. */
async function factsIn(work: Work, candidateIds: readonly string[]): Promise<ReadonlyMap<string, CandidateFacts>> {
  const { id: procedureId, legalRegime: regime } = work.procedure;
  const repository = new LedgerRepository(work.manager);
  const asked = [...new Set(candidateIds)];
  if (asked.length === 0) return new Map();
  const openings = await repository.openingsIn(procedureId, asked);
  const whose = asked.map((candidateId) => ({
    ...{ candidateId, candidacyId: null, openedOn: null, closedOn: null },
    ...openings.find((one) => one.candidateId === candidateId),
    ...{ procedureId, regime },
  }));
  const facts = await factsOf(repository, work.keys, whose);
  return new Map(asked.map((id, at) => [id, facts[at]!]));
}
