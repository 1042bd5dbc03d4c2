import { Directive, Field, ObjectType } from 'type-graphql';
import type { AccessTable } from '../access/table.ts';

@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list, as Relay defines it.' })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;
  @Field(() => Boolean)
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true })
  startCursor!: string | null;
  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** The entries of a list have rules of their own; where a page stands in it tells nothing of them. */
export const PAGE_INFO_ACCESS: AccessTable = {
  PageInfo: { PUBLIC: 'hasNextPage hasPreviousPage startCursor endCursor' },
};
