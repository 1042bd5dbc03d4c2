import { describe, expect, it } from '@jest/globals';
import { misfitsIn, settleAnswer } from './answer.rules.ts';

const misfit = (message: string, path: (string | number)[]) => ({
  message,
  path,
  extensions: { code: 'INVALID_GRAPHQL' },
});
const missing = misfit('Cannot return null for non-nullable field Unit.name.', ['unit', 'name']);
const wrong = misfit('Invalid value found for field Vacancy.days.', ['days']);
const masked = { message: 'masked', extensions: { code: 'INTERNAL_SERVER_ERROR', id: '1' } };

describe('misfits of an answer', () => {
  const answer = (data: object | null) => ({ data, extensions: { valueCompletion: [missing, wrong] } }) as never;

  it('are none where everything fits', () => {
    expect(misfitsIn({ data: { a: 1 } }, false)).toEqual([]);
    expect(misfitsIn({ errors: [] }, true)).toEqual([]);
  });

  it('do not count the nulls that a missing entity leaves', () => {
    expect(misfitsIn(answer({ unit: null, days: null }), true)).toEqual([wrong]);
  });

  it('count nulls where no entity was missing', () => {
    expect(misfitsIn(answer({ unit: null, days: null }), false)).toEqual([missing, wrong]);
  });

  it('count all when nothing is left', () => {
    expect(misfitsIn(answer(null), true)).toEqual([missing, wrong]);
  });
});

describe('settling an answer', () => {
  it('leaves an answer that fits as it is', () => {
    expect(settleAnswer({ data: { a: 1 } }, [], null)).toEqual({ data: { a: 1 } });
  });

  it('takes out the notes of the gateway, and nothing else', () => {
    const answer = { data: { unit: null }, extensions: { valueCompletion: [missing], kept: 1 } } as never;
    expect(settleAnswer(answer, [], null)).toEqual({ data: { unit: null }, extensions: { kept: 1 } });
  });

  it('puts the masked error at the place of each misfit', () => {
    const answer = { data: { days: null }, extensions: { valueCompletion: [wrong] } } as never;
    expect(settleAnswer(answer, [wrong], masked)).toEqual({
      data: { days: null },
      errors: [{ ...masked, path: ['days'] }],
    });
  });

  it('says once that a subgraph is away, and keeps all other errors', () => {
    const away = (subgraph: string) => ({ message: subgraph, extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph } });
    const other = { message: 'other', extensions: { code: 'BAD_USER_INPUT' } };
    const errors = [away('a'), other, away('b'), away('a'), other];
    expect(settleAnswer({ data: {}, errors }, [], null).errors).toEqual([away('a'), other, away('b'), other]);
  });
});
