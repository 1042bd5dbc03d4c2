import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** What the library that validates knows to ask about a schema, and the planner does not. */
const GAPS: Readonly<Record<string, { readonly fields: readonly string[]; readonly arguments: readonly string[] }>> = {
  __Type: { fields: ['isOneOf'], arguments: [] },
  __Schema: { fields: [], arguments: ['directives.includeDeprecated'] },
  __Directive: { fields: ['isDeprecated', 'deprecationReason'], arguments: [] },
};

/** Refuses questions on which the planner would fail as if it were at fault: all are of drafts that this graph does not use. */
export const noGaps = (context: ValidationContext): ASTVisitor => ({
  Field(node) {
    const parent = context.getParentType()?.name ?? '';
    const { name, arguments: given = [] } = node;
    const gaps = GAPS[parent];
    if (gaps?.fields.includes(name.value) === true) {
      const message = `The field "${name.value}" of "${parent}" is not known here: leave it out.`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    }
    for (const argument of given) {
      if (gaps?.arguments.includes(`${name.value}.${argument.name.value}`) !== true) continue;
      const message = `The argument "${argument.name.value}" of "${parent}.${name.value}" is not known here: leave it out.`;
      context.reportError(new GraphQLError(message, { nodes: argument }));
    }
  },
});
