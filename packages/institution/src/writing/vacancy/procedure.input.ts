import type {
  ApplicationAction as Action,
  DocumentRules as Documents,
  Language as LanguageCode,
  ApplicationProcedure as Procedure,
  RightsWindow as Right,
} from '@mandate-graph/domain';
import {
  CalendarDuration,
  CurrentJobEnd,
  DocumentFormat,
  Language,
  LocalDate,
  SnapshotMoment,
} from '@mandate-graph/runtime';
import { Field, InputType, Int } from 'type-graphql';
import { RegistrationStatus, RequestForm, RightsKind, WindowStart } from '../../vacancy/vacancy.enums.ts';
import { LocalizedTextInput, PassageInput } from '../parts.input.ts';
import { KEY, OPTIONAL } from './vacancy.parts.input.ts';

@InputType({ description: 'What documents must be.' })
export class DocumentRulesInput {
  @Field(() => [DocumentFormat], OPTIONAL)
  readonly formats?: readonly Documents['formats'][number][] | null;
  @Field(() => Int, { nullable: true, description: 'Bytes per file, inclusive.' })
  readonly maxBytes?: number | null;
  @Field(() => String, { nullable: true, description: 'The limit as printed.' })
  readonly maxSize?: string | null;
  @Field(() => [LocalizedTextInput], OPTIONAL)
  readonly kinds?: readonly LocalizedTextInput[] | null;
  @Field(() => PassageInput, OPTIONAL)
  readonly fallback?: PassageInput | null;
  @Field(() => [PassageInput], OPTIONAL)
  readonly unresolved?: readonly PassageInput[] | null;
}

@InputType({ description: 'Something a candidate does to apply.' })
export class ApplicationActionInput {
  @Field(() => Int, { nullable: true, description: 'The place in the list, from 1; taken from there when left out.' })
  readonly position?: number | null;
  @Field(() => LocalizedTextInput)
  readonly label!: LocalizedTextInput;
  @Field(() => RegistrationStatus, OPTIONAL)
  readonly leadsTo?: Action['leadsTo'];
}

@InputType({ description: 'How one applies.' })
export class ApplicationProcedureInput {
  @Field(() => [LocalizedTextInput], OPTIONAL)
  readonly channels?: readonly LocalizedTextInput[] | null;
  @Field(() => [LocalizedTextInput], OPTIONAL)
  readonly excludedChannels?: readonly LocalizedTextInput[] | null;
  @Field(() => [ApplicationActionInput], OPTIONAL)
  readonly actions?: readonly ApplicationActionInput[] | null;
  @Field(() => Language, OPTIONAL)
  readonly specificSectionsLanguage?: LanguageCode | null;
  @Field(() => Boolean, OPTIONAL)
  readonly cvCountsAsExperience?: boolean | null;
  @Field(() => CurrentJobEnd, OPTIONAL)
  readonly currentJobEndsOn?: Procedure['currentJobEndsOn'];
  @Field(() => Boolean, OPTIONAL)
  readonly editableUntilDeadline?: boolean | null;
  @Field(() => Boolean, OPTIONAL)
  readonly revalidationAfterEdit?: boolean | null;
  @Field(() => Boolean, OPTIONAL)
  readonly independent?: boolean | null;
  @Field(() => SnapshotMoment, OPTIONAL)
  readonly snapshotAt?: Procedure['snapshotAt'];
}

@InputType({ description: 'How one registers for tests.' })
export class TestRegistrationInput {
  @Field(() => Boolean, OPTIONAL)
  readonly onlyWithinRegistrationPeriod?: boolean | null;
  @Field(() => Boolean, OPTIONAL)
  readonly choiceOfDate?: boolean | null;
  @Field(() => [LocalizedTextInput], OPTIONAL)
  readonly invitationChannels?: readonly LocalizedTextInput[] | null;
  @Field(() => CalendarDuration, { nullable: true, description: 'Hard limit, before the start of the session.' })
  readonly cancelAtLatest?: string | null;
  @Field(() => CalendarDuration, { nullable: true, description: 'What candidates are asked to keep to.' })
  readonly cancelAsked?: string | null;
  @Field(() => Boolean, OPTIONAL)
  readonly rebookingAllowed?: boolean | null;
  @Field(() => Int, OPTIONAL)
  readonly reportProblemsWorkingDays?: number | null;
  @Field(() => Boolean, OPTIONAL)
  readonly absenceExcludes?: boolean | null;
}

@InputType({ description: 'A law or decree referred to.' })
export class LegalReferenceInput {
  @Field(() => LocalizedTextInput)
  readonly title!: LocalizedTextInput;
  @Field(() => LocalDate, OPTIONAL)
  readonly date?: string | null;
}

@InputType({ description: 'A right of the candidate, with its window where it has one.' })
export class RightsWindowInput {
  @Field(() => String, KEY)
  readonly key!: string;
  @Field(() => RightsKind)
  readonly kind!: Right['kind'];
  @Field(() => LocalizedTextInput)
  readonly label!: LocalizedTextInput;
  @Field(() => RequestForm, OPTIONAL)
  readonly form?: Right['form'];
  @Field(() => CalendarDuration, OPTIONAL)
  readonly duration?: string | null;
  @Field(() => WindowStart, OPTIONAL)
  readonly startsFrom?: Right['startsFrom'];
  @Field(() => LegalReferenceInput, OPTIONAL)
  readonly legalBasis?: LegalReferenceInput | null;
}
