import { test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openSelection, recruiter, startedProcedure } from '../testing/selection.ts';
import { federalVacancy } from '../testing/templates.ts';
import { myTasks } from './testing/tasks.ts';
test('perf', async () => {
  const selection = await openSelection();
  for (let at = 0; at < 100; at++) await startedProcedure(selection, `vrb:vacancy:${randomUUID()}`, federalVacancy(), 1);
  await selection.query(`INSERT INTO candidacy (id, procedure_id, candidate_id, status, step_id, submitted_at, version, recorded_at, recorded_by)
     SELECT gen_random_uuid(), p.id, gen_random_uuid(), (ARRAY['EXCLUDED','UNSUITABLE','IN_PROGRESS'])[1 + n % 3], step.id, now(), 1, now(), 'test'
     FROM selection_procedure p JOIN selection_step step ON step.procedure_id = p.id AND step.position = 1 + (abs(hashtext(p.id::text)) % 3), generate_series(1, 300) n`);
  await selection.query(`INSERT INTO step_outcome (id, candidacy_id, step_id, result, version, recorded_at, recorded_by)
     SELECT gen_random_uuid(), c.id, s.id, CASE WHEN c.status = 'EXCLUDED' AND s.id = c.step_id THEN 'FAILED' WHEN s.kind='RESULT' THEN 'UNSUITABLE' ELSE 'PASSED' END, 1, now(), 'test'
     FROM candidacy c JOIN selection_step s ON s.procedure_id = c.procedure_id AND s.position <= 4`);
  await selection.query(`INSERT INTO notification (id, procedure_id, candidacy_id, about, step_id, negative, sent_at, remedy_stated, by_letter, recorded_at, recorded_by)
     SELECT gen_random_uuid(), procedure_id, c.id, 'STEP', c.step_id, true, now(), true, true, now(), 'test' FROM candidacy c WHERE status='EXCLUDED' UNION ALL SELECT gen_random_uuid(), procedure_id, c.id, 'RESULT', NULL, true, now(), true, true, now(), 'test' FROM candidacy c WHERE status<>'EXCLUDED' OR true`);
  await selection.query("UPDATE selection_procedure SET status='ENDED_WITHOUT_APPOINTMENT', ending='NONE_SUITABLE', ended_at=now() WHERE abs(hashtext(id::text)) % 10 > 1");
  await selection.query('ANALYZE');
  for (let i = 0; i < 3; i++) { const t = Date.now(); const tasks = await myTasks(selection, recruiter()); console.log(tasks.length, Date.now() - t); }
  const { stepsIn, beforeCommitteeIn } = await import('./task.repository.ts');
  const { interestsOfAll } = await import('../interest/interest.repository.ts');
  const ids = (await selection.query<{id: string}>("SELECT id FROM selection_procedure WHERE status='RUNNING'")).map(({id}) => id);
  for (const [n, f] of [['steps', () => stepsIn(selection.source.manager, ids)], ['before', () => beforeCommitteeIn(selection.source.manager, ids)]] as const) { const t = Date.now(); const r = await f(); console.log(n, r.length, Date.now() - t); }
  const { unsentIn } = await import('./task.sending.repository.ts');
  for (let i = 0; i < 3; i++) { const t = Date.now(); const r = await unsentIn(selection.source.manager, ['vrb']); console.log('unsent', r.length, Date.now() - t); }
  await selection.close();
}, 120000);
