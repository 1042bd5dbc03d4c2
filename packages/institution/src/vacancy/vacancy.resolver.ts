import { closesAt, daysLeft, type VacancyStatus as Status, statusAt, TIME_ZONE } from '@mandate-graph/domain';
import { Institution, LocalDate, VacancyStatus } from '@mandate-graph/runtime';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type InstitutionContext, onDay, type View } from '../institution.context.ts';
import { Position } from '../organisation/position.type.ts';
import { OrganisationalUnit } from '../organisation/unit.type.ts';
import { Provenance, provenanceOf } from '../provenance/provenance.type.ts';
import { allNamed, named } from '../subject/subject.views.ts';
import { ResultArea, type ResultAreaView } from './result-area.type.ts';
import type { StepView } from './step.resolver.ts';
import { AnnouncedStep } from './step.type.ts';
import { ApplicationDeadline } from './vacancy.parts.type.ts';
import { Vacancy } from './vacancy.type.ts';

const AS_OF = { nullable: true, description: 'The day to read on; else that of the reference, else today.' } as const;
/** A notice goes on naming what it named. */
const AS_IT_WAS = '; as of its last day, where it is gone by the day read on.';
const DEADLINE = 'applicationDeadline.date';
const DERIVED = [
  { path: 'status', rule: 'STATUS_FROM_CLOCK', inputs: ['publication', 'opensOn', DEADLINE] },
  { path: 'applicationDeadline.closesAt', rule: 'INCLUSIVE_LOCAL_DAY', inputs: [DEADLINE] },
  { path: 'applicationDeadline.daysLeft', rule: 'WHOLE_LOCAL_DAYS', inputs: [DEADLINE] },
  { path: 'applicationDeadline.timeZone', rule: 'LEGAL_TIME_ZONE', inputs: [] },
];

@Resolver(() => Vacancy)
export class VacancyFields {
  @FieldResolver(() => Institution)
  institution(@Ctx() context: InstitutionContext) {
    return context.entry;
  }

  @FieldResolver(() => VacancyStatus, {
    description: 'As it is now, by the clock; for a dated reference too. DRAFT until it is published.',
  })
  status(@Root() vacancy: View<'vacancy'>, @Ctx() context: InstitutionContext): Status {
    return statusAt(vacancy, context.now);
  }

  @FieldResolver(() => ApplicationDeadline)
  applicationDeadline(@Root() vacancy: View<'vacancy'>, @Ctx() context: InstitutionContext): ApplicationDeadline {
    const { date, timeOfDay } = vacancy.applicationDeadline;
    return {
      date,
      timeOfDay,
      closesAt: closesAt(vacancy.applicationDeadline).toString(),
      timeZone: TIME_ZONE,
      daysLeft: daysLeft(vacancy.applicationDeadline, context.now),
    };
  }

  @FieldResolver(() => [OrganisationalUnit], { description: `The units the post concerns${AS_IT_WAS}` })
  unitsConcerned(
    @Root() vacancy: View<'vacancy'>,
    @Ctx() context: InstitutionContext,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ) {
    return allNamed(context, 'unit', vacancy.unitsConcerned, onDay(vacancy.reading, asOf));
  }

  @FieldResolver(() => OrganisationalUnit, {
    nullable: true,
    description: `Who recruits for the institution${AS_IT_WAS}`,
  })
  recruiter(
    @Root() vacancy: View<'vacancy'>,
    @Ctx() context: InstitutionContext,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ) {
    return named(context, 'unit', vacancy.recruiter, onDay(vacancy.reading, asOf));
  }

  @FieldResolver(() => Position, { nullable: true, description: `The post that is vacant${AS_IT_WAS}` })
  position(
    @Root() vacancy: View<'vacancy'>,
    @Ctx() context: InstitutionContext,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ) {
    return named(context, 'position', vacancy.position, onDay(vacancy.reading, asOf));
  }

  @FieldResolver(() => [ResultArea])
  resultAreas(@Root() vacancy: View<'vacancy'>): ResultAreaView[] {
    return vacancy.resultAreas.map((area) => ({ ...area, reading: vacancy.reading }));
  }

  @FieldResolver(() => [AnnouncedStep], { description: 'The steps as the institution announces them, in order.' })
  announcedSteps(@Root() vacancy: View<'vacancy'>): StepView[] {
    return vacancy.announcedSteps.map((step) => ({ ...step, reading: vacancy.reading }));
  }

  @FieldResolver(() => [Provenance], {
    nullable: true,
    description: 'Where each value comes from; without paths, of all recorded.',
  })
  provenance(@Root() vacancy: View<'vacancy'>, @Arg('paths', () => [String], { nullable: true }) paths?: string[]) {
    return provenanceOf(vacancy, DERIVED, paths);
  }
}
