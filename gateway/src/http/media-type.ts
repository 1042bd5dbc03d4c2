export const JSON_TYPE = 'application/json';
export const GRAPHQL_TYPE = 'application/graphql-response+json';

export type MediaType = typeof JSON_TYPE | typeof GRAPHQL_TYPE;

export interface Choice {
  readonly type: MediaType;
  /** Whether the client asked for this type by its name, rather than for anything. */
  readonly named: boolean;
}

interface Range {
  readonly name: string;
  readonly quality: number;
}

const ANYTHING = ['*/*', 'application/*'];

/** The type of an answer, by the header `Accept`: the best liked, then the first. Null when neither type will do. */
export function chooseMediaType(accept: string | undefined): Choice | null {
  if (accept === undefined || accept.trim() === '') return { type: JSON_TYPE, named: false };
  const ranges = accept.split(',').map(readRange);
  const refused = ranges.filter(({ quality }) => quality === 0).map(({ name }) => name);
  const liked = ranges
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality || Number(ANYTHING.includes(a.name)) - Number(ANYTHING.includes(b.name)));
  for (const { name } of liked) {
    if (name === JSON_TYPE || name === GRAPHQL_TYPE) return { type: name, named: true };
    const type = ANYTHING.includes(name)
      ? [JSON_TYPE, GRAPHQL_TYPE].find((type) => !refused.includes(type))
      : undefined;
    if (type !== undefined) return { type: type as MediaType, named: false };
  }
  return null;
}

/** `application/json; q=0.5`; parameters other than q say nothing that matters for an answer in UTF-8. */
function readRange(text: string): Range {
  const [name, ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '');
  const quality = weight === undefined ? 1 : Number(weight);
  return { name: name ?? '', quality: quality >= 0 && quality <= 1 ? quality : 0 };
}
