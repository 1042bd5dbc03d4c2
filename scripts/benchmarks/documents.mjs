import { getNamedType, isAbstractType, isCompositeType, isLeafType, isRequiredArgument } from 'graphql';

/** Values for the arguments that must be given. */
const VALUES = { ID: '"x:vacancy:y"', String: '"x"', Int: '3', LocalDate: '"2025-01-01"', Language: 'NL' };

/** The same numbers from 0 to 1 for the same seed. */
export function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A valid query of random shape, up to about the limits: deep or wide, with aliases, conditions and type conditions. */
export function randomQuery(schema, random, limits) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const shape = {
    width: 1 + random() * 12,
    nesting: 0.3 + random() * 0.7,
    narrowing: random() < 0.5 ? random() : 0,
    conditions: random() < 0.3 ? random() : 0,
  };
  const left = {
    fields: limits.fields.bound * (0.5 + random() / 2),
    aliases: limits.aliases.bound,
    spreads: limits.spreads.bound,
    directives: 20,
  };
  const flags = [];

  const field = (type, depth, used) => {
    const all = Object.values(type.getFields());
    const inner = all.filter((one) => isCompositeType(getNamedType(one.type)));
    const leaves = all.filter((one) => isLeafType(getNamedType(one.type)) && !one.args.some(isRequiredArgument));
    const deeper = depth < limits.depth.bound - 1;
    const chosen = deeper && (random() < shape.nesting || leaves.length === 0) ? pick(inner) : pick(leaves);
    if (chosen === undefined) return '';
    const required = chosen.args.filter(isRequiredArgument);
    const values = required.map((argument) => VALUES[getNamedType(argument.type).name]);
    if (values.includes(undefined)) return '';
    let alias = '';
    if (used.has(chosen.name) || required.length > 0) {
      if (left.aliases <= 0) return '';
      alias = `a${left.aliases}: `;
      left.aliases -= 1;
    }
    used.add(chosen.name);
    left.fields -= 1;
    let condition = '';
    if (random() < shape.conditions && left.directives > 0) {
      condition = ` @include(if: $v${flags.length})`;
      flags.push(`$v${flags.length}: Boolean!`);
      left.directives -= 1;
    }
    const args = required.map(({ name }, index) => `${name}: ${values[index]}`).join(', ');
    const named = getNamedType(chosen.type);
    const within = isCompositeType(named) ? ` { ${selection(named, depth + 1)} }` : '';
    return `${alias}${chosen.name}${args === '' ? '' : `(${args})`}${condition}${within}`;
  };

  const selection = (type, depth) => {
    const parts = ['__typename'];
    const used = new Set();
    for (let count = Math.floor(random() * shape.width); count >= 0 && left.fields > 0; count -= 1) {
      if (isAbstractType(type) && left.spreads > 0 && (random() < shape.narrowing || !('getFields' in type))) {
        left.spreads -= 1;
        const possible = pick(schema.getPossibleTypes(type));
        parts.push(`... on ${possible.name} { ${selection(possible, depth)} }`);
      } else if ('getFields' in type) {
        parts.push(field(type, depth, used));
      }
    }
    return parts.join(' ');
  };

  const body = selection(schema.getQueryType(), 1);
  return `query${flags.length === 0 ? '' : ` (${flags.join(', ')})`} { ${body} }`;
}
