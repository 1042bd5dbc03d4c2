import type { ConstDirectiveNode, DocumentNode, FieldDefinitionNode } from 'graphql';

/** Directives that make @apollo/gateway refuse to start: access is enforced in the services. */
const REFUSED = new Set(['authenticated', 'requiresScopes', 'policy']);

/** Uses that compose and then go wrong at run time. */
export function forbiddenDirectives(subgraph: string, sdl: DocumentNode): string[] {
  const problems: string[] = [];
  for (const definition of sdl.definitions) {
    if (!('fields' in definition) || !('name' in definition)) continue;
    const type = definition.name!.value;
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
      for (const directive of field.directives ?? []) {
        if (REFUSED.has(directive.name.value)) {
          problems.push(`${where} has @${directive.name.value}, with which the gateway does not start.`);
        }
      }
    }
  }
  return problems;
}

const has = (directives: readonly ConstDirectiveNode[] | undefined, name: string): boolean =>
  (directives ?? []).some((directive) => directive.name.value === name);
