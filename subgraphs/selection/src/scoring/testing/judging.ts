import { randomUUID } from 'node:crypto';
import { type Competence, ours, type VacancyState } from '@mandate-graph/domain';
import { type Actor, counted } from '@mandate-graph/runtime';
import { CandidacyFlow } from '../../candidacy/candidacy.flow.ts';
import { type CandidacyFacts, CandidacyReader } from '../../candidacy/candidacy.reader.ts';
import { CandidacyRepository } from '../../candidacy/candidacy.repository.ts';
import type { CandidacyView } from '../../candidacy/candidacy.type.ts';
import { createServices, type SelectionServices } from '../../selection.services.ts';
import {
  type Applicant,
  memberActor,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../../testing/selection.ts';

export const REASONS = 'Titles and merits, and how the case was argued, show it.';

export const competence = (key: string, ...assessedIn: string[]): Competence => ({
  ...{ key, kind: 'BEHAVIOURAL', scope: null, label: ours(key, key, key), group: null },
  ...{ masteryType: null, masteryLevel: null, statements: [], assessedIn },
});

/** Everybody of it has been heard by everybody of the committee, and waits for the result. */
export interface JudgingCase {
  readonly procedure: string;
  readonly institution: string;
  readonly applicants: readonly Applicant[];
  /** Ids of the applications. */
  readonly applications: readonly string[];
  /** Ids of the members; the first is the chair. */
  readonly members: readonly string[];
  readonly actors: readonly Actor[];
  readonly steps: ReadonlyMap<string, string>;
}

export async function judgingCase(
  selection: TestSelection,
  vacancy: string,
  state: VacancyState,
  { candidates, members }: { readonly candidates: number; readonly members: number },
): Promise<JudgingCase> {
  const institution = vacancy.split(':', 1)[0]!;
  const { procedure, applicants, steps } = await startedProcedure(selection, vacancy, state, candidates);
  for (const applicant of applicants) await selection.decided(applicant, 'ELIGIBLE');
  const ids: string[] = [];
  const actors: Actor[] = [];
  for (let at = 0; at < members; at++) {
    const seated = await seat(selection, procedure, at === 0 ? 'CHAIR' : 'MEMBER');
    ids.push(seated.id);
    actors.push(seated.actor);
  }
  const of = { procedure, institution, applicants, members: ids, actors, steps };
  const judging = { ...of, applications: applicants.map(({ application }) => application) };
  await hear(selection, judging);
  return judging;
}

/** Somebody joins the committee. */
export async function seat(selection: TestSelection, procedure: string, as: 'CHAIR' | 'MEMBER' = 'MEMBER') {
  const [id, subject] = [randomUUID(), `member-${randomUUID()}`];
  await selection.query(
    `INSERT INTO committee_member (id, procedure_id, holder, function, joined_at, data, version, recorded_at, recorded_by)
     VALUES ($1, $2, $3, $4, clock_timestamp(), '', 1, $5, 'test')`,
    [id, procedure, selection.installation.digest.of(subject), as, selection.clock.now().toString()],
  );
  return { id, actor: memberActor(subject, procedure) };
}

/** Somebody leaves it. */
export const leave = (selection: TestSelection, member: string) =>
  selection.query(
    `UPDATE committee_member SET left_at = clock_timestamp(), left_data = '', version = version + 1, recorded_at = $2 WHERE id = $1`,
    [member, selection.clock.now().toString()],
  );

/** A member declares a conflict of interest. */
export const bar = (selection: TestSelection, { procedure }: JudgingCase, member: string, application: string | null) =>
  selection.query(
    `INSERT INTO interest_declaration (id, procedure_id, member_id, kind, candidacy_id, covers, declared_at, version,
       recorded_at, recorded_by)
     VALUES ($1, $2, $3, 'CONFLICT', $4, '{}', $5, 1, $5, 'test')`,
    [randomUUID(), procedure, member, application, selection.clock.now().toString()],
  );

/** The other steps before the result are passed by everybody, who is then heard by the whole committee. */
async function hear(selection: TestSelection, { procedure, institution, members, steps }: JudgingCase): Promise<void> {
  const keys = [...steps.keys()].filter((key) => ['assessment', 'oral', 'interview'].includes(key));
  const heard = keys.includes('oral') ? keys.filter((key) => key !== 'interview') : keys;
  const at = ['assessment', 'oral', 'interview'];
  for (const key of heard.sort((one, other) => at.indexOf(one) - at.indexOf(other))) {
    await selection.inProcedure(procedure, async (work) => {
      const step = work.procedure.steps.find((one) => one.key === key)!;
      const all = await new CandidacyRepository(work.manager).ofProcedure(procedure);
      const result = key === 'assessment' ? 'PASSED' : 'HELD';
      const outcome = { stepId: step.id, result, reasons: null } as const;
      await new CandidacyFlow(work).pass(
        step,
        all.map((candidacy) => ({ candidacy, outcome, as: 'RECRUITER' })),
      );
      if (key === 'assessment') return;
      for (const { id } of all) {
        await work.manager.query(
          `INSERT INTO hearing (id, procedure_id, candidacy_id, step_id, status, held_on, present, version, recorded_at,
             recorded_by) VALUES ($1, $2, $3, $4, 'HELD', '2025-11-20', $5::uuid[], 1, now(), 'test')`,
          [randomUUID(), procedure, id, step.id, members],
        );
      }
    });
  }
  for (const key of ['screening', ...heard]) {
    await selection.write(recruiter(institution), 'concludeStep', { step: steps.get(key), version: 2 });
  }
}

/** What a member scores for every competence. */
export const scoring = (
  selection: TestSelection,
  actor: Actor,
  application: string,
  own: Record<string, unknown> = {},
) => selection.write(actor, 'scoreCandidate', { application, scores: [{ competence: 'a', score: '12' }], ...own });

/** Everybody of the committee scores a candidate. */
export async function scoredByAll(selection: TestSelection, { actors }: JudgingCase, application: string) {
  for (const actor of actors) await scoring(selection, actor, application);
}

export const versionOf = async (selection: TestSelection, table: string, id: string): Promise<number> => {
  const [row] = await selection.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]);
  return row!.version;
};

