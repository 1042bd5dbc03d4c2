import type { InstitutionEntry } from '@mandate-graph/domain';
import { rootFieldOf } from '@mandate-graph/domain';
import { buildSchema, getNamedType } from 'graphql';
import { registry } from '../../support/graph.ts';

export const GOB: InstitutionEntry = registry().find(({ code }) => code === 'gob-connectit')!;
export const unitId = (local: string): string => `${GOB.code}:unit:${local}`;
export const id = (kind: string, local: string): string => `${GOB.code}:${kind}:${local}`;

const PAYLOADS = {
  UnitRecorded: 'unit { id name { nl } parent { id } validity { version } }',
  PositionRecorded: 'position { id title { nl } validity { version } }',
  BodyRecorded: 'body { id name { nl } validity { version } }',
  FactRecorded: '',
} as const;
type Payload = keyof typeof PAYLOADS;

/** By the name of a mutation without its prefix, the names of its input and its payload. */
export type Mutations = Readonly<Record<string, { readonly input: string; readonly payload: Payload }>>;

/** The mutations of an organisation as the schema has them: all of an institution's that are not about vacancies. */
export function mutationsIn(sdl: string): Mutations {
  const prefix = rootFieldOf(GOB, '');
  const fields = Object.values(buildSchema(sdl).getMutationType()!.getFields());
  const own = fields.filter(({ name, type }) => name.startsWith(prefix) && getNamedType(type).name !== 'VacancyResult');
  return Object.fromEntries(
    own.map(({ name, args, type }) => [
      name.slice(prefix.length),
      {
        input: getNamedType(args[0]!.type).name,
        payload: getNamedType(type).name.replace('Result', 'Recorded') as Payload,
      },
    ]),
  );
}

/** A mutation with all that it may answer. */
export const mutationOf = (
  name: string,
  { input, payload }: Mutations[string],
): string => `mutation($input: ${input}!) {
  result: ${rootFieldOf(GOB, name)}(input: $input) {
    __typename
    ... on ${payload} { id version recordedAt subjects { id version } ${PAYLOADS[payload]} }
    ... on Refused { problems { path code value rule } }
    ... on VersionConflict { id givenVersion currentVersion }
  }
}`;

export const named = (nl: string) => ({ nl, fr: nl });
export const unitInput = (nl: string, parent: string) => ({
  kind: 'DIRECTORATE',
  name: named(nl),
  parent: unitId(parent),
});
