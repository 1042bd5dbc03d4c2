import { type Actor, BOUND_TO, type Grant, PUBLIC_ACTOR, ROLES, SCOPES } from '@mandate-graph/runtime';

/** Somebody who asks, in the words of the matrix. */
export interface Holder {
  readonly name: string;
  readonly actor: Actor;
  /** Column of the matrix. */
  readonly column: string;
  /** Whether what the role is bound to is what is asked about; true for a role that is bound to nothing. */
  readonly own: boolean;
  readonly scopes: readonly string[];
}

export const PROCEDURES = { own: 'procedure-own', other: 'procedure-other' };
/** Whose everything is that a test asks for as somebody's own, and somebody else. */
export const SUBJECTS = { own: 'test:holder', other: 'test:other' };

/** Everyone, a holder of each role for an institution, and one for another; each scope of a machine on its own. */
export function holders(institution: string, other: string): Holder[] {
  const everyone: Holder = { name: 'public', actor: PUBLIC_ACTOR, column: 'public', own: true, scopes: [] };
  const nobody: Holder = { ...everyone, name: 'signed in, without a role', actor: person([]), column: 'none' };
  const bound = { institution: { own: institution, other }, procedure: PROCEDURES };
  const roles = ROLES.flatMap((role): Holder[] => {
    const column = role.replaceAll('-', ' ');
    const to = BOUND_TO[role];
    const scopes = role === 'integration' ? [[], ...SCOPES.map((scope) => [scope]), [...SCOPES]] : [[]];
    return (['own', 'other'] as const)
      .filter((whose) => whose === 'own' || to !== null)
      .flatMap((whose) =>
        scopes.map((scoped) => {
          const grant: Grant = { role, institution: null, procedure: null, scopes: scoped };
          return {
            name: [whose === 'own' ? '' : 'another’s', column, ...scoped].join(' ').trim(),
            actor:
              to === null || to === 'subject'
                ? person([grant], SUBJECTS[whose])
                : person([{ ...grant, [to]: bound[to][whose] }]),
            column,
            own: whose === 'own',
            scopes: scoped,
          };
        }),
      );
  });
  return [everyone, nobody, ...roles];
}

const person = (grants: readonly Grant[], subject = SUBJECTS.own): Actor => ({ kind: 'person', subject, grants });
