import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { VacancyState } from '@mandate-graph/domain';
import { Temporal } from 'temporal-polyfill';
import { MANAGEMENT } from '../eligibility/testing/trees.ts';
import { FileRepository } from '../file/file.repository.ts';
import { VacancyVersions } from '../vacancy/vacancy.versions.ts';
import { type Applying, closing, done, openApplying, told } from './testing/settling.desk.ts';

const BEFORE = '2026-10-20T10:00:00Z';
const IN_TIME = '2026-10-22T21:59:59.999Z';
const CLOSES = '2026-10-22T22:00:00.000Z';
const A_SECOND_LATER = '2026-10-22T22:00:01Z';
const AFTER = '2026-10-23T08:00:00Z';
const LATER_CLOSES = '2026-11-05T23:00:00.000Z';
const OPEN = closing('2026-10-22');
const EXTENDED = closing('2026-11-05');

let applying: Applying;
let number = 0;

beforeAll(async () => {
  applying = await openApplying();
});
afterAll(() => applying.close());

/** Somebody with an application for a vacancy of their own. */
const somebody = async (status: 'DRAFT' | 'PROVISIONAL' | 'DEFINITIVE', state = OPEN, now = BEFORE) => {
  const vacancy = `vrb:vacancy:v${++number}`;
  await applying.tell(told(vacancy, 1, state));
  const person = applying.candidate(`person-${number}`);
  const id = await person.applying(vacancy, now, status);
  return {
    ...{ vacancy, person, id },
    status: async () => (await applying.record(id)).standing.status,
    tell: (version: number, next: VacancyState) => applying.tell(told(vacancy, version, next)),
    frozen: (closesAt = CLOSES) => frozen(id, closesAt),
  };
};
const frozen = async (id: string, closesAt: string) => {
  const files = new FileRepository(applying.source.manager, applying.installation.sealing);
  const file = (await files.frozen([{ applicationId: id, closesAt: Temporal.Instant.from(closesAt) }])).get(id);
  return file?.profile.map(({ data }) => ('title' in data ? data.title : null));
};
const [SUBMITTED, VALIDATED] = ['APPLICATION_SUBMITTED', 'APPLICATION_VALIDATED'];

describe('at the deadline', () => {
  test('what is not validated lapses, is told so, and has nothing to do any more', async () => {
    const { id, status } = await somebody('PROVISIONAL');
    await applying.run(AFTER);
    expect(await status()).toBe('LAPSED');
    expect(await applying.inboxOf(id)).toEqual({ messages: [SUBMITTED, 'APPLICATION_LAPSED'], tasks: [] });
    expect(await applying.frozenFor(id)).toEqual([CLOSES]);
    expect((await applying.record(id)).dueAt).toBeNull();
    const [row] = await applying.database.query(
      'SELECT recorded_by AS by, reason, lapsed_by AS cause FROM candidates.application WHERE id = $1',
      [id],
    );
    expect(row).toEqual({ by: 'rule:deadline', reason: 'LAPSE', cause: 'DEADLINE' });
  });

  test('a draft lapses, and is no file to be judged', async () => {
    const { id, status } = await somebody('DRAFT');
    await applying.run(AFTER);
    expect([await status(), await applying.frozenFor(id)]).toEqual(['LAPSED', []]);
  });

  test('a definitive application stays so, and its file is frozen once', async () => {
    const { id, person, status } = await somebody('DEFINITIVE');
    await applying.run(AFTER);
    const [first] = await applying.database.query(
      'SELECT * FROM candidates.application_snapshot WHERE application_id = $1',
      [id],
    );
    await person.saveWork('Later', AFTER);
    await applying.run('2026-10-24T08:00:00Z');
    expect(
      await applying.database.query('SELECT * FROM candidates.application_snapshot WHERE application_id = $1', [id]),
    ).toEqual([first]);
    expect(await status()).toBe('DEFINITIVE');
  });

  test('what is frozen is what stood then, though the CV is edited a second later and the job comes after that', async () => {
    const { person, frozen } = await somebody('DEFINITIVE');
    done(await person.saveWork('In time', IN_TIME));
    done(await person.saveWork('A second later', A_SECOND_LATER));
    await applying.run(AFTER);
    expect(await frozen()).toEqual(['In time']);
  });

  test('the documents in a file are noted with it', async () => {
    const { person, id } = await somebody('DEFINITIVE');
    const document = await person.saveDocument('diploma.pdf', BEFORE);
    await applying.run(AFTER);
    expect(
      await applying.database.query(
        'SELECT document_id AS document, closes_at AS at FROM candidates.snapshot_document WHERE application_id = $1',
        [id],
      ),
    ).toEqual([{ document, at: new Date(CLOSES) }]);
  });

  test('nobody validates any more, on the instant', async () => {
    const { person, id, status } = await somebody('PROVISIONAL');
    expect(await person.act('validate', id, 2, CLOSES)).toMatchObject({ outcome: 'refused' });
    // The refusal takes back what was settled before it, for the job to do.
    expect(await status()).toBe('PROVISIONAL');
    await applying.run(AFTER);
    expect(await status()).toBe('LAPSED');
  });
});

