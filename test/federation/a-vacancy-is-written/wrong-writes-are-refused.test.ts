import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { schemaOf } from '@mandate-graph/persistence';
import { type Graph, startGraph } from '../../support/graph.ts';
import { openRecorder, type Recorder } from '../support/recorder.ts';
import { writer } from './writer.ts';
import { callOf, dayClock, GOB, mutationOf, step } from './written.ts';

const clock = dayClock('2025-09-01');
let graph: Graph;
let recorder: Recorder;
beforeAll(async () => {
  graph = await startGraph({ clock });
  recorder = await openRecorder(graph, GOB.code);
});
afterAll(async () => {
  await recorder?.close();
  await graph?.close();
});

const { write, created, publicCall, refused } = writer(() => graph);
const NOWHERE = `${GOB.code}:unit:nowhere`;

describe('a new vacancy', () => {
  test('is told of all that is wrong with it at once, and nothing of it is kept', async () => {
    const rows = `SELECT count(*)::int AS rows FROM ${schemaOf(GOB.code)}.subject`;
    const before = await graph.database.query(rows);
    const content = callOf(GOB, {
      title: {},
      unitsConcerned: [NOWHERE],
      applicationDeadline: { date: '2025-10-10', timeOfDay: '25:00' },
      contactPoints: [{ label: { nl: 'Contact' }, email: 'nobody' }],
      links: [{ label: { nl: 'Site', original: 'FR' }, url: 'javascript:alert(1)' }],
      pay: { grossAnnualSalary: { amount: '-1', currency: 'USD' } },
      announcedSteps: [step('a', 'INTERVIEW', 'a', 'a'), step('a', 'INTERVIEW', 'a', 'a')],
      participationConditions: { key: 'all', operator: 'CONDITION', label: { nl: 'Alle' } },
    });
    expect(await refused('CreateVacancy', { local: 'Two Words', content })).toEqual([
      ['content.participationConditions.condition', 'REQUIRED', null],
      ['local', 'INVALID_SLUG', 'Two Words'],
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
    expect(await graph.database.query(rows)).toEqual(before);
  });

  test('has an id that none has had, a discarded draft included', async () => {
    const { version, id } = await write('CreateVacancy', { local: 'mine', content: callOf(GOB) });
    await write('WithdrawVacancy', { id, version, reason: 'a mistake' });
    expect(await refused('CreateVacancy', { local: 'mine', content: callOf(GOB) })).toEqual([
      ['local', 'TAKEN', 'mine'],
    ]);
  });

  test('with a day or a duration that is none is an error with each of them', async () => {
    const content = callOf(GOB, {
      opensOn: '2025-02-30',
      mandate: { duration: 'six years' },
      pay: { grossAnnualSalary: { amount: '1,5', currency: 'EUR' } },
    });
    const { data, errors } = await graph
      .as('recruiter', { institution: GOB.code })
      .ask(mutationOf(GOB, 'CreateVacancy'), { input: { idempotencyKey: 'form', content } });
    expect(data?.result ?? null).toBeNull();
    const named = errors!.flatMap(({ extensions }) => extensions['problems'] as { path: string; value: string }[]);
    expect(named.map(({ path, value }) => [path.replace(/^.*content\./, ''), value])).toEqual([
      ['mandate.duration', '"six years"'],
      ['opensOn', '"2025-02-30"'],
      ['pay.grossAnnualSalary.amount', '"1,5"'],
    ]);
  });
});

describe('a draft', () => {
  test('may lack what is published must have, and is published when it has it', async () => {
    const draft = await created({
      title: { nl: 'Directeur' },
      languageRoles: null,
      announcedSteps: [],
      applicationDeadline: { date: '2025-09-30' },
      opensOn: '2025-10-01',
      publishedOn: '2025-09-02',
    });
    expect(await refused('PublishVacancy', draft)).toEqual([
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
    const { version } = await write('AmendVacancy', { ...draft, changes });
    expect(await write('PublishVacancy', { ...draft, version })).toMatchObject({ __typename: 'VacancyRecorded' });
  });

  test('is not published for a post or units that are no longer there', async () => {
    const unit = `${GOB.code}:unit:gone`;
    const position = `${GOB.code}:position:gone`;
    const [state] = await graph.database.query<{ unit: never; position: never }>(
      `SELECT (SELECT state FROM ${schemaOf(GOB.code)}.unit WHERE id = $1) AS unit,
        (SELECT state FROM ${schemaOf(GOB.code)}.position WHERE id = $2) AS position`,
      [`${GOB.code}:unit:gob`, `${GOB.code}:position:director-general`],
    );
    const until = (kind: 'unit' | 'position', id: string, own: object) => ({
      kind,
      id,
      expectedVersion: 0,
      reason: null,
      periods: [{ validFrom: null, validTo: '2025-09-01', state: { ...(state![kind] as object), ...own } as never }],
    });
    await recorder.record([until('unit', unit, { parent: null }), until('position', position, { units: [unit] })]);
    expect(await refused('PublishVacancy', await created({ position, unitsConcerned: [unit] }))).toEqual([
      ['position', 'NOT_THERE_TODAY', position],
      ['unitsConcerned[0]', 'NOT_THERE_TODAY', unit],
    ]);
  });

  test('is not published under a selection code that another vacancy has', async () => {
    await publicCall({ selectionCode: 'ABC-1' });
    expect(await refused('PublishVacancy', await created({ selectionCode: 'abc-1' }))).toEqual([
      ['selectionCode', 'TAKEN', 'abc-1'],
    ]);
  });

  test('that is discarded is gone: nothing of it can be changed, and nobody else has heard of it', async () => {
    const { id, version } = await created();
    const gone = await write('WithdrawVacancy', { id, version, reason: 'not needed' });
    expect(gone).toMatchObject({ __typename: 'VacancyRecorded', version: 2, vacancy: null });
    expect(await refused('PublishVacancy', { id, version: 2 })).toEqual([['id', 'NOT_VALID_TODAY', id]]);
    const events = await graph.database.query<{ data: { periods: unknown[] } }>(
      `SELECT data FROM ${schemaOf(GOB.code)}.outbox WHERE subject = $1`,
      [id],
    );
    expect(events.map(({ data }) => data.periods)).toEqual([[], []]);
  });
});

describe('what is public', () => {
  test('is amended with a reason, to something else, and not in its deadline', async () => {
    const call = await publicCall();
    const changes = {
      title: null,
      aims: null,
      rank: 'A4',
      applicationDeadline: { date: '2026-01-01' },
      announcedSteps: [],
    };
    expect(await refused('AmendVacancy', { ...call, changes })).toEqual([
      ['changes.title', 'NOT_NULLABLE', null],
      ['changes.aims', 'NOT_NULLABLE', null],
      ['reason', 'REQUIRED', null],
      ['changes.applicationDeadline', 'EXTEND_INSTEAD', '2026-01-01'],
      ['changes.announcedSteps', 'NO_STEPS', null],
      ['changes.announcedSteps', 'NO_DECISION', null],
    ]);
    const same = { title: callOf(GOB)['title'], rank: null };
    expect(await refused('AmendVacancy', { ...call, reason: 'none', changes: same })).toEqual([
      ['changes', 'NO_CHANGE', null],
    ]);
  });

  test('may be amended after it has closed, as long as it keeps to the other rules', async () => {
    const call = await publicCall();
    clock.on('2025-10-20');
    const amend = { ...call, reason: 'a typo' };
    expect(await refused('AmendVacancy', { ...amend, changes: { title: { nl: 'Directeur' } } })).toEqual([
      ['changes.title.fr', 'LANGUAGE_MISSING', null],
    ]);
    expect(await write('AmendVacancy', { ...amend, changes: { rank: 'A4' } })).toMatchObject({
      __typename: 'VacancyRecorded',
      vacancy: { status: 'CLOSED', validity: { from: '2025-10-20', version: 3 } },
    });
    clock.on('2025-09-01');
  });

  test('is not published again', async () => {
    expect(await refused('PublishVacancy', await publicCall())).toEqual([['id', 'NOT_A_DRAFT', 'PUBLISHED']]);
  });

  test('is extended to a later day that is still to come', async () => {
    const call = await publicCall();
    const extend = (date: string) =>
      refused('ExtendVacancy', { ...call, reason: 'more time', applicationDeadline: { date } });
    expect(await extend('2025-10-10')).toEqual([['applicationDeadline.date', 'NOT_LATER', '2025-10-10']]);
    clock.on('2025-10-20');
    expect(await extend('2025-10-19')).toEqual([['applicationDeadline.date', 'IN_THE_PAST', '2025-10-19']]);
    clock.on('2025-09-01');
  });

  test('is withdrawn once, and not extended after that', async () => {
    const call = await publicCall();
    const { version } = await write('WithdrawVacancy', { ...call, reason: 'abolished' });
    const ended = { id: call.id, version, reason: 'again' };
    expect(await refused('WithdrawVacancy', ended)).toEqual([['id', 'ENDED', 'WITHDRAWN']]);
    expect(await refused('ExtendVacancy', { ...ended, applicationDeadline: { date: '2026-01-01' } })).toEqual([
      ['id', 'ENDED', 'WITHDRAWN'],
    ]);
  });
});

describe('a vacancy', () => {
  test('that has moved on is a conflict that names both versions', async () => {
    const { id, version } = await publicCall();
    expect(version).toBe(2);
    expect(await write('WithdrawVacancy', { id, version: 1, reason: 'late' })).toEqual({
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
    expect(await refused('PublishVacancy', { id, version: 1 })).toEqual([['id', 'UNKNOWN_SUBJECT', id]]),
  );

  test('is not written by the public, nor by another institution’s recruiter, and neither learns whether it is there', async () => {
    const { id, version } = await created();
    const input = { idempotencyKey: 'x', id, version };
    const nothing = { ...input, id: `${GOB.code}:vacancy:nothing` };
    const other = graph.as('recruiter', { institution: 'ksz-ehealth' });
    for (const [asker, code] of [
      [graph, 'UNAUTHENTICATED'],
      [other, 'FORBIDDEN'],
      [graph.as('integration', { institution: GOB.code, scopes: ['organisation:write'] }), 'FORBIDDEN'],
    ] as const) {
      const answers = [input, nothing].map((given) => asker.ask(mutationOf(GOB, 'PublishVacancy'), { input: given }));
      const [there, not] = await Promise.all(answers);
      expect(there!.errors).toMatchObject([{ extensions: { code } }]);
      expect([there!.data, there!.errors]).toEqual([not!.data, not!.errors]);
    }
  });
});
