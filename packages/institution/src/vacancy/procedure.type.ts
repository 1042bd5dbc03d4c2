import type {
  ApplicationAction as Action,
  DocumentRules as Documents,
  ApplicationProcedure as Procedure,
  RightsWindow as Right,
} from '@mandate-graph/domain';
import {
  CalendarDuration,
  CurrentJobEnd,
  DocumentFormat,
  Language,
  LocalDate,
  LocalizedText,
  SnapshotMoment,
} from '@mandate-graph/runtime';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Passage } from '../graph/passage.type.ts';
import { RegistrationStatus, RequestForm, RightsKind, WindowStart } from './vacancy.enums.ts';

@Directive('@shareable')
@ObjectType({ description: 'What documents must be.' })
export class DocumentRules {
  @Field(() => [DocumentFormat])
  readonly formats!: readonly Documents['formats'][number][];
  @Field(() => Int, { nullable: true, description: 'Bytes per file, inclusive.' })
  readonly maxBytes!: number | null;
  @Field(() => String, { nullable: true, description: 'The limit as printed.' })
  readonly maxSize!: string | null;
  @Field(() => [LocalizedText], { description: 'The documents that are asked for.' })
  readonly kinds!: readonly LocalizedText[];
  @Field(() => Passage, { nullable: true, description: 'What to do when an upload does not work.' })
  readonly fallback!: Passage | null;
  @Field(() => [Passage], { description: 'References in the notice that lead nowhere.' })
  readonly unresolved!: readonly Passage[];
}

@Directive('@shareable')
@ObjectType({ description: 'Something a candidate does to apply.' })
export class ApplicationAction {
  @Field(() => Int, { description: 'From 1, in order.' })
  readonly position!: number;
  @Field(() => LocalizedText)
  readonly label!: LocalizedText;
  @Field(() => RegistrationStatus, { nullable: true })
  readonly leadsTo!: Action['leadsTo'];
}

@Directive('@shareable')
@ObjectType({ description: 'How one applies.' })
export class ApplicationProcedure {
  @Field(() => [LocalizedText])
  readonly channels!: readonly LocalizedText[];
  @Field(() => [LocalizedText])
  readonly excludedChannels!: readonly LocalizedText[];
  @Field(() => [ApplicationAction])
  readonly actions!: readonly ApplicationAction[];
  @Field(() => Language, { nullable: true })
  readonly specificSectionsLanguage!: Procedure['specificSectionsLanguage'];
  @Field(() => Boolean, { nullable: true, description: 'Whether data of the online CV counts as experience.' })
  readonly cvCountsAsExperience!: boolean | null;
  @Field(() => CurrentJobEnd, { nullable: true })
  readonly currentJobEndsOn!: Procedure['currentJobEndsOn'];
  @Field(() => Boolean, { nullable: true })
  readonly editableUntilDeadline!: boolean | null;
  @Field(() => Boolean, { nullable: true })
  readonly revalidationAfterEdit!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether procedures are independent of one another.' })
  readonly independent!: boolean | null;
  @Field(() => SnapshotMoment, { nullable: true })
  readonly snapshotAt!: Procedure['snapshotAt'];
}

@Directive('@shareable')
@ObjectType({ description: 'How one registers for tests.' })
export class TestRegistration {
  @Field(() => Boolean, { nullable: true })
  readonly onlyWithinRegistrationPeriod!: boolean | null;
  @Field(() => Boolean, { nullable: true })
  readonly choiceOfDate!: boolean | null;
  @Field(() => [LocalizedText])
  readonly invitationChannels!: readonly LocalizedText[];
  @Field(() => CalendarDuration, { nullable: true, description: 'Hard limit, before the start of the session.' })
  readonly cancelAtLatest!: string | null;
  @Field(() => CalendarDuration, { nullable: true, description: 'What candidates are asked to keep to.' })
  readonly cancelAsked!: string | null;
  @Field(() => Boolean, { nullable: true })
  readonly rebookingAllowed!: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Working days before the test by which problems are reported.' })
  readonly reportProblemsWorkingDays!: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether not registering, or not coming, ends the candidacy.' })
  readonly absenceExcludes!: boolean | null;
}

@Directive('@shareable')
@ObjectType({ description: 'A law or decree referred to.' })
export class LegalReference {
  @Field(() => LocalizedText)
  readonly title!: LocalizedText;
  @Field(() => LocalDate, { nullable: true })
  readonly date!: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'A right of the candidate, with its window where it has one.' })
export class RightsWindow {
  @Field(() => String)
  readonly key!: string;
  @Field(() => RightsKind)
  readonly kind!: Right['kind'];
  @Field(() => LocalizedText)
  readonly label!: LocalizedText;
  @Field(() => RequestForm, { nullable: true })
  readonly form!: Right['form'];
  @Field(() => CalendarDuration, { nullable: true })
  readonly duration!: string | null;
  @Field(() => WindowStart, { nullable: true })
  readonly startsFrom!: Right['startsFrom'];
  @Field(() => LegalReference, { nullable: true })
  readonly legalBasis!: LegalReference | null;
}
