import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { openSelection, type TestSelection } from '../testing/selection.ts';
import { waits } from '../testing/waiting.ts';
import { candidateOf, memberOf, PersonKeys } from './person.keys.ts';

let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

const keysIn = (manager: EntityManager) => new PersonKeys(manager, selection.installation.sealing);
const erase = (candidate: string) => selection.candidatesTell('candidate.erased', { candidate });
const tables = async (person: string) =>
  (
    await selection.query(
      `SELECT EXISTS (SELECT FROM person_key WHERE person = $1) AS key,
         EXISTS (SELECT FROM erased_person WHERE person = $1) AS erased`,
      [person],
    )
  )[0];

describe('the key of somebody who is erased', () => {
  test('goes as well when it is being made meanwhile', async () => {
    const candidate = randomUUID();
    let erased: Promise<unknown> = Promise.resolve();
    await selection.source.transaction(async (manager) => {
      await keysIn(manager).make([candidateOf(candidate)]);
      erased = erase(candidate);
      await waits(selection, erased);
    });
    await erased;
    expect(await tables(candidateOf(candidate))).toEqual({ key: false, erased: true });
  });

  test('is not made by whoever comes while they are being erased', async () => {
    const candidate = randomUUID();
    const person = candidateOf(candidate);
    let made: Promise<unknown> = Promise.resolve();
    await selection.source.transaction(async (manager) => {
      const { candidatesEvent } = selection;
      await selection.take('candidates')(manager, [candidatesEvent('candidate.erased', { candidate })]);
      made = selection.source.transaction((other) => keysIn(other).make([person]));
      await waits(selection, made);
    });
    await made;
    expect(await tables(person)).toEqual({ key: false, erased: true });
  });
});

test('two who make keys of the same persons do not wait for one another in a ring, whatever their order', async () => {
  const [first, second] = [memberOf(randomUUID()), memberOf(randomUUID())].toSorted();
  let other: Promise<unknown> = Promise.resolve();
  await selection.source.transaction(async (manager) => {
    const keys = keysIn(manager);
    await keys.make([first!]);
    other = selection.source.transaction((second_) => keysIn(second_).make([second!, first!]));
    await waits(selection, other);
    await keys.make([second!]);
  });
  await other;
  for (const person of [first!, second!]) expect(await tables(person)).toEqual({ key: true, erased: false });
});
