import { describe, expect, it } from '@jest/globals';
import { chooseMediaType, GRAPHQL_TYPE, JSON_TYPE } from './media-type.ts';

describe('the media type of an answer', () => {
  it.each([
    [undefined, JSON_TYPE, false],
    ['', JSON_TYPE, false],
    ['*/*', JSON_TYPE, false],
    ['application/*', JSON_TYPE, false],
    ['application/json', JSON_TYPE, true],
    ['APPLICATION/JSON; charset=utf-8', JSON_TYPE, true],
    ['application/graphql-response+json', GRAPHQL_TYPE, true],
    ['application/graphql-response+json, application/json', GRAPHQL_TYPE, true],
    ['application/json, application/graphql-response+json', JSON_TYPE, true],
    ['application/json;q=0.8, application/graphql-response+json', GRAPHQL_TYPE, true],
    ['application/json, text/plain, */*', JSON_TYPE, true],
    ['text/html, */*;q=0.1', JSON_TYPE, false],
    ['*/*, application/graphql-response+json', GRAPHQL_TYPE, true],
    ['application/json;q=0, */*', GRAPHQL_TYPE, false],
  ])('for %j is %s', (accept, type, named) => {
    expect(chooseMediaType(accept)).toEqual({ type, named });
  });

  it.each(['text/html', 'application/json;q=0', 'application/json;q=two', 'multipart/mixed', ','])(
    'for %j is none',
    (accept) => {
      expect(chooseMediaType(accept)).toBeNull();
    },
  );
});
