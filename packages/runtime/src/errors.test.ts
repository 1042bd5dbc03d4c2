import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { formatErrors } from './errors.ts';
import { createLog } from './log.ts';

/** What the client gets of an error, and what the log says of it. */
function format(error: GraphQLError) {
  const lines: string[] = [];
  const log = createLog('debug', 'test', { write: (line: string) => void lines.push(line) });
  const answer = formatErrors(log)(error.toJSON(), error);
  return { answer, logged: lines.map((line) => JSON.parse(line)) };
}
const LEVELS = { info: 30, error: 50 };

describe('an unexpected error', () => {
  test('is masked, and logged with its stack under the id that the client gets', () => {
    const { answer, logged } = format(
      new GraphQLError('secret', { path: ['a'], originalError: new TypeError('secret') }),
    );
    const id = answer.extensions!['id'] as string;
    expect(answer).toEqual({
      message: `Something went wrong on our side. Give this id when you report it: ${id}.`,
      path: ['a'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', id },
    });
    expect(logged).toEqual([
      expect.objectContaining({
        level: LEVELS.error,
        errorId: id,
        err: { type: 'TypeError', stack: expect.stringContaining('errors.test') },
      }),
    ]);
    expect(JSON.stringify([answer, logged])).not.toContain('secret');
  });

  test('that a subgraph has logged keeps its id, and is one line of information', () => {
    const extensions = { code: 'INTERNAL_SERVER_ERROR', id: 'abc' };
    const { answer, logged } = format(new GraphQLError('Something went wrong.', { extensions }));
    expect(answer.extensions).toEqual(extensions);
    expect(logged).toEqual([expect.objectContaining({ level: LEVELS.info, errorId: 'abc' })]);
    expect(logged[0]).not.toHaveProperty('err');
  });

  test.each([
    ['without an id', { code: 'INTERNAL_SERVER_ERROR' }],
    ['with an id that is no text', { code: 'INTERNAL_SERVER_ERROR', id: 7 }],
    ['with an id, but of another kind', { code: 'ELSEWHERE', id: 'abc' }],
  ])('%s has been logged by nobody yet', (_what, extensions) => {
    const { answer, logged } = format(new GraphQLError('secret', { extensions }));
    expect(logged).toEqual([
      expect.objectContaining({ level: LEVELS.error, errorId: answer.extensions!['id'], err: expect.anything() }),
    ]);
  });
});
