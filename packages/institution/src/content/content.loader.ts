import type { Clock } from '@mandate-graph/domain';
import { contentLoader } from '@mandate-graph/runtime';
import type { DataSource } from 'typeorm';
import type { InstitutionProfile } from '../institution.profile.ts';
import { SubjectService } from '../subject/subject.service.ts';

/** Loads an institution's own content once: a subject that exists, in whatever version, is left as it is. */
export async function loadContent(source: DataSource, profile: InstitutionProfile, clock: Clock): Promise<number> {
  const { code } = profile.entry;
  const service = new SubjectService(code, profile.rules, clock, contentLoader(code));
  return source.transaction(async (manager) => {
    await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('content', 0))");
    const rows: { id: string }[] = await manager.query('SELECT id FROM subject WHERE id = ANY($1)', [
      profile.content.map((item) => item.id),
    ]);
    const known = new Set(rows.map((row) => row.id));
    const missing = profile.content.filter((item) => !known.has(item.id));
    if (missing.length === 0) return 0;
    const outcome = await service.record(
      manager,
      missing.map(({ kind, id, validFrom, validTo, state }) => ({
        kind,
        id,
        expectedVersion: 0,
        periods: [{ validFrom, validTo, state }],
        reason: 'first content',
      })),
    );
    if (!outcome.ok) {
      const list = outcome.problems.map((problem) => `  ${problem.rule}`).join('\n');
      throw new Error(`The content of ${code} breaks its rules, so none of it was loaded:\n${list}`);
    }
    return missing.length;
  });
}
