import type { Reading } from '@mandate-graph/domain';
import { Instant, LocalDate } from '@mandate-graph/runtime';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { CatalogueContext } from '../catalogue.context.ts';
import { Body, OrganisationalUnit, Position, Vacancy } from './subject.type.ts';

const AS_OF = {
  nullable: true,
  description:
    'The day to read on, for it and for everything reached from it. A dated id (`…@yyyy-mm-dd`) says the same.',
} as const;
const KNOWN_AT = {
  nullable: true,
  description:
    'What the graph knew at this instant, of it and of everything reached from it; null: what is known now. An id with an instant (`…~…`) says the same.',
} as const;
const found = (what: string) => ({
  nullable: true,
  description: `${what} by id; null when there is none, or none on that day as known then. A malformed id is an error.`,
});

const readingOf = (asOf?: string | null, knownAt?: string | null): Reading => ({
  asOf: asOf ?? null,
  knownAt: knownAt ?? null,
});

@Resolver()
export class SubjectQueries {
  @Query(() => Vacancy, found('A vacancy'))
  vacancy(
    @Ctx() { subjects }: CatalogueContext,
    @Arg('id', () => ID) id: string,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
    @Arg('knownAt', () => Instant, KNOWN_AT) knownAt?: string,
  ) {
    return subjects.find('vacancy', id, readingOf(asOf, knownAt));
  }

  @Query(() => OrganisationalUnit, found('An organisational unit'))
  organisationalUnit(
    @Ctx() { subjects }: CatalogueContext,
    @Arg('id', () => ID) id: string,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
    @Arg('knownAt', () => Instant, KNOWN_AT) knownAt?: string,
  ) {
    return subjects.find('unit', id, readingOf(asOf, knownAt));
  }

  @Query(() => Position, found('A position'))
  position(
    @Ctx() { subjects }: CatalogueContext,
    @Arg('id', () => ID) id: string,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
    @Arg('knownAt', () => Instant, KNOWN_AT) knownAt?: string,
  ) {
    return subjects.find('position', id, readingOf(asOf, knownAt));
  }

  @Query(() => Body, found('A body'))
  body(
    @Ctx() { subjects }: CatalogueContext,
    @Arg('id', () => ID) id: string,
    @Arg('asOf', () => LocalDate, AS_OF) asOf?: string,
    @Arg('knownAt', () => Instant, KNOWN_AT) knownAt?: string,
  ) {
    return subjects.find('body', id, readingOf(asOf, knownAt));
  }
}