describe('a request that arrived in time and waited until the application had lapsed', () => {
  test('validates it', async () => {
    const { person, id, status } = await somebody('PROVISIONAL');
    await applying.run(AFTER);
    done(await person.act('validate', id, 4, IN_TIME));
    expect(await status()).toBe('DEFINITIVE');
    expect((await applying.inboxOf(id)).messages).toEqual([
      ...[SUBMITTED, 'APPLICATION_LAPSED', 'APPLICATION_REOPENED', VALIDATED],
    ]);
    expect(await applying.frozenFor(id)).toEqual([]);
    await applying.run(AFTER);
    expect([await status(), await applying.frozenFor(id)]).toEqual(['DEFINITIVE', [CLOSES]]);
  });

  test('and changes something else only: then it lapses again, with the change in its file', async () => {
    const { person, status, frozen } = await somebody('PROVISIONAL');
    await applying.run(AFTER);
    done(await person.saveWork('In time', IN_TIME));
    expect(await status()).toBe('PROVISIONAL');
    await applying.run(AFTER);
    expect([await status(), await frozen()]).toEqual(['LAPSED', ['In time']]);
  });
});

describe('a deadline that is extended', () => {
  test('before it has passed keeps tasks open until the new one', async () => {
    const { id, tell, status } = await somebody('PROVISIONAL');
    await tell(2, EXTENDED);
    await applying.run(BEFORE);
    expect(await status()).toBe('PROVISIONAL');
    expect(await applying.inboxOf(id)).toEqual({
      messages: [SUBMITTED, 'DEADLINE_EXTENDED'],
      tasks: [['VALIDATE', LATER_CLOSES]],
    });
    await applying.run(AFTER);
    expect(await status()).toBe('PROVISIONAL');
    await applying.run('2026-11-06T08:00:00Z');
    expect([await status(), await applying.frozenFor(id)]).toEqual(['LAPSED', [LATER_CLOSES]]);
  });

  test('after its applications have lapsed opens them again, and freezes their files anew at the new one', async () => {
    const { person, id, tell, status, frozen } = await somebody('PROVISIONAL');
    await applying.run(AFTER);
    await tell(2, EXTENDED);
    await applying.run(AFTER);
    expect(await status()).toBe('PROVISIONAL');
    expect((await applying.inboxOf(id)).tasks).toEqual([['VALIDATE', LATER_CLOSES]]);
    done(await person.saveWork('After the first deadline', AFTER));
    done(await person.act('validate', id, 4, AFTER));
    await applying.run('2026-11-06T08:00:00Z');
    expect([await status(), await frozen(), await frozen(LATER_CLOSES)]).toEqual([
      ...['DEFINITIVE', [], ['After the first deadline']],
    ]);
  });

  test('is taken in by the next act of the candidate, without waiting for the job', async () => {
    const { person, id, tell, status } = await somebody('PROVISIONAL');
    await applying.run(AFTER);
    await tell(2, EXTENDED);
    done(await person.act('validate', id, 4, AFTER));
    expect(await status()).toBe('DEFINITIVE');
  });
});

