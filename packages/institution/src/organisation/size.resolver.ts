import { addressed, type BudgetState, type HeadcountState, type Reading } from '@mandate-graph/domain';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type InstitutionContext, validityOf } from '../institution.context.ts';
import { Provenance, provenanceOf } from '../provenance/provenance.type.ts';
import type { Row } from '../subject/subject.reads.ts';
import { refer } from '../subject/subject.views.ts';
import { Position } from './position.type.ts';
import { Budget, Headcount } from './size.type.ts';
import { OrganisationalUnit } from './unit.type.ts';

type Sized<S> = S & { readonly id: string; readonly reading: Reading };

/** A budget or a headcount as its GraphQL object. */
export const sized = <K extends 'budget' | 'headcount'>(row: Row<K>, reading: Reading) => ({
  ...row.state,
  id: addressed(row.id, reading),
  reading,
  validity: validityOf(row),
});

@Resolver(() => Budget)
export class BudgetFields {
  @FieldResolver(() => OrganisationalUnit, { nullable: true })
  unit(@Root() budget: Sized<BudgetState>, @Ctx() context: InstitutionContext) {
    return refer(context, 'unit', budget.unit, budget.reading);
  }

  @FieldResolver(() => Position, { nullable: true, description: 'The post whose holder manages it.' })
  position(@Root() budget: Sized<BudgetState>, @Ctx() context: InstitutionContext) {
    return refer(context, 'position', budget.position, budget.reading);
  }

  @FieldResolver(() => [Provenance], { nullable: true })
  provenance(@Root() budget: Sized<BudgetState>, @Arg('paths', () => [String], { nullable: true }) paths?: string[]) {
    return provenanceOf(budget, [], paths);
  }
}

@Resolver(() => Headcount)
export class HeadcountFields {
  @FieldResolver(() => OrganisationalUnit, { nullable: true, description: 'Null: one undivided figure for all units.' })
  unit(@Root() headcount: Sized<HeadcountState>, @Ctx() context: InstitutionContext) {
    return refer(context, 'unit', headcount.unit, headcount.reading);
  }

  @FieldResolver(() => Position, { nullable: true, description: 'The post it is counted under.' })
  position(@Root() headcount: Sized<HeadcountState>, @Ctx() context: InstitutionContext) {
    return refer(context, 'position', headcount.position, headcount.reading);
  }

  @FieldResolver(() => [Provenance], { nullable: true })
  provenance(
    @Root() headcount: Sized<HeadcountState>,
    @Arg('paths', () => [String], { nullable: true }) paths?: string[],
  ) {
    return provenanceOf(headcount, [], paths);
  }
}
