import type { LineKind, LineState, LocalizedText, Source } from '@mandate-graph/domain';
import { ksz, NOTICE } from './ids.ts';

type Details = Partial<
  Pick<LineState, 'topics' | 'matter' | 'condition' | 'onBehalfOf' | 'inConsultationWith' | 'sources'>
>;

/** One relationship line; its source holds for every field without a source of its own. */
export const line = (
  local: string,
  kind: LineKind,
  [from, to]: readonly [from: string, to: string],
  label: LocalizedText,
  source: Source,
  details: Details = {},
) =>
  ksz.line(local, {
    notice: NOTICE,
    kind,
    from,
    to,
    label,
    topics: [],
    matter: null,
    condition: null,
    group: null,
    onBehalfOf: [],
    via: null,
    inConsultationWith: [],
    ...details,
    sources: { '': source, ...details.sources },
  });
