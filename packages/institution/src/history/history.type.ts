import { CHANGE_KINDS, type ChangeKind as Kind } from '@mandate-graph/domain';
import { graphEnum, Instant, Json, LocalDate } from '@mandate-graph/runtime';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';

export const ChangeKind = graphEnum(
  'ChangeKind',
  CHANGE_KINDS,
  'What a change does to a subject. FOLLOWED goes along with the change of another subject.',
);

@Directive('@shareable')
@ObjectType({ description: 'One value that differs.' })
export class ValueChange {
  @Field(() => String, {
    description:
      'Path of the value, such as `pay.payScale` or `announcedSteps[1].name.nl`; empty where all of the subject came or went.',
  })
  readonly path!: string;
  @Field(() => Json, { nullable: true })
  readonly before!: unknown;
  @Field(() => Json, { nullable: true })
  readonly after!: unknown;
}

@Directive('@shareable')
@ObjectType({ description: 'What is different on a stretch of valid time.' })
export class HistoryDifference {
  @Field(() => LocalDate, { nullable: true, description: 'First day; null: since ever.' })
  readonly validFrom!: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Day after the last; null: until further notice.' })
  readonly validTo!: string | null;
  @Field(() => [ValueChange])
  readonly changes!: readonly ValueChange[];
}

@Directive('@shareable')
@ObjectType({ description: 'A version of a subject: what was changed, when, and why.' })
export class HistoryEntry {
  @Field(() => Int, { description: 'From 1; grows by one with each change.' })
  readonly version!: number;
  @Field(() => Instant, { description: 'As `knownAt` it reads the subject as this version left it.' })
  readonly recordedAt!: string;
  @Field(() => ChangeKind)
  readonly change!: Kind;
  @Field(() => String, { nullable: true })
  readonly reason!: string | null;
}

@ArgsType()
export class HistoryArgs {
  @Field(() => [ChangeKind], { nullable: true, description: 'Only changes of these kinds.' })
  readonly kinds!: readonly Kind[] | null;
  @Field(() => Int, { defaultValue: 20, description: 'How many versions at most, from 1 to 100.' })
  readonly first!: number;
  @Field(() => Int, { nullable: true, description: 'Only versions before this one, to read on.' })
  readonly before!: number | null;
}
