import { type InstitutionEntry, rootFieldOf } from '@mandate-graph/domain';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { InstitutionContext, Reached } from '../institution.context.ts';
import { Body } from '../organisation/body.type.ts';
import { Position } from '../organisation/position.type.ts';
import { OrganisationalUnit } from '../organisation/unit.type.ts';
import { Vacancy } from '../vacancy/vacancy.type.ts';
import type { HistoryPage } from './history.reads.ts';
import type { EntryView } from './history.service.ts';
import { HistoryArgs, HistoryDifference, HistoryEntry } from './history.type.ts';

@Resolver(() => HistoryEntry)
export class HistoryEntryFields {
  @FieldResolver(() => [HistoryDifference], {
    description:
      'What differs from the version before. Empty for the first version that can be seen: all of it is new.',
  })
  differences(@Root() entry: EntryView, @Ctx() { history }: InstitutionContext) {
    return history.differencesOf(entry);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Subject of whoever recorded it.' })
  recordedBy(@Root() entry: EntryView, @Ctx() { history }: InstitutionContext) {
    return history.recordedBy(entry);
  }
}

const pageOf = ({ kinds, first, before }: HistoryArgs): HistoryPage => ({
  kinds: kinds ?? null,
  first,
  before: before ?? null,
});

/** The history of a subject, up to what was known at the instant of the reference it was reached by. */
export async function historyOf(
  { history, allowance }: InstitutionContext,
  { subjectId, reading }: Reached,
  args: HistoryArgs,
): Promise<EntryView[]> {
  const entries = await history.of({ id: subjectId, knownAt: reading.knownAt }, pageOf(args));
  return allowance.admit(entries.length) ? entries : [];
}

/** The history of every subject of an interface. */
function historyField(Subject: Function): Function {
  @Resolver(() => Subject)
  class SubjectHistory {
    @FieldResolver(() => [HistoryEntry], {
      description: 'Its versions, the newest first; of a reference with an instant (`…~…`), those known then.',
    })
    history(@Root() subject: Reached, @Ctx() context: InstitutionContext, @Args(() => HistoryArgs) args: HistoryArgs) {
      return historyOf(context, subject, args);
    }
  }
  return SubjectHistory;
}

export const HISTORY_FIELDS: readonly Function[] = [Vacancy, OrganisationalUnit, Position, Body].map(historyField);

/** The root field by which the history of any subject of an institution is read. */
export function historyQueries(entry: InstitutionEntry): Function {
  @Resolver()
  class HistoryQueries {
    @Query(() => [HistoryEntry], {
      name: rootFieldOf(entry, 'History'),
      nullable: true,
      description: `The versions of any subject of ${entry.code}, also of one that no longer holds, the newest first. Empty for an id that is nobody's.`,
    })
    history(
      @Arg('id', () => ID) id: string,
      @Args(() => HistoryArgs) args: HistoryArgs,
      @Ctx() { history }: InstitutionContext,
    ) {
      return history.ofId(id, pageOf(args));
    }
  }
  return HistoryQueries;
}
