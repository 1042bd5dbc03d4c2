import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSelection, recruiter, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy, federalVacancy } from '../testing/templates.ts';
import {
  appointed,
  codes,
  type HearingProcedure,
  hearingProcedure,
  newMember,
  reporting,
} from './testing/committee.ts';

const REASONS = 'The member has fallen ill for the rest of the month.';
let selection: TestSelection;
let federal: HearingProcedure;
let brussels: HearingProcedure;
beforeAll(async () => {
  selection = await openSelection();
  federal = await hearingProcedure(selection, 'vrb:vacancy:committee', federalVacancy(), 1);
  brussels = await hearingProcedure(selection, 'gew:vacancy:committee', brusselsVacancy(), 2);
});
afterAll(() => selection.close());

const appoint = (own: object = {}, of = federal) =>
  selection.write(of.by, 'appointMember', { procedure: of.procedure, ...newMember(own) });
const rows = (procedure: string) =>
  selection.query<{ id: string; function: string; left: boolean; replaces: string | null; version: number }>(
    `SELECT id, function, left_at IS NOT NULL AS left, replaces, version FROM committee_member WHERE procedure_id = $1
     ORDER BY left_at IS NULL, function DESC`,
    [procedure],
  );
const acts = (procedure: string, about: string) =>
  selection.query<{ act: string; actor: string; after: Record<string, unknown>; sealed: boolean; text: string }>(
    `SELECT act, actor, after, sealed IS NOT NULL AS sealed, entry::text AS text FROM trail_entry entry
     WHERE procedure_id = $1 AND about_id = $2 ORDER BY seq`,
    [procedure, about],
  );

describe('a member', () => {
  test('joins, once, and the trail tells it without their name or subject', async () => {
    const subject = `member-${randomUUID()}`;
    const given = { subject, name: 'Someone Invented', expertise: 'Invented expertise', languageRole: 'FR' };
    const answer = await appoint(given);
    expect(answer).toMatchObject({ __typename: 'SelectionRecorded', version: 1 });
    expect(await appoint(given)).toMatchObject({
      problems: [{ path: 'subject', code: 'ALREADY_MEMBER', value: null }],
    });
    const [entry] = await acts(federal.procedure, answer.id);
    expect(entry).toMatchObject({ act: 'APPOINT_MEMBER', actor: 'recruiter-of-vrb', sealed: true });
    expect(entry!.after).toMatchObject({ function: 'MEMBER', languageRole: 'FR' });
    const [row] = await selection.query<{ text: string }>(
      'SELECT member::text AS text FROM committee_member member WHERE id = $1',
      [answer.id],
    );
    for (const text of [entry!.text, row!.text])
      for (const secret of [subject, 'Invented']) expect(text).not.toContain(secret);
  });

  test('legal 5: is no candidate of the procedure, though one of another may be', async () => {
    const [own] = federal.applicants;
    const [other] = brussels.applicants;
    expect(codes(await appoint({ subject: own!.subject }))).toEqual(['IS_CANDIDATE']);
    expect(codes(await appoint({ subject: other!.subject }))).toBe('SelectionRecorded');
  });

  test('holds a position that there is, or one that is not known', async () => {
    await reporting(selection, ['vrb:position:expert'], []);
    expect(codes(await appoint({ position: 'vrb:position:expert' }))).toBe('SelectionRecorded');
    for (const position of ['vrb:position:nowhere', 'vrb:unit:a', 'nonsense'])
      expect(await appoint({ position })).toMatchObject({
        problems: [{ path: 'position', code: 'UNKNOWN_POSITION', value: null }],
      });
  });

  test('may be the recruiter or the authority: no rule is known against it', async () => {
    expect(codes(await appoint({ subject: 'recruiter-of-vrb' }))).toBe('SelectionRecorded');
    expect(codes(await appoint({ subject: 'authority-of-vrb' }))).toBe('SelectionRecorded');
  });

  test('cannot have a subject that no token could carry', async () =>
    expect(await appoint({ subject: 'x'.repeat(201) })).toMatchObject({
      problems: [{ path: 'subject', code: 'TOO_LONG', value: null }],
    }));

  test('joins once, of 50 requests at once', async () => {
    const { procedure, by } = brussels;
    const given = { procedure, ...newMember() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => selection.write(by, 'appointMember', given)));
    expect(answers.filter((answer) => answer.__typename === 'SelectionRecorded')).toHaveLength(1);
    expect(answers.filter((answer) => codes(answer)?.[0] === 'ALREADY_MEMBER')).toHaveLength(49);
    const idempotencyKey = randomUUID();
    const another = { procedure, ...newMember(), idempotencyKey };
    const same = await Promise.all(Array.from({ length: 50 }, () => selection.write(by, 'appointMember', another)));
    expect(new Set(same.map(({ id }) => id)).size).toBe(1);
  });
});

