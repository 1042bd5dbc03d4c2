import { localDay, NOT_YET, reasonsProblems } from '@mandate-graph/domain';
import { requireVersion } from '@mandate-graph/writing';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { rulesOf } from '../regime/regime.of.rules.ts';
import type { Acted, SelectionWriting, Written } from '../writing/selection.writing.ts';
import type { Work } from '../writing/work.ts';
import type { RecordFunctionHeldInput } from './holding.input.ts';
import { functionHeld, waitingProblems } from './holding.rules.ts';
import { HoldingStore } from './holding.store.ts';
import { LedgerRepository } from './ledger.repository.ts';
import { settleExemptions } from './ledger.settling.ts';

/** What a recruiter reads in a file of a function that exempts its holder from the assessment. */
export class HoldingService {
  constructor(private readonly writing: SelectionWriting) {}

  /** Whoever waits in the assessment is exempt at once. */
  record(input: RecordFunctionHeldInput): Promise<Written> {
    return this.writing.ofInstitution({
      ...{ mutation: 'recordFunctionHeld', rule: 'SELECTION_RUN', input, what: 'application' },
      id: ({ application }) => application,
      act: (given, work) => record(given, work),
    });
  }
}

async function record(given: RecordFunctionHeldInput, work: Work): Promise<Acted> {
  const { procedure } = work;
  const candidacy = (await new CandidacyRepository(work.manager).one(procedure.id, given.application))!;
  const repository = new LedgerRepository(work.manager);
  const [opening] = await repository.openingsOf([candidacy.id]);
  const day = opening?.openedOn ?? localDay(work.now).toString();
  const held = functionHeld(given, { template: procedure.template!, rules: rulesOf(procedure) }, day);
  const problems = [
    ...waitingProblems(candidacy, procedure),
    ...(held.problems ?? []),
    ...reasonsProblems(given.reasons),
  ];
  if (held.problems !== undefined || problems.length > 0) return { problems };
  const [before = null] = await repository.functionsOf([candidacy.id]);
  requireVersion(before?.id ?? candidacy.id, given.version, before?.version ?? NOT_YET);
  const { from, to = null, reasons } = given;
  const answer = await new HoldingStore(work).record(candidacy, before, { level: held.level, from, to, reasons });
  await settleExemptions(work);
  return { answer };
}
