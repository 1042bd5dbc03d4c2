import { isLocalDate } from '@mandate-graph/domain';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { Temporal } from 'temporal-polyfill';

/** A scalar whose values are strings of one form, on the wire and in the code alike. */
function stringScalar(
  name: string,
  description: string,
  isValid: (text: string) => boolean,
): GraphQLScalarType<string, string> {
  const check = (value: unknown, node?: ValueNode): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    const got = JSON.stringify(value)?.slice(0, 100);
    throw new GraphQLError(`${name} must be ${description} But got: ${got}.`, {
      ...(node && { nodes: node }),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  };
  return new GraphQLScalarType({
    name,
    description: description.charAt(0).toUpperCase() + description.slice(1),
    // What is served was checked when it was written: a value that does not fit is a fault of ours, not of the client.
    serialize: (value) => {
      if (typeof value === 'string' && isValid(value)) return value;
      throw new TypeError(`A stored value is no ${name}.`);
    },
    parseValue: (value) => check(value),
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : 'value' in node ? node.value : null, node),
  });
}

const parses = (parse: (text: string) => unknown) => (text: string) => {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
};

export const LocalDate = stringScalar(
  'LocalDate',
  'a day of the calendar, written yyyy-mm-dd, in Europe/Brussels.',
  isLocalDate,
);

export const Instant = stringScalar(
  'Instant',
  'an instant in UTC, in ISO 8601: 2025-09-12T22:00:00Z.',
  parses((text) => Temporal.Instant.from(text)),
);

export const Decimal = stringScalar(
  'Decimal',
  'a decimal number as a string, such as "185457.89"; never a float.',
  (text) => /^-?\d{1,18}(\.\d{1,6})?$/.test(text),
);

export const CalendarDuration = stringScalar(
  'CalendarDuration',
  'a duration in ISO 8601, such as P6Y, P2M or PT1H; years and months are calendar years and months.',
  parses((text) => Temporal.Duration.from(text)),
);

/** Output only: values of any shape, where what is told of has no one type. */
export const Json = new GraphQLScalarType({
  name: 'Json',
  description: 'Any JSON value: text, number, truth, null, list or object. Only in answers.',
  serialize: (value) => value,
  parseValue: refuseJson,
  parseLiteral: refuseJson,
});

function refuseJson(): never {
  throw new GraphQLError('Json stands only in answers, never in input.', { extensions: { code: 'BAD_USER_INPUT' } });
}
