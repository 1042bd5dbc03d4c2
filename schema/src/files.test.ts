import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fileProblems } from './files.ts';

const files = new Map([
  ['schema/subgraphs/first.graphql', 'type Query { a: Int }\n'],
  ['schema/api.graphql', 'type Query { a: Int }\n'],
]);

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'generated-'));
  mkdirSync(path.join(root, 'schema/subgraphs'), { recursive: true });
  for (const [file, text] of files) writeFileSync(path.join(root, file), text);
});
afterEach(() => rmSync(root, { recursive: true }));

test('files as the code gives them are in order', () => expect(fileProblems(root, files)).toEqual([]));

test('a file that is missing or differs is reported', () => {
  rmSync(path.join(root, 'schema/subgraphs'), { recursive: true });
  writeFileSync(path.join(root, 'schema/api.graphql'), 'type Query { b: Int }\n');
  expect(fileProblems(root, files)).toEqual([
    'schema/subgraphs/first.graphql is not what the code gives: run npm run compose.',
    'schema/api.graphql is not what the code gives: run npm run compose.',
  ]);
});

test('the file of a subgraph that is gone is reported', () => {
  writeFileSync(path.join(root, 'schema/subgraphs/gone.graphql'), 'type Query { a: Int }\n');
  expect(fileProblems(root, files)).toEqual([
    'schema/subgraphs/gone.graphql is of no subgraph: run npm run compose, which removes it.',
  ]);
});
