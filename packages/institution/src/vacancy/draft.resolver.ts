import { type InstitutionEntry, READ_NOW, rootFieldOf } from '@mandate-graph/domain';
import { Ctx, Query, Resolver } from 'type-graphql';
import { type InstitutionContext, today, type View, view } from '../institution.context.ts';
import { Vacancy } from './vacancy.type.ts';

/** The root field by which an institution reads its own drafts. */
export function draftQueries(entry: InstitutionEntry): Function {
  @Resolver()
  class DraftQueries {
    @Query(() => [Vacancy], {
      name: rootFieldOf(entry, 'Drafts'),
      nullable: true,
      description: `What ${entry.code} has not published, the latest recorded first: for itself alone.`,
    })
    async drafts(@Ctx() context: InstitutionContext): Promise<View<'vacancy'>[]> {
      const rows = await context.drafts.list(today(context));
      if (!context.allowance.admit(rows.length)) return [];
      return rows.map((row) => view(context, 'vacancy', row, READ_NOW));
    }
  }
  return DraftQueries;
}
