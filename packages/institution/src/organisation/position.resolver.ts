import { Institution } from '@mandate-graph/runtime';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type InstitutionContext, momentOf, type View, validityOf } from '../institution.context.ts';
import { Provenance, provenanceOf } from '../provenance/provenance.type.ts';
import { referAll, related } from '../subject/subject.views.ts';
import { Vacancy } from '../vacancy/vacancy.type.ts';
import { LineArgs } from './line.arguments.ts';
import { linesOf } from './line.resolver.ts';
import { RelationshipLine } from './line.type.ts';
import { Position, PostHolder } from './position.type.ts';
import { sized } from './size.resolver.ts';
import { type Derived, managedShare, totalBudget, totalHeadcount } from './size.rules.ts';
import { Budget, Headcount, PositionSize } from './size.type.ts';
import { OrganisationalUnit } from './unit.type.ts';

const DERIVED = [
  { path: 'size.operatingBudget', rule: 'SUM_OVER_UNITS', inputs: ['units.budgets'] },
  { path: 'size.managedBudget', rule: 'SUM_OVER_UNITS', inputs: ['units.budgets'] },
  { path: 'size.headcount', rule: 'SUM_OVER_UNITS', inputs: ['units.headcounts'] },
  { path: 'size.managedShare', rule: 'MANAGED_OVER_OPERATING', inputs: ['size.managedBudget', 'size.operatingBudget'] },
];

const euros = (derived: Derived | null) =>
  derived === null ? null : { ...derived, amount: derived.value, currency: 'EUR' as const };

@Resolver(() => Position)
export class PositionFields {
  @FieldResolver(() => Institution)
  institution(@Ctx() context: InstitutionContext) {
    return context.entry;
  }

  @FieldResolver(() => [OrganisationalUnit])
  units(@Root() position: View<'position'>, @Ctx() context: InstitutionContext) {
    return referAll(context, 'unit', position.units, position.reading);
  }

  @FieldResolver(() => PostHolder, { nullable: true, description: 'Null when nothing is recorded on this day.' })
  async holder(@Root() position: View<'position'>, @Ctx() context: InstitutionContext) {
    const row = await context.loaders.one('holderOfPosition', momentOf(context, position.subjectId, position.reading));
    return row === null ? null : { ...row.state, validity: validityOf(row) };
  }

  @FieldResolver(() => [Vacancy])
  vacancies(@Root() position: View<'position'>, @Ctx() context: InstitutionContext) {
    return related(context, 'vacancy', 'vacanciesOfPosition', position);
  }

  @FieldResolver(() => [Budget], { description: 'The budgets its holder manages.' })
  async budgets(@Root() position: View<'position'>, @Ctx() context: InstitutionContext) {
    const rows = await context.loaders.related(
      'budgetsOfPosition',
      momentOf(context, position.subjectId, position.reading),
    );
    return rows.map((row) => sized(row, position.reading));
  }

  @FieldResolver(() => [Headcount], { description: 'The people counted under it.' })
  async headcounts(@Root() position: View<'position'>, @Ctx() context: InstitutionContext) {
    const rows = await context.loaders.related(
      'headcountsOfPosition',
      momentOf(context, position.subjectId, position.reading),
    );
    return rows.map((row) => sized(row, position.reading));
  }

  @FieldResolver(() => PositionSize, {
    description: 'Totals over the units the post belongs to; no notice prints them.',
  })
  async size(@Root() position: View<'position'>, @Ctx() context: InstitutionContext): Promise<PositionSize> {
    const of = <R extends 'budgetsOfUnit' | 'headcountsOfUnit'>(relation: R) =>
      Promise.all(
        position.units.map((id) => context.loaders.related(relation, momentOf(context, id, position.reading))),
      );
    const [budgetRows, headcountRows] = await Promise.all([of('budgetsOfUnit'), of('headcountsOfUnit')]);
    const budgets = budgetRows.flat().map((row) => ({ ...row.state, id: row.id }));
    const headcounts = headcountRows.flat().map((row) => ({ ...row.state, id: row.id }));
    const operating = totalBudget(budgets, 'OPERATING', position.units);
    const managed = totalBudget(budgets, 'MANAGED_BY_HOLDER', position.units);
    return {
      operatingBudget: euros(operating),
      managedBudget: euros(managed),
      headcount: totalHeadcount(headcounts, position.units),
      managedShare: managedShare(managed, operating),
    };
  }

  @FieldResolver(() => [RelationshipLine], { description: 'Relationship lines of this post.' })
  lines(@Root() position: View<'position'>, @Ctx() context: InstitutionContext, @Args(() => LineArgs) args: LineArgs) {
    return linesOf(context, position, args);
  }

  @FieldResolver(() => [Provenance], {
    nullable: true,
    description: 'Where each value comes from; without paths, of all recorded.',
  })
  provenance(@Root() position: View<'position'>, @Arg('paths', () => [String], { nullable: true }) paths?: string[]) {
    return provenanceOf(position, DERIVED, paths);
  }
}
