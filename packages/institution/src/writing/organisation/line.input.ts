import type { LineKind as LineKindValue, LineState } from '@mandate-graph/domain';
import { Field, ID, InputType } from 'type-graphql';
import { LineKind, LineOperator } from '../../organisation/organisation.enums.ts';
import { LocalizedTextInput } from '../parts.input.ts';
import { ChangeInput, CreationInput } from './change.input.ts';
import type { Facts, Mirrors } from './facts.rules.ts';

@InputType()
export class LineConditionInput implements Mirrors<NonNullable<LineState['condition']>> {
  @Field(() => LineOperator, { description: 'ALL_OF or ANY_OF.' })
  readonly operator!: keyof typeof LineOperator;
  @Field(() => [LocalizedTextInput], { description: 'At least one.' })
  readonly circumstances!: readonly LocalizedTextInput[];
}

@InputType({ description: 'Lines with the same key belong together: and/or.' })
export class LineGroupInput implements Mirrors<Omit<NonNullable<LineState['group']>, 'operator'>> {
  @Field(() => String)
  readonly key!: string;
}

type Ends = 'kind' | 'from' | 'to';

@InputType()
abstract class LineFacts implements Mirrors<Omit<Facts<LineState>, Ends | 'label'>> {
  @Field(() => [LocalizedTextInput], { nullable: true })
  readonly topics!: readonly LocalizedTextInput[] | null | undefined;
  @Field(() => LocalizedTextInput, { nullable: true })
  readonly matter!: LocalizedTextInput | null | undefined;
  @Field(() => LineConditionInput, { nullable: true })
  readonly condition!: LineConditionInput | null | undefined;
  @Field(() => LineGroupInput, { nullable: true })
  readonly group!: LineGroupInput | null | undefined;
  @Field(() => [ID], { nullable: true, description: 'Whom a REPRESENTS line stands for.' })
  readonly onBehalfOf!: readonly string[] | null | undefined;
  @Field(() => ID, { nullable: true, description: 'The party it runs through.' })
  readonly via!: string | null | undefined;
  @Field(() => [ID], { nullable: true })
  readonly inConsultationWith!: readonly string[] | null | undefined;
}

@InputType({ description: 'All that is said of a new line between two units, posts or bodies.' })
export class LineInput extends LineFacts implements Mirrors<Facts<LineState>> {
  @Field(() => LineKind)
  readonly kind!: LineKindValue;
  @Field(() => ID)
  readonly from!: string;
  @Field(() => ID)
  readonly to!: string;
  @Field(() => LocalizedTextInput)
  readonly label!: LocalizedTextInput;
}

@InputType({
  description:
    'What is left out stays as it is; null takes a value away. A line of another kind or between others is another line.',
})
export class LineChanges extends LineFacts implements Mirrors<Omit<Facts<LineState>, Ends>> {
  @Field(() => LocalizedTextInput, { nullable: true })
  readonly label!: LocalizedTextInput | null | undefined;
}

@InputType()
export class CreateLineInput extends CreationInput {
  @Field(() => LineInput)
  readonly line!: LineInput;
}

@InputType()
export class AmendLineInput extends ChangeInput {
  @Field(() => LineChanges)
  readonly changes!: LineChanges;
}
