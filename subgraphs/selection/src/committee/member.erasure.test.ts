import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Actor, PUBLIC_ACTOR } from '@mandate-graph/runtime';
import { driving } from '../candidacy/testing/driving.ts';
import {
  authority,
  candidateActor,
  memberActor,
  openSelection,
  recruiter,
  type TestSelection,
} from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { auditing } from '../trail/testing/lived.ts';
import {
  codes,
  type HearingProcedure,
  hearingProcedure,
  newMember,
  readyCommittee,
  type TestMember,
} from './testing/committee.ts';

const REASONS = 'The member has asked for it in a letter of this month.';
const NAME = 'Invented Member';
const officer: Actor = {
  ...{ kind: 'person', subject: 'officer' },
  grants: [{ role: 'privacy-officer', institution: null, procedure: null, scopes: [] }],
};
const MEMBER = 'id name expertise leavingReasons';
const COMMITTEE = `query ($id: ID!) { selectionProcedure(id: $id) { committee {
  members { ${MEMBER} } formerMembers { ${MEMBER} } declarations { reasons assessmentReasons } conflicts { kind barring } } } }`;

let selection: TestSelection;
let of: HearingProcedure;
let members: readonly TestMember[];
let made = 0;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());
/** One of them has declared a conflict, which was assessed, and was released. */
beforeEach(async () => {
  of = await hearingProcedure(selection, `gew:vacancy:erased${++made}`, brusselsVacancy(), 1);
  members = await readyCommittee(selection, of, 2);
  const [, one] = members;
  const conflict = { procedure: of.procedure, kind: 'CONFLICT', reasons: REASONS };
  await selection.write(memberActor(one!.subject, of.procedure), 'declareInterest', conflict);
  const assessed = { member: one!.id, version: 1, assessment: 'NOT_BARRING', reasons: REASONS };
  await selection.write(of.by, 'assessInterest', assessed);
  await selection.write(of.by, 'releaseMember', { member: one!.id, version: 1, reasons: REASONS });
});

/** Everybody was found unsuitable, was told so, and can do nothing about it any more. */
async function ended() {
  const drive = driving(selection, of.procedure);
  await drive.exclude(of.applicants, 'INTERVIEW', 'FAILED', 'These are the reasons');
  await drive.notify(of.applicants, 'STEP', 'INTERVIEW');
  await drive.procedure('END', 'RULE', 'NONE_SUITABLE');
  const { data } = await selection.ask(PUBLIC_ACTOR, 'query ($id: ID!) { selectionProcedure(id: $id) { finalFrom } }', {
    id: of.procedure,
  });
  return data.selectionProcedure.finalFrom as string;
}
const final = async () => {
  await ended();
  selection.at('2026-06-01T10:00');
};
const erase = (at: number, own: object = {}, actor = officer) =>
  selection.write(actor, 'eraseMember', { member: members[at]!.id, reasons: REASONS, ...own });
const committee = async () => {
  const { data, errors } = await selection.ask(of.by, COMMITTEE, { id: of.procedure });
  expect(errors).toBeUndefined();
  return data.selectionProcedure.committee;
};

