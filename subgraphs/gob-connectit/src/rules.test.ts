import { describe, expect, test } from '@jest/globals';
import type { VacancyState } from '@mandate-graph/domain';
import { content } from './content/index.ts';
import { rules } from './rules.ts';

const vacancy = content.find((item) => item.kind === 'vacancy')!.state as VacancyState;

describe('a call of this institution', () => {
  test('as its own notice makes it, breaks no rule', () => expect(rules.vacancyProblems(vacancy)).toEqual([]));

  test.each([null, { roles: [], combinator: 'OR' as const }])('with language roles %j is refused', (languageRoles) =>
    expect(rules.vacancyProblems({ ...vacancy, languageRoles })).toEqual([
      expect.objectContaining({ path: 'languageRoles', code: 'REQUIRED' }),
    ]),
  );
});
