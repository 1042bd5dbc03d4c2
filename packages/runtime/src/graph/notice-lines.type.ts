import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { AccessTable } from '../access/table.ts';

@Directive('@shareable')
@ObjectType({ description: 'Lines of the text of a notice, both inclusive, counted from 1.' })
export class NoticeLines {
  @Field(() => Int)
  readonly first!: number;
  @Field(() => Int)
  readonly last!: number;
}

export const NOTICE_LINES_ACCESS: AccessTable = { NoticeLines: { PUBLIC: 'first last' } };
