import type { Problem } from '@mandate-graph/domain';

/** What is wrong with the code of an institution, given those there are. */
export function institutionProblems(path: string, code: string, institutions: readonly string[]): Problem[] {
  if (institutions.includes(code)) return [];
  const value = code.slice(0, 100);
  const rule = `${path} must be one of ${institutions.join(', ')}, but got: ${value}.`;
  return [{ path, code: 'UNKNOWN_INSTITUTION', value, rule }];
}

export const institutionsProblems = (
  path: string,
  codes: readonly string[] | null | undefined,
  institutions: readonly string[],
): Problem[] => (codes ?? []).flatMap((code, index) => institutionProblems(`${path}[${index}]`, code, institutions));
