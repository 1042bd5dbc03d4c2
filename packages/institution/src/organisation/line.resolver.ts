import { dated, type LineState } from '@mandate-graph/domain';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { boundedDepth, dayFor, type InstitutionContext, validityOf } from '../institution.context.ts';
import { Provenance, provenanceOf } from '../provenance/provenance.type.ts';
import type { LineQuery } from '../subject/subject.reads.ts';
import { parties, party } from '../subject/subject.views.ts';
import { RelationshipLine } from './line.type.ts';
import { Party } from './party.type.ts';

/** How far lines are followed at most. */
export const MAX_LINE_DEPTH = 5;

export type LineView = LineState & { readonly id: string; readonly asOf: string | null };

export interface LineArguments {
  readonly direction: LineQuery['direction'];
  readonly kinds: readonly LineState['kind'][] | null;
  readonly depth: number;
  readonly asOf: string | null;
}

/** The lines of any party. */
export async function linesOf(
  context: InstitutionContext,
  of: { readonly subjectId: string; readonly asOf: string | null },
  { direction, kinds, depth, asOf }: LineArguments,
): Promise<LineView[]> {
  const on = dayFor(context, of, asOf);
  const query = { direction, kinds, depth: boundedDepth(depth, MAX_LINE_DEPTH) };
  const rows = await context.loaders.lines({ id: of.subjectId, day: on.day }, query);
  if (!context.allowance.admit(rows.length)) return [];
  return rows.map((row) => ({ ...row.state, id: dated(row.id, on.asOf), asOf: on.asOf, validity: validityOf(row) }));
}

@Resolver(() => RelationshipLine)
export class LineFields {
  @FieldResolver(() => Party, { nullable: true })
  from(@Root() line: LineView, @Ctx() context: InstitutionContext) {
    return party(context, line.from, line.asOf);
  }

  @FieldResolver(() => Party, { nullable: true })
  to(@Root() line: LineView, @Ctx() context: InstitutionContext) {
    return party(context, line.to, line.asOf);
  }

  @FieldResolver(() => [Party], { description: 'Whom a REPRESENTS line stands for.' })
  onBehalfOf(@Root() line: LineView, @Ctx() context: InstitutionContext) {
    return parties(context, line.onBehalfOf, line.asOf);
  }

  @FieldResolver(() => Party, { nullable: true, description: 'The party the line runs through.' })
  via(@Root() line: LineView, @Ctx() context: InstitutionContext) {
    return party(context, line.via, line.asOf);
  }

  @FieldResolver(() => [Party], { description: 'Whom it is done in consultation with.' })
  inConsultationWith(@Root() line: LineView, @Ctx() context: InstitutionContext) {
    return parties(context, line.inConsultationWith, line.asOf);
  }

  @FieldResolver(() => [Provenance], {
    nullable: true,
    description: 'Where each value comes from; without paths, of all recorded.',
  })
  provenance(@Root() line: LineView, @Arg('paths', () => [String], { nullable: true }) paths?: string[]) {
    return provenanceOf(line, [], paths);
  }
}
