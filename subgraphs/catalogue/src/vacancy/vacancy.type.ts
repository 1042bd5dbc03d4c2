import { Language, PageInfo } from '@mandate-graph/runtime';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Vacancy } from '../subject/subject.type.ts';

@ObjectType({ description: 'A stretch of a snippet: plain text, never markup.' })
export class SnippetPart {
  @Field(() => String)
  readonly text!: string;
  @Field(() => Boolean, { description: 'Whether it is what was searched for.' })
  readonly match!: boolean;
}

@ObjectType({ description: 'A vacancy in a list.' })
export class VacancyEdge {
  @Field(() => String)
  readonly cursor!: string;
  @Field(() => Vacancy, { nullable: true, description: 'Null, with an error, while its institution does not answer.' })
  readonly node!: Vacancy | null;
  @Field(() => [SnippetPart], {
    nullable: true,
    description: 'The text that was found, around its first match, in order. Null without filter.text.',
  })
  readonly snippet!: readonly SnippetPart[] | null;
  @Field(() => Language, { nullable: true, description: 'Language of the text that was found.' })
  readonly snippetLanguage!: 'nl' | 'fr' | 'en' | null;
  @Field(() => Float, {
    nullable: true,
    description: 'How well it matches; only comparable within one list. Null without filter.text.',
  })
  readonly relevance!: number | null;
}

@ObjectType({ description: 'How many vacancies have a value.' })
export class FacetCount {
  @Field(() => String)
  readonly value!: string;
  @Field(() => Int)
  readonly count!: number;
}

@ObjectType({
  description:
    'Counts over the whole list, not just the page, most frequent value first. Each facet leaves its own filter out of account, so that it shows what the other values would give. A vacancy whose notice is silent counts under no value; one with two language roles under both.',
})
export class VacancyFacets {
  @Field(() => [FacetCount], { description: 'By code of the institution.' })
  readonly institution!: readonly FacetCount[];
  @Field(() => [FacetCount], { description: 'As the clock has it now.' })
  readonly status!: readonly FacetCount[];
  @Field(() => [FacetCount])
  readonly languageRole!: readonly FacetCount[];
  @Field(() => [FacetCount])
  readonly rank!: readonly FacetCount[];
  @Field(() => [FacetCount])
  readonly functionLevel!: readonly FacetCount[];
  @Field(() => [FacetCount])
  readonly contractType!: readonly FacetCount[];
  @Field(() => [FacetCount], {
    description:
      'By month of the application deadline, yyyy-mm, in order. Its own filter is closingFrom and closingTo.',
  })
  readonly closingMonth!: readonly FacetCount[];
}

@ObjectType({ description: 'A list of vacancies of all institutions.' })
export class VacancyConnection {
  @Field(() => [VacancyEdge])
  readonly edges!: readonly VacancyEdge[];
  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
  @Field(() => Int, { description: 'Number of vacancies in the whole list.' })
  readonly totalCount!: number;
  @Field(() => VacancyFacets)
  readonly facets!: VacancyFacets;
}
