import type { Money as DomainMoney } from '@mandate-graph/domain';
import { Decimal } from '@mandate-graph/runtime';
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@shareable')
@ObjectType({ description: 'An amount of money, exact.' })
export class Money implements DomainMoney {
  @Field(() => Decimal)
  readonly amount!: string;
  @Field(() => String, { description: 'ISO 4217.' })
  readonly currency!: 'EUR';
}

@Directive('@shareable')
@ObjectType({ description: 'A value no notice prints, with the rule that computes it and what it starts from.' })
export class DerivedMoney {
  @Field(() => Decimal)
  readonly amount!: string;
  @Field(() => String, { description: 'ISO 4217.' })
  readonly currency!: 'EUR';
  @Field(() => String)
  readonly rule!: string;
  @Field(() => [String], { description: 'Ids of the budgets and headcounts it is computed from.' })
  readonly inputs!: readonly string[];
}

@Directive('@shareable')
@ObjectType({ description: 'A number no notice prints, with the rule that computes it and what it starts from.' })
export class DerivedNumber {
  @Field(() => Decimal)
  readonly value!: string;
  @Field(() => String)
  readonly rule!: string;
  @Field(() => [String], { description: 'Ids of the budgets and headcounts it is computed from.' })
  readonly inputs!: readonly string[];
}
