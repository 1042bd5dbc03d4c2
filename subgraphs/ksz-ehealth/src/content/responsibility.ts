import type { LocalizedText, Passage, Responsibility, Source } from '@mandate-graph/domain';
import { twice } from './ids.ts';
import { type Entry, sourcesOf, valuesOf } from './sources.ts';

/** A heading of the function's context with the duties printed under it; the same sentences give the lines. */
export const context = (
  key: string,
  heading: readonly [title: LocalizedText, first: number, last: number],
  intro: readonly [description: Passage, source: Source],
  duties: readonly Entry<Passage>[],
): Entry<Responsibility> => ({
  value: { key, title: heading[0], description: intro[0], activities: valuesOf(duties) },
  sources: {
    '': twice(heading[1], heading[2]),
    title: twice(heading[1]),
    description: intro[1],
    ...sourcesOf('activities', duties),
  },
});
