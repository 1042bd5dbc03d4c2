import { randomUUID } from 'node:crypto';
import { formatId, type Problem, parseSubjectId, type SubjectKind } from '@mandate-graph/domain';
import { refuse } from '../subject/problem.rules.ts';
import type { Knowledge } from './knowledge.ts';

const MAX_LOCAL = 100;

/**
 * The id of a new subject. Where the caller chose one that cannot be, that is a problem, and the id is a made-up one: so
 * that whatever else is wrong is found too.
 */
export async function newId(
  kind: SubjectKind,
  local: string | null | undefined,
  knowledge: Knowledge,
  problems: Problem[],
  path = 'local',
): Promise<string> {
  const { institution } = knowledge;
  const made = formatId({ institution, kind, local: randomUUID() });
  if (local == null) return made;
  const asked = formatId({ institution, kind, local });
  if (local.length > MAX_LOCAL || parseSubjectId(asked) === null) {
    const rule = `must be lower-case words and digits with hyphens between, of at most ${MAX_LOCAL} characters`;
    problems.push(refuse(path, 'INVALID_LOCAL', local, rule));
    return made;
  }
  const [known] = await knowledge.find(kind, [asked]);
  if (known == null) return asked;
  problems.push(refuse(path, 'TAKEN', local, `must be a new one, but there is, or was, a ${kind} with it`));
  return made;
}
