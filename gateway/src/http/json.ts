/** Why a text is not the JSON that is read here; a sentence begun by what was to be read. */
export class JsonProblem extends Error {
  override readonly name = 'JsonProblem';
}

const MAX_SHOWN = 100;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * JSON that everyone reads alike: no name stands twice in an object, of which one reader would take the first and
 * another the last, and every text can be written in UTF-8.
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonProblem('is not valid JSON');
  }
  checkStrings(text);
  return value;
}

/** Goes through the strings of a text that is known to be JSON. */
function checkStrings(text: string): void {
  /** The names in each object that is open; null for a list. */
  const scopes: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '{':
        scopes.push(new Set());
        break;
      case '[':
        scopes.push(null);
        break;
      case '}':
      case ']':
        scopes.pop();
        break;
      case '"': {
        const end = endOfString(text, at);
        const literal = text.slice(at, end + 1);
        at = end;
        const string = literal.includes('\\') ? (JSON.parse(literal) as string) : literal.slice(1, -1);
        if (LONE_SURROGATE.test(string)) throw new JsonProblem('holds half of a surrogate pair, which is no character');
        if (isName(text, end + 1)) note(scopes.at(-1)!, string);
      }
    }
  }
}

function note(names: Set<string> | null, name: string): void {
  if (names?.has(name)) {
    throw new JsonProblem(`has the name ${JSON.stringify(name.slice(0, MAX_SHOWN))} twice in one object`);
  }
  names?.add(name);
}

/** Where the string that begins here ends: at a quote with no or an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let before = quote;
    while (text[before - 1] === '\\') before -= 1;
    if ((quote - before) % 2 === 0) return quote;
  }
}

/** In JSON a colon follows names, and nothing else. */
function isName(text: string, after: number): boolean {
  let at = after;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return text[at] === ':';
}
