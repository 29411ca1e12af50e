/** What is found after rows were changed behind the application's back. */
import type { EntityManager } from 'typeorm'
import type { TestApp } from './app.js'

/** Changes rows in a transaction without regard to foreign keys, looks, and takes the change back. */
export async function tampered<Found>(
  { database }: TestApp,
  statements: readonly string[],
  look: (manager: EntityManager) => Promise<Found>,
): Promise<Found> {
  const runner = database.connections.writer.createQueryRunner()
  await runner.connect()
  await runner.query(database.isSqlite ? 'PRAGMA foreign_keys = OFF' : 'SET FOREIGN_KEY_CHECKS = 0')
  await runner.startTransaction()
  try {
    for (const statement of statements) await runner.query(statement)
    return await look(runner.manager)
  } finally {
    await runner.rollbackTransaction()
    await runner.query(database.isSqlite ? 'PRAGMA foreign_keys = ON' : 'SET FOREIGN_KEY_CHECKS = 1')
    await runner.release()
  }
}
