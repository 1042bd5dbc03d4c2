/** Who acts: the public, a signed-in person or machine with roles, or a service of the graph itself. */
export interface Actor {
  readonly kind: 'public' | 'service';
  /** Stable subject; `public` for everyone who is not signed in. Never a name or an address. */
  readonly subject: string;
}

export const PUBLIC_ACTOR: Actor = { kind: 'public', subject: 'public' };

/** The service that loads an institution's own content. */
export const contentLoader = (institution: string): Actor => ({ kind: 'service', subject: `content:${institution}` });

export function parseActor(claim: unknown): Actor | null {
  if (typeof claim !== 'object' || claim === null) return null;
  const { kind, subject } = claim as Record<string, unknown>;
  if ((kind !== 'public' && kind !== 'service') || typeof subject !== 'string' || subject.length > 200) return null;
  return { kind, subject };
}
