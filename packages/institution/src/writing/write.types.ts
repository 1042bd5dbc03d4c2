import { Instant, Refused, VersionConflict } from '@mandate-graph/runtime';
import { createUnionType, Directive, Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Body } from '../organisation/body.type.ts';
import { Position } from '../organisation/position.type.ts';
import { OrganisationalUnit } from '../organisation/unit.type.ts';
import { Vacancy } from '../vacancy/vacancy.type.ts';

@Directive('@shareable')
@ObjectType({ description: 'A subject at the version a mutation brought it to.' })
export class RecordedSubject {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int)
  readonly version!: number;
}

/** What every payload says; `subjects` for the mutations that change more than one. */
@InterfaceType({ description: 'What was recorded. The same request with the same key is answered so again.' })
export abstract class Recorded {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int)
  readonly version!: number;
  @Field(() => Instant, { description: 'With it as `knownAt`, this version is read again.' })
  readonly recordedAt!: string;
  @Field(() => [RecordedSubject], { description: 'Everything that was changed along, the subject itself included.' })
  readonly subjects!: readonly RecordedSubject[];
}

@Directive('@shareable')
@ObjectType({ implements: Recorded })
export class VacancyRecorded extends Recorded {
  @Field(() => Vacancy, { nullable: true, description: 'As it was recorded; null when nothing of it holds.' })
  readonly vacancy!: Vacancy | null;
}

@Directive('@shareable')
@ObjectType({ implements: Recorded })
export class UnitRecorded extends Recorded {
  @Field(() => OrganisationalUnit, { nullable: true, description: 'As it was recorded; null when it no longer holds.' })
  readonly unit!: OrganisationalUnit | null;
}

@Directive('@shareable')
@ObjectType({ implements: Recorded })
export class PositionRecorded extends Recorded {
  @Field(() => Position, { nullable: true, description: 'As it was recorded; null when it no longer holds.' })
  readonly position!: Position | null;
}

@Directive('@shareable')
@ObjectType({ implements: Recorded })
export class BodyRecorded extends Recorded {
  @Field(() => Body, { nullable: true, description: 'As it was recorded; null when it no longer holds.' })
  readonly body!: Body | null;
}

@Directive('@shareable')
@ObjectType({ implements: Recorded, description: 'A holder, line, budget or headcount that was recorded.' })
export class FactRecorded extends Recorded {}

const union = <T extends new () => Recorded>(name: string, payload: T) =>
  createUnionType({
    name,
    types: () => [payload, Refused, VersionConflict] as const,
    resolveType: (value) => ('problems' in value ? Refused : 'givenVersion' in value ? VersionConflict : payload),
  });

export const VacancyResult = union('VacancyResult', VacancyRecorded);
export const UnitResult = union('UnitResult', UnitRecorded);
export const PositionResult = union('PositionResult', PositionRecorded);
export const BodyResult = union('BodyResult', BodyRecorded);
export const FactResult = union('FactResult', FactRecorded);