test('a deadline that is shortened into the past closes at once, and a file freezes as it then stands', async () => {
  const { person, id, tell, status, frozen } = await somebody('PROVISIONAL');
  done(await person.saveWork('Before it was told', BEFORE));
  await tell(2, closing('2026-10-15'));
  await applying.run(BEFORE);
  expect([await status(), await frozen('2026-10-15T22:00:00.000Z')]).toEqual(['LAPSED', ['Before it was told']]);
  expect(await applying.inboxOf(id)).toEqual({
    messages: [SUBMITTED, 'DEADLINE_SHORTENED', 'APPLICATION_LAPSED'],
    tasks: [],
  });
});

test('a deadline that is moved once nothing can be changed any more moves no file', async () => {
  const { person, id, tell, frozen } = await somebody('DEFINITIVE');
  const document = await person.saveDocument('diploma.pdf', BEFORE);
  await applying.run(AFTER);
  done(await person.saveWork('After the deadline', AFTER));
  await tell(2, closing('2026-10-21'));
  await applying.run(AFTER);
  const earlier = '2026-10-21T22:00:00.000Z';
  expect([await applying.frozenFor(id), await frozen(earlier)]).toEqual([[earlier, CLOSES], []]);
  expect(
    await applying.database.query(
      'SELECT document_id AS document FROM candidates.snapshot_document WHERE application_id = $1',
      [id],
    ),
  ).toEqual([{ document }, { document }]);
});

describe('a vacancy that is withdrawn', () => {
  test.each<[string, VacancyState[]]>([
    ['by decision', [closing('2026-10-22', { publication: 'WITHDRAWN' })]],
    ['by being no longer public', []],
  ])('%s ends the applications for it', async (_how, [state]) => {
    const { vacancy, person, id, status } = await somebody('DEFINITIVE');
    await applying.tell(state === undefined ? { ...told(vacancy, 2, OPEN), periods: [] } : told(vacancy, 2, state));
    await applying.run(BEFORE);
    expect([await status(), (await applying.inboxOf(id)).messages.at(-1)]).toEqual(['LAPSED', 'VACANCY_WITHDRAWN']);
    await applying.run(AFTER);
    expect(await applying.frozenFor(id)).toEqual([]);
    expect(await person.act('withdraw', id, 4, BEFORE)).toMatchObject({ outcome: 'refused' });
  });
});

