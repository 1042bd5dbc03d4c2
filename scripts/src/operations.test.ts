import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testEnvironment } from '@mandate-graph/testkit';
import { readOperations } from './operations.ts';

describe('the operations of an installation', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'operations-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (name: string) => readOperations(testEnvironment({ OPERATIONS_MANIFEST: path.join(folder, name) }));

  it('are all of them unless a manifest is named', () => {
    expect(readOperations(testEnvironment())).toBeNull();
  });

  it('are those of the manifest', () => {
    const body = 'query A { __typename }';
    const operation = { id: createHash('sha256').update(body).digest('hex'), body, name: 'A', type: 'query' };
    const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: [operation] };
    writeFileSync(path.join(folder, 'good.json'), JSON.stringify(manifest));
    expect(read('good.json')?.hasBody(body)).toBe(true);
  });

  it('cannot be read from a file that is not there or not right, which is said with its name', () => {
    expect(() => read('none.json')).toThrow(
      /^OPERATIONS_MANIFEST must be a file that can be read, .*none\.json \(.*ENOENT/,
    );
    writeFileSync(path.join(folder, 'bad.json'), '{}');
    expect(() => read('bad.json')).toThrow(
      /bad\.json, is not usable:\n {2}format: .*\n {2}version: .*\n {2}operations: /,
    );
  });
});
