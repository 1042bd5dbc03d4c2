import { describe, expect, it } from '@jest/globals';
import { settleAnswer } from './answer.rules.ts';

const mask = ({ path }: { path?: readonly (string | number)[] }) => ({ message: 'masked', ...(path && { path }) });
const misfit = (message: string, path: (string | number)[]) => ({
  message,
  path,
  extensions: { code: 'INVALID_GRAPHQL' },
});
const missing = misfit('Cannot return null for non-nullable field Unit.name.', ['unit', 'name']);
const wrong = misfit('Invalid value found for field Vacancy.days.', ['days']);

describe('settling an answer', () => {
  it('leaves an answer that fits as it is', () => {
    expect(settleAnswer({ data: { a: 1 } }, mask)).toEqual({ data: { a: 1 } });
  });

  it('takes a missing entity for the null that it is', () => {
    const answer = { data: { unit: null }, extensions: { valueCompletion: [missing], kept: 1 } };
    expect(settleAnswer(answer, mask)).toEqual({ data: { unit: null }, extensions: { kept: 1 } });
  });

  it('makes a masked error of a value of the wrong type', () => {
    const answer = { data: { days: null }, extensions: { valueCompletion: [missing, wrong] } };
    expect(settleAnswer(answer, mask)).toEqual({
      data: { days: null },
      errors: [{ message: 'masked', path: ['days'] }],
    });
  });

  it('never leaves null data without an error', () => {
    const answer = { data: null, extensions: { valueCompletion: [missing] } };
    expect(settleAnswer(answer, mask).errors).toEqual([{ message: 'masked', path: ['unit', 'name'] }]);
  });

  it('says once that a subgraph is away, and keeps all other errors', () => {
    const away = (subgraph: string) => ({ message: subgraph, extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph } });
    const other = { message: 'other', extensions: { code: 'BAD_USER_INPUT' } };
    const errors = [away('a'), other, away('b'), away('a'), other];
    expect(settleAnswer({ data: {}, errors }, mask).errors).toEqual([away('a'), other, away('b'), other]);
  });
});
