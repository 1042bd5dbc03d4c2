import { type SourceAnswer } from './fact.query.ts';
import type { Sourced } from './fact.table.ts';

/** A relationship line of a notice, as read from it by hand. Parties are ids without their institution. */
export interface LineFact {
  /** Its id in the list of facts. */
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly source: Sourced;
  /** Sources of the ends, where they are not that of the line. */
  readonly fromSource?: Sourced;
  readonly toSource?: Sourced;
  /** What our own English words must say of each topic, in their order. */
  readonly topics?: readonly RegExp[];
  readonly matter?: RegExp;
  readonly condition?: { readonly operator: string; readonly circumstances: readonly RegExp[] };
  /** Lines with the same key are one group; the key itself is ours. */
  readonly group?: { readonly key: string; readonly operator: string };
  readonly via?: string;
  readonly onBehalfOf?: readonly string[];
  readonly inConsultationWith?: readonly string[];
}

interface Text {
  readonly en: string;
}
interface Party {
  readonly id: string;
}
/** A line as the graph answers it. */
export interface LineAnswer {
  readonly id: string;
  readonly kind: string;
  readonly from: Party;
  readonly to: Party;
  readonly topics: readonly Text[];
  readonly matter: Text | null;
  readonly condition: { readonly operator: string; readonly circumstances: readonly Text[] } | null;
  readonly group: { readonly key: string; readonly operator: string } | null;
  readonly via: Party | null;
  readonly onBehalfOf: readonly Party[];
  readonly inConsultationWith: readonly Party[];
  readonly provenance: readonly SourceAnswer[];
}

/** Every line anywhere in an answer, once. */
export function linesIn(value: unknown, found = new Map<string, LineAnswer>()): readonly LineAnswer[] {
  if (Array.isArray(value)) for (const item of value) linesIn(item, found);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'lines') for (const line of inner as LineAnswer[]) found.set(line.id, line);
      else linesIn(inner, found);
    }
  }
  return [...found.values()];
}

const local = (party: Party): string => party.id.slice(party.id.indexOf(':') + 1);

/** What tells a line from others: kind, ends, and the group it belongs to. */
export const lineKey = (line: Pick<LineFact, 'kind' | 'from' | 'to' | 'group'>): string =>
  [line.kind, line.from, line.to, ...(line.group === undefined ? [] : [line.group.key])].join(' ');

export const keyOf = (line: LineAnswer): string =>
  lineKey({
    kind: line.kind,
    from: local(line.from),
    to: local(line.to),
    ...(line.group !== null && { group: line.group }),
  });

/** An answered line in the form of the table, texts apart. */
export const readLine = (line: LineAnswer) => ({
  group: line.group,
  condition: line.condition?.operator ?? null,
  via: line.via === null ? null : local(line.via),
  onBehalfOf: line.onBehalfOf.map(local),
  inConsultationWith: line.inConsultationWith.map(local),
});

/** The same of an expected line. */
export const wantedLine = (fact: LineFact): ReturnType<typeof readLine> => ({
  group: fact.group ?? null,
  condition: fact.condition?.operator ?? null,
  via: fact.via ?? null,
  onBehalfOf: [...(fact.onBehalfOf ?? [])],
  inConsultationWith: [...(fact.inConsultationWith ?? [])],
});

/** Our own words beside what they must say. */
export const wordsOf = (
  line: LineAnswer,
  fact: LineFact,
): readonly (readonly [string | undefined, RegExp | undefined])[] => [
  ...pairs(line.topics, fact.topics ?? []),
  ...pairs(line.matter === null ? [] : [line.matter], fact.matter === undefined ? [] : [fact.matter]),
  ...pairs(line.condition?.circumstances ?? [], fact.condition?.circumstances ?? []),
];

const pairs = (texts: readonly Text[], wanted: readonly RegExp[]): [string | undefined, RegExp | undefined][] =>
  Array.from({ length: Math.max(texts.length, wanted.length) }, (_, index) => [texts[index]?.en, wanted[index]]);
