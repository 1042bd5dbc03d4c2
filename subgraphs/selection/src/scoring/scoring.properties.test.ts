import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openSelection, type TestSelection } from '../testing/selection.ts';
import { brusselsVacancy } from '../testing/templates.ts';
import { competence, judgingCase, scoring, seen } from './testing/judging.ts';

const MEMBERS = 8;
const vacancy = brusselsVacancy({ competences: [competence('a', 'interview')] });
let selection: TestSelection;
beforeAll(async () => {
  selection = await openSelection();
});
afterAll(() => selection.close());

test('S2.S3: whoever scores in whatever order, nobody ever sees how another scored before their own scores are in', async () => {
  const act = fc.record({ member: fc.nat({ max: MEMBERS - 1 }), candidate: fc.nat({ max: 1 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      const judging = await judgingCase(selection, `gew:vacancy:${randomUUID()}`, vacancy, {
        ...{ candidates: 2, members: MEMBERS },
      });
      const { applications, actors, members } = judging;
      const versions = applications.map(() => new Map<string, number>());
      for (const { member, candidate } of acts) {
        const standing = versions[candidate]!;
        const version = standing.get(members[member]!);
        const answer = await scoring(selection, actors[member]!, applications[candidate]!, {
          ...{ version, reasons: 'They had been added up wrongly at first.' },
        });
        expect(answer).toMatchObject({ version: (version ?? 0) + 1 });
        standing.set(members[member]!, (version ?? 0) + 1);
        for (const [at, actor] of actors.entries()) {
          const { answers } = await seen(selection, actor, applications, ({ scores }, one) => scores.scoresOf(one));
          for (const [index, shown] of answers.entries()) {
            const scored = [...versions[index]!.keys()];
            const expected = scored.includes(members[at]!) ? [...scored].sort() : null;
            expect(shown?.map((one) => one.member).sort() ?? null).toEqual(expected);
          }
        }
      }
    }),
    { numRuns: 8 },
  );
});
