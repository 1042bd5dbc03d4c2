import type { LocalizedText as Text } from '@mandate-graph/domain';
import { graphEnum, LocalDate, LocalizedText } from '@mandate-graph/runtime';
import { Field, ObjectType } from 'type-graphql';
import { RuleBasis } from '../notification/notification.type.ts';
import type { RuleBasis as Basis } from './regime.grounds.rules.ts';
import type { ListedRule } from './regime.listed.rules.ts';

const RuleOrigin = graphEnum(
  'RuleOrigin',
  ['NOTICE', 'REGIME'] as const satisfies readonly ListedRule['from'][],
  'Where a rule stands: what the NOTICE prints wins over the legal REGIME, since candidates applied on it.',
);

@ObjectType({ description: 'A rule by which a procedure runs, with what it rests on.' })
export class RegimeRule implements Omit<ListedRule, 'name'> {
  @Field(() => String, { description: 'Such as exemption, quorum or feedback; passMark is listed once for each step.' })
  readonly name!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'A word or a number as it is, everything else as JSON, durations in ISO 8601. Null: there is no such rule.',
  })
  readonly value!: string | null;
  @Field(() => RuleBasis)
  readonly basis!: Basis;
  @Field(() => LocalizedText, {
    description: 'The text it stands in; of a choice, what is silent and why it was made so.',
  })
  readonly source!: Text;
  @Field(() => RuleOrigin)
  readonly from!: ListedRule['from'];
  @Field(() => String, {
    nullable: true,
    description: 'Key of the announced step that it is of; null: it is of none, or not printed.',
  })
  readonly step!: string | null;
}

@ObjectType({
  description:
    'The law and the choices by which a procedure runs, as they held on the day it started. A later version changes nothing of it.',
})
export class LegalRegime {
  @Field(() => String)
  readonly code!: string;
  @Field(() => LocalDate, { description: 'The first day of this version.' })
  readonly validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: 'The first day of the next version; null: it still holds.' })
  readonly validTo!: string | null;
  @Field(() => RuleBasis, { description: 'What these two days rest on.' })
  readonly validityBasis!: Basis;
  @Field(() => LocalizedText)
  readonly name!: Text;
  @Field(() => [RegimeRule], { description: 'All rules of the procedure, those of its notice included.' })
  readonly rules!: readonly RegimeRule[];
}
