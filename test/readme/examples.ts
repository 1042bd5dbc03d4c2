import { ROLES, type Role } from '@mandate-graph/runtime';
import { readText } from './markdown.ts';

const JSON_BLOCK = '^```json\\n([\\s\\S]*?)^```\\n';
const REQUEST = new RegExp(`^\`\`\`graphql\\n([\\s\\S]*?)^\`\`\`\\n\\s*${JSON_BLOCK}(?:\\s*${JSON_BLOCK})?`, 'gm');
const HEADING = /^### (.+) \(([a-z-]+)\)$/m;

/** A request of a document: who asks it, with which variables, and what is printed below it. */
export interface Example {
  readonly title: string;
  /** `public`: nobody who is signed in. */
  readonly role: Role | 'public';
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly answer: unknown;
}

/** The requests under a chapter's headings that end in a role. Of two blocks of JSON the first one is the variables. */
export function examplesOf(file: string, chapter: string): Example[] {
  const text = new RegExp(`^## ${chapter}$[\\s\\S]*?(?=^## |(?![\\s\\S]))`, 'm').exec(readText(file))?.[0] ?? '';
  return text.split(/(?=^### )/m).flatMap((part) => {
    const [, title = '', role = ''] = HEADING.exec(part) ?? [];
    return [...part.matchAll(REQUEST)].map(([, query, first, second]) => ({
      title,
      role: roleOf(role),
      query: query!,
      variables: second === undefined ? {} : (JSON.parse(first!) as Record<string, unknown>),
      answer: JSON.parse(second ?? first!) as unknown,
    }));
  });
}

function roleOf(word: string): Example['role'] {
  const found = (['public', ...ROLES] as const).find((role) => role === word);
  if (found === undefined) throw new Error(`A heading must end in a role, but ends in: (${word}).`);
  return found;
}
