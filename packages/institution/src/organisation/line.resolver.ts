import { addressed, type LineState, type Reading } from '@mandate-graph/domain';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import {
  boundedDepth,
  type InstitutionContext,
  momentOf,
  onDay,
  type Reached,
  validityOf,
} from '../institution.context.ts';
import { Provenance, provenanceOf } from '../provenance/provenance.type.ts';
import type { LineQuery } from '../subject/subject.reads.ts';
import { parties, party } from '../subject/subject.views.ts';
import { RelationshipLine } from './line.type.ts';
import { Party } from './party.type.ts';

/** How far lines are followed at most. */
export const MAX_LINE_DEPTH = 5;

export type LineView = LineState & { readonly id: string; readonly reading: Reading };

export interface LineArguments {
  readonly direction: LineQuery['direction'];
  readonly kinds: readonly LineState['kind'][] | null;
  readonly depth: number;
  readonly asOf: string | null;
}

/** The lines of any party. */
export async function linesOf(
  context: InstitutionContext,
  of: Reached,
  { direction, kinds, depth, asOf }: LineArguments,
): Promise<LineView[]> {
  const reading = onDay(of.reading, asOf);
  const query = { direction, kinds, depth: boundedDepth(depth, MAX_LINE_DEPTH) };
  const rows = await context.loaders.lines(momentOf(context, of.subjectId, reading), query);
  if (!context.allowance.admit(rows.length)) return [];
  return rows.map((row) => ({ ...row.state, id: addressed(row.id, reading), reading, validity: validityOf(row) }));
}

@Resolver(() => RelationshipLine)
export class LineFields {
  @FieldResolver(() => Party, { nullable: true })
  from(@Root() line: LineView, @Ctx() context: InstitutionContext) {
    return party(context, line.from, line.reading);
  }

  @FieldResolver(() => Party, { nullable: true })
  to(@Root() line: LineView, @Ctx() context: InstitutionContext) {
    return party(context, line.to, line.reading);
  }

  @FieldResolver(() => [Party], { description: 'Whom a REPRESENTS line stands for.' })
  onBehalfOf(@Root() line: LineView, @Ctx() context: InstitutionContext) {
    return parties(context, line.onBehalfOf, line.reading);
  }

  @FieldResolver(() => Party, { nullable: true, description: 'The party the line runs through.' })
  via(@Root() line: LineView, @Ctx() context: InstitutionContext) {
    return party(context, line.via, line.reading);
  }

  @FieldResolver(() => [Party], { description: 'Whom it is done in consultation with.' })
  inConsultationWith(@Root() line: LineView, @Ctx() context: InstitutionContext) {
    return parties(context, line.inConsultationWith, line.reading);
  }

  @FieldResolver(() => [Provenance], {
    nullable: true,
    description: 'Where each value comes from; without paths, of all recorded.',
  })
  provenance(@Root() line: LineView, @Arg('paths', () => [String], { nullable: true }) paths?: string[]) {
    return provenanceOf(line, [], paths);
  }
}
