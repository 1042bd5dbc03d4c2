import {
  type ASTNode,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  Kind,
  type SourceLocation,
  visit,
} from 'graphql';

/** A value of an operation's text, by the names around it. */
export interface InputPlace {
  /** Argument and input fields: `filter.closingFrom`. */
  readonly path: string;
  /** The value as the client wrote it, or its beginning; null for a whole object or list, which may tell of a person. */
  readonly value: string | null;
}

const MAX_VALUE = 200;

/** The answer, with the field and the value named in every error about a value that the operation's text holds. */
export function nameInputs(
  answer: FormattedExecutionResult,
  document: DocumentNode | undefined,
): FormattedExecutionResult {
  if (document === undefined || answer.errors === undefined) return answer;
  const locations = answer.errors.flatMap((error) => locationOf(error) ?? []);
  const places = placesAt(document, locations);
  return { ...answer, errors: answer.errors.map((error) => nameInput(error, places)) };
}

/** Where an error of validation says that it is, unless it says itself what it is about. */
function locationOf({ extensions: { code, problems } = {}, locations }: GraphQLFormattedError): SourceLocation | null {
  return code === 'GRAPHQL_VALIDATION_FAILED' && problems === undefined ? (locations?.[0] ?? null) : null;
}

function nameInput(error: GraphQLFormattedError, places: Places): GraphQLFormattedError {
  const { code, problems } = error.extensions ?? {};
  if (code === 'BAD_USER_INPUT' && problems === undefined) return nameVariable(error);
  const location = locationOf(error);
  const place = location === null ? undefined : places.get(keyOf(location));
  if (place === undefined) return error;
  return named({ ...error, message: `${place.path}: ${error.message}` }, place, error.message);
}

/** graphql-js names a wrong variable in its sentence only: the variable, the value, and the field if it is one of many. */
const WRONG_VARIABLE = /^Variable "(\$[A-Za-z0-9_]+)" got invalid value ([\s\S]*?)(?: at "([^"]+)")?; /;

function nameVariable(error: GraphQLFormattedError): GraphQLFormattedError {
  const [whole, variable, value, path] = WRONG_VARIABLE.exec(error.message) ?? [];
  if (whole === undefined) return error;
  const place = { path: path ?? variable!, value: shown(value!) };
  const message =
    place.value === null ? `${place.path} got an invalid value; ${error.message.slice(whole.length)}` : error.message;
  return named({ ...error, message }, place, message);
}

const shown = (written: string): string | null => (/^[[{]/.test(written) ? null : written.slice(0, MAX_VALUE));

/** The same mistake has the same code, whether it stands in the text or in a variable. */
const named = (error: GraphQLFormattedError, place: InputPlace, rule: string): GraphQLFormattedError => ({
  ...error,
  extensions: {
    ...error.extensions,
    code: 'BAD_USER_INPUT',
    problems: [{ path: place.path, code: 'INVALID_VALUE', value: place.value, rule }],
  },
});

/** By location, as {@link keyOf} writes it. */
type Places = ReadonlyMap<string, InputPlace>;

export const keyOf = ({ line, column }: SourceLocation): string => `${line}:${column}`;

/** Which argument or input field the values at some locations are for; nothing for a location where no value starts. */
export function placesAt(document: DocumentNode, locations: readonly SourceLocation[]): Places {
  const found = new Map<string, InputPlace>();
  const { loc } = document;
  if (loc === undefined || locations.length === 0) return found;
  const text = loc.source.body;
  const wanted = offsetsOf(text, locations);
  const names: string[] = [];
  visit(document, {
    enter(node) {
      const name = nameOf(node);
      if (name !== null) names.push(name);
      if (node.loc === undefined || names.length === 0 || !node.kind.endsWith('Value')) return;
      const { start, end } = node.loc;
      const key = wanted.get(start);
      if (key === undefined || found.has(key)) return;
      found.set(key, { path: names.join('.'), value: shown(text.slice(start, end)) });
    },
    leave(node) {
      if (nameOf(node) !== null) names.pop();
    },
  });
  return found;
}

/** The offsets of locations in a text, which is gone through once however many they are. */
function offsetsOf(text: string, locations: readonly SourceLocation[]): Map<number, string> {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r]/g)) starts.push(index + end.length);
  return new Map(
    locations.map((location) => [(starts[location.line - 1] ?? text.length) + location.column - 1, keyOf(location)]),
  );
}

function nameOf(node: ASTNode): string | null {
  if (node.kind === Kind.VARIABLE_DEFINITION) return `$${node.variable.name.value}`;
  return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD ? node.name.value : null;
}
