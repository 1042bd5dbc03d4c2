import type { Passage as DomainPassage } from '@mandate-graph/domain';
import { graphEnum, LocalizedText } from '@mandate-graph/runtime';
import { Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

export const FullTextStatus = graphEnum(
  'FullTextStatus',
  ['IMPORTED', 'NOT_IMPORTED'],
  'Whether what the notice prints is in the graph. It comes in only when a notice is imported.',
);

@Directive('@shareable')
@ObjectType({ description: 'A long part of a notice: our summary of it, and what the notice prints.' })
export class Passage implements Pick<DomainPassage, 'fullText'> {
  @Field(() => LocalizedText, { description: 'In our own words.' })
  readonly summary!: LocalizedText;
  @Field(() => LocalizedText, { nullable: true, description: 'What the notice prints; null when not imported.' })
  readonly fullText!: LocalizedText | null;
}

@Resolver(() => Passage)
export class PassageFields {
  @FieldResolver(() => FullTextStatus)
  fullTextStatus(@Root() passage: DomainPassage): keyof typeof FullTextStatus {
    return passage.fullText === null ? 'NOT_IMPORTED' : 'IMPORTED';
  }
}
