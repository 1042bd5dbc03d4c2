import { addressed, type Problem, type Reading, type ReorganisationState } from '@mandate-graph/domain';
import { badInput, LocalDate } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type InstitutionContext, momentOf, onDay, type View, validityOf } from '../institution.context.ts';
import type { Row } from '../subject/subject.reads.ts';
import { referAll } from '../subject/subject.views.ts';
import { Reorganisation } from './reorganisation.type.ts';
import { OrganisationalUnit } from './unit.type.ts';

/** A reorganisation as resolvers see it, with the readings by which its units are there: before it, and after it. */
interface ReorganisationView extends ReorganisationState {
  readonly id: string;
  readonly before: Reading;
  readonly after: Reading;
}

const reorganised = (row: Row<'reorganisation'>, reading: Reading): ReorganisationView => {
  const day = row.validFrom;
  const dayBefore = day === null ? null : Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  return {
    ...row.state,
    ...{ effectiveOn: day, reason: row.reason, validity: validityOf(row) },
    id: addressed(row.id, reading),
    before: onDay(reading, dayBefore),
    after: onDay(reading, day),
  };
};

@Resolver(() => OrganisationalUnit)
export class UnitReorganisations {
  @FieldResolver(() => [Reorganisation], {
    description:
      'The changes it came from or went into, oldest first: those in effect on the day it is read on, or until a later day. So a unit that is gone leads to its successors.',
  })
  async reorganisations(
    @Root() unit: View<'unit'>,
    @Ctx() context: InstitutionContext,
    @Arg('until', () => LocalDate, {
      nullable: true,
      description: 'Also what took effect after the day it is read on, up to and including this one.',
    })
    until?: string,
  ): Promise<ReorganisationView[]> {
    const { day } = momentOf(context, unit.subjectId, unit.reading);
    if (until != null && until < day) throw badInput([beforeTheDay(until, day)]);
    const reading = onDay(unit.reading, until);
    const rows = await context.loaders.related('reorganisationsOfUnit', momentOf(context, unit.subjectId, reading));
    if (!context.allowance.admit(rows.length)) return [];
    return rows.map((row) => reorganised(row, reading));
  }
}

@Resolver(() => Reorganisation)
export class ReorganisationFields {
  @FieldResolver(() => [OrganisationalUnit], { description: 'The units it started from, as of the day before it.' })
  predecessors(@Root() change: ReorganisationView, @Ctx() context: InstitutionContext) {
    return referAll(context, 'unit', change.predecessors, change.before);
  }

  @FieldResolver(() => [OrganisationalUnit], { description: 'The units it led to, as of the day it took effect.' })
  successors(@Root() change: ReorganisationView, @Ctx() context: InstitutionContext) {
    return referAll(context, 'unit', change.successors, change.after);
  }
}

const beforeTheDay = (until: string, day: string): Problem => ({
  path: 'until',
  code: 'OUT_OF_RANGE',
  value: until,
  rule: `until must be the day the unit is read on, ${day}, or a later one, but got: ${until}.`,
});
