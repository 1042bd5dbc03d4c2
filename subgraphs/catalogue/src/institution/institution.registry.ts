import { type InstitutionEntry, parseId, TYPED_KINDS, type TypedKind, typeNameOf } from '@mandate-graph/domain';

/** A subject as the graph refers to it: its owner's subgraph knows the rest. */
export interface Stub {
  readonly __typename: string;
  readonly id: string;
}

/** The institutions of the graph. What is not in here does not exist, whatever an id says. */
export class InstitutionRegistry {
  readonly #byCode: ReadonlyMap<string, InstitutionEntry>;
  readonly codes: readonly string[];

  constructor(readonly entries: readonly InstitutionEntry[]) {
    this.#byCode = new Map(entries.map((entry) => [entry.code, entry]));
    this.codes = entries.map((entry) => entry.code).sort();
  }

  get(code: string): InstitutionEntry | null {
    return this.#byCode.get(code) ?? null;
  }

  /** The reference to a subject of this kind, typed by the institution in its id; null for any other id. */
  stub(kind: TypedKind, id: string): Stub | null {
    const parsed = parseId(id);
    const entry = parsed?.kind === kind ? this.get(parsed.institution) : null;
    return entry === null ? null : { __typename: typeNameOf(entry, kind), id };
  }
}

export const isTypedKind = (kind: string): kind is TypedKind => Object.hasOwn(TYPED_KINDS, kind);
