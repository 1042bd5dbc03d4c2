import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor } from '@mandate-graph/runtime';
import { type TestCandidates, testCandidates } from '../testing/candidates.subgraph.ts';
import { ENTRIES, LISTS, SAVES } from './testing/entries.ts';
import { type Mutation, profiles } from './testing/profiles.ts';

let candidates: TestCandidates;
beforeAll(async () => {
  candidates = await testCandidates();
});
afterAll(() => candidates?.close());
const { codesOf, profile, register, save, shown } = profiles(() => candidates);

describe('everything that is wrong is told at once', () => {
  let actor: Actor;
  beforeAll(async () => {
    ({ actor } = await register('wrong'));
  });
  const wrong = async (mutation: Mutation, own: object, more: object = {}) => {
    const [, part] = LISTS[mutation];
    const entry = { ...(ENTRIES[mutation] as Record<string, object>)[part], ...own };
    return codesOf(await candidates.write(actor, mutation, { [part]: entry, ...more }));
  };

  test('of a diploma', async () => {
    const own = { title: ' ', institution: 'x'.repeat(201), cycle: 4, country: 'BEL', language: 'NL' };
    const more = { id: 'nonsense', version: 1, document: 'nonsense' };
    expect(await wrong('saveDiploma', { ...own, education: 'b c', awardedOn: '1899-01-01' }, more)).toEqual([
      ['diploma.title', 'EMPTY_TEXT', null],
      ['id', 'UNKNOWN_ENTRY', null],
      ['diploma.institution', 'TOO_LONG', null],
      ['diploma.cycle', 'OUT_OF_RANGE', '4'],
      ['diploma.education', 'NOT_A_CODE', null],
      ['diploma.country', 'NOT_A_CODE', null],
      ['diploma.language', 'NOT_A_CODE', null],
      ['diploma.awardedOn', 'OUT_OF_RANGE', '1899-01-01'],
      ['document', 'UNKNOWN_DOCUMENT', null],
    ]);
  });

  test.each<[Mutation, string]>([
    ['saveAppointmentDecree', 'appointmentDecree'],
    ['saveFunctionHeld', 'functionHeld'],
  ])('of a function: %s', async (mutation, part) => {
    expect(await wrong(mutation, { level: 'niveau A', service: 'x', until: '2011-12-31' })).toEqual([
      [`${part}.level`, 'NOT_A_CODE', null],
      [`${part}.service`, 'NOT_A_CODE', null],
      [`${part}.until`, 'BEFORE_BEGIN', '2011-12-31'],
    ]);
  });

  test('of work', async () => {
    const own = { kind: null, begin: '2025-09-02', end: '2025-09-03', setting: 'x', domain: 'y' };
    expect(await wrong('saveWorkExperience', { ...own, description: 'x'.repeat(4001), employer: 'a\u0000b' })).toEqual([
      ['workExperience.employer', 'NOT_TEXT', null],
      ['workExperience.begin', 'IN_THE_FUTURE', '2025-09-02'],
      ['workExperience.end', 'IN_THE_FUTURE', '2025-09-03'],
      ['workExperience.setting', 'NOT_A_CODE', null],
      ['workExperience.domain', 'NOT_A_CODE', null],
      ['workExperience.description', 'TOO_LONG', null],
    ]);
  });

  test('of a staff record, a nationality, a declaration and a dismissal', async () => {
    expect(await wrong('saveStaffRecord', { employer: 'vrb:vacancy:a', employerName: 'x'.repeat(201) })).toEqual([
      ['staffRecord.employer', 'INVALID_ID', null],
      ['staffRecord.employerName', 'TOO_LONG', null],
    ]);
    expect(await wrong('saveNationality', { country: 'Belg' })).toEqual([['nationality.country', 'NOT_A_CODE', null]]);
    expect(await wrong('saveDeclaration', { declaredOn: '2025-09-02' })).toEqual([
      ['declaration.declaredOn', 'OUT_OF_RANGE', '2025-09-02'],
    ]);
    expect(await wrong('saveDismissal', { ground: 'because', service: 'x', decidedOn: '2101-01-01' })).toEqual([
      ['dismissal.ground', 'NOT_A_CODE', null],
      ['dismissal.service', 'NOT_A_CODE', null],
      ['dismissal.decidedOn', 'OUT_OF_RANGE', '2101-01-01'],
    ]);
  });

  test.each<[Mutation, string]>([
    ['saveDiploma', 'diploma.awardedOn'],
    ['saveAppointmentDecree', 'appointmentDecree.from'],
    ['saveFunctionHeld', 'functionHeld.from'],
    ['saveStaffRecord', 'staffRecord.from'],
    ['saveDeclaration', 'declaration.declaredOn'],
    ['saveDismissal', 'dismissal.decidedOn'],
  ])('of what has not come to pass by today: %s', async (mutation, path) => {
    const day = path.split('.')[1]!;
    const own = (date: string) => ({ [day]: date, ...(day === 'from' ? { until: null } : {}) });
    expect(await wrong(mutation, own('2025-09-02'))).toEqual([[path, 'OUT_OF_RANGE', '2025-09-02']]);
    const { actor: other } = await register(`today ${mutation}`);
    const [, part] = LISTS[mutation];
    const entry = { ...(ENTRIES[mutation] as Record<string, object>)[part], ...own('2025-09-01') };
    expect(await save(other, mutation, { [part]: entry })).toMatchObject({ version: 1 });
  });

  test('of countries and languages that there are not', async () => {
    expect(await wrong('saveNationality', { country: 'XX' })).toEqual([['nationality.country', 'NOT_A_CODE', null]]);
    expect(await wrong('saveDiploma', { country: 'UK', language: 'xx' })).toEqual([
      ['diploma.country', 'NOT_A_CODE', null],
      ['diploma.language', 'NOT_A_CODE', null],
    ]);
  });

  test('of work that is of one kind, with what goes with the other', async () => {
    const codes = { setting: 'PUBLIC_BURROW', domain: 'MARMOTS' };
    for (const [kind, problem] of [
      ['USEFUL', 'workExperience.setting'],
      ['MANAGERIAL', 'workExperience.domain'],
    ] as const) {
      expect(await wrong('saveWorkExperience', { kind, ...codes })).toEqual([[problem, 'NOT_WITH_THIS_KIND', null]]);
    }
  });

  test('without what was written: a code in a wrong form may be a name as well', async () => {
    const setting = 'with Ms Peeters';
    const entry = { ...ENTRIES.saveWorkExperience.workExperience, setting };
    const { problems } = await candidates.write(actor, 'saveWorkExperience', { workExperience: entry });
    expect(problems).toEqual([
      {
        path: 'workExperience.setting',
        code: 'NOT_A_CODE',
        value: null,
        rule: 'workExperience.setting must be a code in capitals, as the conditions of the vacancy have it.',
      },
    ]);
  });

  test('and nothing of it is kept', async () =>
    expect(Object.values((await profile(actor)).lists)).toEqual(SAVES.map(() => [])));
});

