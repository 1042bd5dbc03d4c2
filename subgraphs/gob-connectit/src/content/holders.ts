import { type HolderState, notStated, stated, statedWith } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { gob, notice, positionId } from './ids.ts';

const nobodyNamed = { languageRole: null, startsOn: null, endsOn: null, notice } satisfies Partial<HolderState>;

const unknownHolder = (local: string, position: string): ContentItem<'holder'> =>
  gob.holder(local, {
    ...nobodyNamed,
    position,
    status: 'UNKNOWN',
    sources: {
      position: stated(112),
      status: notStated('The notice names the post, and not whether or by whom it is held.', 112),
    },
  });

const vacantPost = gob.holder('director-general', {
  ...nobodyNamed,
  position: positionId.directorGeneral,
  status: 'VACANT',
  sources: {
    position: stated(25),
    status: statedWith('One vacant post is announced; label in lines 9-10.', 29),
  },
});

export const holders: readonly ContentItem<'holder'>[] = [
  vacantPost,
  unknownHolder('secretary-general', positionId.secretaryGeneral),
  unknownHolder('deputy-secretary-general', positionId.deputySecretaryGeneral),
];
