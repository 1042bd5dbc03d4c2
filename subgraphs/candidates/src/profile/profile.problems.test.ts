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
      ['diploma.education', 'NOT_A_CODE', 'b c'],
      ['diploma.country', 'NOT_A_CODE', 'BEL'],
      ['diploma.language', 'NOT_A_CODE', 'NL'],
      ['diploma.awardedOn', 'OUT_OF_RANGE', '1899-01-01'],
      ['document', 'UNKNOWN_DOCUMENT', null],
    ]);
  });

  test.each<[Mutation, string]>([
    ['saveAppointmentDecree', 'appointmentDecree'],
    ['saveFunctionHeld', 'functionHeld'],
  ])('of a function: %s', async (mutation, part) => {
    expect(await wrong(mutation, { level: 'niveau A', service: 'x', until: '2011-12-31' })).toEqual([
      [`${part}.level`, 'NOT_A_CODE', 'niveau A'],
      [`${part}.service`, 'NOT_A_CODE', 'x'],
      [`${part}.until`, 'BEFORE_BEGIN', '2011-12-31'],
    ]);
  });

  test('of work', async () => {
    const own = { begin: '2025-09-02', end: '2025-09-03', setting: 'x', domain: 'y' };
    expect(await wrong('saveWorkExperience', { ...own, description: 'x'.repeat(4001), employer: 'a\u0000b' })).toEqual([
      ['workExperience.employer', 'NOT_TEXT', null],
      ['workExperience.begin', 'IN_THE_FUTURE', '2025-09-02'],
      ['workExperience.end', 'IN_THE_FUTURE', '2025-09-03'],
      ['workExperience.setting', 'NOT_A_CODE', 'x'],
      ['workExperience.domain', 'NOT_A_CODE', 'y'],
      ['workExperience.description', 'TOO_LONG', null],
    ]);
  });

  test('of a staff record, a nationality, a declaration and a dismissal', async () => {
    expect(await wrong('saveStaffRecord', { employer: 'vrb:vacancy:a', employerName: 'x'.repeat(201) })).toEqual([
      ['staffRecord.employer', 'INVALID_ID', 'vrb:vacancy:a'],
      ['staffRecord.employerName', 'TOO_LONG', null],
    ]);
    expect(await wrong('saveNationality', { country: 'Belg' })).toEqual([
      ['nationality.country', 'NOT_A_CODE', 'Belg'],
    ]);
    expect(await wrong('saveDeclaration', { declaredOn: '2025-09-02' })).toEqual([
      ['declaration.declaredOn', 'OUT_OF_RANGE', '2025-09-02'],
    ]);
    expect(await wrong('saveDismissal', { ground: 'because', service: 'x', decidedOn: '2101-01-01' })).toEqual([
      ['dismissal.ground', 'NOT_A_CODE', 'because'],
      ['dismissal.service', 'NOT_A_CODE', 'x'],
      ['dismissal.decidedOn', 'OUT_OF_RANGE', '2101-01-01'],
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
      ...[randomUUID(), 'nonsense', stored.toUpperCase()],
    ]) {
      expect(codesOf(await save(actor, mutation, { document: other }))).toEqual([
        ['document', 'UNKNOWN_DOCUMENT', null],
      ]);
    }
    expect(await save(actor, mutation, { id: made.id, version: 1 })).toMatchObject({ version: 2 });
    expect((await profile(actor)).lists[list]).toEqual([shown(mutation, { id: made.id, version: 2 })]);
  });
});
