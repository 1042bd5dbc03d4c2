import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { hearingProcedure, readyCommittee } from '../committee/testing/committee.ts';
import { submitted } from '../decision/testing/deciding.ts';
import { type Person, person, round } from '../ledger/testing/rounds.ts';
import { BRUSSELS } from '../result/testing/submitting.ts';
import { judgingCase } from '../scoring/testing/judging.ts';
import { planned } from '../session/testing/sessions.ts';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  startedProcedure,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import type { Shown } from './testing/tasks.ts';

const MEMBER = 'member-of-several';
let selection: TestSelection;
let candidate: Person;
const committees: string[] = [];
beforeAll(async () => {
  selection = await openSelection();
  candidate = person();
});
afterAll(() => selection.close());

/** Something to do for everybody, in procedures of their own. */
async function more(candidates: number) {
  const id = randomUUID();
  await startedProcedure(selection, `vrb:vacancy:screening-${id}`, federalVacancy(), candidates);
  await planned(selection, await round(selection, 2, [candidate, person()], '2025-10-24'));
  const hearing = await hearingProcedure(selection, `gew:vacancy:hearing-${id}`, brusselsVacancy(), candidates);
  await readyCommittee(selection, hearing, 2);
  const applications = hearing.applicants.slice(1).map(({ application }) => application);
  const invitation = { step: hearing.step, startsAt: '2025-11-03T09:00:00Z', place: 'Room 3', applications };
  await selection.write(hearing.by, 'inviteToHearing', invitation);
  const judging = await judgingCase(selection, `gew:vacancy:judging-${id}`, BRUSSELS, { candidates, members: 2 });
  await selection.query('UPDATE committee_member SET holder = $2 WHERE id = $1', [
    ...[judging.members[0], selection.installation.digest.of(MEMBER)],
  ]);
  committees.push(judging.procedure);
  await submitted(selection, `vrb:vacancy:submitted-${id}`, federalVacancy(), Array(candidates).fill(1));
  selection.at('2025-10-24T10:00');
}

/** Candidates whom a procedure has beside those who went through it. */
const crowd = (procedure: string, key: string, count: number) =>
  selection.query(
    `INSERT INTO candidacy (id, procedure_id, candidate_id, status, step_id, submitted_at, version, recorded_at, recorded_by)
     SELECT gen_random_uuid(), $1, gen_random_uuid(), 'IN_PROGRESS', step.id, now(), 1, now(), 'test'
     FROM selection_step step, generate_series(1, $3) WHERE step.procedure_id = $1 AND step.key = $2`,
    [procedure, key, count],
  );

const actors = (): Readonly<Record<string, Actor>> => ({
  recruiter: { ...recruiter(), grants: [...recruiter().grants, ...recruiter('gew').grants] },
  member: { ...memberActor(MEMBER, ''), grants: committees.flatMap((id) => memberActor(MEMBER, id).grants) },
  authority: authority(),
  candidate: candidateActor(candidate.subject),
});

async function asked() {
  const answers: Record<string, { statements: number; tasks: readonly Shown[] }> = {};
  for (const [who, actor] of Object.entries(actors())) {
    const query = '{ myTasks { kind count application dueAt procedure { id status } } }';
    const { data, errors, statements } = await selection.ask(actor, query);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    answers[who] = { statements, tasks: data.myTasks };
  }
  return answers;
}

const each = <T>(answers: Awaited<ReturnType<typeof asked>>, of: (one: (typeof answers)[string]) => T) =>
  Object.fromEntries(Object.entries(answers).map(([who, one]) => [who, of(one)]));
const statements = (answers: Awaited<ReturnType<typeof asked>>) => each(answers, (one) => one.statements);
const kinds = ({ tasks }: { readonly tasks: readonly Shown[] }) => new Set(tasks.map(({ kind }) => kind));

test('the tasks of each role cost as many statements for three times the procedures, and for 500 candidates', async () => {
  await more(2);
  const few = await asked();
  await more(3);
  await more(2);
  for (const procedure of committees) await crowd(procedure, 'result', 500);
  for (const procedure of committees) await crowd(procedure, 'screening', 500);
  const many = await asked();
  expect(statements(many)).toEqual(statements(few));
  expect(statements(few)).toEqual({ recruiter: 16, member: 15, authority: 5, candidate: 11 });
  for (const who of Object.keys(few)) expect(kinds(many[who]!)).toEqual(kinds(few[who]!));
  expect(each(many, ({ tasks }) => tasks.length)).toEqual({ recruiter: 24, member: 6, authority: 3, candidate: 3 });
  expect(many['member']!.tasks.map(({ count }) => count)).toContain(502);
});

test('of more than 100 tasks, those are shown that are due, and of the others the first', async () => {
  const [row] = await selection.query<{ id: string; procedure: string }>(
    "SELECT id, procedure_id AS procedure FROM candidacy WHERE status = 'IN_PROGRESS' ORDER BY id LIMIT 1",
  );
  await selection.query(
    `INSERT INTO candidate_request (id, procedure_id, candidacy_id, kind, status, filed_at, version, recorded_at, recorded_by)
     SELECT gen_random_uuid(), $1, $2, 'COMPLAINT', 'OPEN', now(), 1, now(), 'test' FROM generate_series(1, 150)`,
    [row!.procedure, row!.id],
  );
  const { tasks, statements: number } = (await asked())['recruiter']!;
  expect(tasks).toHaveLength(100);
  expect(tasks.slice(0, 3)).toMatchObject(Array(3).fill({ kind: 'HOLD_HEARINGS', dueAt: '2025-11-03T09:00:00Z' }));
  expect(tasks.slice(3)).toMatchObject(Array(97).fill({ kind: 'ANSWER_REQUEST', application: row!.id, dueAt: null }));
  expect(number).toBe(16);
});
