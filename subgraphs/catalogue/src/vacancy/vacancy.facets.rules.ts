export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** The values of a facet, most first; months in their own order. */
export function facetOf(
  facet: string,
  rows: readonly { readonly facet: string; readonly value: string; readonly count: number }[],
): FacetCount[] {
  const byValue = (a: FacetCount, b: FacetCount) => (a.value < b.value ? -1 : 1);
  return rows
    .filter((row) => row.facet === facet)
    .map(({ value, count }) => ({ value, count }))
    .sort(facet === 'closingMonth' ? byValue : (a, b) => b.count - a.count || byValue(a, b));
}
