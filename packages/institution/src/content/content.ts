import { formatId, type SubjectKind, type SubjectStates } from '@mandate-graph/domain';

/** One subject of an institution's own content, as it is loaded at first start. */
export interface ContentItem<K extends SubjectKind = SubjectKind> {
  readonly kind: K;
  readonly id: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly state: SubjectStates[K];
}

/** Everything an institution starts with. The order is that of events; references may point either way. */
export type InstitutionContent = readonly ContentItem[];

/** Typed makers of ids and items for one institution's content files. */
export function contentFor(institution: string) {
  const id = (kind: SubjectKind, local: string): string => formatId({ institution, kind, local });
  const item =
    <K extends SubjectKind>(kind: K) =>
    (local: string, state: SubjectStates[K], valid: { from?: string; to?: string } = {}): ContentItem<K> => ({
      kind,
      id: id(kind, local),
      validFrom: valid.from ?? null,
      validTo: valid.to ?? null,
      state,
    });
  return {
    id,
    vacancy: item('vacancy'),
    unit: item('unit'),
    position: item('position'),
    holder: item('holder'),
    body: item('body'),
    line: item('line'),
    budget: item('budget'),
    headcount: item('headcount'),
  };
}
