import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rootFieldOf, typeNameOf } from '@mandate-graph/domain';
import { openWriter, type Writer } from './writer.ts';
import { callOf, dayClock, GOB } from './written.ts';

const clock = dayClock('2025-09-01');
let writer: Writer;
beforeAll(async () => {
  writer = await openWriter(clock);
});
afterAll(() => writer?.close());
beforeEach(() => clock.on('2025-09-01'));

describe('what is public', () => {
  test('is amended with a reason, to something else, and not in its deadline', async () => {
    const call = await writer.publicCall();
    const changes = {
      title: null,
      aims: null,
      rank: 'A4',
      applicationDeadline: { date: '2026-01-01' },
      announcedSteps: [],
      publishedOn: '2020-01-01',
      closedOn: '2019-01-01',
    };
    expect(await writer.refused('AmendVacancy', { ...call, changes })).toEqual([
      ['changes.title', 'NOT_NULLABLE', null],
      ['changes.aims', 'NOT_NULLABLE', null],
      ['reason', 'REQUIRED', null],
      ['changes.applicationDeadline', 'EXTEND_INSTEAD', '2026-01-01'],
      ['changes.publishedOn', 'PUBLISHED_ALREADY', '2020-01-01'],
      ['changes.closedOn', 'BEFORE_OPENING', '2019-01-01'],
      ['changes.announcedSteps', 'NO_STEPS', null],
      ['changes.announcedSteps', 'NO_DECISION', null],
    ]);
    const same = { title: callOf(GOB)['title'], rank: null };
    expect(await writer.refused('AmendVacancy', { ...call, reason: 'none', changes: same })).toEqual([
      ['changes', 'NO_CHANGE', null],
    ]);
  });

  test('may be amended after it has closed, as long as it keeps to the other rules', async () => {
    const call = await writer.publicCall();
    clock.on('2025-10-20');
    const amend = { ...call, reason: 'a typo' };
    expect(await writer.refused('AmendVacancy', { ...amend, changes: { title: { nl: 'Directeur' } } })).toEqual([
      ['changes.title.fr', 'LANGUAGE_MISSING', null],
    ]);
    expect(await writer.write('AmendVacancy', { ...amend, changes: { rank: 'A4' } })).toMatchObject({
      __typename: 'VacancyRecorded',
      vacancy: { status: 'CLOSED', validity: { from: '2025-10-20', version: 3 } },
    });
  });

  test('is not published again', async () => {
    expect(await writer.refused('PublishVacancy', await writer.publicCall())).toEqual([
      ['id', 'NOT_A_DRAFT', 'PUBLISHED'],
    ]);
  });

  test('is extended to a later day that is still to come', async () => {
    const call = await writer.publicCall();
    const extend = (date: string) =>
      writer.refused('ExtendVacancy', { ...call, reason: 'more time', applicationDeadline: { date } });
    expect(await extend('2025-10-10')).toEqual([['applicationDeadline.date', 'NOT_LATER', '2025-10-10']]);
    clock.on('2025-10-20');
    expect(await extend('2025-10-19')).toEqual([['applicationDeadline.date', 'IN_THE_PAST', '2025-10-19']]);
  });

  test('is withdrawn once, and neither extended nor amended after that', async () => {
    const call = await writer.publicCall();
    const { version } = await writer.write('WithdrawVacancy', { ...call, reason: 'abolished' });
    const ended = { id: call.id, version, reason: 'again' };
    expect(await writer.refused('WithdrawVacancy', ended)).toEqual([['id', 'ENDED', 'WITHDRAWN']]);
    expect(await writer.refused('ExtendVacancy', { ...ended, applicationDeadline: { date: '2026-01-01' } })).toEqual([
      ['id', 'ENDED', 'WITHDRAWN'],
    ]);
    expect(await writer.refused('AmendVacancy', { ...ended, changes: { rank: 'A4' } })).toEqual([
      ['id', 'ENDED', 'WITHDRAWN'],
    ]);
  });
});