describe('a document that proves an entry', () => {
  const document = async (candidateId: string, state: string) => {
    const id = randomUUID();
    await candidates.database.query(
      `INSERT INTO candidates.document (id, candidate_id, kind, medium, state, version, recorded_at, recorded_by)
       VALUES ($1, $2, 'DIPLOMA', 'UPLOAD', $3, 1, now(), 'test')`,
      [id, candidateId, state],
    );
    return id;
  };

  test.each<[Mutation, string]>([
    ['saveDiploma', 'diplomas'],
    ['saveAppointmentDecree', 'appointmentDecrees'],
  ])('is one of one’s own that has arrived: %s', async (mutation, list) => {
    const { actor, id } = await register(`proving ${mutation}`);
    const another = await register(`proving ${mutation}, another`);
    const stored = await document(id, 'STORED');
    const made = await save(actor, mutation, { document: stored });
    expect((await profile(actor)).lists[list]).toEqual([
      shown(mutation, { id: made.id, version: 1, document: stored }),
    ]);
    for (const other of [
      ...[await document(id, 'ANNOUNCED'), await document(id, 'REMOVED'), await document(another.id, 'STORED')],
      ...[randomUUID(), 'nonsense'],
    ]) {
      expect(codesOf(await save(actor, mutation, { document: other }))).toEqual([
        ['document', 'UNKNOWN_DOCUMENT', null],
      ]);
    }
    expect(await save(actor, mutation, { id: made.id, version: 1 })).toMatchObject({ version: 2 });
    expect((await profile(actor)).lists[list]).toEqual([shown(mutation, { id: made.id, version: 2 })]);
    const capitals = { id: made.id.toUpperCase(), version: 2, document: stored.toUpperCase() };
    expect(await save(actor, mutation, capitals)).toMatchObject({ id: made.id, version: 3 });
    expect((await profile(actor)).lists[list]).toMatchObject([{ id: made.id, document: stored }]);
  });
});

test('a nationality is named once, however it is written', async () => {
  const { actor } = await register('national');
  const of = (country: string, more: object = {}) =>
    save(actor, 'saveNationality', { nationality: { country, assimilated: false }, ...more });
  const first = await of('BE');
  const second = await of('FR');
  const twice = [['nationality.country', 'ALREADY_THERE', null]];
  expect(codesOf(await of('BE'))).toEqual(twice);
  expect(codesOf(await save(actor, 'saveNationality', { nationality: { country: 'FR', assimilated: true } }))).toEqual(
    twice,
  );
  expect(codesOf(await of('BE', { id: second.id, version: 1 }))).toEqual(twice);
  expect(await of('BE', { id: first.id, version: 1 })).toMatchObject({ version: 2 });
  await candidates.write(actor, 'removeProfileEntry', { id: first.id, version: 2 });
  expect(await of('BE')).toMatchObject({ version: 1 });
  expect((await profile(actor)).lists.nationalities).toHaveLength(2);
});