/** Everybody scores, and the chair concludes; the others of the case are unsuitable. */
export async function concluded(selection: TestSelection, judging: JudgingCase, suitable: readonly string[]) {
  for (const application of judging.applications) {
    await scoredByAll(selection, judging, application);
    const group = suitable.includes(application) ? 'SUITABLE' : 'UNSUITABLE';
    const version = await versionOf(selection, 'candidacy', application);
    await selection.write(judging.actors[0]!, 'concludeCandidate', { application, version, group, reasons: REASONS });
  }
}

/** Candidacies as somebody sees them, with what a service says of them, and the number of statements of that. */
export async function seen<T>(
  selection: TestSelection,
  actor: Actor,
  applications: readonly string[],
  of: (services: SelectionServices, candidacy: CandidacyView) => Promise<T>,
): Promise<{ readonly answers: readonly (T | undefined)[]; readonly statements: number }> {
  const { installation } = selection;
  const facts = await selection.query<CandidacyFacts>(
    `SELECT candidacy.id, candidacy.candidate_id AS "candidateId", procedure_id AS "procedureId", institution,
       candidacy.status, step_id AS "stepId", submitted_at AS "submittedAt", candidacy.version, held.holder,
       result_submitted_at IS NOT NULL AS "resultSubmitted",
       EXISTS (SELECT FROM committee_member member WHERE member.procedure_id = candidacy.procedure_id
         AND member.holder = $2 AND left_at IS NULL) AS "onCommittee",
       EXISTS (SELECT FROM candidacy own JOIN candidate_holder mine ON mine.candidate_id = own.candidate_id
         WHERE own.procedure_id = candidacy.procedure_id AND mine.holder = $2) AS "amongCandidates"
     FROM candidacy JOIN selection_procedure procedure ON procedure.id = candidacy.procedure_id
     LEFT JOIN candidate_holder held ON held.candidate_id = candidacy.candidate_id
     WHERE candidacy.id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], candidacy.id)`,
    [applications, installation.digest.of(actor.subject)],
  );
  const reader = new CandidacyReader(actor, installation.digest);
  const services = createServices(installation, actor, selection.clock.now());
  const work = { statements: 0 };
  const answers = await counted(work, () =>
    Promise.all(
      facts.map(async (one) => {
        const view = reader.view(one);
        return view === null ? undefined : of(services, view);
      }),
    ),
  );
  return { answers, statements: work.statements };
}
