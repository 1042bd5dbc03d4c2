import {
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { ACCESS_RULES, type AccessRuleName } from './rules.ts';
import type { AccessTable } from './table.ts';

/** Under which rule a field stands. */
export interface FieldRule {
  readonly type: string;
  readonly field: string;
  readonly rule: AccessRuleName;
  /** Whether the rule is that of an interface of the type, and so does not stand in the table for this type. */
  readonly inherited: boolean;
}

type Walked = GraphQLObjectType | GraphQLInterfaceType;

/** The rule of every field of every object type and interface. Throws, with all that is wrong, unless each has one. */
export function fieldRules(schema: GraphQLSchema, table: AccessTable): readonly FieldRule[] {
  const problems: string[] = [];
  const named = readTable(table, problems);
  const types = Object.values(schema.getTypeMap()).filter(isWalked);
  const found = types.flatMap((type) => rulesOf(type, named, problems));
  problems.push(...namesThatAreNot(types, named));
  if (problems.length > 0) throw new Error(`The access table does not fit the schema:\n  ${problems.join('\n  ')}`);
  return found;
}

const isWalked = (type: unknown): type is Walked =>
  (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__');

type Named = ReadonlyMap<string, ReadonlyMap<string, AccessRuleName>>;

function readTable(table: AccessTable, problems: string[]): Named {
  const named = new Map<string, Map<string, AccessRuleName>>();
  for (const [type, rules] of Object.entries(table)) {
    const fields = new Map<string, AccessRuleName>();
    named.set(type, fields);
    for (const [rule, names] of Object.entries(rules) as [AccessRuleName, string][]) {
      if (!Object.hasOwn(ACCESS_RULES, rule)) problems.push(`${type} names a rule that there is not: ${rule}.`);
      for (const field of names.split(/\s+/).filter((name) => name !== '')) {
        const other = fields.get(field);
        if (other !== undefined) problems.push(`${type}.${field} stands twice, under: ${other} and ${rule}.`);
        fields.set(field, rule);
      }
    }
  }
  return named;
}

function rulesOf(type: Walked, named: Named, problems: string[]): FieldRule[] {
  const found: FieldRule[] = [];
  for (const field of Object.keys(type.getFields())) {
    const inherited = new Map(
      type.getInterfaces().flatMap(({ name }) => {
        const rule = named.get(name)?.get(field);
        return rule === undefined ? [] : [[rule, name] as const];
      }),
    );
    const own = named.get(type.name)?.get(field);
    const rule = own ?? inherited.keys().next().value;
    if (rule === undefined) {
      problems.push(`${type.name}.${field} stands under no rule.`);
      continue;
    }
    if (own !== undefined && inherited.size > 0) {
      problems.push(
        `${type.name}.${field} has the rule of ${[...inherited.values()].join(' and ')}, but also its own.`,
      );
    }
    if (inherited.size > 1) {
      const rules = [...inherited].map(([one, from]) => `${one} of ${from}`);
      problems.push(`${type.name}.${field} has more than one rule: ${rules.join(' and ')}.`);
    }
    found.push({ type: type.name, field, rule, inherited: own === undefined });
  }
  return found;
}

function namesThatAreNot(types: readonly Walked[], named: Named): string[] {
  const walked = new Map(types.map((type) => [type.name, type.getFields()]));
  return [...named].flatMap(([type, fields]) => {
    const there = walked.get(type);
    if (there === undefined) return [`${type} stands in the table, but is no type of this subgraph.`];
    return [...fields.keys()]
      .filter((field) => there[field] === undefined)
      .map((field) => `${type}.${field} stands in the table, but is no field.`);
  });
}
