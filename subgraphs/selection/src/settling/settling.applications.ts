import { instantOf } from '@mandate-graph/runtime';
import type { Temporal } from 'temporal-polyfill';
import { CandidacyFlow } from '../candidacy/candidacy.flow.ts';
import type { CandidacyRecord } from '../candidacy/candidacy.record.ts';
import { CandidacyRepository } from '../candidacy/candidacy.repository.ts';
import { type CandidacyChange, CandidacyStore } from '../candidacy/candidacy.store.ts';
import { tellCommittee } from '../committee/committee.telling.ts';
import { candidateOf } from '../person/person.keys.ts';
import { reopen } from '../procedure/procedure.ending.ts';
import { procedureAfter } from '../procedure/procedure.state.rules.ts';
import { ProcedureStore } from '../procedure/procedure.store.ts';
import type { Work } from '../writing/work.ts';

interface Known {
  readonly id: string;
  readonly candidateId: string;
  readonly status: string;
  readonly submittedAt: Date | null;
}

/** Who became definitive takes part, also after a contest; who withdrew does not any more. */
export async function settleApplications(work: Work): Promise<void> {
  const { manager, procedure } = work;
  const known: Known[] = await manager.query(
    `SELECT id, candidate_id AS "candidateId", status, submitted_at AS "submittedAt" FROM known_application
     WHERE vacancy_id = $1 AND status IN ('DEFINITIVE', 'WITHDRAWN')
       AND NOT EXISTS (SELECT FROM candidacy WHERE candidacy.id = known_application.id
         AND (known_application.status = 'DEFINITIVE' OR candidacy.status NOT IN ('IN_PROGRESS', 'SUITABLE', 'SELECTED')))
       AND (status = 'DEFINITIVE' OR EXISTS (SELECT FROM candidacy WHERE candidacy.id = known_application.id))
     ORDER BY submitted_at, id`,
    [procedure.vacancyId],
  );
  if (known.length === 0) return;
  await enter(
    work,
    known.filter(({ status }) => status === 'DEFINITIVE'),
  );
  await withdraw(
    work,
    known.filter(({ status }) => status === 'WITHDRAWN'),
  );
}

async function enter(work: Work, known: readonly Known[]): Promise<void> {
  if (known.length === 0 || !(await reopen(work))) return;
  await new CandidacyFlow(work).enter(known.map((one) => newCandidacy(one, work.now)));
  // One of them may be on the committee.
  await tellCommittee(work);
}

const newCandidacy = ({ id, candidateId, submittedAt }: Known, now: Temporal.Instant): CandidacyRecord => ({
  ...{ id, candidateId, status: 'IN_PROGRESS', stepId: null, version: 0 },
  submittedAt: submittedAt === null ? now : instantOf(submittedAt),
});

async function withdraw(work: Work, known: readonly Known[]): Promise<void> {
  if (known.length === 0) return;
  const withdrawn = new Set(known.map(({ id }) => id));
  const all = await new CandidacyRepository(work.manager).ofProcedure(work.procedure.id);
  const store = new CandidacyStore(work);
  for (const candidacy of all.filter(({ id }) => withdrawn.has(id))) {
    const by = candidateOf(candidacy.candidateId);
    const selected = candidacy.status === 'SELECTED';
    const change: CandidacyChange = { candidacy, act: selected ? 'DECLINE' : 'WITHDRAW', as: 'CANDIDATE', by };
    const { problems } = await store.change([change]);
    if (problems !== undefined || !selected) continue;
    const step = procedureAfter(work.procedure, 'REFUSE_APPOINTMENT', 'CANDIDATE');
    if (step.ok) await new ProcedureStore(work).record({ act: 'REFUSE_APPOINTMENT', state: step.state, by });
  }
}
