import { OUTBOX_TABLE, openDataSource, sqlMigration } from '@mandate-graph/persistence';
import { createDatabase, silentLog } from '@mandate-graph/testkit';
import type { DataSource } from 'typeorm';
import { FOLLOWING_TABLES } from '../following/following.tables.ts';
import { SUBJECT_ENTITIES, SUBJECT_TABLES, UNIT_CYCLE_GUARD } from '../subject/subject.entities.ts';
import { SUBJECT_VERSION_TABLES } from '../subject/subject.version.tables.ts';

/** A database as an institution has it, in a schema of its own. */
export async function openInstitutionDatabase(schema: string): Promise<{ source: DataSource; close(): Promise<void> }> {
  const database = await createDatabase();
  const source = await openDataSource({
    url: database.url,
    schema,
    entities: [...SUBJECT_ENTITIES],
    migrations: [
      sqlMigration('Tables1764000000001', [
        ...SUBJECT_TABLES,
        ...UNIT_CYCLE_GUARD,
        ...OUTBOX_TABLE,
        ...SUBJECT_VERSION_TABLES,
        ...FOLLOWING_TABLES,
      ]),
    ],
    log: silentLog,
  });
  return {
    source,
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
}