describe('a member who is erased', () => {
  test('is known to nobody any more, and still stands in the committee', async () => {
    await final();
    expect(JSON.stringify(await committee())).toContain(NAME);
    expect(await erase(1)).toMatchObject({ __typename: 'SelectionRecorded', id: members[1]!.id, version: 3 });
    const { members: on, formerMembers, declarations, conflicts } = await committee();
    expect(on).toMatchObject([{ id: members[0]!.id, name: NAME }]);
    expect(formerMembers).toEqual([{ id: members[1]!.id, name: null, expertise: null, leavingReasons: null }]);
    expect(declarations).toContainEqual({ reasons: null, assessmentReasons: null });
    expect(conflicts).toEqual([{ kind: 'DECLARED', barring: false }]);
  });

  test('has left no digest of whose token it was, nor a key, in whatever table', async () => {
    await final();
    const digest = selection.installation.digest.of(members[1]!.subject);
    const tables = ['committee_member', 'committee_member_history', 'idempotency', 'outbox', 'trail_entry'];
    const holding = async () => {
      const found = await Promise.all(
        tables.map((table) => selection.query(`SELECT FROM ${table} t WHERE strpos(t::text, $1) > 0`, [digest])),
      );
      return tables.filter((_table, at) => found[at]!.length > 0);
    };
    expect(await holding()).toEqual(['committee_member', 'committee_member_history', 'idempotency', 'outbox']);
    await erase(1);
    expect(await holding()).toEqual([]);
    const person = `member:${members[1]!.id}`;
    expect(await selection.query('SELECT FROM person_key WHERE person = $1', [person])).toEqual([]);
    expect(await selection.query('SELECT FROM erased_person WHERE person = $1', [person])).toHaveLength(1);
  });

  test('leaves the trail whole, with an entry of the erasure that says nothing of them', async () => {
    await final();
    const { found } = auditing(() => selection);
    const before = (await found(of.procedure)) as { entries: number };
    await erase(1);
    await erase(0);
    expect(await found(of.procedure)).toMatchObject({ whole: true, entries: before.entries + 2 });
    const query = `SELECT actor, about, about_id, before, after, reason, person, sealed FROM trail_entry
      WHERE procedure_id = $1 AND act = 'ERASE_MEMBER' ORDER BY seq LIMIT 1`;
    expect(await selection.query(query, [of.procedure])).toEqual([
      {
        ...{ actor: 'officer', about: 'MEMBER', about_id: members[1]!.id },
        ...{ before: null, after: null, reason: null, person: null, sealed: null },
      },
    ]);
    const trail = `query ($id: ID!) { selectionProcedure(id: $id) { trail(first: 100) {
      edges { node { person personal { value } } } } } }`;
    const { data, errors } = await selection.ask(of.by, trail, { id: of.procedure });
    expect(errors).toBeUndefined();
    for (const secret of [NAME, REASONS]) expect(JSON.stringify(data)).not.toContain(secret);
  });

  test('is erased once, of 50 requests at once, and answered alike under one key', async () => {
    await final();
    const answers = await Promise.all(Array.from({ length: 50 }, () => erase(0)));
    expect(answers.filter(({ __typename }) => __typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter((answer) => codes(answer)?.[0] === 'ALREADY_ERASED')).toHaveLength(49);
    const idempotencyKey = randomUUID();
    const same = await Promise.all(Array.from({ length: 50 }, () => erase(1, { idempotencyKey })));
    expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(same[0]).toMatchObject({ version: 3 });
  });
});

describe('a member is not erased', () => {
  test('while their procedure runs, nor until it is final, which it is to the instant', async () => {
    expect(await erase(1)).toMatchObject({ problems: [{ path: 'procedure', code: 'NOT_FINAL', value: null }] });
    const from = await ended();
    expect(await erase(1, { reasons: 'short' })).toMatchObject({
      problems: [
        { path: 'reasons', code: 'TOO_SHORT', value: null },
        { path: 'procedure', code: 'NOT_FINAL', value: from },
      ],
    });
    const local = new Date(from).toLocaleString('sv-SE', { timeZone: 'Europe/Brussels' }).replace(' ', 'T');
    const [day, time] = local.split('T') as [string, string];
    expect(time).toBe('00:00:00');
    selection.at(`${new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)}T23:59:59.999`);
    expect(codes(await erase(1))).toEqual(['NOT_FINAL']);
    selection.at(local);
    expect(codes(await erase(1))).toBe('SelectionRecorded');
  });

  test.each<[string, () => Actor, string]>([
    ['the public', () => PUBLIC_ACTOR, 'UNAUTHENTICATED'],
    ['the recruiter', () => recruiter('gew'), 'FORBIDDEN'],
    ['the authority', () => authority('gew'), 'FORBIDDEN'],
    ['the member', () => memberActor(members[0]!.subject, of.procedure), 'FORBIDDEN'],
    ['a candidate', () => candidateActor(of.applicants[0]!.subject), 'FORBIDDEN'],
  ])('by %s', async (_who, actor, code) => {
    await final();
    expect(await erase(0, {}, actor())).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  test('by an id that is of nobody', async () => {
    for (const member of [randomUUID(), 'nonsense', of.procedure])
      expect(codes(await erase(0, { member }))).toEqual(['UNKNOWN_MEMBER']);
  });
});

test('whoever has no key any more can leave the committee, be assessed and be shown', async () => {
  const { id } = members[0]!;
  await selection.query('DELETE FROM person_key WHERE person = $1', [`member:${id}`]);
  await selection.query('INSERT INTO erased_person (person, erased_at) VALUES ($1, now())', [`member:${id}`]);
  const conflict = { procedure: of.procedure, kind: 'CONFLICT', reasons: REASONS };
  const declared = await selection.write(memberActor(members[0]!.subject, of.procedure), 'declareInterest', conflict);
  expect(codes(declared)).toBe('SelectionRecorded');
  const assessed = { member: id, version: 1, assessment: 'BARRING', reasons: REASONS };
  expect(codes(await selection.write(of.by, 'assessInterest', assessed))).toBe('SelectionRecorded');
  expect((await committee()).members).toMatchObject([{ id, name: null }]);
  const replaced = { ...newMember(), function: undefined, member: id, version: 1, reasons: REASONS };
  expect(codes(await selection.write(of.by, 'replaceMember', replaced))).toBe('SelectionRecorded');
  expect((await committee()).formerMembers.map(({ name }: { name: string | null }) => name).sort()).toEqual([
    NAME,
    null,
  ]);
});
