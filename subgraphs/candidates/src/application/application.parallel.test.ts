import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MANAGERIAL_SECTION } from '../section/testing/sections.ts';
import { type Answer, Applying, openVacancy } from './testing/applying.ts';

const MANY = 50;
let applying: Applying;

beforeAll(async () => {
  applying = await Applying.open({ open: openVacancy() });
});
afterAll(() => applying?.close());

const atOnce = (ask: (at: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: MANY }, (_, at) => ask(at)));
const recorded = (answers: readonly Answer[]) => answers.filter(({ version }) => version !== undefined);
const refused = (answers: readonly Answer[]) =>
  answers.flatMap(({ problems = [] }) => problems.map(({ code }) => code));
const same = <T>(one: T): T[] => Array.from({ length: MANY }, () => one);

describe('the same request sent again', () => {
  test.each(['submitApplication', 'validateApplication'])('has the same answer: %s', async (mutation) => {
    const [applicant, version] =
      mutation === 'submitApplication'
        ? ([await applying.applicant('open'), 1] as const)
        : ([await applying.submitted('open', MANAGERIAL_SECTION), 2] as const);
    const key = { idempotencyKey: randomUUID() };
    const first = await applicant.act(mutation, version, key);
    expect(first.version).toBe(version + 1);
    expect(await applicant.act(mutation, version, key)).toEqual(first);
    expect((await applicant.trail()).version).toBe(version + 1);
  });

  test.each(['submitApplication', 'validateApplication'])('with another key is refused: %s', async (mutation) => {
    const [applicant, version] =
      mutation === 'submitApplication'
        ? ([await applying.applicant('open'), 1] as const)
        : ([await applying.submitted('open', MANAGERIAL_SECTION), 2] as const);
    const done = await applicant.act(mutation, version);
    expect((await applicant.act(mutation, version)).problems).toMatchObject([{ code: 'NOT_FROM_THIS_STATUS' }]);
    expect((await applicant.trail()).version).toBe(done.version);
  });
});

describe(`${MANY} at once`, () => {
  test('begin one application', async () => {
    const applicant = await applying.candidate();
    const answers = await atOnce(() => applicant.start('open'));
    expect(recorded(answers)).toHaveLength(1);
    expect(refused(answers)).toEqual(same('ALREADY_APPLIED').slice(1));
    applicant.application = recorded(answers)[0]!.id;
    expect(await applicant.trail()).toEqual({ status: 'DRAFT', version: 1, acts: ['START'] });
    const rows = await applying.database.query(
      'SELECT FROM candidates.application JOIN candidates.candidate_subject USING (candidate_id) WHERE subject = $1',
      [applicant.actor.subject],
    );
    expect(rows).toHaveLength(1);
  });

  test('with one key validate once, and all have the one answer', async () => {
    const applicant = await applying.submitted('open', MANAGERIAL_SECTION);
    const key = { idempotencyKey: randomUUID() };
    const answers = await atOnce(() => applicant.act('validateApplication', 2, key));
    expect(answers).toEqual(same(answers[0]));
    expect(answers[0]!.version).toBe(3);
    expect(await applicant.trail()).toEqual({ ...DEFINITIVE });
  });

  test('with a key each validate once, and the others are refused', async () => {
    const applicant = await applying.submitted('open', MANAGERIAL_SECTION);
    const answers = await atOnce(() => applicant.act('validateApplication', 2));
    expect(recorded(answers).map(({ version }) => version)).toEqual([3]);
    expect(refused(answers)).toEqual(same('NOT_FROM_THIS_STATUS').slice(1));
    expect(await applicant.trail()).toEqual({ ...DEFINITIVE });
    expect((await applicant.inbox()).filter((line) => line === 'APPLICATION_VALIDATED')).toHaveLength(1);
  });

  test('acts of different kinds happen in turn, each on what the one before it left', async () => {
    const applicant = await applying.applicant('open');
    const acts = ['submitApplication', 'withdrawApplication'];
    await atOnce((at) => applicant.act(acts[at % 2]!, 1));
    const { acts: done, version } = await applicant.trail();
    expect(version).toBe(2);
    expect([
      ['START', 'SUBMIT'],
      ['START', 'WITHDRAW'],
    ]).toContainEqual(done);
  });
});

const DEFINITIVE = { status: 'DEFINITIVE', version: 3, acts: ['START', 'SUBMIT', 'VALIDATE'] };
