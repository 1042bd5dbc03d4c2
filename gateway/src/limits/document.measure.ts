import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** How much work a document is, with each fragment counted at every place where it is spread. */
export interface DocumentMeasure {
  readonly operations: number;
  readonly fragments: number;
  readonly spreads: number;
  readonly depth: number;
  readonly fields: number;
  readonly rootFields: number;
  readonly aliases: number;
  readonly sameName: number;
  /** Each counted for every field that it decides about. */
  readonly directives: number;
  /** The most of one field or directive. */
  readonly arguments: number;
  /** Of arguments and variables, with all within them. */
  readonly values: number;
  readonly definedVariables: number;
}

/** What a selection adds up to. */
interface Sums {
  /** Fields at its own level. */
  fieldsHere: number;
  fields: number;
  spreads: number;
  aliases: number;
  directives: number;
  values: number;
  depth: number;
}

/** Counting goes no further: a fragment that doubles at each of fifty levels has more fields than a number can hold. */
export const UNCOUNTED = 1_000_000_000;

const INTROSPECTION = new Set(['__schema', '__type']);

const none = (): Sums => ({ fieldsHere: 0, fields: 0, spreads: 0, aliases: 0, directives: 0, values: 0, depth: 0 });

/**
 * Measures a document in one pass: every node is looked at once, and a fragment's numbers are worked out once, wherever
 * it is spread. Nothing about the document need be valid. Fragments that spread themselves count as if they did not.
 */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  return new Measuring(document).measure();
}

class Measuring {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  /** Null while a fragment is being worked out. */
  readonly #known = new Map<string, Sums | null>();
  #operations = 0;
  #definitions = 0;
  #sameName = 0;
  #arguments = 0;
  #variables = 0;

  constructor(private readonly document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
      this.#definitions += 1;
      this.#fragments.set(definition.name.value, definition);
    }
  }

  measure(): DocumentMeasure {
    const all = none();
    let rootFields = 0;
    for (const definition of this.document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      this.#operations += 1;
      const sums = this.#selection(definition.selectionSet);
      this.#apply(sums, definition, sums.fields);
      for (const variable of definition.variableDefinitions ?? []) {
        this.#variables += 1;
        this.#apply(sums, variable, 1);
        if (variable.defaultValue !== undefined) sums.values += valuesIn([variable.defaultValue]);
      }
      rootFields = Math.max(rootFields, sums.fieldsHere);
      add(all, sums, 0);
    }
    // What is spread nowhere is validated all the same; so is each of several fragments of one name.
    for (const definition of this.document.definitions) {
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
      const { value: name } = definition.name;
      if (this.#fragments.get(name) !== definition) add(all, this.#selection(definition.selectionSet), 0);
      else if (!this.#known.has(name)) add(all, this.#fragment(name), 0);
    }
    return {
      operations: this.#operations,
      fragments: this.#definitions,
      spreads: all.spreads,
      depth: all.depth,
      fields: all.fields,
      rootFields,
      aliases: all.aliases,
      sameName: this.#sameName,
      directives: all.directives,
      arguments: this.#arguments,
      values: all.values,
      definedVariables: this.#variables,
    };
  }

  #selection({ selections }: SelectionSetNode): Sums {
    const sums = none();
    const names = new Map<string, number>();
    for (const selection of selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          sums.fieldsHere += 1;
          sums.fields += 1;
          if (selection.alias !== undefined) sums.aliases += 1;
          this.#count(names, (selection.alias ?? selection.name).value);
          const within = selection.selectionSet === undefined ? none() : this.#selection(selection.selectionSet);
          // Introspection is not planned, and graphql-js has a bound of its own for what it nests.
          if (INTROSPECTION.has(selection.name.value)) within.depth = 0;
          add(sums, { ...within, fieldsHere: 0 }, 1);
          this.#apply(sums, selection, within.fields + 1);
          this.#values(sums, selection.arguments);
          break;
        }
        case Kind.INLINE_FRAGMENT: {
          const within = this.#selection(selection.selectionSet);
          sums.spreads += 1;
          add(sums, within, 0);
          this.#apply(sums, selection, within.fields);
          break;
        }
        case Kind.FRAGMENT_SPREAD: {
          const within = this.#fragment(selection.name.value);
          sums.spreads += 1;
          this.#count(names, `...${selection.name.value}`);
          add(sums, within, 0);
          this.#apply(sums, selection, within.fields);
        }
      }
    }
    return sums;
  }

  #fragment(name: string): Sums {
    const known = this.#known.get(name);
    const definition = this.#fragments.get(name);
    if (known !== undefined || definition === undefined) return known ?? none();
    this.#known.set(name, null);
    const sums = this.#selection(definition.selectionSet);
    this.#apply(sums, definition, sums.fields);
    this.#known.set(name, sums);
    return sums;
  }

  #count(names: Map<string, number>, name: string): void {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    this.#sameName = Math.max(this.#sameName, count);
  }

  /** Counts the directives of a node for each field that they decide about, and once at least. */
  #apply(sums: Sums, { directives = [] }: { directives?: readonly DirectiveNode[] | undefined }, fields: number): void {
    sums.directives = Math.min(sums.directives + directives.length * Math.max(fields, 1), UNCOUNTED);
    for (const directive of directives) this.#values(sums, directive.arguments);
  }

  #values(sums: Sums, given: readonly ArgumentNode[] = []): void {
    this.#arguments = Math.max(this.#arguments, given.length);
    sums.values = Math.min(sums.values + valuesIn(given.map(({ value }) => value)), UNCOUNTED);
  }
}

/** How many values there are, with all within them. They may be nested as deep as the parser goes. */
function valuesIn(values: readonly ValueNode[]): number {
  const open = [...values];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    count += 1;
    if (next.kind === Kind.LIST) open.push(...next.values);
    else if (next.kind === Kind.OBJECT) open.push(...next.fields.map(({ value }) => value));
  }
  return count;
}

/** Adds what is selected within, so many levels deeper. */
function add(sums: Sums, more: Sums, levels: number): void {
  sums.fieldsHere = Math.min(sums.fieldsHere + more.fieldsHere, UNCOUNTED);
  sums.fields = Math.min(sums.fields + more.fields, UNCOUNTED);
  sums.spreads = Math.min(sums.spreads + more.spreads, UNCOUNTED);
  sums.aliases = Math.min(sums.aliases + more.aliases, UNCOUNTED);
  sums.directives = Math.min(sums.directives + more.directives, UNCOUNTED);
  sums.values = Math.min(sums.values + more.values, UNCOUNTED);
  sums.depth = Math.max(sums.depth, more.depth + levels);
}
