import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditTrails, type TrailReport } from '@mandate-graph/selection';
import { type Player, PUBLIC } from './acts.ts';
import { FederalRound, type Name } from './federal.round.ts';
import { inboxOf } from './inbox.ts';
import { because } from './running.ts';
import { openStage, type Stage } from './stage.ts';

const OFFICER: Player = { name: 'the privacy officer', role: 'privacy-officer' };

let stage: Stage;
let round: FederalRound;
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  round = await FederalRound.applied(stage);
  await round.preselection();
  await round.assessment();
  await round.oral();
  await round.result();
  await round.decision();
});
afterAll(() => stage?.close());

const deadlineOf = async (name: Name, code: string) => {
  const { deadlines } = await round.run.progress(round.all[name]);
  return deadlines.find((one: { code: string }) => one.code === code);
};
const request = (mutation: string, name: 'Unsuitable' | 'Nearly') => {
  const { as, application } = round.all[name];
  return [as, mutation, { application, text: 'Hoe kwam dit resultaat tot stand?' }] as const;
};

test('nobody is erased while a window is open', async () => {
  const { candidate } = round.all.Nearly;
  stage.at('2026-01-20T10:00');
  expect(await round.run.refused(OFFICER, 'eraseCandidate', { candidate, reasons: 'Op eigen verzoek.' })).toEqual(
    expect.arrayContaining(['account APPEAL', 'account FEEDBACK']),
  );
});

test('feedback can be asked for up to the end of the last day, and at midnight no longer', async () => {
  const { run } = round;
  // Sent on 24 November 2025.
  expect(await deadlineOf('Nearly', 'FEEDBACK')).toEqual({ code: 'FEEDBACK', lastDay: '2026-01-24', open: true });
  stage.at('2026-01-24T23:59:59.999');
  await run.act(...request('requestFeedback', 'Nearly'));
  stage.at('2026-01-25T00:00');
  expect(await run.refused(...request('requestFeedback', 'Nearly'))).toEqual(['application FEEDBACK_OVER']);
  // A complaint has no last day.
  await run.act(...request('fileComplaint', 'Nearly'));
});

test('a result that was sent on 31 December leaves until the last day of February', async () => {
  const { run } = round;
  expect(await deadlineOf('Unsuitable', 'FEEDBACK')).toMatchObject({ lastDay: '2026-02-28', open: true });
  stage.at('2026-02-28T23:59:59');
  expect(await finalOf('Appointed')).toBe(false);
  const { id, version } = await run.act(...request('requestFeedback', 'Unsuitable'));
  await run.act(run.recruiter, 'answerRequest', { request: id, version, answer: because('het resultaat') });
  stage.at('2026-03-01T00:00');
  expect(await run.refused(...request('requestFeedback', 'Unsuitable'))).toEqual(['application FEEDBACK_OVER']);
  await stage.settled();
  const codes = (await inboxOf(stage, round.all.Unsuitable.as)).map(({ code }) => code);
  expect(codes.slice(-2)).toEqual(['FEEDBACK_REQUESTED', 'FEEDBACK_GIVEN']);
});

test('what a rule decided and a person lifted cannot be appealed any more: what came after it can', async () => {
  // Of the decision, sent on 15 January 2026 with the remedy.
  expect(await deadlineOf('Returned', 'APPEAL')).toMatchObject({ lastDay: '2026-03-16' });
});

test('what a rule decided is contested within its window only', async () => {
  const { as, application } = round.all.Absent;
  const { id: step } = await round.run.step('COMPUTER_ASSESSMENT');
  expect(await deadlineOf('Absent', 'CONTEST')).toMatchObject({ lastDay: '2025-12-17', open: false });
  const contest = { application, step, grounds: 'Ik was er wel.' };
  expect(await round.run.refused(as, 'contestOutcome', contest)).toEqual(['application CONTEST_OVER']);
});

const finalOf = async (name: 'Unsuitable' | 'Appointed') => (await round.run.progress(round.all[name])).final;

test('nothing is final while a window is open', async () => {
  expect([await finalOf('Appointed'), await finalOf('Unsuitable')]).toEqual([true, false]);
  // The result named the appeal: 60 days from 31 December.
  stage.at('2026-03-01T23:59');
  expect(await finalOf('Unsuitable')).toBe(false);
  stage.at('2026-03-02T00:00');
  expect(await finalOf('Unsuitable')).toBe(true);
});

const query = `query ($id: ID!) { selectionProcedure(id: $id) { finalFrom
  counts { candidates admitted suitable steps { passed } } trailHead { entries hash } } }`;
const seen = async (as: Player) => (await stage.ask(as, query, { id: round.run.id })).selectionProcedure;

test('a failed candidate is erased once the windows are over: the trail is whole, counts stay, and the name is gone', async () => {
  const { run, all } = round;
  const { as, application, candidate } = all.Nearly;
  stage.at('2026-12-01T10:00');
  const before = { institution: await seen(run.recruiter), everyone: await seen(PUBLIC) };
  await run.act(OFFICER, 'eraseCandidate', { candidate, reasons: 'Op eigen verzoek.' });
  await stage.settled();
  expect({ institution: await seen(run.recruiter), everyone: await seen(PUBLIC) }).toEqual(before);
  const reports: TrailReport[] = [];
  await auditTrails(stage.graph.database.url, { tell: (report) => void reports.push(report) });
  expect(reports).toEqual([
    {
      name: run.vacancy,
      procedure: run.id,
      verdict: { whole: true, entries: before.institution.trailHead.entries, hash: expect.anything() },
    },
  ]);
  expect(await run.standing(all.Nearly)).toMatchObject({ id: application, status: 'EXCLUDED' });
  const everything = await stage.graph.database.query<{ row: string }>(
    `SELECT to_jsonb(entry)::text AS row FROM selection.trail_entry entry UNION ALL
     SELECT to_jsonb(event)::text FROM selection.outbox event UNION ALL
     SELECT to_jsonb(event)::text FROM candidates.outbox event`,
  );
  expect(everything.filter(({ row }) => row.includes(as.name) || row.includes(as.subject!))).toEqual([]);
  const keys = await stage.graph.database.query('SELECT FROM selection.person_key WHERE person = $1', [
    `candidate:${candidate}`,
  ]);
  expect(keys).toEqual([]);
});
