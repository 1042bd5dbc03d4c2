import type { VacancyState } from '@mandate-graph/domain';
import { CandidacyRepository } from '../../candidacy/candidacy.repository.ts';
import { type CandidacyChange, CandidacyStore } from '../../candidacy/candidacy.store.ts';
import { procedureAfter } from '../../procedure/procedure.state.rules.ts';
import { ProcedureStore } from '../../procedure/procedure.store.ts';
import { RankingStore } from '../../ranking/ranking.store.ts';
import {
  type Applicant,
  authority,
  candidateActor,
  startedProcedure,
  type TestSelection,
} from '../../testing/selection.ts';
import type { Work } from '../../writing/work.ts';

export const REASONS = 'The titles and merits of this candidate weigh most.';
export const OTHER_REASONS = 'The merits of this candidate weigh less.';
export const NO_ANSWER = 'Asked twice by telephone as well, and no word came.';
export const START = '2026-02-01';

/** A procedure whose result is before the authority: of each applicant the place, or null for who is unsuitable. */
export interface Submitted {
  readonly procedure: string;
  readonly institution: string;
  readonly applicants: readonly Applicant[];
  /** Ids of the applications. */
  readonly applications: readonly string[];
}

export async function submitted(
  selection: TestSelection,
  vacancy: string,
  state: VacancyState,
  places: readonly (number | null)[],
): Promise<Submitted> {
  const ofOne = { ...state, vacantPositions: null };
  const { procedure, applicants } = await startedProcedure(selection, vacancy, ofOne, places.length);
  // Several posts are refused at the start: what runs for them all the same is not decided either.
  await selection.query(
    `UPDATE selection_procedure SET template = jsonb_set(template, '{vacantPositions}', $2) WHERE id = $1`,
    [procedure, JSON.stringify(state.vacantPositions)],
  );
  const applications = applicants.map(({ application }) => application);
  selection.at('2025-12-01T10:00');
  await selection.inProcedure(procedure, (work) => submit(work, applications, places));
  return { procedure, institution: vacancy.split(':', 1)[0]!, applicants, applications };
}

async function submit(work: Work, applications: readonly string[], places: readonly (number | null)[]) {
  const [store, procedures] = [new CandidacyStore(work), new ProcedureStore(work)];
  const result = work.procedure.steps.find(({ kind }) => kind === 'RESULT')!;
  const all = async () => {
    const found = await new CandidacyRepository(work.manager).ofProcedure(work.procedure.id);
    return applications.map((id) => found.find((one) => one.id === id)!);
  };
  const change = async (changes: readonly CandidacyChange[]) => {
    const { problems } = await store.change(changes);
    if (problems !== undefined) throw new Error(JSON.stringify(problems));
  };
  await change(
    (await all()).map((candidacy) => ({ candidacy, act: 'PASS', as: 'RECRUITER', stepId: result.id, by: 'test' })),
  );
  await change(
    (await all()).map((candidacy, at) => ({
      ...{ candidacy, as: 'COMMITTEE', by: 'test' },
      act: places[at] === null ? 'FIND_UNSUITABLE' : 'FIND_SUITABLE',
    })),
  );
  const suitable = (await all()).filter(({ status }) => status === 'SUITABLE');
  await new RankingStore(work).put(
    0,
    suitable.map((candidacy) => ({ candidacy, place: places[applications.indexOf(candidacy.id)]!, reasons: null })),
  );
  await procedures.step(work.procedure.steps.find(({ kind }) => kind === 'RESULT')!, 'CONCLUDED');
  const legal = procedureAfter(work.procedure, 'SUBMIT_RESULT', 'COMMITTEE');
  if (!legal.ok) throw new Error(JSON.stringify(legal.problems));
  await procedures.record({ act: 'SUBMIT_RESULT', state: legal.state });
  await change(suitable.map((candidacy) => ({ candidacy, act: 'SUBMIT', as: 'COMMITTEE', by: 'test' })));
}

const versionIn = async (selection: TestSelection, table: string, id: string): Promise<number> =>
  (await selection.query<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]))[0]!.version;

/** The authority decides; whoever is suitable and not chosen is told why not, where the input does not say so itself. */
export async function decide(
  selection: TestSelection,
  { procedure, institution }: Submitted,
  application: string | null,
  own: Record<string, unknown> = {},
) {
  const suitable = await selection.query<{ id: string }>(
    "SELECT id FROM candidacy WHERE procedure_id = $1 AND status = 'SUITABLE'",
    [procedure],
  );
  const others = suitable
    .filter(({ id }) => application !== null && id !== application)
    .map(({ id }) => ({ application: id, reasons: OTHER_REASONS }));
  return selection.write(authority(institution), 'decideAppointment', {
    ...{ procedure, version: await versionIn(selection, 'selection_procedure', procedure), application, others },
    ...{ reasons: REASONS, ...(application !== null && { appointmentOn: START }) },
    ...own,
  });
}

/** Whoever was chosen answers. */
export const answer = async (
  selection: TestSelection,
  { subject, application }: Applicant,
  mutation: 'acceptAppointment' | 'declineAppointment',
  own: Record<string, unknown> = {},
) =>
  selection.write(candidateActor(subject), mutation, {
    ...{ application, version: await versionIn(selection, 'candidacy', application) },
    ...own,
  });

/** The authority records that whoever was chosen gave no answer. */
export const recordNoAnswer = async (
  selection: TestSelection,
  { procedure, institution }: Submitted,
  own: Record<string, unknown> = {},
) =>
  selection.write(authority(institution), 'recordNoAnswer', {
    ...{ procedure, version: await versionIn(selection, 'selection_procedure', procedure), reasons: NO_ANSWER },
    ...own,
  });

/** A recruiter decided on the conditions for being appointed. */
export const judged = (selection: TestSelection, applicant: Applicant, own: Record<string, unknown> = {}) =>
  selection.decided(applicant, 'ELIGIBLE', {
    ...{ decision: applicant.candidate, conditions: 'APPOINTMENT', judgedOn: START },
    ...own,
  });

/** `status` of the procedure, then of each candidacy, in the order of the applications. */
export async function statuses(selection: TestSelection, { procedure, applications }: Submitted): Promise<string[]> {
  const [of] = await selection.query<{ status: string; ending: string | null }>(
    'SELECT status, ending FROM selection_procedure WHERE id = $1',
    [procedure],
  );
  const rows = await selection.query<{ status: string }>(
    'SELECT status FROM candidacy WHERE id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], id)',
    [applications],
  );
  return [`${of!.status}${of!.ending === null ? '' : ` ${of!.ending}`}`, ...rows.map(({ status }) => status)];
}

/** What candidates were told in this procedure, in order. */
export const told = async (selection: TestSelection, application: string): Promise<string[]> =>
  (
    await selection.query<{ code: string; done: boolean }>(
      `SELECT data->>'code' AS code, (data->>'done')::boolean AS done FROM outbox
       WHERE subject = $1 AND type = 'mandate-graph.candidate.told.v1' ORDER BY id`,
      [application],
    )
  ).map(({ code, done }) => (done ? `${code} done` : code));

export const codesOf = ({ problems }: { problems: readonly { path: string; code: string }[] }): string[] =>
  problems.map(({ path, code }) => `${path} ${code}`);
