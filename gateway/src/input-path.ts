import {
  type ASTNode,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  getLocation,
  Kind,
  print,
  type ValueNode,
  visit,
} from 'graphql';

/** A value of an operation's text, by the names around it. */
export interface InputPlace {
  /** Argument and input fields: `filter.closingFrom`. */
  readonly path: string;
  /** The value as the client wrote it. */
  readonly value: string;
}

const MAX_VALUE = 200;
const NAMING = new Set<string>([Kind.ARGUMENT, Kind.OBJECT_FIELD, Kind.VARIABLE_DEFINITION]);

/** The answer, with the field and the value named in every error about a value that the operation's text holds. */
export function nameInputs(
  answer: FormattedExecutionResult,
  document: DocumentNode | undefined,
): FormattedExecutionResult {
  if (document === undefined || answer.errors === undefined) return answer;
  return { ...answer, errors: answer.errors.map((error) => nameInput(error, document)) };
}

function nameInput(error: GraphQLFormattedError, document: DocumentNode): GraphQLFormattedError {
  const { code, problems } = error.extensions ?? {};
  if (problems !== undefined) return error;
  if (code === 'BAD_USER_INPUT') return nameVariable(error);
  const location = error.locations?.[0];
  if (code !== 'GRAPHQL_VALIDATION_FAILED' || location === undefined) return error;
  const place = inputAt(document, location);
  if (place === null) return error;
  return named({ ...error, message: `${place.path}: ${error.message}` }, place, error.message);
}

/** graphql-js names a wrong variable in its sentence only: the variable, the value, and the field if it is one of many. */
const WRONG_VARIABLE = /^Variable "(\$[A-Za-z0-9_]+)" got invalid value ([\s\S]*?)(?: at "([^"]+)")?; /;

function nameVariable(error: GraphQLFormattedError): GraphQLFormattedError {
  const [, variable, value, path] = WRONG_VARIABLE.exec(error.message) ?? [];
  if (variable === undefined) return error;
  return named(error, { path: path ?? variable, value: value!.slice(0, MAX_VALUE) }, error.message);
}

/** The same mistake has the same code, whether it stands in the text or in a variable. */
const named = (error: GraphQLFormattedError, place: InputPlace, rule: string): GraphQLFormattedError => ({
  ...error,
  extensions: {
    ...error.extensions,
    code: 'BAD_USER_INPUT',
    problems: [{ path: place.path, code: 'INVALID_VALUE', value: place.value, rule }],
  },
});

/** Which argument or input field the value at a location is for; null when no value starts there. */
export function inputAt(document: DocumentNode, location: { line: number; column: number }): InputPlace | null {
  let found: InputPlace | null = null;
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (found !== null || !isValue(node) || !startsAt(node, location)) return;
      const names = [...ancestors, parent].flatMap(nameOf);
      if (names.length > 0) found = { path: names.join('.'), value: print(node).slice(0, MAX_VALUE) };
    },
  });
  return found;
}

const isValue = (node: ASTNode): node is ValueNode => node.kind.endsWith('Value');

function startsAt(node: ASTNode, { line, column }: { line: number; column: number }): boolean {
  if (node.loc === undefined) return false;
  const start = getLocation(node.loc.source, node.loc.start);
  return start.line === line && start.column === column;
}

function nameOf(ancestor: unknown): string[] {
  if (typeof ancestor !== 'object' || ancestor === null || !('kind' in ancestor)) return [];
  const node = ancestor as ASTNode;
  if (!NAMING.has(node.kind)) return [];
  return [
    node.kind === Kind.VARIABLE_DEFINITION
      ? `$${node.variable.name.value}`
      : (node as { name: { value: string } }).name.value,
  ];
}
