import type { Competence as DomainCompetence } from '@mandate-graph/domain';
import { LocalizedText } from '@mandate-graph/runtime';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Passage } from '../graph/passage.type.ts';
import { CompetenceKind, CompetenceScope, MasteryLevel, MasteryType } from './vacancy.enums.ts';

@Directive('@shareable')
@ObjectType({ description: 'A competence: one node, however many steps assess it.' })
export class Competence {
  @Field(() => String, { description: 'Stable within the vacancy.' })
  readonly key!: string;
  @Field(() => CompetenceKind)
  readonly kind!: DomainCompetence['kind'];
  @Field(() => CompetenceScope, { nullable: true })
  readonly scope!: DomainCompetence['scope'];
  @Field(() => LocalizedText)
  readonly label!: LocalizedText;
  @Field(() => LocalizedText, { nullable: true, description: 'Heading of the notice it stands under.' })
  readonly group!: LocalizedText | null;
  @Field(() => MasteryType, { nullable: true })
  readonly masteryType!: DomainCompetence['masteryType'];
  @Field(() => MasteryLevel, { nullable: true })
  readonly masteryLevel!: DomainCompetence['masteryLevel'];
  @Field(() => [Passage])
  readonly statements!: readonly Passage[];
  @Field(() => [String], { description: 'Keys of the announced steps that assess it.' })
  readonly assessedIn!: readonly string[];
}
