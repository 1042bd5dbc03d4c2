import { type InstitutionEntry, type TypedKind, typeNameOf } from '@mandate-graph/domain';
import type { ReferenceResolvers } from '@mandate-graph/runtime';
import { Directive, ObjectType } from 'type-graphql';
import type { InstitutionRegistry } from '../institution/institution.registry.ts';
import { Body, OrganisationalUnit, Position, Vacancy } from './subject.type.ts';

const INTERFACES = { vacancy: Vacancy, unit: OrganisationalUnit, position: Position, body: Body } as const;
const NAMES = { vacancy: 'Vacancy', unit: 'OrganisationalUnit', position: 'Position', body: 'Body' } as const;
const KINDS = Object.keys(INTERFACES) as TypedKind[];

/** The object types of an institution, with their key and nothing else. */
export const stubTypes = (entry: InstitutionEntry): readonly Function[] => KINDS.map((kind) => stubType(entry, kind));

function stubType(entry: InstitutionEntry, kind: TypedKind): Function {
  const Interface = INTERFACES[kind];
  @Directive('@key(fields: "id")')
  @ObjectType(typeNameOf(entry, kind), { implements: Interface })
  class Stub extends Interface {}
  return Stub;
}

/** A reference to an interface is told its type from its id, without a read; one to a type is what it says it is. */
export function stubReferences(registry: InstitutionRegistry): ReferenceResolvers {
  const references: Record<string, ReferenceResolvers[string]> = {};
  for (const kind of KINDS) {
    references[NAMES[kind]] = (reference) => registry.stub(kind, reference.id);
    for (const entry of registry.entries) references[typeNameOf(entry, kind)] = (reference) => reference;
  }
  return references;
}
