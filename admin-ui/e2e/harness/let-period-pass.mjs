// A story has no five working days: the period of the publication that runs is moved into the past, in the story's own
// database, and the trail is told so, since what is changed behind it stops everything. Nothing else is helped along.
import { fileURLToPath } from 'node:url'

const dist = (path) => fileURLToPath(new URL(`../../../backend/dist/${path}`, import.meta.url))
const { openKehou } = await import(dist('open-kehou.js'))
const { AuditEntries, requireAsNoted } = await import(dist('audit/index.js'))
const { Database } = await import(dist('platform/database/database.js'))
const { Publication } = await import(dist('grants/index.js'))

const [opensOn, closesOn, today] = process.argv.slice(2)
const { app } = await openKehou(process.env, () => undefined)
const running = await app.get(Database).transaction(async (tx) => {
  const found = await tx
    .createQueryBuilder(Publication, 'publication')
    .where('publication.closesOn >= :today', { today })
    .getMany()
  for (const { id } of found) {
    await requireAsNoted(tx, 'publication', [id])
    await tx.update(Publication, { id }, { opensOn, closesOn })
    const change = { action: 'publication.passed', entity: 'publication', entityId: id }
    await app.get(AuditEntries).recordWithoutPerson(tx, change, 'story')
  }
  return found.length
})
await app.close()
console.log(running)
process.exit(0)
