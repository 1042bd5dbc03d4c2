import { describe, expect, it } from '@jest/globals';
import { bearerOf } from './bearer.ts';

describe('the Authorization header', () => {
  it('holds a bearer token, however its scheme is written', () => {
    expect(bearerOf(['Bearer a.b.c'])).toBe('a.b.c');
    expect(bearerOf(['bearer  a-_.B1.c'])).toBe('a-_.B1.c');
  });

  it.each([
    ['another scheme', ['Basic YTpi']],
    ['no scheme', ['a.b.c']],
    ['no token', ['Bearer']],
    ['an empty text', ['']],
    ['something that is no JWT', ['Bearer abc']],
    ['an encrypted token', ['Bearer a.b.c.d.e']],
    ['more after the token', ['Bearer a.b.c, Bearer d.e.f']],
    ['another line', ['Bearer a.b.c\n']],
    ['a token without a signature', ['Bearer a.b.']],
    ['two tokens', ['Bearer a.b.c', 'Bearer a.b.c']],
    ['a token without end', [`Bearer a.${'b'.repeat(8_192)}.c`]],
  ])('is refused when it holds %s', (_what, values) => {
    expect(bearerOf(values)).toBeNull();
  });
});
