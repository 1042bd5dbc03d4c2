import type { Problem } from '@mandate-graph/domain';

const MAX_SHOWN = 200;

/** A value that breaks a rule; the rule goes on after the path: `must be …`. */
export const refuse = (path: string, code: string, value: unknown, rule: string): Problem => {
  const shown = String(value).slice(0, MAX_SHOWN);
  return { path, code, value: shown, rule: `${path} ${rule}, but got: ${shown}.` };
};

/** A value that is not there, though it must be. */
export const missing = (path: string, code: string, rule: string): Problem => ({
  path,
  code,
  value: null,
  rule: `${path} ${rule}, but got: none.`,
});

/** A change that is none. */
export const unchanged = (path: string): Problem =>
  missing(path, 'NO_CHANGE', 'must give something that differs from what is known');

/** The same problem by another path, which its sentence begins with too. */
export const movedTo = (path: string, problem: Problem): Problem => ({
  ...problem,
  path,
  rule: problem.rule.startsWith(`${problem.path} `)
    ? `${path}${problem.rule.slice(problem.path.length)}`
    : problem.rule,
});

/** The same problem of what stands under another path: `changes.`. */
export const within = (outer: string, problem: Problem): Problem => movedTo(`${outer}${problem.path}`, problem);
