import {
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { readRoot } from '../../support/graph.ts';
import { type Answer, SCHEMA } from '../a-selection-takes-another-turn/acts.ts';
import { type Row, readMatrix } from '../everyone-sees-exactly-what-is-theirs/matrix.ts';

/** Everything of the selection that is not for everyone, by `Type.field`, as the printed matrix says it. */
export const ROWS: ReadonlyMap<string, Row> = new Map(
  readMatrix(readRoot('docs/access-matrix.md'))
    .filter(({ section }) => section === 'Selection')
    .map((row) => [`${row.type}.${row.field}`, row]),
);

/** A field on the way to others, with what it must be given. */
interface Way {
  readonly type: string;
  readonly field: string;
}

/** A type, and how it is reached from where the walk began. */
interface Place {
  readonly type: GraphQLObjectType;
  readonly ways: readonly Way[];
}

/** They lead back to where the walk has been. */
const BACK = ['procedure', 'vacancy', 'progress'];
const ARGUMENTS: Readonly<Record<string, string>> = { candidacies: '(first: 100)', trail: '(first: 100)' };
/** Types with something in them that is not for everyone. */
const GUARDED = new Set([...ROWS.values()].map(({ type }) => type));

/** Every guarded type that can be reached from one, each by its shortest way. */
function placesFrom(start: string): readonly Place[] {
  const places: Place[] = [{ type: SCHEMA.getType(start) as GraphQLObjectType, ways: [] }];
  for (const { type, ways } of places) {
    for (const field of Object.values(type.getFields())) {
      const to = getNamedType(field.type);
      if (!isObjectType(to) || BACK.includes(field.name) || field.args.some(isRequiredArgument)) continue;
      const isNew = !places.some((place) => place.type === to);
      if (isNew && (GUARDED.has(to.name) || ROWS.has(`${type.name}.${field.name}`)) && to.name !== 'Application') {
        places.push({ type: to, ways: [...ways, { type: type.name, field: field.name }] });
      }
    }
  }
  return places;
}

/** All guarded fields of a place, asked for by the way that leads there. */
function selectionOf({ type, ways }: Place): string {
  const fields = Object.values(type.getFields())
    .filter(({ name }) => ROWS.has(`${type.name}.${name}`))
    .map(
      ({ name, type: of }) =>
        `${name}${ARGUMENTS[name] ?? ''}${isCompositeType(getNamedType(of)) ? ' { __typename }' : ''}`,
    );
  return ways.reduceRight(
    (inner, { field }) => `${field}${ARGUMENTS[field] ?? ''} { ${inner} }`,
    ['__typename', ...fields].join(' '),
  );
}

/** Every object at the end of a way, in an answer. */
function objectsAt(answer: unknown, ways: readonly Way[]): readonly Record<string, unknown>[] {
  const steps = ways.map(({ field }) => field);
  return steps.reduce<readonly Record<string, unknown>[]>(
    (found, field) =>
      found.flatMap((one) => [one[field]].flat(3).filter((next) => next != null)) as Record<string, unknown>[],
    answer == null ? [] : [answer as Record<string, unknown>],
  );
}

/** Where a walk begins: what is asked there, and where in its answer the first object stands. */
export interface Start {
  readonly type: string;
  readonly declared: string;
  readonly field: (selection: string) => string;
  readonly of: (answer: Answer['data']) => unknown;
}

export const FROM_PROCEDURE: Start = {
  ...{ type: 'SelectionProcedure', declared: 'query ($id: ID!)' },
  field: (selection) => `selectionProcedure(id: $id) { ${selection} }`,
  of: (answer) => answer,
};
/** Of candidates, as they see their own. */
export const FROM_PROGRESS: Start = {
  ...{ type: 'Candidacy', declared: 'query' },
  field: (selection) => `me { applications { progress { ${selection} } } }`,
  of: (answer) => answer?.applications.find(({ progress }: { progress: unknown }) => progress !== null)?.progress,
};

/** As many of the same name as a request may ask for. */
export const AT_ONCE = 8;
export const inParts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

/** The guarded fields, as `Type.field`, in which whoever asks sees something. */
export async function seenFrom(start: Start, ask: (query: string) => Promise<Answer>): Promise<readonly string[]> {
  const seen = await Promise.all(
    inParts(placesFrom(start.type)).map(async (places) => {
      const fields = places.map((place, at) => `at${at}: ${start.field(selectionOf(place))}`);
      const { data } = await ask(`${start.declared} { ${fields.join(' ')} }`);
      return places.flatMap((place, at) => seenIn(place, start.of(data?.[`at${at}`])));
    }),
  );
  return seen.flat().filter((name) => ROWS.has(name));
}

function seenIn({ type, ways }: Place, first: unknown): readonly string[] {
  const objects = objectsAt(first, ways);
  const fields = Object.keys(type.getFields()).filter((field) => objects.some((one) => isSeen(one[field])));
  return fields.map((field) => `${type.name}.${field}`);
}

const isSeen = (value: unknown): boolean => value != null && !(Array.isArray(value) && value.length === 0);

const fieldOf = (name: string) => {
  const [type, field] = name.split('.') as [string, string];
  return { type: SCHEMA.getType(type) as GraphQLObjectType, field };
};

/** Whether a refusal of the field would be one of the whole object. */
export function isNeverNull(name: string): boolean {
  const { type, field } = fieldOf(name);
  return isNonNullType(type.getFields()[field]!.type);
}

/** Whether somebody may see another field of the same type and not this one. */
export function isRuledApart(name: string): boolean {
  const { type } = fieldOf(name);
  const mine = lets(name);
  return Object.keys(type.getFields()).some((other) => {
    const theirs = lets(`${type.name}.${other}`);
    return [...theirs].some((column) => !mine.has(column));
  });
}

/** Columns of the matrix with something in them; what stands in no row is for everyone. */
const lets = (name: string): ReadonlySet<string> => {
  const { cells } = ROWS.get(name) ?? [...ROWS.values()][0]!;
  const columns = [...cells.keys()].filter((column) => column !== 'field' && column !== 'rule');
  return new Set(ROWS.has(name) ? columns.filter((column) => cells.get(column) !== '–') : columns);
};
