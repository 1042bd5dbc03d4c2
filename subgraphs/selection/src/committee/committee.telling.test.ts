import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { CommitteeRecorded } from '@mandate-graph/domain';
import { always, eventOf, recordedSubject } from '@mandate-graph/testkit';
import { type Applicant, memberActor, openSelection, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { forgetHolder } from './committee.telling.ts';
import {
  appointed,
  type HearingProcedure,
  hearingProcedure,
  newMember,
  reporting,
  type TestMember,
} from './testing/committee.ts';

const REASONS = 'Reasons that are long enough for whoever reads them.';
let selection: TestSelection;
let of: HearingProcedure;
let made = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());
beforeEach(async () => {
  of = await hearingProcedure(selection, `gew:vacancy:telling${++made}`, brusselsVacancy(), 2);
});

/** What was told, oldest first. */
const told = async (): Promise<CommitteeRecorded[]> => {
  const rows = await selection.query<{ data: CommitteeRecorded }>(
    `SELECT data FROM outbox WHERE type = 'mandate-graph.committee.recorded.v1' AND subject = $1 ORDER BY id`,
    [of.procedure],
  );
  return rows.map(({ data }) => data);
};
const digest = ({ subject }: { readonly subject: string }) => selection.installation.digest.of(subject);
/** Members and whom they may not judge, as it was told last. */
const now = async () =>
  Object.fromEntries((await told()).at(-1)!.members.map(({ holder, barredFrom }) => [holder, barredFrom]));
const release = ({ id }: TestMember, version: number) =>
  selection.write(of.by, 'releaseMember', { member: id, version, reasons: REASONS });
const declare = ({ subject }: TestMember, application: string | null) =>
  selection.write(memberActor(subject, of.procedure), 'declareInterest', {
    ...{ procedure: of.procedure, kind: 'CONFLICT', application, reasons: REASONS },
  });
const assess = ({ id }: TestMember, application: string | null, version: number, assessment: string) =>
  selection.write(of.by, 'assessInterest', { member: id, application, version, assessment, reasons: REASONS });

test('it is told who is on a committee, each time whole: who joins, who replaces, and who leaves', async () => {
  expect(await told()).toEqual([]);
  const [one, two] = (await appointed(selection, of, 2)) as [TestMember, TestMember];
  expect(await now()).toEqual({ [digest(one)]: [], [digest(two)]: [] });
  const { function: _as, ...next } = newMember();
  await selection.write(of.by, 'replaceMember', { member: two.id, version: 1, reasons: REASONS, ...next });
  expect(await now()).toEqual({ [digest(one)]: [], [digest(next)]: [] });
  await release(one, 1);
  expect(await now()).toEqual({ [digest(next)]: [] });
  const all = await told();
  expect(all).toHaveLength(4);
  expect(all[0]).toMatchObject({ procedure: of.procedure, vacancy: of.applicants[0]!.vacancy });
  const versions = all.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});

test('legal 5: it is told whom a member may not judge: as declared and assessed, and the whole procedure at once', async () => {
  const [one, two] = (await appointed(selection, of, 2)) as [TestMember, TestMember];
  const [{ application }] = of.applicants as [Applicant];
  await declare(one, application);
  expect(await now()).toEqual({ [digest(one)]: [application], [digest(two)]: [] });
  await assess(one, application, 1, 'NOT_BARRING');
  expect(await now()).toEqual({ [digest(one)]: [], [digest(two)]: [] });
  await declare(two, null);
  expect(await now()).toEqual({ [digest(one)]: [], [digest(two)]: 'ALL' });
});

test('legal 5: so is what is found out: a post in the line of a candidate, and a member who applies', async () => {
  const [upper, lower] = ['vrb:position:telling-upper', 'vrb:position:telling-lower'];
  await reporting(selection, [upper, lower], [[lower, upper]]);
  const [first, second] = of.applicants as [Applicant, Applicant];
  const position = (application: string) =>
    selection.write(of.by, 'recordPositionHeld', { application, position: lower, reasons: REASONS });
  await position(first.application);
  const member = newMember({ position: upper });
  await selection.write(of.by, 'appointMember', { procedure: of.procedure, ...member });
  expect(await now()).toEqual({ [digest(member)]: [first.application] });
  await position(second.application);
  expect(new Set((await told()).at(-1)!.members[0]!.barredFrom)).toEqual(
    new Set([first.application, second.application]),
  );
  await selection.applicant(`gew:vacancy:telling${made}`, member.subject);
  expect(await now()).toEqual({ [digest(member)]: 'ALL' });
});

test('legal 5: so is a line that an institution tells of later, or takes back: once, without an act on the committee', async () => {
  const [upper, lower] = ['vrb:position:later-upper', 'vrb:position:later-lower'];
  await reporting(selection, [upper, lower], []);
  const [{ application }] = of.applicants as [Applicant];
  await selection.write(of.by, 'recordPositionHeld', { application, position: lower, reasons: REASONS });
  const member = newMember({ position: upper });
  await selection.write(of.by, 'appointMember', { procedure: of.procedure, ...member });
  const before = (await told()).length;
  const line = (version: number, ...ends: { from: string; to: string }[]) => {
    const periods = ends.map((two) => always({ kind: 'REPORTS_TO', ...two } as never));
    return selection.takeIn('vrb', eventOf(recordedSubject('line', 'vrb:line:later', version, periods)));
  };
  await line(1, { from: 'vrb:position:elsewhere', to: upper });
  expect(await told()).toHaveLength(before);
  await line(2, { from: lower, to: upper });
  expect(await now()).toEqual({ [digest(member)]: [application] });
  await line(2, { from: lower, to: upper });
  const all = await told();
  expect(all).toHaveLength(before + 1);
  expect(all.at(-1)!.version).toBeGreaterThan(all.at(-2)!.version);
  await line(3);
  expect(await now()).toEqual({ [digest(member)]: [] });
});

test('who a member was can be taken out of all that was told, and of nothing else', async () => {
  const [one, two] = (await appointed(selection, of, 2)) as [TestMember, TestMember];
  await declare(one, of.applicants[0]!.application);
  const before = await told();
  await forgetHolder(selection.source.manager, of.procedure, digest(one));
  const without = before.map((event) => ({
    ...event,
    members: event.members.map((member) => (member.holder === digest(one) ? { ...member, holder: null } : member)),
  }));
  expect(await told()).toEqual(without);
  expect(new Set(without.at(-1)!.members.map(({ holder }) => holder))).toEqual(new Set([null, digest(two)]));
});
