import { describe, expect, it } from '@jest/globals';
import { hashOf } from '../http/parameters.ts';
import { ManifestError, readManifest } from './manifest.ts';

const operation = (body: string, name: string, type = 'query') => ({ id: hashOf(body), body, name, type });
const manifest = (operations: unknown, more: object = {}) =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations, ...more });

const MOTTO = operation('query Motto { motto }', 'Motto');

function problemsOf(text: string): readonly [path: string, rule: string][] {
  try {
    readManifest(text, 'operations.json');
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    for (const { path, rule } of error.problems) expect(error.message).toContain(`${path}: ${rule}`);
    expect(error.message).toMatch(/^OPERATIONS_MANIFEST, the file operations\.json, is not usable:/);
    return error.problems.map(({ path, rule }) => [path, rule]);
  }
  return [];
}

describe('a manifest of operations', () => {
  it('knows its operations by hash and by text, and no others', () => {
    const note = operation('mutation Note {\n  note\n}', 'Note', 'mutation');
    const read = readManifest(manifest([MOTTO, note]), 'operations.json');
    expect(read.size).toBe(2);
    expect(read.bodyOf(note.id)).toBe(note.body);
    expect(read.bodyOf(hashOf('{ motto }'))).toBeUndefined();
    expect(read.hasBody(MOTTO.body)).toBe(true);
    expect(read.hasBody(`${MOTTO.body} `)).toBe(false);
  });

  it.each([
    ['is not JSON', '{'],
    ['is no object', '[]'],
  ])('that %s is refused', (_name, text) => {
    expect(problemsOf(text)).toEqual([['(file)', expect.stringContaining('must be a JSON object')]]);
  });

  it('is refused with all its problems at once, each with entry and rule', () => {
    const text = manifest(
      [
        MOTTO,
        { ...MOTTO, id: hashOf('{ motto }') },
        { ...MOTTO, name: 'Other' },
        { ...MOTTO, type: 'mutation' },
        operation('{ motto ', 'Broken'),
        operation('query A { motto } query B { motto }', 'A'),
        operation('fragment F on Query { motto }', 'F'),
        operation('subscription S { motto }', 'S', 'subscription'),
        { id: 1, name: '', type: 'query' },
        'query',
      ],
      { format: 'other', version: 2 },
    );
    expect(problemsOf(text)).toEqual([
      ['format', 'must be "apollo-persisted-query-manifest", but got: "other".'],
      ['version', 'must be 1, but got: 2.'],
      ['operations[1].id', expect.stringContaining(`must be the SHA-256 of the body, ${MOTTO.id}, but got: "`)],
      ['operations[2].name', 'must be the name that stands in the body, Motto, but got: "Other".'],
      ['operations[2].id', expect.stringContaining('must stand in the list once')],
      ['operations[3].type', 'must be the type that stands in the body, query, but got: "mutation".'],
      ['operations[3].id', expect.stringContaining('must stand in the list once')],
      ['operations[4].body', expect.stringContaining('must be GraphQL with exactly one operation')],
      ['operations[5].body', expect.stringContaining('must be GraphQL with exactly one operation')],
      ['operations[6].body', expect.stringContaining('must be GraphQL with exactly one operation')],
      ['operations[7].type', 'must be one of query, mutation, but got: "subscription".'],
      ['operations[8].name', 'must be the name of the operation, but got: "".'],
      ['operations[8].body', 'must be the text of the operation, but got: nothing.'],
      ['operations[9]', expect.stringContaining('must be an object with id, body, name and type')],
    ]);
  });

  it.each([undefined, [], {}, null])('whose operations are %j is refused', (operations) => {
    expect(problemsOf(manifest(operations))).toEqual([
      ['operations', expect.stringContaining('must be a list of at least one operation')],
    ]);
  });
});