describe('a post and the units it is in', () => {
  const idOf = (kind: string, local: string) => `${GOB.code}:${kind}:${local}`;
  let keys = 0;
  /** Changes the organisation, from a day on. */
  const change = async (name: string, effectiveFrom: string, input: object) => {
    keys += 1;
    const given = { idempotencyKey: `organisation-${keys}`, effectiveFrom, ...input };
    const { data, errors } = await writer.ask(
      `mutation($input: ${name === 'EndPosition' ? 'End' : name}Input!) { result: ${rootFieldOf(GOB, name)}(input: $input) {
        __typename ... on Recorded { id version } ... on Refused { problems { path code value } }
      } }`,
      { input: given },
    );
    expect(errors).toBeUndefined();
    return data.result;
  };
  const name = { nl: 'Dienst', fr: 'Service' };
  const unit = async (local: string) => {
    const parent = idOf('unit', 'gob');
    await change('CreateUnit', '2025-01-01', { local, unit: { kind: 'SERVICE', name, parent } });
    return idOf('unit', local);
  };
  const post = async (local: string, ...units: string[]) => {
    await change('CreatePosition', '2025-01-01', { local, position: { title: name, function: 'OTHER', units } });
    return idOf('position', local);
  };
  const NAMED = `query($of: [_Any!]!) { _entities(representations: $of) { ... on ${typeNameOf(GOB, 'vacancy')} {
    status position { id title { nl } } unitsConcerned { id name { nl } }
  } } }`;
  const read = (...ids: string[]) =>
    writer.ask(NAMED, { of: ids.map((id) => ({ __typename: typeNameOf(GOB, 'vacancy'), id })) });

  test('are there when it is published', async () => {
    const named = await unit('short');
    const position = await post('short-head', named);
    const draft = await writer.created({ position, unitsConcerned: [named] });
    await change('EndPosition', '2025-09-01', { id: position, version: 1, reason: 'over' });
    await change('AbolishUnit', '2025-09-01', { id: named, version: 1, reason: 'over' });
    expect(await writer.refused('PublishVacancy', draft)).toEqual([
      ['position', 'NOT_THERE_TODAY', position],
      ['unitsConcerned[0]', 'NOT_THERE_TODAY', named],
    ]);
  });

  test('are still named by the notice when they are gone, as they last were; an open call moves on to what is there', async () => {
    const [east, west] = [await unit('east'), await unit('west')];
    const position = await post('east-head', east);
    const call = await writer.publicCall({ position, unitsConcerned: [east, west] });
    const other = await writer.publicCall({ position, unitsConcerned: [east] });
    const before = await read(call.id);
    clock.on('2025-09-10');
    const successor = { local: 'both', unit: { kind: 'SERVICE', name, parent: idOf('unit', 'gob') } };
    const predecessors = [east, west].map((id) => ({ id, version: 1 }));
    await change('MergeUnits', '2025-09-10', { reason: 'one', predecessors, successor });
    const after = await read(call.id);
    expect(after.data._entities).toMatchObject([
      {
        status: 'OPEN',
        position: { id: position },
        unitsConcerned: [{ id: `${east}@2025-09-09`, name: { nl: 'Dienst' } }, { id: `${west}@2025-09-09` }],
      },
    ]);
    expect(after.statements).toBe(before.statements);
    expect((await read(call.id, other.id)).statements).toBe(after.statements);
    expect((await read(`${call.id}@2025-09-09`)).data._entities[0].unitsConcerned[0].id).toBe(`${east}@2025-09-09`);

    const both = idOf('unit', 'both');
    expect(await writer.refused('AmendVacancy', { ...call, reason: 'a typo', changes: { rank: 'A4' } })).toEqual([
      ['changes.unitsConcerned[0]', 'NOT_THERE_TODAY', east],
      ['changes.unitsConcerned[1]', 'NOT_THERE_TODAY', west],
    ]);
    const longer = { reason: 'few', applicationDeadline: { date: '2025-12-01' } };
    expect(await writer.refused('ExtendVacancy', { ...other, ...longer })).toEqual([
      ['unitsConcerned[0]', 'NOT_THERE_TODAY', east],
    ]);
    const moved = { ...call, reason: 'merged', changes: { unitsConcerned: [both] } };
    expect(await writer.write('AmendVacancy', moved)).toMatchObject({ version: 3 });
    expect(await writer.write('ExtendVacancy', { ...call, version: 3, ...longer })).toMatchObject({ version: 4 });
  });

  test('may be gone from a call that has closed: it is corrected, but no longer extended', async () => {
    const position = await post('brief-head', idOf('unit', 'gob'));
    const call = await writer.publicCall({ position, unitsConcerned: [idOf('unit', 'gob')] });
    const over = { id: position, version: 1, reason: 'over' };
    expect(await change('EndPosition', '2025-10-15', over)).toMatchObject({ __typename: 'Refused' });
    clock.on('2025-10-20');
    expect(await change('EndPosition', '2025-10-15', over)).toMatchObject({ __typename: 'PositionRecorded' });
    expect((await read(call.id)).data._entities).toMatchObject([
      { status: 'CLOSED', position: { id: `${position}@2025-10-14`, title: { nl: 'Dienst' } } },
    ]);
    const corrected = await writer.write('AmendVacancy', { ...call, reason: 'a typo', changes: { rank: 'A4' } });
    expect(corrected).toMatchObject({ version: 3 });
    const longer = { reason: 'few', applicationDeadline: { date: '2025-12-01' } };
    expect(await writer.refused('ExtendVacancy', { ...call, version: 3, ...longer })).toEqual([
      ['position', 'NOT_THERE_TODAY', position],
    ]);
  });
});
