import { type LocalizedText, type Passage, type Sources, stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { gob, notice, unitId } from './ids.ts';
import { sourceOfList, sourcesOf, type Told, valuesOf } from './told.ts';

/** What sets one directorate of Brussels ConnectIT apart from the next. */
interface Directorate {
  readonly name: LocalizedText;
  readonly abbreviation?: string;
  readonly aliases: readonly Told<string>[];
  readonly ordinal: number;
  /** What the heading adds to the name. */
  readonly mission?: Passage;
  readonly tasks: readonly Told<Passage>[];
  /** Sources of all but the aliases and tasks, which carry their own. */
  readonly sources: Sources;
}

/** A directorate of Brussels ConnectIT; the enumeration in lines 277-279 says so of all five. */
export const directorate = (local: string, unit: Directorate): ContentItem<'unit'> =>
  gob.unit(local, {
    kind: 'DIRECTORATE',
    name: unit.name,
    abbreviation: unit.abbreviation ?? null,
    aliases: valuesOf(unit.aliases),
    parent: unitId.brusselsConnectIt,
    ordinal: unit.ordinal,
    legalForm: null,
    foundingAct: null,
    mission: unit.mission ?? null,
    tasks: valuesOf(unit.tasks),
    statedSubUnits: null,
    website: null,
    location: null,
    notice,
    sources: {
      kind: stated(277),
      parent: stated([277, 279]),
      ordinal: statedWith('Place in the sentence.', [277, 279]),
      aliases: sourceOfList(unit.aliases),
      ...sourcesOf('aliases', unit.aliases),
      tasks: sourceOfList(unit.tasks),
      ...sourcesOf('tasks', unit.tasks),
      ...unit.sources,
    },
  });
