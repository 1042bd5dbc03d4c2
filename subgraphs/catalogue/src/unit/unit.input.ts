import type { UnitKind as Kind } from '@mandate-graph/domain';
import { LocalDate, UnitKind } from '@mandate-graph/runtime';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../page/page.args.ts';

@InputType({ description: 'Which units: those that meet every condition given. In a list, any value will do.' })
export class UnitFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words, or beginnings of words, of names, aliases and tasks; as in VacancyFilter.',
  })
  readonly text?: string | null;
  @Field(() => [String], { nullable: true, description: 'Codes of institutions.' })
  readonly institution?: readonly string[] | null;
  @Field(() => [UnitKind], { nullable: true })
  readonly kind?: readonly Kind[] | null;
  @Field(() => ID, { nullable: true, description: 'Directly below this unit.' })
  readonly parent?: string | null;
  @Field(() => ID, { nullable: true, description: 'This unit and everything below it.' })
  readonly subtreeOf?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: part of no other unit. False: part of one.' })
  readonly root?: boolean | null;
}

@ArgsType()
export class UnitsArgs extends PageArgs {
  @Field(() => UnitFilter, { nullable: true })
  readonly filter?: UnitFilter | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day to read on; today by default. Its units are of that day.',
  })
  readonly asOf?: string | null;
}
