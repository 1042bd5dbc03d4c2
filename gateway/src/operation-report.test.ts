import { describe, expect, it } from '@jest/globals';
import { levelsOf, serverTiming } from './operation-report.ts';

type Plan = Parameters<typeof levelsOf>[0];
const fetch = { kind: 'Fetch' };
const sequence = (...nodes: unknown[]) => ({ kind: 'Sequence', nodes });
const parallel = (...nodes: unknown[]) => ({ kind: 'Parallel', nodes });
const flatten = (node: unknown) => ({ kind: 'Flatten', path: [], node });

describe('the levels of a plan', () => {
  it.each([
    ['nothing', undefined, 0],
    ['one fetch', fetch, 1],
    ['fetches side by side', parallel(fetch, fetch, fetch), 1],
    ['a fetch that waits for another', sequence(fetch, flatten(fetch)), 2],
    ['the longest of several chains', sequence(fetch, parallel(flatten(fetch), sequence(fetch, fetch))), 3],
    ['the deeper branch of a condition', { kind: 'Condition', ifClause: sequence(fetch, fetch), elseClause: fetch }, 2],
    ['a condition without one of its branches', { kind: 'Condition', ifClause: fetch }, 1],
  ])('of %s', (_name, plan, levels) => {
    expect(levelsOf(plan as Plan)).toBe(levels);
  });
});

describe('the timing header', () => {
  it('has an entry per request, in the form browsers read', () => {
    const requests = [
      { subgraph: 'gob-connectit', statements: 1, ms: 12.345 },
      { subgraph: 'catalogue', statements: 0, ms: 0 },
    ];
    expect(serverTiming(requests)).toBe(
      'gob-connectit;dur=12.3;desc="1 statement", catalogue;dur=0.0;desc="0 statements"',
    );
  });

  it('stays short however many requests there were', () => {
    const requests = Array.from({ length: 500 }, () => ({ subgraph: 'catalogue', statements: 1, ms: 1 }));
    expect(serverTiming(requests).length).toBeLessThan(4_000);
  });
});
