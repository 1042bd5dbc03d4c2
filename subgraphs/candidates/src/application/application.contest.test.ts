import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import { MANAGERIAL_SECTION } from '../section/testing/sections.ts';
import { UNKNOWN_TO_INSTITUTION } from '../writing/writing.service.ts';
import { type Applicant, Applying, codesOf, openVacancy, recruiterOf } from './testing/applying.ts';

const AFTER = Temporal.Instant.from('2025-09-12T22:00:00Z');
let applying: Applying;
let began: Temporal.Instant;

beforeAll(async () => {
  applying = await Applying.open({
    lapsing: openVacancy(),
  });
  began = applying.now;
});
afterAll(() => applying?.close());
beforeEach(() => {
  applying.now = began;
});

describe('a lapse', () => {
  const RECRUITER = recruiterOf('vrb');
  const REASONS = 'Het loket gaf een storing.';
  const lapsed = async (): Promise<Applicant> => {
    applying.now = began;
    const applicant = await applying.submitted('lapsing', MANAGERIAL_SECTION);
    applying.now = AFTER;
    return applicant;
  };
  const decide = (applicant: Applicant, upheld: boolean, version: number, actor = RECRUITER) =>
    applying.write(actor, 'decideContest', { application: applicant.application, version, upheld, reasons: REASONS });

  test('is contested by the candidate, and made good by the institution', async () => {
    const applicant = await lapsed();
    expect((await applicant.act('contestLapse', 3, { reasons: REASONS })).version).toBe(4);
    expect(await applicant.trail()).toMatchObject({ status: 'LAPSED', version: 4 });
    expect((await applicant.inbox()).at(-1)).toBe('CONTEST_RECEIVED');
    expect((await decide(applicant, true, 4)).version).toBe(5);
    expect(await applicant.trail()).toEqual({
      ...{ status: 'DEFINITIVE', version: 5, acts: ['START', 'SUBMIT', 'LAPSE', 'CONTEST', 'REINSTATE'] },
    });
    expect((await applicant.inbox()).at(-1)).toBe('CONTEST_UPHELD');
  });

  test('stands when the institution says so, with the remedy, and is contested once', async () => {
    const applicant = await lapsed();
    await applicant.act('contestLapse', 3, { reasons: REASONS });
    expect((await decide(applicant, false, 4)).version).toBe(5);
    expect(await applicant.trail()).toMatchObject({ status: 'LAPSED', version: 5 });
    const [told] = await applying.database.query<{ facts: object; sealed: boolean }>(
      `SELECT facts, data IS NOT NULL AS sealed FROM candidates.message
       WHERE application_id = $1 AND code = 'CONTEST_REJECTED'`,
      [applicant.application],
    );
    expect(told).toMatchObject({ facts: { remedyStated: 'true' }, sealed: true });
    expect(codesOf(await applicant.act('contestLapse', 5, { reasons: REASONS }))).toEqual([
      'application ALREADY_CONTESTED',
    ]);
  });

  test('shows the reasons for its contest to the institution that decides, whose reading is noted', async () => {
    const applicant = await lapsed();
    await applicant.act('contestLapse', 3, { reasons: 'Mijn lijn viel uit.' });
    const ask = (actor: Actor) =>
      applying.ask(
        actor,
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Application { reasons } } }',
        {
          of: [{ __typename: 'Application', id: applicant.application }],
        },
      );
    expect((await ask(RECRUITER)).data._entities).toEqual([{ reasons: 'Mijn lijn viel uit.' }]);
    expect((await ask(applicant.actor)).data._entities).toEqual([{ reasons: 'Mijn lijn viel uit.' }]);
    expect((await ask(recruiterOf('other'))).data._entities).toEqual([null]);
    const noted = await applying.database.query<{ operation: string }>(
      'SELECT operation FROM candidates.access_log WHERE application_id = $1 ORDER BY operation',
      [applicant.application],
    );
    expect(noted.map(({ operation }) => operation)).toEqual(['Application', 'Application.reasons']);
    await decide(applicant, false, 4);
    expect((await ask(applicant.actor)).data._entities).toEqual([{ reasons: REASONS }]);
  });

  test('that is not contested is not decided on', async () => {
    const applicant = await lapsed();
    expect(codesOf(await decide(applicant, true, 3))).toEqual(['application NO_OPEN_CONTEST']);
  });

  test('is decided on with reasons of some length, and contested with any words at all', async () => {
    const applicant = await lapsed();
    expect(codesOf(await applicant.act('contestLapse', 3, { reasons: ' ' }))).toEqual(['reasons EMPTY_TEXT']);
    expect((await applicant.act('contestLapse', 3, { reasons: 'x' })).version).toBe(4);
    for (const upheld of [true, false]) {
      const given = { application: applicant.application, version: 4, upheld, reasons: 'x' };
      expect(codesOf(await applying.write(RECRUITER, 'decideContest', given))).toEqual(['reasons TOO_SHORT']);
    }
  });

  test('of a draft is refused a contest, to which it is not invited either', async () => {
    const draft = await applying.applicant('lapsing');
    applying.now = AFTER;
    expect(codesOf(await draft.act('contestLapse', 2, { reasons: REASONS }))).toEqual(['application NOT_SUBMITTED']);
    const inbox = '{ me { inbox { edges { node { code text { en } } } } } }';
    // What was refused has settled nothing: the job tells of the lapse, as any act would.
    await applying.write(draft.actor, 'saveAccount', {
      ...{ version: 1, givenNames: 'An', familyName: 'Peeters', email: 'an@example.org', preferredLanguage: 'NL' },
    });
    const { data } = await applying.ask(draft.actor, inbox);
    const lapse = data.me.inbox.edges.find(
      ({ node }: { node: { code: string } }) => node.code === 'APPLICATION_LAPSED',
    );
    expect(lapse.node.text.en).not.toMatch(/contest/);
  });

  test('is contested and decided on by the id of its application in capitals as well', async () => {
    const applicant = await lapsed();
    applicant.application = applicant.application.toUpperCase();
    expect((await applicant.act('contestLapse', 3, { reasons: REASONS })).version).toBe(4);
    expect((await decide(applicant, true, 4)).version).toBe(5);
  });

  test('of what nobody but its candidate knows is, to the institution, of none of its applications', async () => {
    const draft = await applying.applicant('lapsing');
    for (const application of [draft.application, randomUUID()]) {
      draft.application = application;
      expect((await decide(draft, true, 1)).problems).toEqual([UNKNOWN_TO_INSTITUTION]);
    }
  });

  test('is decided on by the institution of the vacancy alone', async () => {
    const applicant = await lapsed();
    await applicant.act('contestLapse', 3, { reasons: REASONS });
    expect(codesOf(await decide(applicant, true, 4, recruiterOf('other')))).toEqual([
      'application UNKNOWN_APPLICATION',
    ]);
    await expect(decide(applicant, true, 4, applicant.actor)).rejects.toThrow('FORBIDDEN');
    expect((await applicant.trail()).version).toBe(4);
  });

  test('has reasons that nobody finds in the database', async () => {
    const applicant = await lapsed();
    await applicant.act('contestLapse', 3, { reasons: REASONS });
    await decide(applicant, false, 4);
    const rows = await applying.database.query<{ text: string }>(
      `SELECT application::text AS text FROM candidates.application UNION ALL
       SELECT history::text FROM candidates.application_history history UNION ALL
       SELECT message::text FROM candidates.message UNION ALL
       SELECT outbox::text FROM candidates.outbox UNION ALL SELECT idempotency::text FROM candidates.idempotency`,
    );
    const all = rows.map(({ text }) => text).join('\n');
    expect(all).toContain(applicant.application);
    expect(all).not.toContain(REASONS);
    expect(all).not.toContain(Buffer.from(REASONS).toString('hex'));
  });
});
