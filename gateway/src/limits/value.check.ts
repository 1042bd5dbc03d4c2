import type { Problem } from '@mandate-graph/domain';
import { type Excess, LIMITS, type LimitName, problem } from '@mandate-graph/runtime';
import { type DocumentNode, Kind, type ValueNode, visit } from 'graphql';

/** What is wrong with the values of an operation, apart from what the schema asks of them. */
export interface ValueFindings {
  readonly excesses: readonly Excess[];
  readonly problems: readonly Problem[];
}

/** More of them would say no more. */
const MAX_PROBLEMS = 20;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Looks at values wherever they stand, and keeps the largest of each measure. */
class Findings implements ValueFindings {
  readonly problems: Problem[] = [];
  readonly #largest = new Map<LimitName, number>();

  note(name: LimitName, value: number): void {
    if (value > (this.#largest.get(name) ?? 0)) this.#largest.set(name, value);
  }

  text(path: string, text: string): void {
    this.note('textLength', text.length);
    const what = text.includes('\0') ? 'null characters' : LONE_SURROGATE.test(text) ? 'halves of characters' : null;
    if (what === null || this.problems.length >= MAX_PROBLEMS) return;
    this.problems.push(problem(path, 'INVALID_TEXT', null, `${path} must be text without ${what}.`));
  }

  get excesses(): Excess[] {
    return [...this.#largest]
      .filter(([name, value]) => value > LIMITS[name].bound)
      .map(([name, value]) => ({ name, value }));
  }
}

/** Looks at variables as they came, declared or not. */
export function checkVariables(variables: Readonly<Record<string, unknown>> | undefined): ValueFindings {
  const findings = new Findings();
  if (variables === undefined) return findings;
  const entries = Object.entries(variables);
  if (entries.length === 0) return findings;
  findings.note('variables', entries.length);
  // A stack of our own: how deep the values go is not known yet.
  const open = entries.map(([name, value]) => ({ path: `$${name}`, value, depth: 1 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, value, depth } = next;
    if (typeof value === 'string') findings.text(path, value);
    if (typeof value !== 'object' || value === null) continue;
    findings.note('nesting', depth);
    if (Array.isArray(value)) findings.note('listEntries', value.length);
    else for (const name of Object.keys(value)) findings.text(path, name);
    if (depth > LIMITS.nesting.bound) continue;
    for (const [name, child] of Object.entries(value)) {
      open.push({ path: `${path}.${name}`, value: child, depth: depth + 1 });
    }
  }
  // What is nested without end cannot be written again.
  if (findings.excesses.every(({ name }) => name !== 'nesting')) {
    findings.note('variableBytes', Buffer.byteLength(JSON.stringify(variables)));
  }
  return findings;
}

/** Looks at the values in the text of a document. */
export function checkLiterals(document: DocumentNode): ValueFindings {
  const findings = new Findings();
  const names: string[] = [];
  let depth = 0;
  const inner = (value: ValueNode): boolean => value.kind === Kind.LIST || value.kind === Kind.OBJECT;
  visit(document, {
    enter(node) {
      switch (node.kind) {
        case Kind.ARGUMENT:
        case Kind.OBJECT_FIELD:
          names.push(node.name.value);
          break;
        case Kind.VARIABLE_DEFINITION:
          names.push(`$${node.variable.name.value}`);
          break;
        case Kind.STRING:
          findings.text(names.join('.'), node.value);
          break;
        case Kind.LIST:
          findings.note('listEntries', node.values.length);
      }
      if (inner(node as ValueNode)) findings.note('nesting', ++depth);
    },
    leave(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD || node.kind === Kind.VARIABLE_DEFINITION) {
        names.pop();
      }
      if (inner(node as ValueNode)) depth -= 1;
    },
  });
  return findings;
}
