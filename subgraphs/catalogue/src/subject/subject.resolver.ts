import { LocalDate } from '@mandate-graph/runtime';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { CatalogueContext } from '../catalogue.context.ts';
import { Body, OrganisationalUnit, Position, Vacancy } from './subject.type.ts';

const AS_OF = {
  nullable: true,
  description:
    'The day to read on, for it and for everything reached from it. A dated id (`…@yyyy-mm-dd`) says the same.',
} as const;
const found = (what: string) => ({
  nullable: true,
  description: `${what} by id; null when there is none, or none on that day. A malformed id is an error.`,
});

@Resolver()
export class SubjectQueries {
  @Query(() => Vacancy, found('A vacancy'))
  vacancy(
    @Ctx() { subjects }: CatalogueContext,
    @Arg('id', () => ID) id: string,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ) {
    return subjects.find('vacancy', id, asOf);
  }

  @Query(() => OrganisationalUnit, found('An organisational unit'))
  organisationalUnit(
    @Ctx() { subjects }: CatalogueContext,
    @Arg('id', () => ID) id: string,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ) {
    return subjects.find('unit', id, asOf);
  }

  @Query(() => Position, found('A position'))
  position(
    @Ctx() { subjects }: CatalogueContext,
    @Arg('id', () => ID) id: string,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ) {
    return subjects.find('position', id, asOf);
  }

  @Query(() => Body, found('A body'))
  body(
    @Ctx() { subjects }: CatalogueContext,
    @Arg('id', () => ID) id: string,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
  ) {
    return subjects.find('body', id, asOf);
  }
}