describe('the chair', () => {
  test('is one: of several who are appointed as such, and of 50 requests at once', async () => {
    const of = await hearingProcedure(selection, 'gew:vacancy:chair', brusselsVacancy(), 1);
    const [first, second] = await appointed(selection, of, 2);
    expect(codes(await appoint({ function: 'CHAIR' }, of))).toEqual(['CHAIR_TAKEN']);
    const make = () => selection.write(of.by, 'makeChair', { member: second!.id, version: 1 });
    const answers = await Promise.all(Array.from({ length: 50 }, make));
    expect(answers.filter((answer) => answer.__typename === 'SelectionRecorded')).toMatchObject([{ version: 2 }]);
    expect(answers.filter((answer) => codes(answer)?.[0] === 'ALREADY_CHAIR')).toHaveLength(49);
    expect(await rows(of.procedure)).toMatchObject([
      { id: first!.id, function: 'MEMBER', version: 2 },
      { id: second!.id, function: 'CHAIR', version: 2 },
    ]);
    expect(await acts(of.procedure, second!.id)).toMatchObject([
      { act: 'APPOINT_MEMBER' },
      { act: 'MAKE_CHAIR', after: { chair: second!.id } },
    ]);
  });
});

describe('a member who leaves', () => {
  let of: HearingProcedure;
  beforeAll(async () => {
    of = await hearingProcedure(selection, 'gew:vacancy:leaving', brusselsVacancy(), 1);
  });

  test('is replaced, with reasons, by one who has the same function and says whom they replace', async () => {
    const [chair] = await appointed(selection, of, 1);
    const given = { ...newMember(), function: undefined, member: chair!.id, version: 1 };
    expect(codes(await selection.write(of.by, 'replaceMember', { ...given, reasons: 'Too short' }))).toEqual([
      'TOO_SHORT',
    ]);
    const stale = await selection.write(of.by, 'replaceMember', { ...given, version: 2, reasons: REASONS });
    expect(stale).toMatchObject({ __typename: 'VersionConflict', givenVersion: 2, currentVersion: 1 });
    const { id } = await selection.write(of.by, 'replaceMember', { ...given, reasons: REASONS });
    expect(await rows(of.procedure)).toEqual([
      { id: chair!.id, function: 'CHAIR', left: true, replaces: null, version: 2 },
      { id, function: 'CHAIR', left: false, replaces: chair!.id, version: 1 },
    ]);
    const [, left] = await acts(of.procedure, chair!.id);
    expect(left).toMatchObject({ act: 'LEAVE_REPLACED', sealed: true });
    expect(left!.text).not.toContain('fallen ill');
    expect(codes(await selection.write(of.by, 'makeChair', { member: chair!.id, version: 2 }))).toEqual(['HAS_LEFT']);
  });

  test('is released with reasons, and may come back', async () => {
    const subject = `member-${randomUUID()}`;
    const { id } = await appoint({ subject }, of);
    const release = (reasons: string) => selection.write(of.by, 'releaseMember', { member: id, version: 1, reasons });
    expect(codes(await release('short'))).toEqual(['TOO_SHORT']);
    expect(await release(REASONS)).toMatchObject({ id, version: 2 });
    expect(codes(await release(REASONS))).toEqual(['HAS_LEFT']);
    expect(codes(await appoint({ subject }, of))).toBe('SelectionRecorded');
  });
});

describe('the committee is composed', () => {
  test('by the recruiter of the institution only', async () => {
    const { procedure } = federal;
    const given = { procedure, ...newMember() };
    expect(await selection.write(recruiter('gew'), 'appointMember', given)).toMatchObject({
      problems: [{ path: 'procedure', code: 'UNKNOWN_PROCEDURE', value: null }],
    });
    const [member] = await rows(procedure);
    const released = { member: member!.id, version: 1, reasons: REASONS };
    expect(codes(await selection.write(recruiter('gew'), 'releaseMember', released))).toEqual(['UNKNOWN_MEMBER']);
  });

  test('while the procedure runs: not before, and not once the result is submitted', async () => {
    const notStarted = await selection.vacancy('vrb:vacancy:not-started', federalVacancy());
    const given = { procedure: notStarted, ...newMember() };
    expect(await selection.write(recruiter(), 'appointMember', given)).toMatchObject({
      problems: [{ path: 'procedure', code: 'NOT_AT_THIS_TIME', value: 'NOT_STARTED' }],
    });
    const of = await hearingProcedure(selection, 'gew:vacancy:submitted', brusselsVacancy(), 1);
    const [one] = await appointed(selection, of, 1);
    await selection.query(`UPDATE selection_procedure SET status = 'RESULT_SUBMITTED' WHERE id = $1`, [of.procedure]);
    for (const answer of [
      await appoint({}, of),
      await selection.write(of.by, 'makeChair', { member: one!.id, version: 1 }),
      await selection.write(of.by, 'releaseMember', { member: one!.id, version: 1, reasons: REASONS }),
    ])
      expect(codes(answer)).toContain('NOT_AT_THIS_TIME');
  });
});
