import { type InstitutionEntry, typeNameOf } from '@mandate-graph/domain';
import { Directive, ObjectType } from 'type-graphql';
import { Body } from './organisation/body.type.ts';
import { Party } from './organisation/party.type.ts';
import { Position } from './organisation/position.type.ts';
import { OrganisationalUnit } from './organisation/unit.type.ts';
import { Vacancy } from './vacancy/vacancy.type.ts';

/** The object types of one institution: they add nothing but their name, by which the graph finds their owner. */
export function institutionTypes(entry: InstitutionEntry): readonly Function[] {
  const { code } = entry;

  @Directive('@key(fields: "id")')
  @ObjectType(typeNameOf(entry, 'vacancy'), { implements: Vacancy, description: `A vacancy of ${code}.` })
  class InstitutionVacancy extends Vacancy {}

  @Directive('@key(fields: "id")')
  @ObjectType(typeNameOf(entry, 'unit'), { implements: [OrganisationalUnit, Party], description: `A unit of ${code}.` })
  class InstitutionUnit extends OrganisationalUnit {}

  @Directive('@key(fields: "id")')
  @ObjectType(typeNameOf(entry, 'position'), { implements: [Position, Party], description: `A post of ${code}.` })
  class InstitutionPosition extends Position {}

  @Directive('@key(fields: "id")')
  @ObjectType(typeNameOf(entry, 'body'), { implements: [Body, Party], description: `A body of ${code}.` })
  class InstitutionBody extends Body {}

  return [InstitutionVacancy, InstitutionUnit, InstitutionPosition, InstitutionBody];
}
