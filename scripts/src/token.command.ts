import { BOUND_TO, MAX_TOKEN_SECONDS, ROLES, type Role, SCOPES } from '@mandate-graph/runtime';
import { Temporal } from 'temporal-polyfill';
import { Refusal } from './failure.ts';

/** What `npm run token` is to do. */
export type TokenCommand = IssueCommand | { kind: 'revoke'; token: string } | { kind: 'rotate' } | { kind: 'new-keys' };

export interface IssueCommand {
  readonly kind: 'issue';
  readonly role: Role;
  readonly institution: string | null;
  readonly procedure: string | null;
  readonly subject: string;
  readonly scopes: readonly string[];
  readonly seconds: number;
}

const TASKS = ['role', 'revoke', 'rotate', 'new-keys'];
const DETAILS = ['institution', 'procedure', 'subject', 'scope', 'ttl'];
const WITHOUT_VALUE = ['rotate', 'new-keys'];
const OPTIONS = [...TASKS, ...DETAILS];
const list = (names: readonly string[]): string => names.join(', ');
const listOfOptions = (names: readonly string[]): string => list(names.map((name) => `--${name}`));

const MIN_SECONDS = 60;
const DEFAULT_TTL = 'PT1H';
const NAME = /^\S{1,200}$/;

/** Reads the words of a command; refuses with all that is wrong with them. */
export function tokenCommand(words: readonly string[], institutions: readonly string[]): TokenCommand {
  const problems: string[] = [];
  const given = readOptions(words, problems);
  const tasks = TASKS.filter((task) => given.has(task));
  if (tasks.length !== 1) {
    problems.push(`One of ${listOfOptions(TASKS)} must be there, but got: ${listOfOptions(tasks) || 'none'}.`);
  }
  const [task] = tasks;
  if (task !== 'role' && task !== undefined) {
    const more = DETAILS.filter((name) => given.has(name));
    if (more.length > 0) problems.push(`With --${task} there is nothing else, but got: ${listOfOptions(more)}.`);
  }
  const issue = task === 'role' ? readIssue(given, institutions, problems) : null;
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  if (issue !== null) return issue;
  return task === 'revoke' ? { kind: 'revoke', token: given.get('revoke')! } : { kind: task as 'rotate' | 'new-keys' };
}

function readOptions(words: readonly string[], problems: string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, attached] = /^--([a-z-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined || !OPTIONS.includes(name)) {
      problems.push(`The options are ${listOfOptions(OPTIONS)}, but got: ${word}.`);
      if (rest[0]?.startsWith('--') === false) rest.shift();
      continue;
    }
    if (given.has(name)) problems.push(`--${name} may be there once only.`);
    if (WITHOUT_VALUE.includes(name)) {
      if (attached !== undefined) problems.push(`--${name} takes no value, but got: ${attached}.`);
      given.set(name, '');
      continue;
    }
    const value = attached ?? (rest[0]?.startsWith('--') === false ? rest.shift()! : '');
    if (value === '') problems.push(`--${name} needs a value.`);
    given.set(name, value);
  }
  return given;
}

function readIssue(
  given: ReadonlyMap<string, string>,
  institutions: readonly string[],
  problems: string[],
): IssueCommand {
  const role = given.get('role') as Role;
  const known = (ROLES as readonly string[]).includes(role);
  if (!known && role !== ('' as Role)) problems.push(`--role must be one of ${list(ROLES)}, but got: ${role}.`);
  const bound = known ? BOUND_TO[role] : null;
  for (const name of ['institution', 'procedure'] as const) {
    if (!known) continue;
    if (bound === name && !given.has(name))
      problems.push(`--${name} is needed: a token of the role ${role} is for one.`);
    if (bound !== name && given.has(name)) problems.push(`--${name} has no meaning for the role ${role}.`);
  }
  const institution = given.get('institution') ?? null;
  if (institution !== null && institution !== '' && !institutions.includes(institution)) {
    problems.push(`--institution must be one of ${list(institutions)}, but got: ${institution}.`);
  }
  for (const name of ['procedure', 'subject']) {
    const value = given.get(name) ?? '';
    if (value !== '' && !NAME.test(value)) {
      problems.push(`--${name} must be an id of at most 200 characters without spaces, but got: ${value}.`);
    }
  }
  return {
    kind: 'issue',
    role,
    institution,
    procedure: given.get('procedure') ?? null,
    subject: given.get('subject') ?? ['demo', role, ...(institution === null ? [] : [institution])].join(':'),
    scopes: readScopes(given.get('scope'), known ? role : null, problems),
    seconds: readSeconds(given.get('ttl') || DEFAULT_TTL, problems),
  };
}

function readScopes(text: string | undefined, role: Role | null, problems: string[]): readonly string[] {
  const scopes = (text ?? '').split(' ').filter((scope) => scope !== '');
  const unknown = scopes.filter((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (unknown.length > 0) problems.push(`--scope must be some of ${list(SCOPES)}, but got: ${list(unknown)}.`);
  if (role === 'integration' && text === undefined) {
    problems.push(`--scope is needed: a token of the role integration may do what its scopes say, of ${list(SCOPES)}.`);
  }
  if (role !== null && role !== 'integration' && text !== undefined) {
    problems.push(`--scope has no meaning for the role ${role}.`);
  }
  return scopes;
}

function readSeconds(text: string, problems: string[]): number {
  try {
    const seconds = Temporal.Duration.from(text).total('seconds');
    if (seconds >= MIN_SECONDS && seconds <= MAX_TOKEN_SECONDS && Number.isInteger(seconds)) return seconds;
  } catch {
    // Not a duration, or one whose length depends on the day.
  }
  problems.push(`--ttl must be a duration from PT1M to PT24H, but got: ${text}.`);
  return 0;
}
