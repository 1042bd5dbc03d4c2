import { playGob } from './play.gob.ts';
import { playKsz } from './play.ksz.ts';
import type { Stage } from './stage.ts';

/** A selection that is played, as a chapter of its own. */
export interface Play {
  readonly title: string;
  readonly play: (stage: Stage) => Promise<unknown>;
}

/** One after the other, on one graph. */
export const PLAYS: readonly Play[] = [
  { title: 'A KSZ selection', play: playKsz },
  { title: 'A GOB selection', play: playGob },
];
