import { ACCESS_RULES, type AccessRule, type AccessRuleName, BOUND_TO, ROLES, type Role } from '@mandate-graph/runtime';

/** The columns of the matrix: everyone, then each role. */
export const HEADINGS: readonly string[] = ['public', ...ROLES.map((role) => role.replaceAll('-', ' '))];

/** What each column says of a rule: yes, under which condition, or no. */
export function columnsOf(name: AccessRuleName): readonly string[] {
  const { allows }: AccessRule = ACCESS_RULES[name];
  if (allows === 'everyone') return HEADINGS.map(() => 'yes');
  return ['–', ...ROLES.map((role) => conditionOf(role, allows[role]))];
}

function conditionOf(role: Role, needed: true | { readonly scope: string } | undefined): string {
  if (needed === undefined) return '–';
  const bound = BOUND_TO[role];
  const own = bound === null ? [] : [`own ${bound}`];
  const conditions = needed === true ? own : [`\`${needed.scope}\``, ...own];
  return conditions.length === 0 ? 'yes' : conditions.join(', ');
}
