import type { InstitutionEntry } from '@mandate-graph/domain';
import { Directive, Field, ObjectType } from 'type-graphql';
import type { AccessTable } from '../access/table.ts';
import { LocalizedText } from './localized-text.type.ts';

@Directive('@shareable')
@ObjectType({ description: 'Whoever runs an institution subgraph. Its legal bodies are organisational units.' })
export class Institution implements Pick<InstitutionEntry, 'code' | 'typePrefix' | 'website'> {
  @Field(() => String, { description: 'Code in ids, tokens and roles, and the name of its subgraph.' })
  readonly code!: string;
  @Field(() => String, {
    description: 'Begins the names of its types, and with a small letter those of its mutations.',
  })
  readonly typePrefix!: string;
  @Field(() => LocalizedText)
  readonly name!: LocalizedText;
  @Field(() => String, { nullable: true })
  readonly website!: string | null;
}

export const INSTITUTION_ACCESS: AccessTable = { Institution: { PUBLIC: 'code name typePrefix website' } };
