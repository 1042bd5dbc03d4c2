import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPermitted, mightBePermitted, permitted, permittingGrant, refusal, requireAccess } from './access.ts';
import { type Actor, BOUND_TO, type Grant, PUBLIC_ACTOR, parseActor, ROLES, SCOPES } from './actor.ts';
import { ACCESS_RULES, type AccessRuleName } from './rules.ts';

const RULES = Object.keys(ACCESS_RULES) as AccessRuleName[];
const grant = (own: Partial<Grant>): Grant => ({
  ...{ role: 'recruiter', institution: 'vrb', procedure: null, scopes: [] },
  ...own,
});
const person = (...grants: Grant[]): Actor => ({ kind: 'person', subject: 'somebody', grants });

const institution = fc.constantFrom('vrb', 'other');
const anyGrant: fc.Arbitrary<Grant> = fc
  .record({ role: fc.constantFrom(...ROLES), institution, scopes: fc.subarray([...SCOPES]) })
  .map(({ role, scopes, ...bound }) => ({
    role,
    institution: BOUND_TO[role] === 'institution' ? bound.institution : null,
    procedure: BOUND_TO[role] === 'procedure' ? 'p' : null,
    scopes: role === 'integration' ? scopes : [],
  }));
const anyActor = fc.array(anyGrant, { maxLength: 4 }).map((grants) => person(...grants));
const anyRule = fc.constantFrom(...RULES);

describe('access', () => {
  test('is of one institution: a grant for another, or for none, opens nothing', () => {
    const recruiter = person(grant({}));
    expect(permitted(recruiter, 'VACANCY_WRITE', [{ institution: 'vrb' }, { institution: 'other' }, {}])).toEqual([
      ...[true, false, false],
    ]);
    expect(mightBePermitted(recruiter, 'VACANCY_WRITE')).toBe(true);
    expect(mightBePermitted(recruiter, 'ACCESS_LOG_READ')).toBe(false);
  });

  test('of a machine is by scope, one for each thing', () => {
    const machine = (...scopes: Grant['scopes']) => person(grant({ role: 'integration', scopes }));
    const may = (actor: Actor, rule: AccessRuleName) => isPermitted(actor, rule, { institution: 'vrb' });
    expect(may(machine(), 'VACANCY_WRITE')).toBe(false);
    expect(may(machine('organisation:write', 'history:read'), 'VACANCY_WRITE')).toBe(false);
    expect(may(machine('vacancies:write'), 'VACANCY_WRITE')).toBe(true);
    expect(may(machine(...SCOPES), 'APPLICATIONS_READ')).toBe(false);
  });

  test('of everyone to what is not public is none', () => {
    for (const rule of RULES.filter((name) => name !== 'PUBLIC')) {
      expect(mightBePermitted(PUBLIC_ACTOR, rule)).toBe(false);
      expect(isPermitted(PUBLIC_ACTOR, rule, { institution: 'vrb' })).toBe(false);
    }
  });

  test('is by a grant that says so, never without one, and never more than might be', () => {
    fc.assert(
      fc.property(anyActor, anyRule, institution, (actor, rule, of) => {
        const allowed = isPermitted(actor, rule, { institution: of });
        const by = permittingGrant(actor, rule, { institution: of });
        expect(allowed).toBe(rule === 'PUBLIC' || by !== null);
        if (allowed) expect(mightBePermitted(actor, rule)).toBe(true);
        if (by !== null) expect(isPermitted(person(by), rule, { institution: of })).toBe(true);
      }),
    );
  });

  test('is not lost by one more grant, and a claim that was passed on allows the same', () => {
    fc.assert(
      fc.property(anyActor, anyGrant, anyRule, institution, (actor, more, rule, of) => {
        const both = person(...actor.grants, more);
        if (isPermitted(actor, rule, { institution: of }))
          expect(isPermitted(both, rule, { institution: of })).toBe(true);
        expect(parseActor(JSON.parse(JSON.stringify(both)))).toEqual(both);
      }),
    );
  });

  test('is refused with one code for those who are signed in and one for those who are not', () => {
    const codeOf = (actor: Actor) => refusal(actor).extensions['code'];
    expect([codeOf(PUBLIC_ACTOR), codeOf(person())]).toEqual(['UNAUTHENTICATED', 'FORBIDDEN']);
    expect(() => requireAccess(person(grant({})), 'DRAFT_READ', { institution: 'other' })).toThrow(/nothing here/);
    expect(() => requireAccess(person(grant({})), 'DRAFT_READ')).toThrow(/nothing here/);
    expect(() => requireAccess(person(grant({})), 'DRAFT_READ', { institution: 'vrb' })).not.toThrow();
  });
});
