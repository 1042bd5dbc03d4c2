import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closesAt, startOfDay, statusAt, type VacancyState } from '@mandate-graph/domain';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type Catalogue, openCatalogue } from '../testing/catalogue.harness.ts';
import { idOf, NORTH, recorded, vacancy } from '../testing/recorded.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await openCatalogue();
});
afterAll(() => catalogue.close());

/** Days around both changes of the clock, and a year's end. */
const day = fc.constantFrom(
  '2025-03-29',
  '2025-03-30',
  '2025-03-31',
  '2025-10-25',
  '2025-10-26',
  '2025-10-27',
  '2025-12-31',
);
const state = fc.record({
  publication: fc.constantFrom<VacancyState['publication']>('PUBLISHED', 'PUBLISHED', 'WITHDRAWN', 'FILLED'),
  opensOn: fc.option(day),
  deadline: day,
});

test('the status in lists and facets is the one of the rule, at any instant', async () => {
  let version = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(state, { minLength: 1, maxLength: 8 }),
      day,
      fc.constantFrom('opens', 'closes'),
      fc.constantFrom(-1_000_000, -1, 0, 1, 999_999, 3_600_000_000_000, -3_600_000_000_000),
      async (states, date, edge, nanoseconds) => {
        version += 1;
        const vacancies = states.map(({ publication, opensOn, deadline }) =>
          vacancy({ publication, opensOn, applicationDeadline: { date: deadline, timeOfDay: null } }),
        );
        await catalogue.clear();
        await catalogue.take(...vacancies.map((one, index) => recorded(NORTH, 'vacancy', `v${index}`, one, version)));
        const now = (edge === 'opens' ? startOfDay(date) : closesAt({ date, timeOfDay: null })).add({ nanoseconds });
        catalogue.now = now.toString();
        const expected = new Map<string, string[]>();
        vacancies.forEach((one, index) => {
          const status = statusAt(one, Temporal.Instant.from(catalogue.now));
          expected.set(status, [...(expected.get(status) ?? []), idOf(NORTH, 'vacancy', `v${index}`)]);
        });
        for (const status of ['ANNOUNCED', 'OPEN', 'CLOSED', 'WITHDRAWN', 'FILLED']) {
          const { data } = await catalogue.ask(
            'query ($status: [VacancyStatus!]) { vacancies(filter: { status: $status }) { edges { node { id } } facets { status { value count } } } }',
            { status: [status] },
          );
          const ids = data.vacancies.edges.map((one: { node: { id: string } }) => one.node.id).sort();
          expect(ids).toEqual(expected.get(status) ?? []);
          const counts = data.vacancies.facets.status.map((one: { value: string; count: number }) => [
            one.value,
            one.count,
          ]);
          expect(new Map(counts)).toEqual(new Map([...expected].map(([value, all]) => [value, all.length])));
        }
      },
    ),
    { numRuns: 40 },
  );
});
