import { type MandateKind as Kind, LEAST_REASONS, type LanguageRole as Role } from '@mandate-graph/domain';
import { CalendarDuration, LanguageRole, LocalDate, MandateKind } from '@mandate-graph/runtime';
import { KeyedInput } from '@mandate-graph/writing';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type GivenTerms, MANDATE_ENDS } from '../mandate/mandate.terms.rules.ts';
import { MandateEndRule } from '../mandate/mandate.type.ts';
import type { GivenDecision } from './decision.rules.ts';

const WHY = `in at least ${LEAST_REASONS} characters (law of 29 July 1991)`;

@InputType({ description: 'Terms of the mandate that are not those of the notice or the legal regime.' })
class AppointmentTermsInput implements GivenTerms {
  @Field(() => MandateKind, { nullable: true, description: 'Where the notice does not say it.' })
  readonly kind?: Kind | null;
  @Field(() => CalendarDuration, { nullable: true, description: 'In years, months, weeks and days. Without endsOn.' })
  readonly duration?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'The last day. Without a duration.' })
  readonly endsOn?: string | null;
  @Field(() => MandateEndRule, { nullable: true, description: 'Left out: as it follows from the other terms.' })
  readonly end?: (typeof MANDATE_ENDS)[number] | null;
  @Field(() => String, {
    nullable: true,
    description: `Where the legal regime has another end: why, ${WHY}. What the notice prints cannot be changed.`,
  })
  readonly reasons?: string | null;
}

@InputType({ description: 'Why a candidate who is suitable is not chosen.' })
class NotChosenInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => String, { description: `On titles and merits, ${WHY}: seen by that candidate.` })
  readonly reasons!: string;
}

@InputType()
export class DecideAppointmentInput extends KeyedInput implements GivenDecision {
  @Field(() => ID)
  readonly procedure!: string;
  @Field(() => Int, { description: 'Of the procedure, as it was read.' })
  readonly version!: number;
  @Field(() => ID, { nullable: true, description: 'A suitable candidate; left out: nobody is appointed.' })
  readonly application?: string | null;
  @Field(() => String, {
    description: `On titles and merits, ${WHY}: why this candidate, or why nobody. Seen by that candidate, or by all who were suitable.`,
  })
  readonly reasons!: string;
  @Field(() => String, {
    nullable: true,
    description: `Where somebody else who can be chosen has a better place in the ranking, and only then: why, ${WHY}.`,
  })
  readonly departureReasons?: string | null;
  @Field(() => [NotChosenInput], {
    nullable: true,
    description: 'Each other suitable candidate. Where nobody is appointed, those for whom there is more to say.',
  })
  readonly others?: readonly NotChosenInput[] | null;
  @Field(() => LocalDate, {
    nullable: true,
    description:
      'With an appointment: the first day of the mandate, for which the conditions for being appointed were judged.',
  })
  readonly appointmentOn?: string | null;
  @Field(() => AppointmentTermsInput, {
    nullable: true,
    description: 'Left out: those of the notice, and else of the legal regime.',
  })
  readonly terms?: AppointmentTermsInput | null;
  @Field(() => LanguageRole, {
    nullable: true,
    description: 'Of the appointee, as it stands in the file of the institution; left out where it is not known.',
  })
  readonly languageRole?: Role | null;
}

@InputType()
export class RecordNoAnswerInput extends KeyedInput {
  @Field(() => ID)
  readonly procedure!: string;
  @Field(() => Int, { description: 'Of the procedure, as it was read.' })
  readonly version!: number;
  @Field(() => String, { description: `Why it is decided again, ${WHY}. Seen by the one who was chosen.` })
  readonly reasons!: string;
}

@InputType()
export class AcceptAppointmentInput extends KeyedInput {
  @Field(() => ID)
  readonly application!: string;
  @Field(() => Int, { description: 'Of the candidacy, as it was read.' })
  readonly version!: number;
}

@InputType()
export class DeclineAppointmentInput extends AcceptAppointmentInput {
  @Field(() => String, { nullable: true, description: 'Whoever declines need not say why. Seen by the institution.' })
  readonly reasons?: string | null;
}
