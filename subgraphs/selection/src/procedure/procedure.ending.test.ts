import { describe, expect, test } from '@jest/globals';
import type { CandidacyStatus } from '@mandate-graph/domain';
import type { Work } from '../writing/work.ts';
import { endingOf } from './procedure.ending.ts';

const PROCEDURE = {
  steps: [
    { id: 'screening', kind: 'ELIGIBILITY_SCREENING' },
    { id: 'oral', kind: 'ORAL_TEST' },
    { id: 'result', kind: 'RESULT' },
  ],
} as unknown as Work['procedure'];
const ending = (...all: readonly (readonly [CandidacyStatus, string])[]) =>
  endingOf(
    all.map(([status, stepId]) => ({ status, stepId })),
    PROCEDURE,
  );

describe('how a procedure ends in which nobody is left', () => {
  test.each([
    ['without any candidates', [], 'NO_CANDIDATES'],
    [
      'of whom the screening excluded all',
      [
        ['EXCLUDED', 'screening'],
        ['EXCLUDED', 'screening'],
      ],
      'NONE_ADMISSIBLE',
    ],
    [
      'or the others withdrew',
      [
        ['EXCLUDED', 'screening'],
        ['WITHDRAWN', 'oral'],
      ],
      'NONE_ADMISSIBLE',
    ],
    ['who all withdrew in the screening', [['WITHDRAWN', 'screening']], 'NONE_SUITABLE'],
    [
      'of whom one was excluded later',
      [
        ['EXCLUDED', 'screening'],
        ['EXCLUDED', 'oral'],
      ],
      'NONE_SUITABLE',
    ],
    ['whom the committee found unsuitable', [['UNSUITABLE', 'result']], 'NONE_SUITABLE'],
    [
      'of whom one is in a step',
      [
        ['EXCLUDED', 'screening'],
        ['IN_PROGRESS', 'oral'],
      ],
      null,
    ],
    [
      'of whom one is suitable',
      [
        ['UNSUITABLE', 'result'],
        ['SUITABLE', 'result'],
      ],
      null,
    ],
  ] as const)('%s: %j is %s', (_words, all, expected) => expect(ending(...all)).toBe(expected));
});
