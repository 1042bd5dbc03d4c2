import type { LineRange, Sourced } from '@mandate-graph/domain';
import { badInput, graphEnum, NoticeLines } from '@mandate-graph/runtime';
import { Directive, Field, ObjectType } from 'type-graphql';
import { type DerivedPath, type Found, findSources } from './provenance.rules.ts';

export const ProvenanceStatus = graphEnum(
  'ProvenanceStatus',
  ['STATED', 'DERIVED', 'RECORDED', 'NOT_STATED'],
  'Whether a notice prints a value, a rule computes it, the institution entered it in the graph, or the notice is silent.',
);

@Directive('@shareable')
@ObjectType({ description: 'Where one value comes from.' })
export class Provenance {
  @Field(() => String, { description: 'The field path asked for, such as pay.payScale.' })
  readonly path!: string;
  @Field(() => ProvenanceStatus)
  readonly status!: keyof typeof ProvenanceStatus;
  @Field(() => String, { nullable: true, description: 'Code of the notice; null where no notice is behind it.' })
  readonly notice!: string | null;
  @Field(() => [NoticeLines], {
    description: 'One entry per place that prints it; two where the page prints it twice.',
  })
  readonly copies!: readonly NoticeLines[];
  @Field(() => String, { nullable: true, description: 'For DERIVED: the rule.' })
  readonly rule!: string | null;
  @Field(() => [String], { description: 'For DERIVED: what the rule starts from.' })
  readonly inputs!: readonly string[];
  @Field(() => String, { nullable: true })
  readonly remark!: string | null;
}

/** Answers `provenance(paths)` for any sourced state. */
export function provenanceOf(
  state: Sourced,
  derivedPaths: readonly DerivedPath[],
  paths: readonly string[] | null | undefined,
): Provenance[] {
  const found = findSources(state, derivedPaths, paths ?? null);
  if (isFound(found)) return found.map((one) => toProvenance(one, state.notice?.code ?? null));
  throw badInput(found);
}

const isFound = (list: readonly object[]): list is Found[] => list.every((one) => 'source' in one);

function toProvenance({ path, source }: Found, notice: string | null): Provenance {
  return {
    path,
    status: source.status,
    notice: source.status === 'RECORDED' ? null : notice,
    copies: source.copies.map(([first, last]: LineRange) => ({ first, last })),
    rule: source.status === 'DERIVED' ? source.rule : null,
    inputs: source.status === 'DERIVED' ? source.inputs : [],
    remark: source.status === 'DERIVED' ? null : source.remark,
  };
}
