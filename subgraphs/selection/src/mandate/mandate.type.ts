import type { MandateKind as Kind, LanguageRole as Role, LocalizedText as Text } from '@mandate-graph/domain';
import {
  CalendarDuration,
  graphEnum,
  Instant,
  LanguageRole,
  LocalDate,
  LocalizedText,
  MandateKind,
  type Resource,
} from '@mandate-graph/runtime';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MandateEndCause } from './mandate.input.ts';
import type { EndCause } from './mandate.record.ts';
import { MANDATE_ENDS, TERM_SOURCES, type TermSource, type Terms } from './mandate.terms.rules.ts';

export const MandateEndRule = graphEnum(
  'MandateEndRule',
  MANDATE_ENDS,
  'How a mandate ends: with its duration; on a day that the notice prints; when the absent holder returns, or with what was left of the term of that holder, even if a last day is fixed; or as the decision says.',
);
const TermSourceEnum = graphEnum(
  'MandateTermSource',
  TERM_SOURCES,
  'What a term comes from: the notice prints it, the legal regime has it, or the decision gave it.',
);

@ObjectType()
abstract class TermsOfMandate implements Terms {
  @Field(() => MandateKind, { nullable: true, description: 'Null: nothing says of what kind it is.' })
  readonly kind!: Kind | null;
  @Field(() => TermSourceEnum, { nullable: true, description: 'Null where the kind is.' })
  readonly kindSource!: TermSource | null;
  @Field(() => LocalDate, { description: 'The first day.' })
  readonly startsOn!: string;
  @Field(() => CalendarDuration, { nullable: true, description: 'Null: none is said, and none assumed.' })
  readonly duration!: string | null;
  @Field(() => TermSourceEnum, {
    nullable: true,
    description:
      'Of the duration, or of there being none; null: a last day is fixed without one, or nothing says that there is a mandate.',
  })
  readonly durationSource!: TermSource | null;
  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The last day, which counts whole. Of a duration, the day before the one that corresponds to the first day; a month without such a day ends it on its last one. Null: not fixed.',
  })
  readonly endsOn!: string | null;
  @Field(() => TermSourceEnum, { nullable: true, description: 'Null where no last day is fixed.' })
  readonly endsOnSource!: TermSource | null;
  @Field(() => MandateEndRule)
  readonly endRule!: Terms['endRule'];
  @Field(() => TermSourceEnum)
  readonly endSource!: TermSource;
  @Field(() => LocalizedText, { description: 'How long it lasts, by what, and how its last day follows.' })
  readonly explanation!: Text;
}

@ObjectType({ description: 'The terms on which somebody is chosen for a mandate. Nothing of them is a default.' })
export class AppointmentTerms extends TermsOfMandate {
  readonly whose!: Resource;
}

@ObjectType({
  description:
    'A mandate that was accepted: its terms as they were decided, but for the last day, which is as it is now.',
})
export class Mandate extends TermsOfMandate {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { description: 'From 1; grows by one with each act.' })
  readonly version!: number;
  @Field(() => LanguageRole, { nullable: true, description: 'Of the holder, as the decision had it; null: not known.' })
  readonly languageRole!: Role | null;
  @Field(() => LocalDate, { nullable: true, description: 'The last day by its terms; null: not fixed.' })
  readonly termEndsOn!: string | null;
  @Field(() => MandateEndCause, {
    nullable: true,
    description: 'Why it ends before its term; null: it does not, or its holder has been erased.',
  })
  readonly endCause!: EndCause | null;
  @Field(() => String, { nullable: true, description: 'The reasons of that; null like the cause.' })
  readonly endReasons!: string | null;
  readonly whose!: Resource;
}

@ObjectType({ description: 'Who was appointed, once that has been published.' })
export class Appointee {
  @Field(() => String, {
    nullable: true,
    description: 'As the authority published it; null once the person has been erased.',
  })
  readonly name!: string | null;
  @Field(() => Instant)
  readonly publishedAt!: string;
  @Field(() => Int, { description: 'Of the publication, from 1; grows by one when the name is corrected.' })
  readonly version!: number;
  @Field(() => Mandate)
  readonly mandate!: Mandate;
}
