import { COST, LIMITS } from '@mandate-graph/runtime';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** So many objects, times the values of these variables. */
interface Term {
  readonly count: number;
  readonly variables: readonly string[];
}

/** How many entries a list has. */
interface Size extends Term {}

const ONE: Size = { count: 1, variables: [] };
const times = (a: Term, b: Term): Term => ({
  count: a.count * b.count,
  variables: b.variables.length === 0 ? a.variables : [...a.variables, ...b.variables],
});

/**
 * The cost of an operation in points: an estimate of the objects that its answer may hold, known before it is run. It is
 * worked out once as a sum of products of the variables that say how long pages are; each request fills in their values.
 */
export class OperationCost {
  readonly #terms = new Map<string, Term>();
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #defaults = new Map<string, ValueNode | undefined>();
  readonly #mutations: number;

  /** The document has been validated, and is within the limits of documents. */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
    for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
      this.#defaults.set(variable.name.value, defaultValue);
    }
    const selected = this.#select(operation.selectionSet, schema.getRootType(operation.operation), ONE, null);
    this.#mutations = operation.operation === 'mutation' ? selected : 0;
  }

  points(variables: Readonly<Record<string, unknown>> = {}): number {
    let objects = 0;
    for (const { count, variables: names } of this.#terms.values()) {
      objects += names.reduce((product, name) => product * this.#valueOf(name, variables), count);
    }
    return Math.max(1, Math.ceil(objects / COST.objectsPerPoint)) + this.#mutations * COST.mutationPoints;
  }

  /** Whatever is no length of a page will be refused; until then it counts as one that is. */
  #valueOf(name: string, variables: Readonly<Record<string, unknown>>): number {
    const written = this.#defaults.get(name);
    const value = variables[name] ?? (written?.kind === Kind.INT ? Number(written.value) : undefined);
    return typeof value === 'number' ? bounded(value) : COST.pageSize;
  }

  /** Adds what is selected, and says how many fields were. */
  #select(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | null | undefined,
    each: Term,
    page: Size | null,
  ): number {
    let fields = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        fields += 1;
        this.#add(selection, type, each, page);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition?.name.value;
      const narrowed = condition === undefined ? type : this.schema.getType(condition);
      fields += this.#select(fragment.selectionSet, narrowed, each, page);
    }
    return fields;
  }

  #add(field: FieldNode, parent: GraphQLNamedType | null | undefined, each: Term, page: Size | null): void {
    // Introspection answers from memory, and only where it is on.
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (definition === undefined) return;
    const type = getNamedType(definition.type);
    if (isLeafType(type)) return;
    const isList = isListType(isNonNullType(definition.type) ? definition.type.ofType : definition.type);
    const total = times(each, isList ? (page ?? listSize(field, definition)) : ONE);
    const key = total.variables.toSorted().join(' ');
    this.#terms.set(key, { count: (this.#terms.get(key)?.count ?? 0) + total.count, variables: total.variables });
    if (field.selectionSet !== undefined) this.#select(field.selectionSet, type, total, pageOf(field, definition));
  }
}

const bounded = (value: number): number => Math.min(Math.max(Math.trunc(value) || 1, 1), LIMITS.pageSize.bound);

/** Of a field that has pages: how long the page is that it asks for. Its lists have as many entries. */
function pageOf(field: FieldNode, { args }: GraphQLField<unknown, unknown>): Size | null {
  if (!args.some(({ name }) => name === 'first')) return null;
  return sizeIn(field, 'first') ?? sizeIn(field, 'last') ?? { count: COST.pageSize, variables: [] };
}

/** Of a list without pages: what is assumed, once for each level that it goes deep. */
function listSize(field: FieldNode, { args }: GraphQLField<unknown, unknown>): Size {
  const assumed = { count: COST.listSize, variables: [] };
  const levels = args.some(({ name }) => name === 'depth') ? sizeIn(field, 'depth') : null;
  return levels === null ? assumed : times(assumed, levels);
}

function sizeIn({ arguments: given = [] }: FieldNode, name: string): Size | null {
  const value = given.find((argument) => argument.name.value === name)?.value;
  if (value?.kind === Kind.VARIABLE) return { count: 1, variables: [value.name.value] };
  return value?.kind === Kind.INT ? { count: bounded(Number(value.value)), variables: [] } : null;
}
