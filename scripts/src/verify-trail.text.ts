import type { TrailReport, Verdict } from '@mandate-graph/selection';

/** What was found in a trail, as one line. That of a whole one has the head that can be noted. */
export const lineOf = ({ name, verdict }: TrailReport): string =>
  verdict.whole
    ? `${name}: whole, ${entriesOf(verdict.entries)}, head ${verdict.hash.toString('hex')}`
    : `${name}: broken at entry ${verdict.place}${wrongWith(verdict)}`;

type Broken = Extract<Verdict, { whole: false }>;

const DONE: Readonly<Record<Broken['tampering'], string>> = {
  CHANGED: 'which was changed',
  DELETED: 'which was deleted',
  INSERTED: 'which was inserted',
  SWAPPED: 'which was swapped with another',
};

function wrongWith({ tampering, shownBy }: Broken): string {
  if (shownBy === 'NOTED_HASH') return ' or after it: no entry has a hash that was noted';
  if (shownBy === 'CHAIN') return `, ${DONE[tampering]}`;
  if (shownBy === 'HEAD')
    return `, ${DONE[tampering]}, or the head that stands with the procedure was: they do not fit`;
  return tampering === 'DELETED'
    ? ', which was deleted, as a head that was noted shows'
    : ', which was changed, or one before it: a head that was noted is another';
}

const entriesOf = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`);

/** How many trails there are, and how many of them are broken. */
export function sumOf(reports: readonly Pick<TrailReport, 'verdict'>[]): string {
  const broken = reports.filter(({ verdict }) => !verdict.whole).length;
  const trails = reports.length === 1 ? '1 trail' : `${reports.length} trails`;
  if (broken > 0) return `Of ${trails}, ${broken} ${broken === 1 ? 'is' : 'are'} broken.`;
  if (reports.length === 0) return 'There are no trails: nothing has happened in a selection yet.';
  return reports.length === 1 ? 'The one trail is whole.' : `All ${trails} are whole.`;
}
