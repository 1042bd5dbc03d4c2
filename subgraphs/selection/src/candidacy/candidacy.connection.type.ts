import { PageInfo, type Resource } from '@mandate-graph/runtime';
import { Field, ObjectType } from 'type-graphql';
import { Candidacy, type SeenCandidacy } from './candidacy.type.ts';

@ObjectType({ description: 'A candidacy in a list.' })
export class CandidacyEdge {
  @Field(() => String)
  readonly cursor!: string;
  @Field(() => Candidacy, { nullable: true })
  readonly node!: SeenCandidacy | null;
  /** By which access to its fields is judged. */
  readonly whose!: Resource;
}

@ObjectType({ description: 'The candidacies of a procedure, in the order in which the applications were submitted.' })
export class CandidacyConnection {
  @Field(() => [CandidacyEdge])
  readonly edges!: readonly CandidacyEdge[];
  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
  /** By which access to its fields is judged. */
  readonly whose!: Resource;
}
