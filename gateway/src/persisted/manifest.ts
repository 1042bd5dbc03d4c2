import type { Problem } from '@mandate-graph/domain';
import { parse } from 'graphql';
import { hashOf } from '../http/parameters.ts';

const FORMAT = 'apollo-persisted-query-manifest';
const VERSION = 1;
const TYPES = ['query', 'mutation'];
const MAX_SHOWN = 100;

/** The operations that an installation runs, and no others; each by its hash, or by its text to the letter. */
export class OperationManifest {
  readonly #bodies: ReadonlyMap<string, string>;

  constructor(operations: readonly { readonly id: string; readonly body: string }[]) {
    this.#bodies = new Map(operations.map(({ id, body }) => [id, body]));
  }

  get size(): number {
    return this.#bodies.size;
  }

  bodyOf(hash: string): string | undefined {
    return this.#bodies.get(hash);
  }

  hasBody(text: string): boolean {
    return this.#bodies.has(hashOf(text));
  }
}

/** Thrown with every problem of a manifest at once. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';

  constructor(
    file: string,
    readonly problems: readonly Problem[],
  ) {
    super(
      `OPERATIONS_MANIFEST, the file ${file}, is not usable:\n${problems.map((p) => `  ${p.path}: ${p.rule}`).join('\n')}`,
    );
  }
}

/** Reads a manifest in the published format of Apollo; `file` is for messages only. */
export function readManifest(text: string, file: string): OperationManifest {
  const problems: Problem[] = [];
  const refuse = (path: string, value: unknown, rule: string): void => {
    const shown = value === undefined ? 'nothing' : (JSON.stringify(value) ?? '').slice(0, MAX_SHOWN);
    problems.push({ path, code: 'MANIFEST', value: shown, rule: `${rule}, but got: ${shown}.` });
  };
  const manifest = parseObject(text);
  if (manifest === null) {
    const rule = 'must be a JSON object with format, version and operations.';
    throw new ManifestError(file, [{ path: '(file)', code: 'MANIFEST', value: null, rule }]);
  }
  if (manifest['format'] !== FORMAT) refuse('format', manifest['format'], `must be "${FORMAT}"`);
  if (manifest['version'] !== VERSION) refuse('version', manifest['version'], `must be ${VERSION}`);
  const operations = manifest['operations'];
  if (!Array.isArray(operations) || operations.length === 0) {
    refuse('operations', operations, 'must be a list of at least one operation');
    throw new ManifestError(file, problems);
  }
  const seen = new Set<unknown>();
  for (const [index, operation] of operations.entries()) {
    checkOperation(operation, `operations[${index}]`, refuse);
    const id = isObject(operation) ? operation['id'] : undefined;
    if (id !== undefined && seen.has(id)) refuse(`operations[${index}].id`, id, 'must stand in the list once');
    seen.add(id);
  }
  if (problems.length > 0) throw new ManifestError(file, problems);
  return new OperationManifest(operations as { id: string; body: string }[]);
}

function checkOperation(
  operation: unknown,
  path: string,
  refuse: (path: string, value: unknown, rule: string) => void,
): void {
  if (!isObject(operation)) {
    refuse(path, operation, 'must be an object with id, body, name and type');
    return;
  }
  const { id, body, name, type } = operation;
  if (typeof name !== 'string' || name === '') refuse(`${path}.name`, name, 'must be the name of the operation');
  if (!TYPES.includes(type as string)) refuse(`${path}.type`, type, `must be one of ${TYPES.join(', ')}`);
  if (typeof body !== 'string') {
    refuse(`${path}.body`, body, 'must be the text of the operation');
    return;
  }
  const hash = hashOf(body);
  if (id !== hash) refuse(`${path}.id`, id, `must be the SHA-256 of the body, ${hash}`);
  const [only, ...more] = operationsIn(body);
  if (only === undefined || more.length > 0) {
    refuse(`${path}.body`, body, 'must be GraphQL with exactly one operation');
    return;
  }
  if (only.name !== name) refuse(`${path}.name`, name, `must be the name that stands in the body, ${only.name}`);
  if (only.type !== type) refuse(`${path}.type`, type, `must be the type that stands in the body, ${only.type}`);
}

/** None when the text is not GraphQL. */
function operationsIn(body: string): readonly { name: string | undefined; type: string }[] {
  try {
    return parse(body, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === 'OperationDefinition' ? [{ name: definition.name?.value, type: definition.operation }] : [],
    );
  } catch {
    return [];
  }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
