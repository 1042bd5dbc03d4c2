import type { BudgetState, HeadcountState } from '@mandate-graph/domain';
import { Decimal, LocalDate } from '@mandate-graph/runtime';
import { Field, ID, InputType, Int } from 'type-graphql';
import { BudgetKind, HeadcountKind, HeadcountUnit } from '../../organisation/organisation.enums.ts';
import { MoneyInput } from '../parts.input.ts';
import { ChangeInput, CreationInput } from './change.input.ts';
import type { Facts, Mirrors } from './facts.rules.ts';

const OTHER = 'What is left out stays as it is; null takes a value away. A figure of another kind is another figure.';

@InputType({ description: 'A budget as stated: the amount of one kind for one unit.' })
export class BudgetInput implements Mirrors<Facts<BudgetState>> {
  @Field(() => BudgetKind)
  readonly kind!: BudgetState['kind'];
  @Field(() => ID)
  readonly unit!: string;
  @Field(() => ID, { nullable: true, description: 'The post whose holder manages it, for MANAGED_BY_HOLDER.' })
  readonly position!: string | null | undefined;
  @Field(() => MoneyInput)
  readonly amount!: MoneyInput;
  @Field(() => Int, { nullable: true })
  readonly fiscalYear!: number | null | undefined;
}

@InputType({ description: OTHER })
export class BudgetChanges implements Mirrors<Omit<Facts<BudgetState>, 'kind' | 'unit'>> {
  @Field(() => ID, { nullable: true })
  readonly position!: string | null | undefined;
  @Field(() => MoneyInput, { nullable: true })
  readonly amount!: MoneyInput | null | undefined;
  @Field(() => Int, { nullable: true })
  readonly fiscalYear!: number | null | undefined;
}

@InputType()
export class RecordBudgetInput extends CreationInput {
  @Field(() => BudgetInput)
  readonly budget!: BudgetInput;
}

@InputType()
export class AmendBudgetInput extends ChangeInput {
  @Field(() => BudgetChanges)
  readonly changes!: BudgetChanges;
}

@InputType({ description: 'A number of people, of a unit, of a post, or of a unit under a post.' })
export class HeadcountInput implements Mirrors<Facts<HeadcountState>> {
  @Field(() => HeadcountKind)
  readonly kind!: HeadcountState['kind'];
  @Field(() => HeadcountUnit)
  readonly unitOfMeasure!: HeadcountState['unitOfMeasure'];
  @Field(() => Decimal)
  readonly value!: string;
  @Field(() => ID, { nullable: true, description: 'Left out for one undivided figure for all units of the post.' })
  readonly unit!: string | null | undefined;
  @Field(() => ID, { nullable: true, description: 'The post it is counted under, for DIRECT_AUTHORITY.' })
  readonly position!: string | null | undefined;
  @Field(() => LocalDate, { nullable: true })
  readonly referenceDate!: string | null | undefined;
}

type Of = 'kind' | 'unitOfMeasure' | 'unit';

@InputType({ description: OTHER })
export class HeadcountChanges implements Mirrors<Omit<Facts<HeadcountState>, Of>> {
  @Field(() => Decimal, { nullable: true })
  readonly value!: string | null | undefined;
  @Field(() => ID, { nullable: true })
  readonly position!: string | null | undefined;
  @Field(() => LocalDate, { nullable: true })
  readonly referenceDate!: string | null | undefined;
}

@InputType()
export class RecordHeadcountInput extends CreationInput {
  @Field(() => HeadcountInput)
  readonly headcount!: HeadcountInput;
}

@InputType()
export class AmendHeadcountInput extends ChangeInput {
  @Field(() => HeadcountChanges)
  readonly changes!: HeadcountChanges;
}
