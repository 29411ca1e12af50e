import { openTestDatabase, serverUrl } from '../database.js'

describe('schema', () => {
  it(`has nothing left to do after the migrations (${serverUrl ? 'server' : 'SQLite'})`, async () => {
    const { connections, remove } = await openTestDatabase()
    const log = await connections.writer.driver.createSchemaBuilder().log()
    await connections.writer.destroy()
    for (const source of [connections.reader, connections.health])
      if (source.isInitialized) await source.destroy()
    remove()
    expect(log.upQueries.map((query) => query.query)).toEqual([])
  })
})
