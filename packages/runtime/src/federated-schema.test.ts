import { describe, expect, test } from '@jest/globals';
import { execute, parse } from 'graphql';
import { Field, FieldResolver, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { Resource } from './access/access.ts';
import { type Actor, type Grant, PUBLIC_ACTOR, type Role } from './access/actor.ts';
import type { AccessTable } from './access/table.ts';
import { buildFederatedSchema } from './federated-schema.ts';

@ObjectType()
class Thing {
  @Field(() => ID)
  readonly id!: string;
  @Field(() => Int, { nullable: true })
  readonly secret!: number | null;
}

/** A service that forgets to ask who asks. */
@Resolver(() => Thing)
class ThingFields {
  @Query(() => Thing, { nullable: true })
  thing() {
    return { id: 'a', secret: 1 };
  }
  @Query(() => Int, { nullable: true })
  own() {
    return 2;
  }
  @FieldResolver(() => Int, { nullable: true })
  counted() {
    return 3;
  }
}

const TABLE: AccessTable = {
  Query: { PUBLIC: 'thing', DRAFT_READ: 'own' },
  Thing: { PUBLIC: 'id', EXACT_COUNTS: 'secret counted' },
};
const build = (access: AccessTable, resource: Resource | null = { institution: 'vrb' }) =>
  buildFederatedSchema({
    resolvers: [ThingFields],
    orphanedTypes: [Thing],
    references: {},
    access,
    resourceOf: () => resource,
  });
const grant = (role: Role, institution: string | null): Grant => ({ role, institution, procedure: null, scopes: [] });
const person = (...grants: Grant[]): Actor => ({ kind: 'person', subject: 'somebody', grants });
const ask = async (actor: Actor, resource?: Resource | null) => {
  const { schema } = await build(TABLE, resource);
  const document = parse('{ own thing { id secret counted } }');
  const { data, errors } = await execute({ schema, document, contextValue: { actor } });
  return { data: JSON.parse(JSON.stringify(data)), codes: errors?.map(({ extensions }) => extensions['code']) };
};

const NOTHING = { own: null, thing: { id: 'a', secret: null, counted: null } };
const ALL = { own: 2, thing: { id: 'a', secret: 1, counted: 3 } };

describe('a subgraph schema', () => {
  test('is not built while a field has no rule, or a rule no field', async () => {
    await expect(build({ ...TABLE, Thing: { PUBLIC: 'id', EXACT_COUNTS: 'secret' } })).rejects.toThrow(
      'Thing.counted stands under no rule.',
    );
    await expect(build({ ...TABLE, Thing: { PUBLIC: 'id', EXACT_COUNTS: 'secret counted old' } })).rejects.toThrow(
      'Thing.old stands in the table, but is no field.',
    );
  });

  test('denies what a service forgets to check, field by field, and leaves the rest', async () => {
    expect(await ask(PUBLIC_ACTOR)).toEqual({ data: NOTHING, codes: Array(3).fill('UNAUTHENTICATED') });
    const others = person(grant('recruiter', 'other'), grant('analyst', null));
    expect(await ask(others)).toEqual({ data: NOTHING, codes: Array(3).fill('FORBIDDEN') });
  });

  test('gives what the actor may have', async () => {
    expect(await ask(person(grant('authority', 'vrb')))).toEqual({ data: ALL, codes: undefined });
  });

  test('leaves the decision to the service where whose it is is not known yet, but not for those who never may', async () => {
    expect(await ask(person(grant('recruiter', 'other')), null)).toEqual({ data: ALL, codes: undefined });
    expect(await ask(person(grant('privacy-officer', null)), null)).toMatchObject({ data: NOTHING });
  });

  test('says under which rule each field stands', async () => {
    const { rules } = await build(TABLE);
    expect(rules).toContainEqual({ type: 'Thing', field: 'counted', rule: 'EXACT_COUNTS', inherited: false });
    expect(rules).toHaveLength(5);
  });
});
