import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration of plain SQL. The name ends in a 13-digit timestamp, by which TypeORM orders migrations. */
export function sqlMigration(name: string, up: readonly string[]): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      // A migration takes as long as it takes; its transaction ends this exception.
      await runner.query('SET LOCAL statement_timeout = 0');
      for (const statement of up) await runner.query(statement);
    }
    async down(): Promise<void> {
      throw new Error(`${name} is not taken back: write a new migration instead.`);
    }
  };
}
