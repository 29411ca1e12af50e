import { openTestDatabase, serverUrl } from '../database.js'

describe('schema', () => {
  it(`has nothing left to do after the migrations (${serverUrl ? 'server' : 'SQLite'})`, async () => {
    const { connections, remove } = await openTestDatabase()
    const log = await connections.writer.driver.createSchemaBuilder().log()
    await connections.writer.destroy()
    if (connections.reader.isInitialized) await connections.reader.destroy()
    remove()
    expect(log.upQueries.map((query) => query.query)).toEqual([])
  })
})
