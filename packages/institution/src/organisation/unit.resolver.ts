import { Institution, LocalDate } from '@mandate-graph/runtime';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DerivedMoney } from '../graph/money.type.ts';
import { type InstitutionContext, momentOf, onDay, type View, view } from '../institution.context.ts';
import { Provenance, provenanceOf } from '../provenance/provenance.type.ts';
import { refer, related } from '../subject/subject.views.ts';
import { Vacancy } from '../vacancy/vacancy.type.ts';
import { Body } from './body.type.ts';
import { LineArgs } from './line.arguments.ts';
import { linesOf } from './line.resolver.ts';
import { RelationshipLine } from './line.type.ts';
import { Position } from './position.type.ts';
import { sized } from './size.resolver.ts';
import { budgetPerHead } from './size.rules.ts';
import { Budget, Headcount } from './size.type.ts';
import { OrganisationalUnit, UnitNode } from './unit.type.ts';

const AS_OF = { nullable: true, description: 'The day to read on; else that of the reference, else today.' } as const;
const DERIVED = [{ path: 'budgetPerHead', rule: 'OPERATING_BUDGET_OVER_HEADCOUNT', inputs: ['budgets', 'headcounts'] }];

@Resolver(() => OrganisationalUnit)
export class UnitFields {
  @FieldResolver(() => Institution)
  institution(@Ctx() context: InstitutionContext) {
    return context.entry;
  }

  @FieldResolver(() => OrganisationalUnit, { nullable: true, description: 'The unit it is part of.' })
  parent(@Root() unit: View<'unit'>, @Ctx() context: InstitutionContext) {
    return refer(context, 'unit', unit.parent, unit.reading);
  }

  @FieldResolver(() => [OrganisationalUnit], { description: 'The units directly below.' })
  children(
    @Root() unit: View<'unit'>,
    @Ctx() context: InstitutionContext,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ) {
    return related(context, 'unit', 'childrenOfUnit', unit, asOf);
  }

  @FieldResolver(() => [UnitNode], { description: 'The unit and everything below it, parents first, in order.' })
  async subtree(
    @Root() unit: View<'unit'>,
    @Ctx() context: InstitutionContext,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ) {
    const reading = onDay(unit.reading, asOf);
    const rows = await context.loaders.subtree.load(momentOf(context, unit.subjectId, reading));
    if (!context.allowance.admit(rows.length)) return [];
    return rows.map((row) => ({ depth: row.depth, unit: view(context, 'unit', row, reading) }));
  }

  @FieldResolver(() => [OrganisationalUnit], { description: 'What it is part of, nearest first.' })
  async ancestors(
    @Root() unit: View<'unit'>,
    @Ctx() context: InstitutionContext,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ) {
    const reading = onDay(unit.reading, asOf);
    const rows = await context.loaders.ancestors.load(momentOf(context, unit.subjectId, reading));
    if (!context.allowance.admit(rows.length)) return [];
    return rows.map((row) => view(context, 'unit', row, reading));
  }

  @FieldResolver(() => [Position])
  positions(@Root() unit: View<'unit'>, @Ctx() context: InstitutionContext) {
    return related(context, 'position', 'positionsOfUnit', unit);
  }

  @FieldResolver(() => [Body])
  bodies(@Root() unit: View<'unit'>, @Ctx() context: InstitutionContext) {
    return related(context, 'body', 'bodiesOfUnit', unit);
  }

  @FieldResolver(() => [Vacancy], { description: 'Vacancies that concern it.' })
  vacancies(@Root() unit: View<'unit'>, @Ctx() context: InstitutionContext) {
    return related(context, 'vacancy', 'vacanciesOfUnit', unit);
  }

  @FieldResolver(() => [Budget])
  async budgets(@Root() unit: View<'unit'>, @Ctx() context: InstitutionContext) {
    const rows = await context.loaders.related('budgetsOfUnit', momentOf(context, unit.subjectId, unit.reading));
    return rows.map((row) => sized(row, unit.reading));
  }

  @FieldResolver(() => [Headcount])
  async headcounts(@Root() unit: View<'unit'>, @Ctx() context: InstitutionContext) {
    const rows = await context.loaders.related('headcountsOfUnit', momentOf(context, unit.subjectId, unit.reading));
    return rows.map((row) => sized(row, unit.reading));
  }

  @FieldResolver(() => DerivedMoney, {
    nullable: true,
    description: 'Operating budget per person; no notice prints it.',
  })
  async budgetPerHead(@Root() unit: View<'unit'>, @Ctx() context: InstitutionContext): Promise<DerivedMoney | null> {
    const [budgets, headcounts] = await Promise.all([this.budgets(unit, context), this.headcounts(unit, context)]);
    const derived = budgetPerHead(budgets, headcounts, unit.subjectId);
    return derived === null ? null : { ...derived, amount: derived.value, currency: 'EUR' };
  }

  @FieldResolver(() => [RelationshipLine], { description: 'Relationship lines of this unit.' })
  lines(@Root() unit: View<'unit'>, @Ctx() context: InstitutionContext, @Args(() => LineArgs) args: LineArgs) {
    return linesOf(context, unit, args);
  }

  @FieldResolver(() => [Provenance], {
    nullable: true,
    description: 'Where each value comes from; without paths, of all recorded.',
  })
  provenance(@Root() unit: View<'unit'>, @Arg('paths', () => [String], { nullable: true }) paths?: string[]) {
    return provenanceOf(unit, DERIVED, paths);
  }
}
