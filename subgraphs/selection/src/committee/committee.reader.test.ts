import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import type { CandidacyView, Viewer } from '../candidacy/candidacy.type.ts';
import { createServices } from '../selection.services.ts';
import {
  type Applicant,
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import {
  appointed,
  declareNothing,
  type HearingProcedure,
  hear,
  hearingProcedure,
  idsOf,
  newMember,
  open,
  readyCommittee,
  type TestMember,
} from './testing/committee.ts';

const REASONS = 'We have written three books together since 2019.';
const MEMBER =
  'id name expertise function languageRole position you joinedAt leftAt replaces leavingReasons present declared version';
const COMMITTEE = `members { ${MEMBER} } formerMembers { ${MEMBER} }
  parity { nl fr unknown balanced required basis source { en } }
  size { min max now withinRange basis source { en } }
  chairing { required chair { id } basis source { en } } quorum { needed basis source { en } }
  hearingDays { id step heldOn members { id } chair { id } present { id } openedAt version }
  declarations { id member { id } kind application covers reasons declaredAt assessment assessmentReasons version }
  conflicts { member { id } application kind barring }`;
const BY_ID = `query ($id: ID!) { selectionProcedure(id: $id) { id committee { ${COMMITTEE} } } }`;

let selection: TestSelection;
let federal: HearingProcedure;
let members: readonly TestMember[];
beforeAll(async () => {
  selection = await openSelection();
  federal = await hearingProcedure(selection, 'vrb:vacancy:shown', federalVacancy(), 2);
  members = await readyCommittee(selection, federal, 8);
  const [one] = members.slice(-1);
  const given = { procedure: federal.procedure, kind: 'CONFLICT', reasons: REASONS };
  const of = memberActor(one!.subject, federal.procedure);
  await selection.write(of, 'declareInterest', { ...given, application: federal.applicants[0]!.application });
  await open(selection, federal, idsOf(members));
});
afterAll(() => selection.close());

const shown = async (actor: Actor, { procedure } = federal) => {
  const { data, errors } = await selection.ask(actor, BY_ID, { id: procedure });
  return errors === undefined ? data.selectionProcedure.committee : errors[0]!.extensions.code;
};

describe('a committee', () => {
  test('S2.S: shows the institution whether it is as it must be, and where that stands', async () => {
    const committee = await shown(recruiter());
    expect(committee).toMatchObject({
      parity: { nl: 4, fr: 4, unknown: 0, balanced: true, required: false, basis: 'CHOICE' },
      size: { min: 8, max: 10, now: 8, withinRange: true, basis: 'STATED' },
      chairing: { required: true, chair: { id: members[0]!.id }, basis: 'UNVERIFIED' },
      quorum: { needed: 5, basis: 'CHOICE' },
      hearingDays: [{ step: federal.step, heldOn: '2025-10-24', chair: { id: members[0]!.id }, version: 1 }],
      conflicts: [{ member: { id: members[7]!.id }, kind: 'DECLARED', barring: true }],
    });
    expect(committee.members).toHaveLength(8);
    expect(committee.members.find(({ id }: TestMember) => id === members[0]!.id)).toMatchObject({
      ...{ name: 'Invented Member', function: 'CHAIR', languageRole: 'NL', position: null, you: false },
      ...{ present: ['2025-10-24'], declared: true, leftAt: null, version: 1 },
    });
    expect(committee.declarations).toHaveLength(9);
    expect(committee.declarations.filter(({ kind }: { kind: string }) => kind === 'CONFLICT')).toMatchObject([
      { reasons: REASONS, application: federal.applicants[0]!.application, assessment: null },
    ]);
  });

  test('legal 7: says nothing of the balance of roles while one is not known, and infers none', async () => {
    const of = await hearingProcedure(selection, 'gew:vacancy:parity', brusselsVacancy(), 1);
    await appointed(selection, of, 2);
    await selection.write(of.by, 'appointMember', { procedure: of.procedure, ...newMember({ name: 'Jean Lefèvre' }) });
    expect(await shown(of.by, of)).toMatchObject({
      parity: { nl: 1, fr: 1, unknown: 1, balanced: null },
      size: { min: null, max: null, now: 3, withinRange: null, basis: 'UNVERIFIED' },
    });
  });

  test('shows a member the others, and of interests only their own', async () => {
    const [first, last] = [members[0]!, members[7]!];
    const own = await shown(memberActor(last.subject, federal.procedure));
    expect(own.members.filter(({ you }: { you: boolean }) => you)).toMatchObject([{ id: last.id }]);
    expect(own.declarations).toHaveLength(2);
    expect(own.conflicts).toHaveLength(1);
    const other = await shown(memberActor(first.subject, federal.procedure));
    expect(other.members).toHaveLength(8);
    expect(other.declarations).toMatchObject([{ member: { id: first.id }, kind: 'NONE', reasons: null }]);
    expect(other.conflicts).toEqual([]);
  });

  test('shows the authority who is on it, and interests once the result is submitted', async () => {
    expect(await shown(authority())).toMatchObject({ declarations: [], conflicts: [] });
    const submit = (at: string | null) =>
      selection.query('UPDATE selection_procedure SET result_submitted_at = $2 WHERE id = $1', [federal.procedure, at]);
    await submit('2025-11-03T10:00:00Z');
    expect((await shown(authority())).declarations).toHaveLength(9);
    await submit(null);
  });

  test('keeps who has left, with the reasons for the institution alone', async () => {
    const of = await hearingProcedure(selection, 'gew:vacancy:left', brusselsVacancy(), 1);
    const [chair, one] = await appointed(selection, of, 2);
    const replaced = { member: one!.id, version: 1, reasons: REASONS, ...newMember(), function: undefined };
    const { id } = await selection.write(of.by, 'replaceMember', replaced);
    const committee = await shown(of.by, of);
    expect(committee.formerMembers).toMatchObject([
      { id: one!.id, leavingReasons: REASONS, leftAt: expect.any(String) },
    ]);
    expect(committee.members.find((member: TestMember) => member.id === id)).toMatchObject({ replaces: one!.id });
    const seen = await shown(memberActor(chair!.subject, of.procedure), of);
    expect(seen.formerMembers).toMatchObject([{ id: one!.id, leavingReasons: null }]);
    expect(await shown(memberActor(one!.subject, of.procedure), of)).toBeNull();
  });

  test('is not there before the procedure has started', async () => {
    const procedure = await selection.vacancy('vrb:vacancy:not-yet', federalVacancy());
    expect(await shown(recruiter(), { ...federal, procedure })).toBeNull();
  });

  test.each([
    ['the public', () => PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    ['a candidate', () => candidateActor(federal.applicants[0]!.subject), 'FORBIDDEN'],
    ['a recruiter of another institution', () => recruiter('gew'), 'FORBIDDEN'],
    ['the authority of another institution', () => authority('gew'), 'FORBIDDEN'],
    ['a member of another procedure', () => memberActor(members[0]!.subject, 'another'), 'FORBIDDEN'],
  ])('is not shown to %s', async (_who, actor, code) => expect(await shown(actor())).toBe(code));

  test('is not there for whoever has a token for it, and is not on it', async () =>
    expect(await shown(memberActor('nobody', federal.procedure))).toBeNull());
});

describe('a candidacy', () => {
  const view = ({ application, candidate, subject }: Applicant, viewer: Viewer): CandidacyView => ({
    ...{ id: application, candidateId: candidate, procedureId: federal.procedure, status: 'IN_PROGRESS' },
    ...{ stepId: federal.step, version: 1, submittedAt: '2025-10-01T10:00:00Z', viewer },
    whose: { institution: 'vrb', procedure: federal.procedure, subject },
  });
  const readerOf = (actor: Actor) =>
    createServices(selection.installation, actor, selection.clock.now()).committeeReader;

  test('has the conflicts of members: to the institution all, to a member their own', async () => {
    const [first, second] = federal.applicants;
    const of = (actor: Actor, applicant: Applicant, viewer: Viewer) =>
      readerOf(actor).conflictsOf(view(applicant, viewer));
    expect(await of(recruiter(), first!, 'RECRUITER')).toMatchObject([{ member: { id: members[7]!.id } }]);
    expect(await of(recruiter(), second!, 'RECRUITER')).toEqual([]);
    const [one, last] = [members[0]!, members[7]!].map(({ subject }) => memberActor(subject, federal.procedure));
    expect(await of(one!, first!, 'MEMBER')).toEqual([]);
    expect(await of(last!, first!, 'MEMBER')).toHaveLength(1);
    expect(await of(candidateActor(first!.subject), first!, 'CANDIDATE')).toEqual([]);
  });

  test('has its hearing, from the invitation until who held it', async () => {
    const [, second] = federal.applicants;
    const reader = readerOf(candidateActor(second!.subject));
    expect(await reader.hearingsOf(view(second!, 'CANDIDATE'))).toEqual([]);
    await selection.write(federal.by, 'inviteToHearing', {
      ...{ step: federal.step, applications: [second!.application], startsAt: '2025-10-25T09:00:00Z', place: 'Room 3' },
    });
    const invitation = { startsAt: '2025-10-25T09:00:00.000Z', place: 'Room 3', step: federal.step };
    expect(await reader.hearingsOf(view(second!, 'CANDIDATE'))).toMatchObject([
      { ...invitation, status: 'INVITED', heldOn: null, present: [], version: 1 },
    ]);
    await hear(selection, federal, second!, idsOf(members.slice(0, 5)), { version: 1, minutes: 170 });
    const [held] = await reader.hearingsOf(view(second!, 'CANDIDATE'));
    expect(held).toMatchObject({ ...invitation, status: 'HELD', heldOn: '2025-10-24', minutes: 170, version: 2 });
    expect(idsOf(held!.present).sort()).toEqual(idsOf(members.slice(0, 5)).sort());
  });
});

test('a committee takes as many statements with 11 members and 12 candidates as with 2 and 1', async () => {
  const statements = async (of: HearingProcedure) =>
    (await selection.ask(of.by, BY_ID, { id: of.procedure })).statements;
  const small = await hearingProcedure(selection, 'gew:vacancy:small', brusselsVacancy(), 1);
  const large = await hearingProcedure(selection, 'gew:vacancy:large', brusselsVacancy(), 12);
  await declareNothing(selection, small.procedure, await appointed(selection, small, 2));
  await declareNothing(selection, large.procedure, await appointed(selection, large, 11));
  expect(await statements(large)).toBe(await statements(small));
});
