import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act } from './acts.ts';
import { type Applicant, account } from './applicants.ts';
import { admitted, closedRounds, type Round } from './rounds.ts';
import { because, type Member, type Running } from './running.ts';
import { openStage, type Stage } from './stage.ts';
import { GOB, recruiter } from './vacancies.ts';

let stage: Stage;
let round: Round;
let run: Running;
let late: Applicant;
let subordinate: Member;
beforeAll(async () => {
  stage = await openStage('2025-09-01T09:00');
  ({ round } = await closedRounds(stage, GOB, { round: { by: ['Anke', 'Bram', 'Cas'] } }));
  run = round.run;
  late = await lapsed('Dirk');
  await admitted(stage, [round]);
  await run.appoint(4);
  subordinate = await joined('Lotte', `${GOB}:position:director-general`);
  await joined('Dirk');
  await run.declareNoInterests();
  await run.openHearing('INTERVIEW');
});
afterAll(() => stage?.close());

/** Applied before the deadline without validating, and so not in it: found out only when a contest brings them in. */
async function lapsed(name: string): Promise<Applicant> {
  stage.at('2025-09-01T10:00');
  const as = await account(stage, name);
  const { id: application } = await act(stage, as, 'startApplication', { vacancy: run.vacancy });
  await act(stage, as, 'submitApplication', { application, version: 1 });
  stage.at('2025-10-24T10:00');
  return { as, candidate: as.id, application };
}

async function joined(name: string, position?: string): Promise<Member> {
  const subject = `test:${name.toLowerCase()}`;
  const given = { procedure: run.id, subject, name, position, function: 'MEMBER' };
  const { id } = await run.act(run.recruiter, 'appointMember', given);
  const member: Member = { name, role: 'committee-member', subject, procedure: run.id, id };
  run.members.push(member);
  return member;
}

const four = () => run.members.slice(0, 4) as [Member, Member, Member, Member];
const applicant = (name: string): Applicant => round.applicants[name]!;
const conflictsOf = async (name: string) => {
  const query = `query ($id: ID!) { selectionProcedure(id: $id) { candidacies(first: 100) { edges { node {
    id conflicts { kind barring member { id } } } } } } }`;
  const { selectionProcedure } = await stage.ask(run.recruiter, query, { id: run.id });
  const { application } = name === 'Dirk' ? late : applicant(name);
  const found = selectionProcedure.candidacies.edges.find(
    ({ node }: { node: { id: string } }) => node.id === application,
  );
  return found.node.conflicts;
};
const hearing = async (name: string, present: readonly Member[]) => ({
  ...{ application: applicant(name).application, step: (await run.step('INTERVIEW')).id, outcome: 'HELD' },
  present: present.map(({ id }) => id),
});

test('a candidate does not become a member', async () => {
  const given = { procedure: run.id, subject: applicant('Anke').as.subject, name: 'Anke', function: 'MEMBER' };
  expect(await run.refused(run.recruiter, 'appointMember', given)).toEqual(['subject IS_CANDIDATE']);
});

describe('a conflict that a member declares', () => {
  test('keeps them from hearing and scoring that candidate, and from no other', async () => {
    const [chair, second, third, fourth] = four();
    const { application } = applicant('Bram');
    const declared = { procedure: run.id, kind: 'CONFLICT', application, reasons: because('familie') };
    await run.act(second, 'declareInterest', declared);
    expect(await conflictsOf('Bram')).toEqual([{ kind: 'DECLARED', barring: true, member: { id: second.id } }]);
    expect(
      await run.refused(run.recruiter, 'recordHearing', await hearing('Bram', [chair, second, third, fourth])),
    ).toEqual(['present[1] CONFLICT_OF_INTEREST']);
    await run.act(run.recruiter, 'recordHearing', await hearing('Bram', [chair, third, fourth, subordinate]));
    await run.act(run.recruiter, 'recordHearing', await hearing('Cas', [chair, second, third, fourth]));
    const score = { scores: [], remarks: 'Gehoord en beoordeeld.' };
    expect(await run.refused(second, 'scoreCandidate', { application, ...score })).toContain('application BARRED');
    await run.act(second, 'scoreCandidate', { application: applicant('Cas').application, ...score });
  });

  test('is judged by the institution: one that does not bar lets them take part', async () => {
    const [, , third] = four();
    const { application } = applicant('Anke');
    const declared = { procedure: run.id, kind: 'CONFLICT', application, reasons: because('een vroegere collega') };
    const { version } = await run.act(third, 'declareInterest', declared);
    const judged = { member: third.id, application, version, assessment: 'NOT_BARRING', reasons: because('tien jaar') };
    await run.act(run.recruiter, 'assessInterest', judged);
    expect(await conflictsOf('Anke')).toEqual([{ kind: 'DECLARED', barring: false, member: { id: third.id } }]);
  });
});

test('a reporting line between the posts of a member and a candidate bars without anybody saying so', async () => {
  const { application } = applicant('Anke');
  const position = `${GOB}:position:secretary-general`;
  await run.act(run.recruiter, 'recordPositionHeld', { application, position, reasons: because('het organogram') });
  expect(await conflictsOf('Anke')).toContainEqual({
    kind: 'REPORTING_LINE',
    barring: true,
    member: { id: subordinate.id },
  });
  const [chair, second, third, fourth] = four();
  expect(
    await run.refused(
      run.recruiter,
      'recordHearing',
      await hearing('Anke', [chair, second, third, fourth, subordinate]),
    ),
  ).toContain('present[4] CONFLICT_OF_INTEREST');
});

test('a member who turns out to be a candidate takes part in nothing any more', async () => {
  const contested = await act(stage, late.as, 'contestLapse', {
    ...{ application: late.application, version: 3, reasons: 'De validatie lukte niet.' },
  });
  await act(stage, recruiter(GOB), 'decideContest', {
    ...{ application: late.application, version: contested.version, upheld: true, reasons: because('de storing') },
  });
  await stage.settled();
  const dirk = run.members.find(({ name }) => name === 'Dirk')!;
  expect(await conflictsOf('Dirk')).toContainEqual({ kind: 'IS_CANDIDATE', barring: true, member: { id: dirk.id } });
});
