import type { DirectiveNode, DocumentNode, FieldDefinitionNode } from 'graphql';

/** Directives that make @apollo/gateway refuse to start: access is enforced in the services. */
const REFUSED = new Set(['authenticated', 'requiresScopes', 'policy']);

/** Uses that compose and then go wrong at run time. */
export function forbiddenDirectives(subgraph: string, sdl: DocumentNode): string[] {
  const problems: string[] = [];
  for (const definition of sdl.definitions) {
    if (!('name' in definition) || !('directives' in definition)) continue;
    const type = definition.name!.value;
    problems.push(...refused(`${subgraph}: ${type}`, definition.directives));
    if (!('fields' in definition)) continue;
    const isInterfaceObject = has(definition.directives, 'interfaceObject');
    for (const field of (definition.fields ?? []) as readonly FieldDefinitionNode[]) {
      const where = `${subgraph}: ${type}.${field.name.value}`;
      if (has(field.directives, 'requires')) {
        if ((field.arguments ?? []).length > 0) {
          problems.push(`${where} has @requires and arguments: the gateway mixes up answers of different arguments.`);
        }
        if (isInterfaceObject) {
          problems.push(`${where} has @requires on an interface object: it fails when entered from another one.`);
        }
      }
      problems.push(...refused(where, field.directives));
    }
  }
  return problems;
}

const refused = (where: string, directives: readonly DirectiveNode[] | undefined): string[] =>
  (directives ?? [])
    .map((directive) => directive.name.value)
    .filter((name) => REFUSED.has(name))
    .map((name) => `${where} has @${name}, with which the gateway does not start.`);

const has = (directives: readonly DirectiveNode[] | undefined, name: string): boolean =>
  (directives ?? []).some((directive) => directive.name.value === name);
