import { driving } from '../../candidacy/testing/driving.ts';
import { startedProcedure, type TestSelection } from '../../testing/selection.ts';
import { brusselsVacancy } from '../../testing/templates.ts';
import { auditTrails, type Noted, type TrailReport } from '../trail.audit.ts';
import type { Head } from '../trail.verdict.ts';

export const REFUSED_BECAUSE = 'Reasons with “quotes”, é and a \\ of the refusal';

/** A procedure in which a recruiter, a rule, events and the clock did things, some with what is personal of somebody. */
export async function lived(selection: TestSelection, vacancy: string) {
  const made = await startedProcedure(selection, vacancy, brusselsVacancy(), 4);
  const [one, two, refused, out] = made.applicants;
  const drive = driving(selection, made.procedure);
  for (const applicant of [one!, two!, refused!]) await selection.decided(applicant, 'ELIGIBLE');
  await selection.decided(out!, 'NOT_ELIGIBLE');
  await drive.exclude([refused!], 'INTERVIEW', 'FAILED', REFUSED_BECAUSE);
  await drive.notify([refused!], 'STEP', 'INTERVIEW');
  return { ...made, drive, vacancy, refused: refused! };
}

/** The head that stands with a procedure. */
export const headOf = async (selection: TestSelection, procedure: string): Promise<Head> =>
  (
    await selection.query<Head>(
      'SELECT trail_seq AS entries, trail_head AS hash FROM selection_procedure WHERE id = $1',
      [procedure],
    )
  )[0]!;

/** Everything of an entry but where it is. */
export const COLUMNS = 'at, act, actor, about, about_id, before, after, reason, person, sealed, nonce, previous, hash';

export const auditing = (selection: () => TestSelection) => {
  const audited = async (procedure: string, noted: readonly Noted[] = []) => {
    const reports: TrailReport[] = [];
    await auditTrails(selection().databaseUrl, { noted, tell: (report) => reports.push(report) });
    return reports.find((report) => report.procedure === procedure);
  };
  return {
    audited,
    /** What was done, where, and what shows it; or the trail as a whole. */
    found: async (procedure: string, noted: readonly Noted[] = []) => {
      const verdict = (await audited(procedure, noted))?.verdict;
      return verdict?.whole === false ? `${verdict.tampering} ${verdict.place} ${verdict.shownBy}` : verdict;
    },
    /** As whoever owns the database can, past the triggers and the keys that keep everybody else from it. */
    tamper: (...statements: readonly (readonly [string, ...unknown[]])[]) =>
      selection().source.transaction(async (manager) => {
        await manager.query('ALTER TABLE trail_entry DISABLE TRIGGER ALL');
        for (const [sql, ...values] of statements) await manager.query(sql, values);
        await manager.query('ALTER TABLE trail_entry ENABLE TRIGGER ALL');
      }),
  };
};
