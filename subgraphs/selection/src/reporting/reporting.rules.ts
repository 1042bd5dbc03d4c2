import { type LineState, type Period, parseSubjectId, type SubjectRecorded } from '@mandate-graph/domain';

/** One post is directly over another, for as long as the line is so. */
export interface ReportingLine {
  readonly lower: string;
  readonly upper: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/**
 * What a line between two posts says of who is over whom; nothing where it is another kind of line, or one that a unit or a
 * body is a party to.
 */
export const reportingLinesOf = ({ periods }: Pick<SubjectRecorded<'line'>, 'periods'>): readonly ReportingLine[] =>
  periods.flatMap((period) => {
    const { from, to } = period.state;
    const ends = endsOf(period);
    return ends === null || !isPosition(from) || !isPosition(to)
      ? []
      : [{ ...ends, validFrom: period.validFrom, validTo: period.validTo }];
  });

function endsOf({ state: { kind, from, to } }: Period<LineState>): Pick<ReportingLine, 'lower' | 'upper'> | null {
  if (kind === 'REPORTS_TO') return { lower: from, upper: to };
  return kind === 'SUPERVISES' ? { lower: to, upper: from } : null;
}

const isPosition = (id: string): boolean => parseSubjectId(id)?.kind === 'position';