describe('conditions that are amended', () => {
  const AMENDED = closing('2026-10-22', { participationConditions: MANAGEMENT });

  test('before the deadline set a task by it, and lower nobody', async () => {
    const { id, tell, status } = await somebody('DEFINITIVE');
    await tell(2, AMENDED);
    await applying.run(BEFORE);
    expect(await status()).toBe('DEFINITIVE');
    expect(await applying.inboxOf(id)).toEqual({
      messages: [SUBMITTED, VALIDATED, 'CONDITIONS_AMENDED'],
      tasks: [['REACH_YEARS', CLOSES]],
    });
    await tell(3, { ...AMENDED, applicationDeadline: EXTENDED.applicationDeadline });
    await applying.run(BEFORE);
    expect((await applying.inboxOf(id)).tasks).toEqual([['REACH_YEARS', LATER_CLOSES]]);
  });

  test('after it are told, and ask nothing: the file is judged by the rules of then', async () => {
    const { vacancy, id, tell } = await somebody('DEFINITIVE');
    await applying.run(AFTER);
    await applying.tell({ ...told(vacancy, 2, AMENDED), recordedAt: AFTER });
    await applying.run(AFTER);
    expect(await applying.inboxOf(id)).toEqual({
      messages: [SUBMITTED, VALIDATED, 'CONDITIONS_AMENDED_AFTER_DEADLINE'],
      tasks: [],
    });
    const judged = async () => {
      const closesAt = Temporal.Instant.from(CLOSES);
      const [known] = await new VacancyVersions(applying.source.manager).atClosing([{ vacancyId: vacancy, closesAt }]);
      return [known?.version, known?.state.participationConditions?.key];
    };
    expect(await judged()).toEqual([1, undefined]);
    // Recorded before the deadline, and heard of after it, when the institution was down meanwhile.
    await applying.tell({ ...told(vacancy, 3, AMENDED), recordedAt: IN_TIME });
    expect(await judged()).toEqual([3, MANAGEMENT.key]);
    await tell(1, OPEN);
    expect(await judged()).toEqual([3, MANAGEMENT.key]);
  });

  test('from a later day on begin to hold on that day, without anybody saying so again', async () => {
    const { vacancy, id } = await somebody('DEFINITIVE');
    const begins = '2026-10-21';
    await applying.tell({
      ...told(vacancy, 2, OPEN),
      periods: [
        { validFrom: null, validTo: begins, state: OPEN },
        { validFrom: begins, validTo: null, state: AMENDED },
      ],
    });
    await applying.run(BEFORE);
    expect((await applying.inboxOf(id)).messages).toEqual([SUBMITTED, VALIDATED]);
    expect((await applying.record(id)).dueAt?.toString()).toBe('2026-10-20T22:00:00Z');
    await applying.run('2026-10-20T22:00:29.999Z');
    expect((await applying.inboxOf(id)).messages).toEqual([SUBMITTED, VALIDATED]);
    await applying.run('2026-10-20T22:00:30Z');
    expect((await applying.inboxOf(id)).messages).toEqual([SUBMITTED, VALIDATED, 'CONDITIONS_AMENDED']);
    expect((await applying.record(id)).dueAt?.toString()).toBe('2026-10-22T22:00:00Z');
  });
});

test('versions that come twice and out of order are taken in once', async () => {
  const { id, tell } = await somebody('PROVISIONAL');
  await tell(3, EXTENDED);
  await tell(2, closing('2026-10-30'));
  await tell(3, EXTENDED);
  await applying.run(BEFORE);
  await tell(2, closing('2026-10-30'));
  await applying.run(BEFORE);
  expect((await applying.inboxOf(id)).messages).toEqual([SUBMITTED, 'DEADLINE_EXTENDED']);
});

describe.each([
  ['2026-03-29', '2026-03-29T22:00:00Z'],
  ['2026-10-25', '2026-10-25T23:00:00Z'],
])('on %s, a day on which the clock changes', (date, closes) => {
  const fromTheEnd = (milliseconds: number) => Temporal.Instant.from(closes).add({ milliseconds }).toString();
  const provisional = () => somebody('PROVISIONAL', closing(date), '2026-03-01T10:00:00Z');

  test.each([
    [-1, 'done', 'DEFINITIVE'],
    [0, 'refused', 'PROVISIONAL'],
  ])('a validation %i ms from the end of the local day is %s', async (milliseconds, outcome, expected) => {
    const { person, id, status } = await provisional();
    expect(await person.act('validate', id, 2, fromTheEnd(milliseconds))).toMatchObject({ outcome });
    expect(await status()).toBe(expected);
  });

  test('what is not validated lapses by the job 30 seconds after the end of the local day', async () => {
    const { status } = await provisional();
    await applying.run(fromTheEnd(29_999));
    expect(await status()).toBe('PROVISIONAL');
    await applying.run(fromTheEnd(30_000));
    expect(await status()).toBe('LAPSED');
  });
});
