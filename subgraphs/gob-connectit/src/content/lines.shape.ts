import type { LineKind, LineState, LocalizedText, Source, Sources } from '@mandate-graph/domain';
import type { ContentItem } from '@mandate-graph/institution';
import { gob, notice, positionId } from './ids.ts';

type Optional = 'topics' | 'matter' | 'condition' | 'group' | 'onBehalfOf' | 'via' | 'inConsultationWith';

/** Parts only some lines have, with the sources of whatever stands elsewhere than the line itself. */
export type More = Partial<Pick<LineState, Optional>> & { readonly sources?: Sources };

/** A relationship line; `source` holds for every value of it that `more.sources` does not name. */
export const line = (
  local: string,
  ends: { readonly kind: LineKind; readonly from: string; readonly to: string },
  label: LocalizedText,
  source: Source,
  more: More = {},
): ContentItem<'line'> =>
  gob.line(local, {
    topics: [],
    matter: null,
    condition: null,
    group: null,
    onBehalfOf: [],
    via: null,
    inConsultationWith: [],
    ...more,
    ...ends,
    label,
    notice,
    sources: { '': source, ...more.sources },
  });

/** A line that starts at the post of director-general, as nearly all of the notice's lines do. */
export const fromPost = (
  local: string,
  kind: LineKind,
  to: string,
  label: LocalizedText,
  source: Source,
  more: More = {},
): ContentItem<'line'> => line(`dg-${local}`, { kind, from: positionId.directorGeneral, to }, label, source, more);
