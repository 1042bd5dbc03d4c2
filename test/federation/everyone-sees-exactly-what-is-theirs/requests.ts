import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** A request for one field and nothing else of it, with values made up for what it must be given. */
export interface FieldRequest {
  /** The field as an operation selects it. */
  readonly selection: string;
  /** The variables as an operation declares them; empty when there are none. */
  readonly declared: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const VALUES: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  LocalDate: '2025-09-01',
  Instant: '2025-09-01T07:00:00Z',
  Decimal: '1',
  CalendarDuration: 'P1Y',
  Json: {},
};

export function requestFor(field: GraphQLField<unknown, unknown>, institution: string, text = 'made up'): FieldRequest {
  const required = field.args.filter(isRequiredArgument);
  const passed = required.map(({ name }) => `${name}: $${name}`).join(', ');
  const declared = required.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const leaves = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return {
    selection: `${field.name}${passed && `(${passed})`}${leaves}`,
    declared: declared && `(${declared})`,
    variables: Object.fromEntries(required.map(({ name, type }) => [name, madeUp(type, institution, text)])),
  };
}

/** Any value of a type: what validation lets through, whatever a service makes of it. */
function madeUp(type: GraphQLInputType, institution: string, text: string): unknown {
  if (isNonNullType(type)) return madeUp(type.ofType, institution, text);
  if (isListType(type)) return [madeUp(type.ofType, institution, text)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const needed = type.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return Object.fromEntries(needed.map((field) => [field.name, madeUp(field.type, institution, text)]));
  }
  if (type.name === 'String') return text;
  if (type.name === 'ID') return `${institution}:vacancy:nowhere`;
  if (type.name in VALUES) return VALUES[type.name];
  throw new Error(`This test knows no value of the type ${type.name}: add one.`);
}
