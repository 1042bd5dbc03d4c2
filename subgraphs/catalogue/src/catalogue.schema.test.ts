import { expect, test } from '@jest/globals';
import { type InterfaceTypeDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, print } from 'graphql';
import { createCatalogue } from './module.ts';
import { openCatalogue } from './testing/catalogue.harness.ts';
import { EAST, idOf, NORTH, REGISTRY } from './testing/recorded.ts';

const definition = (sdl: string, name: string): string => {
  const found = parse(sdl).definitions.find(
    (node): node is ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode =>
      (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
      node.name.value === name,
  );
  return found === undefined ? 'missing' : print(found).replace(/\s+/g, ' ');
};

test('every institution has a key-only type of each interface, and nobody else has', async () => {
  const { sdl } = await createCatalogue(REGISTRY).schema();
  const kinds = { Vacancy: 'Vacancy', OrganisationalUnit: 'Unit', Position: 'Position', Body: 'Body' };
  for (const [name, suffix] of Object.entries(kinds)) {
    expect(definition(sdl, name)).toBe(`interface ${name} @key(fields: "id") { id: ID! }`);
    for (const { typePrefix } of REGISTRY) {
      expect(definition(sdl, `${typePrefix}${suffix}`)).toBe(
        `type ${typePrefix}${suffix} implements ${name} @key(fields: "id") { id: ID! }`,
      );
    }
  }
  expect(sdl.match(/^type \w+ implements/gm)).toHaveLength(REGISTRY.length * 4);
});

test('two registries in one process do not see each other’s types', async () => {
  await createCatalogue(REGISTRY).schema();
  const { sdl } = await createCatalogue([NORTH]).schema();
  expect(sdl).not.toMatch(/SouthWest|East/);
  expect(definition(sdl, 'NorthBody')).not.toBe('missing');
});

test('what crosses to an institution may fail without the rest', async () => {
  const { sdl } = await createCatalogue(REGISTRY).schema();
  expect(definition(sdl, 'VacancyEdge')).toContain('node: Vacancy ');
  expect(definition(sdl, 'OrganisationalUnitEdge')).toContain('node: OrganisationalUnit ');
});

test('a reference is typed by the institution in its id, or is nobody', async () => {
  const catalogue = await openCatalogue();
  const representations = [
    { __typename: 'Vacancy', id: idOf(NORTH, 'vacancy', 'a') },
    { __typename: 'OrganisationalUnit', id: `${idOf(EAST, 'unit', 'a')}@2024-01-01` },
    { __typename: 'Position', id: idOf(EAST, 'position', 'a') },
    { __typename: 'Body', id: idOf(NORTH, 'body', 'a') },
    { __typename: 'SouthWestVacancy', id: 'south-west:vacancy:a' },
    { __typename: 'Vacancy', id: 'elsewhere:vacancy:a' },
    { __typename: 'Vacancy', id: idOf(NORTH, 'unit', 'a') },
    { __typename: 'Vacancy', id: 'nonsense' },
  ];
  const ids = ['Vacancy', 'OrganisationalUnit', 'Position', 'Body'].map((name) => `... on ${name} { id }`).join(' ');
  const { data } = await catalogue.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${ids} } }`,
    { representations },
  );
  expect(data._entities).toEqual([
    { __typename: 'NorthVacancy', id: idOf(NORTH, 'vacancy', 'a') },
    { __typename: 'EastUnit', id: `${idOf(EAST, 'unit', 'a')}@2024-01-01` },
    { __typename: 'EastPosition', id: idOf(EAST, 'position', 'a') },
    { __typename: 'NorthBody', id: idOf(NORTH, 'body', 'a') },
    { __typename: 'SouthWestVacancy', id: 'south-west:vacancy:a' },
    null,
    null,
    null,
  ]);
  await catalogue.close();
});

test('institutions come from the registry, in the order of their codes', async () => {
  const catalogue = await openCatalogue();
  const { data } = await catalogue.ask(
    '{ institutions { code } east: institution(code: "east") { name { text(language: FR) { value } } website } none: institution(code: "West!") { code } }',
  );
  expect(data).toEqual({
    institutions: [{ code: 'east' }, { code: 'north' }, { code: 'south-west' }],
    east: { name: { text: { value: 'Agence de l’Est' } }, website: null },
    none: null,
  });
  await catalogue.close();
});
