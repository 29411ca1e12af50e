/** The commands about the ledger (台账命令): does it hold together, and out with it. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { createWriteStream, existsSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  type AnchorContent,
  AnchorsService,
  exportLedger,
  readAnchors,
  verifyAnchors,
} from '../ledger/index.js'
import { verifyBooks } from '../oversight/index.js'
import { FieldSeal } from '../platform/crypto.js'
import { Database } from '../platform/database/database.js'
import { CommandProblem } from './command-problem.js'
import { noticeOf, printNotice } from './notice.js'
import type { Arguments } from './read-arguments.js'
import { schoolOf } from './school-of.js'
import type { Terminal } from './terminal.js'

/** 1 where anything disagrees; each disagreement is one line on standard error. */
export async function checkLedger(
  app: NestFastifyApplication,
  { school: code, anchors: file, isJson, language }: Arguments,
  { out, complain }: Terminal,
): Promise<number> {
  const database = app.get(Database)
  const anchors = file === null ? [] : await anchorsIn(file)
  const schoolId = code === null ? undefined : (await schoolOf(database, code)).id
  // All of it as it stood at one instant, while others go on working.
  const found = await database.inSnapshot(async (manager) => {
    // With anchors the trail is walked past the heads that they have kept.
    const options = { withTrail: code === null && file === null, seal: app.get(FieldSeal) }
    const books = await verifyBooks(manager, schoolId, options)
    const ofAnchors = file === null ? [] : await verifyAnchors(manager, anchors)
    return { ...books, anchorCount: anchors.length, problems: [...books.problems, ...ofAnchors] }
  })
  if (isJson) out(JSON.stringify(found))
  else {
    out(
      language === 'zh'
        ? `凭证 ${found.journalCount} 份，分录 ${found.lineCount} 条，台账链 ${found.chainCount} 条，班级额度 ${found.allotmentCount} 条，锚点 ${found.anchorCount} 个，不一致 ${found.problems.length} 处`
        : `${found.journalCount} journals, ${found.lineCount} lines, ${found.chainCount} chains, ${found.allotmentCount} allotments, ${found.anchorCount} anchors, ${found.problems.length} disagreements`,
    )
    for (const problem of found.problems) complain(problem)
    for (const note of found.notes) out(note)
    if (file === null)
      out(
        language === 'zh'
          ? '能改数据库、又有本程序的人，可以把整条链连同单据重写；只有另存的锚点能发现。请定期把 kehou ledger anchors 写出的文件存到别处，用 --anchors 比较。'
          : 'Whoever can write to the database and has this program can write a whole chain with its documents anew; only anchors that were kept elsewhere tell. Keep what kehou ledger anchors writes elsewhere from time to time, and compare with --anchors.',
      )
    else
      out(
        language === 'zh'
          ? `锚点由公钥 ${anchors[0]!.publicKey} 签名；请与公示页上的公钥核对。`
          : `The anchors are signed by the key ${anchors[0]!.publicKey}; compare it with the one that is published.`,
      )
  }
  return found.problems.length === 0 ? 0 : 1
}

async function anchorsIn(file: string): Promise<AnchorContent[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new CommandProblem('cli.file_unreadable', { file, reason: code ?? null })
  }
  const anchors = readAnchors(text)
  if (anchors === null) throw new CommandProblem('cli.no_anchors', { file })
  return anchors
}

/** Who keeps a file of anchors must not lose it to another history: what stands in it must be the beginning of the new one. */
async function refuseOtherAnchors(service: AnchorsService, file: string): Promise<void> {
  if (!existsSync(file)) return
  const kept = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  let at = 0
  for await (const line of service.lines()) {
    if (at === kept.length) return
    if (line !== kept[at]) throw new CommandProblem('cli.anchors_differ', { file, line: at + 1 })
    at += 1
  }
  if (at < kept.length) throw new CommandProblem('cli.anchors_differ', { file, line: at + 1 })
}

/** The anchor of today is made first, where there is none yet. */
export async function writeAnchors(
  app: NestFastifyApplication,
  { anchors: file, isJson, language }: Arguments,
  { out }: Terminal,
): Promise<number> {
  const service = app.get(AnchorsService)
  await service.make()
  await refuseOtherAnchors(service, file!)
  let lines = 0
  async function* text() {
    for await (const line of service.lines()) {
      lines += 1
      yield `${line}\n`
    }
  }
  await written(file!, () => intoFile(text(), file!))
  out(
    isJson
      ? JSON.stringify({ file, lines })
      : noticeOf('cli.written', { file: file!, lines }, language).message,
  )
  return 0
}

/** In the place of a file: standard output. */
const standardOutput = '-'

/** Into a file, or with `--out -` on standard output, where nothing else stands then. */
export async function writeLedger(
  app: NestFastifyApplication,
  { school: code, ledger, isJson, language }: Arguments,
  { out, complain, stdout }: Terminal,
): Promise<number> {
  const database = app.get(Database)
  const { format, year, out: file } = ledger!
  const scope = {
    ...(code === null ? {} : { schoolId: (await schoolOf(database, code)).id }),
    ...(year === null ? {} : { fiscalYear: year }),
  }
  let lines = 0
  async function* text() {
    const snapshot = await database.openSnapshot()
    const all = snapshot.within((manager) => exportLedger(manager, format, scope))
    for await (const line of snapshot.pieces(all)) {
      lines += 1
      yield `${line}\n`
    }
  }
  if (file === standardOutput) {
    await written(file, () => pipeline(Readable.from(text()), stdout, { end: false }))
    complain(printNotice(noticeOf('cli.written_out', { lines }, language), isJson))
    return 0
  }
  await written(file, () => intoFile(text(), file))
  out(
    isJson
      ? JSON.stringify({ file, format, lines })
      : noticeOf('cli.written', { file, lines }, language).message,
  )
  return 0
}

/** Under another name until it is whole, so that nobody takes half a ledger for all of it. */
async function intoFile(text: AsyncIterable<string>, file: string): Promise<void> {
  const part = `${file}.part`
  try {
    await pipeline(Readable.from(text), createWriteStream(part, { flags: 'w', mode: 0o600 }))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function written(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const { code: reason } = error as NodeJS.ErrnoException
    if (reason && /^E[A-Z]+$/.test(reason)) throw new CommandProblem('cli.file_unwritable', { file, reason })
    throw error
  }
}
