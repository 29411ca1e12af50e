/** Says each word once (发出提醒): the unique key is the last word. */
import type { EntityManager } from 'typeorm'
import { Reminder } from './reminder.entity.js'
import type { Word } from './words.js'

const askedAtOnce = 500
const saidAtOnce = 200

/** Answers how many were not known before. */
export async function sayWords(tx: EntityManager, words: readonly Word[], sentAt: Date): Promise<number> {
  const known = await knownOf(tx, words)
  const fresh = words
    .filter((each) => !known.has(each.uniqueKey))
    .sort((a, b) => (a.uniqueKey < b.uniqueKey ? -1 : 1))
  let count = 0
  for (let start = 0; start < fresh.length; start += saidAtOnce) {
    const part = fresh.slice(start, start + saidAtOnce)
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(Reminder)
      .values(part.map((each) => ({ ...each, sentAt, doneAt: null })) as object[])
      .orIgnore()
      .updateEntity(false)
      .execute()
    // On a server another process may have said some of them meanwhile.
    const isSqlite = tx.connection.options.type === 'better-sqlite3'
    count += isSqlite ? part.length : (raw as { affectedRows: number }).affectedRows
  }
  return count
}

async function knownOf(tx: EntityManager, words: readonly Word[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let start = 0; start < words.length; start += askedAtOnce) {
    const keys = words.slice(start, start + askedAtOnce).map((each) => each.uniqueKey)
    const rows = await tx
      .createQueryBuilder(Reminder, 'reminder')
      .select('reminder.uniqueKey', 'uniqueKey')
      .where('reminder.uniqueKey IN (:...keys)', { keys })
      .getRawMany<{ uniqueKey: string }>()
    for (const row of rows) known.add(row.uniqueKey)
  }
  return known
}
