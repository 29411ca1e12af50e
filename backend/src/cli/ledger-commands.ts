/** The commands about the ledger (台账命令): does it hold together, and out with it. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportLedger, verifyLedger } from '../funding/index.js'
import { Database } from '../platform/database/database.js'
import { CommandProblem } from './command-problem.js'
import type { Terminal } from './commands.js'
import type { Arguments } from './read-arguments.js'
import { schoolOf } from './school-of.js'

/** 1 where anything disagrees; each disagreement is one line on standard error. */
export async function checkLedger(
  app: NestFastifyApplication,
  { school: code, isJson, language }: Arguments,
  { out, complain }: Terminal,
): Promise<number> {
  const database = app.get(Database)
  const found = await verifyLedger(
    database.read,
    code === null ? undefined : (await schoolOf(database, code)).id,
  )
  if (isJson) out(JSON.stringify(found))
  else {
    out(
      language === 'zh'
        ? `分录 ${found.entryCount} 条，台账链 ${found.chainCount} 条，班级额度 ${found.allotmentCount} 条，不一致 ${found.problems.length} 处`
        : `${found.entryCount} entries, ${found.chainCount} chains, ${found.allotmentCount} allotments, ${found.problems.length} disagreements`,
    )
    for (const problem of found.problems) complain(problem)
  }
  return found.problems.length === 0 ? 0 : 1
}

/** Under another name until it is whole, so that nobody takes half a ledger for all of it. */
export async function writeLedger(
  app: NestFastifyApplication,
  { school: code, ledger, isJson, language }: Arguments,
  { out }: Terminal,
): Promise<number> {
  const database = app.get(Database)
  const { format, year, out: file } = ledger!
  const scope = {
    ...(code === null ? {} : { schoolId: (await schoolOf(database, code)).id }),
    ...(year === null ? {} : { fiscalYear: year }),
  }
  let lines = 0
  async function* text() {
    for await (const line of exportLedger(database.read, format, scope)) {
      lines += 1
      yield `${line}\n`
    }
  }
  const part = `${file}.part`
  try {
    await pipeline(Readable.from(text()), createWriteStream(part, { flags: 'w', mode: 0o600 }))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    const { code: reason } = error as NodeJS.ErrnoException
    if (reason && /^E[A-Z]+$/.test(reason))
      throw new CommandProblem(
        `写不了文件 ${file}（${reason}）。`,
        `The file ${file} cannot be written (${reason}).`,
      )
    throw error
  }
  out(
    isJson
      ? JSON.stringify({ file, format, lines })
      : language === 'zh'
        ? `已写入 ${file}，${lines} 行。`
        : `${file} written, ${lines} lines.`,
  )
  return 0
}
