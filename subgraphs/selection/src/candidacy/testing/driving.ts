import type { ProcedureEnding, StepKind } from '@mandate-graph/domain';
import { send } from '../../notification/notification.sending.ts';
import { type ProcedureAct, type ProcedureActor, procedureAfter } from '../../procedure/procedure.state.rules.ts';
import { ProcedureStore } from '../../procedure/procedure.store.ts';
import type { Applicant, TestSelection } from '../../testing/selection.ts';
import type { Work } from '../../writing/work.ts';
import { CandidacyFlow } from '../candidacy.flow.ts';
import type { CandidacyRecord } from '../candidacy.record.ts';
import { CandidacyRepository } from '../candidacy.repository.ts';
import type { StepResult } from '../candidacy.state.rules.ts';
import { type CandidacyChange, CandidacyStore } from '../candidacy.store.ts';

type Who = Pick<Applicant, 'application'>;
type Group = 'SUITABLE' | 'UNSUITABLE';

const stepOf = (work: Work, kind: StepKind) => work.procedure.steps.find((step) => step.kind === kind)!;

/** Drives candidates through a procedure by the stores alone, as the acts of the other nouns would. */
export const driving = (selection: TestSelection, procedure: string) => {
  const candidaciesOf = async (work: Work, who: readonly Who[]): Promise<CandidacyRecord[]> => {
    const all = await new CandidacyRepository(work.manager).ofProcedure(procedure);
    return who.map(({ application }) => all.find(({ id }) => id === application)!);
  };
  const within = (who: readonly Who[], act: (work: Work, candidacies: CandidacyRecord[]) => Promise<unknown>) =>
    selection.inProcedure(procedure, async (work) => act(work, await candidaciesOf(work, who)));
  const legal = (problems: unknown): void => {
    if (problems !== null && problems !== undefined) throw new Error(JSON.stringify(problems));
  };
  const change = (who: readonly Who[], own: Omit<CandidacyChange, 'candidacy'>) =>
    within(who, async (work, candidacies) =>
      legal((await new CandidacyStore(work).change(candidacies.map((candidacy) => ({ candidacy, ...own })))).problems),
    );
  return {
    change,
    /** Passes the step they are in, which is of this kind. */
    pass: (who: readonly Who[], kind: StepKind, reasons: string | null = null) =>
      within(who, async (work, candidacies) => {
        const step = stepOf(work, kind);
        const outcome = { stepId: step.id, result: 'PASSED' as const, reasons };
        const passings = candidacies.map((candidacy) => ({ candidacy, outcome, as: 'RECRUITER' as const }));
        legal(await new CandidacyFlow(work).pass(step, passings));
      }),
    exclude: (who: readonly Who[], kind: StepKind, result: StepResult, reasons: string | null = null) =>
      within(who, async (work, candidacies) => {
        const step = stepOf(work, kind);
        const byRule = result !== 'FAILED';
        const outcome = { stepId: step.id, result, rule: byRule ? result : null, reasons };
        const as = byRule ? ('RULE' as const) : ('RECRUITER' as const);
        legal(
          await new CandidacyFlow(work).exclude(
            step,
            candidacies.map((candidacy) => ({ candidacy, outcome, as })),
          ),
        );
      }),
    find: (who: readonly Who[], group: Group, reasons: string | null = null) =>
      within(who, async (work, candidacies) => {
        const outcome = { stepId: stepOf(work, 'RESULT').id, result: group, reasons };
        const act = group === 'SUITABLE' ? ('FIND_SUITABLE' as const) : ('FIND_UNSUITABLE' as const);
        const changes = candidacies.map((candidacy) => ({ candidacy, act, as: 'COMMITTEE' as const, outcome }));
        legal((await new CandidacyStore(work).change(changes)).problems);
      }),
    /** An act on the procedure as a whole. */
    procedure: (act: ProcedureAct, by: ProcedureActor, ending: ProcedureEnding | null = null) =>
      selection.inProcedure(procedure, async (work) => {
        const step = procedureAfter(work.procedure, act, by, ending);
        if (!step.ok) throw new Error(JSON.stringify(step.problems));
        await new ProcedureStore(work).record({ act, state: step.state });
      }),
    notify: (who: readonly Who[], about: 'STEP' | 'RESULT' | 'DECISION', kind: StepKind | null = null) =>
      within(who, (work, candidacies) =>
        send(
          work,
          candidacies.map((candidacy) => ({
            ...{ candidacy, about, stepId: kind === null ? null : stepOf(work, kind).id },
            ...{ negative: true, remedyStated: true, byLetter: false },
          })),
        ),
      ),
  };
};

/** Where everybody of a procedure stands: status and key of the step, in the order of the applicants. */
export async function standings(selection: TestSelection, applicants: readonly Who[]): Promise<string[]> {
  const rows = await selection.query<{ id: string; status: string; key: string | null }>(
    `SELECT candidacy.id, candidacy.status, step.key FROM candidacy
     LEFT JOIN selection_step step ON step.id = candidacy.step_id WHERE candidacy.id = ANY($1)`,
    [applicants.map(({ application }) => application)],
  );
  return applicants.map(({ application }) => {
    const row = rows.find(({ id }) => id === application);
    return row === undefined ? 'not there' : `${row.status} ${row.key}`;
  });
}

/** The acts of a procedure in its trail, oldest first. */
export const trailOf = async (selection: TestSelection, procedure: string, act?: string) =>
  selection.query<{
    act: string;
    actor: string;
    about: string;
    before: unknown;
    after: Record<string, unknown> | null;
  }>(
    `SELECT act, actor, about, before, after FROM trail_entry
     WHERE procedure_id = $1 AND ($2::text IS NULL OR act = $2) ORDER BY seq`,
    [procedure, act ?? null],
  );
