import type { BudgetState, HeadcountState } from '@mandate-graph/domain';
import { Decimal, LocalDate } from '@mandate-graph/runtime';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DerivedMoney, DerivedNumber, Money } from '../graph/money.type.ts';
import { Validity } from '../graph/validity.type.ts';
import { BudgetKind, HeadcountKind, HeadcountUnit } from './organisation.enums.ts';

@Directive('@shareable')
@ObjectType({ description: 'A budget as stated: the amount of one kind for one unit. Not what was executed.' })
export class Budget {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => BudgetKind)
  readonly kind!: BudgetState['kind'];
  @Field(() => Money)
  readonly amount!: Money;
  @Field(() => Int, { nullable: true, description: 'Null when no year is stated.' })
  readonly fiscalYear!: number | null;
  @Field(() => Validity)
  readonly validity!: Validity;
}

@Directive('@shareable')
@ObjectType({ description: 'A number of people. Without a unit it is one undivided figure for all units of the post.' })
export class Headcount {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => HeadcountKind)
  readonly kind!: HeadcountState['kind'];
  @Field(() => HeadcountUnit)
  readonly unitOfMeasure!: HeadcountState['unitOfMeasure'];
  @Field(() => Decimal)
  readonly value!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Null when no day is stated.' })
  readonly referenceDate!: string | null;
  @Field(() => Validity)
  readonly validity!: Validity;
}

@Directive('@shareable')
@ObjectType({
  description: 'Totals over all units a post belongs to. No notice prints them; null where a part is missing.',
})
export class PositionSize {
  @Field(() => DerivedMoney, { nullable: true })
  readonly operatingBudget!: DerivedMoney | null;
  @Field(() => DerivedMoney, { nullable: true })
  readonly managedBudget!: DerivedMoney | null;
  @Field(() => DerivedNumber, { nullable: true, description: 'Persons.' })
  readonly headcount!: DerivedNumber | null;
  @Field(() => DerivedNumber, { nullable: true, description: 'Managed budget over operating budget, in percent.' })
  readonly managedShare!: DerivedNumber | null;
}
