import type { LineState } from '@mandate-graph/domain';
import { LocalizedText } from '@mandate-graph/runtime';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Validity } from '../graph/validity.type.ts';
import { LineKind, LineOperator } from './organisation.enums.ts';

@Directive('@shareable')
@ObjectType({ description: 'The circumstances under which a line holds.' })
export class LineCondition {
  @Field(() => LineOperator)
  readonly operator!: 'ALL_OF' | 'ANY_OF';
  @Field(() => [LocalizedText])
  readonly circumstances!: readonly LocalizedText[];
}

@Directive('@shareable')
@ObjectType({ description: 'Lines with the same key belong together: and/or.' })
export class LineGroup {
  @Field(() => String)
  readonly key!: string;
  @Field(() => LineOperator)
  readonly operator!: 'INCLUSIVE_OR';
}

@Directive('@shareable')
@ObjectType({ description: 'A typed relationship between two parties, read from its start to its end.' })
export class RelationshipLine {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => LineKind)
  readonly kind!: LineState['kind'];
  @Field(() => LocalizedText)
  readonly label!: LocalizedText;
  @Field(() => [LocalizedText])
  readonly topics!: readonly LocalizedText[];
  @Field(() => LocalizedText, { nullable: true, description: 'The matter the whole line is about.' })
  readonly matter!: LocalizedText | null;
  @Field(() => LineCondition, { nullable: true })
  readonly condition!: LineCondition | null;
  @Field(() => LineGroup, { nullable: true })
  readonly group!: LineGroup | null;
  @Field(() => Validity)
  readonly validity!: Validity;
}
