import { parse } from 'yaml';
import { readRoot } from '../support/graph.ts';

export interface Service {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly ports?: readonly string[];
}

/** docker-compose.yml, with its variables as they are written. */
export const readServices = (): ReadonlyMap<string, Service> =>
  new Map(Object.entries((parse(readRoot('docker-compose.yml'), { merge: true }) as { services: object }).services));

const VARIABLE = /\$\{([A-Z_]+)(:-|:\?)?([^}]*)\}/g;

/** Every variable of the file, and whether it has a default. */
export const variables = (): { name: string; hasDefault: boolean }[] =>
  [...readRoot('docker-compose.yml').matchAll(VARIABLE)].map(([, name, operator]) => ({
    name: name!,
    hasDefault: operator === ':-',
  }));

/** Substitutes variables as Compose does. */
export const substitute = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(VARIABLE, (_match, name: string, operator: string | undefined, word: string) => {
    const value = values[name] ?? '';
    if (value !== '') return value;
    if (operator === ':?') throw new Error(`${name} ${word}`);
    return operator === ':-' ? word : '';
  });

/** The services in an order in which each comes after what it depends on; an error where there is none. */
export function startOrder(services: ReadonlyMap<string, Service>): readonly string[] {
  const order: string[] = [];
  const visit = (name: string, above: readonly string[]): void => {
    if (above.includes(name)) throw new Error(`These wait for one another: ${[...above, name].join(', ')}.`);
    for (const needed of Object.keys(services.get(name)!.depends_on ?? {})) visit(needed, [...above, name]);
    if (!order.includes(name)) order.push(name);
  };
  for (const name of services.keys()) visit(name, []);
  return order;
}
