import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { schemaOf } from '@mandate-graph/persistence';
import { openWriter, type Writer } from './writer.ts';
import { callOf, dayClock, GOB, step } from './written.ts';

let writer: Writer;
beforeAll(async () => {
  writer = await openWriter(dayClock('2025-09-01'));
});
afterAll(() => writer?.close());

const NOWHERE = `${GOB.code}:unit:nowhere`;

describe('a new vacancy', () => {
  test('is told of all that is wrong with it at once, and nothing of it is kept', async () => {
    const rows = `SELECT count(*)::int AS rows FROM ${schemaOf(GOB.code)}.subject`;
    const before = await writer.database.query(rows);
    const content = callOf(GOB, {
      title: {},
      noticeTitle: { nl: 'Directeur\u202e' },
      unitsConcerned: [NOWHERE],
      applicationDeadline: { date: '2025-10-10', timeOfDay: '25:00' },
      contactPoints: [{ label: { nl: 'Contact' }, email: 'nobody' }],
      links: [{ label: { nl: 'Site', original: 'FR' }, url: 'javascript:alert(1)' }],
      pay: { grossAnnualSalary: { amount: '-1', currency: 'USD' } },
      announcedSteps: [step('a', 'INTERVIEW', 'a', 'a'), step('a', 'INTERVIEW', 'a', 'a')],
      participationConditions: { key: 'all', operator: 'CONDITION', label: { nl: 'Alle' } },
    });
    expect(await writer.refused('CreateVacancy', { local: 'Two Words', content })).toEqual([
      ['content.noticeTitle.nl', 'NOT_TEXT', 'U+202E'],
      ['content.participationConditions.condition', 'REQUIRED', null],
      ['local', 'INVALID_LOCAL', 'Two Words'],
      ['content.applicationDeadline.timeOfDay', 'INVALID_TIME', '25:00'],
      ['content.announcedSteps[1].key', 'DUPLICATE_KEY', 'a'],
      ['content.links[0].label.original', 'NO_ORIGINAL', 'FR'],
      ['content.title', 'NO_LANGUAGE', null],
      ['content.contactPoints[0].email', 'INVALID_EMAIL', 'nobody'],
      ['content.links[0].url', 'INVALID_URL', 'javascript:alert(1)'],
      ['content.pay.grossAnnualSalary.amount', 'INVALID_DECIMAL', '-1'],
      ['content.pay.grossAnnualSalary.currency', 'UNKNOWN_CURRENCY', 'USD'],
      ['content.unitsConcerned[0]', 'UNKNOWN_REFERENCE', NOWHERE],
    ]);
    expect(await writer.database.query(rows)).toEqual(before);
  });

  test('has an id that none has had, a discarded draft included', async () => {
    const { version, id } = await writer.write('CreateVacancy', { local: 'mine', content: callOf(GOB) });
    await writer.write('WithdrawVacancy', { id, version, reason: 'a mistake' });
    expect(await writer.refused('CreateVacancy', { local: 'mine', content: callOf(GOB) })).toEqual([
      ['local', 'TAKEN', 'mine'],
    ]);
  });
});

describe('a draft', () => {
  test('may lack what is published must have, and is published when it has it', async () => {
    const draft = await writer.created({
      title: { nl: 'Directeur' },
      languageRoles: null,
      announcedSteps: [],
      applicationDeadline: { date: '2025-09-30' },
      opensOn: '2025-10-01',
      publishedOn: '2025-09-02',
    });
    expect(await writer.refused('PublishVacancy', draft)).toEqual([
      ['publishedOn', 'IN_THE_FUTURE', '2025-09-02'],
      ['opensOn', 'AFTER_DEADLINE', '2025-10-01'],
      ['announcedSteps', 'NO_STEPS', null],
      ['title.fr', 'LANGUAGE_MISSING', null],
      ['applicationDeadline.date', 'OPEN_TOO_SHORT', '2025-09-30'],
      ['announcedSteps', 'NO_DECISION', null],
      ['languageRoles', 'REQUIRED', null],
    ]);
    const { title, languageRoles, announcedSteps, applicationDeadline } = callOf(GOB);
    const changes = { title, languageRoles, announcedSteps, applicationDeadline, opensOn: null, publishedOn: null };
    const { version } = await writer.write('AmendVacancy', { ...draft, changes });
    expect(await writer.write('PublishVacancy', { ...draft, version })).toMatchObject({
      __typename: 'VacancyRecorded',
    });
  });

  test('is not open for less long than its regime asks by an earlier day of publication that it says', async () => {
    const draft = await writer.created({ publishedOn: '2025-01-01', applicationDeadline: { date: '2025-10-05' } });
    expect(await writer.refused('PublishVacancy', draft)).toEqual([
      ['applicationDeadline.date', 'OPEN_TOO_SHORT', '2025-10-05'],
    ]);
  });

  test('is told of what is wrong with a change of it also where there is no such draft', async () => {
    const changes = { title: null, rank: 'A\u001b' };
    expect(await writer.refused('AmendVacancy', { id: `${GOB.code}:vacancy:nothing`, version: 1, changes })).toEqual([
      ['changes.rank', 'NOT_TEXT', 'U+001B'],
      ['changes.title', 'NOT_NULLABLE', null],
      ['id', 'UNKNOWN_SUBJECT', `${GOB.code}:vacancy:nothing`],
    ]);
  });

  test('is not published under a selection code that another vacancy has', async () => {
    await writer.publicCall({ selectionCode: 'ABC-1' });
    expect(await writer.refused('PublishVacancy', await writer.created({ selectionCode: 'abc-1' }))).toEqual([
      ['selectionCode', 'TAKEN', 'abc-1'],
    ]);
  });

  test('that is discarded is gone: nothing of it can be changed, and nobody else has heard of it', async () => {
    const { id, version } = await writer.created();
    const gone = await writer.write('WithdrawVacancy', { id, version, reason: 'not needed' });
    expect(gone).toMatchObject({ __typename: 'VacancyRecorded', version: 2, vacancy: null });
    expect(await writer.refused('PublishVacancy', { id, version: 2 })).toEqual([['id', 'NOT_VALID_TODAY', id]]);
    const events = await writer.database.query<{ data: { periods: unknown[] } }>(
      `SELECT data FROM ${schemaOf(GOB.code)}.outbox WHERE subject = $1`,
      [id],
    );
    expect(events.map(({ data }) => data.periods)).toEqual([[], []]);
  });
});

describe('a vacancy', () => {
  test('that has moved on is a conflict that names both versions', async () => {
    const { id, version } = await writer.publicCall();
    expect(version).toBe(2);
    expect(await writer.write('WithdrawVacancy', { id, version: 1, reason: 'late' })).toEqual({
      __typename: 'VersionConflict',
      id,
      givenVersion: 1,
      currentVersion: 2,
    });
  });

  test.each([
    `${GOB.code}:vacancy:nothing`,
    'nobody:vacancy:x',
    'ksz-ehealth:vacancy:adjunct-administrateur-generaal-2025',
  ])('that is none of the institution’s is refused as unknown: %s', async (id) =>
    expect(await writer.refused('PublishVacancy', { id, version: 1 })).toEqual([['id', 'UNKNOWN_SUBJECT', id]]),
  );
});
