/** What each command does (各命令). */
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { Passwords, User, UsersService } from '../access/index.js'
import { type ActingPerson, AuditEntries } from '../audit/index.js'
import { ImportJob, neutralFileName } from '../exchange/index.js'
import { RegionsService, School } from '../organisation/index.js'
import { studentsSheet, teachersSheet } from '../people/index.js'
import { roomsSheet } from '../organisation/index.js'
import { Database } from '../platform/database/database.js'
import { reasonSentence, type RefusedRow } from '../platform/sheets/index.js'
import { checkTrail, printHeads } from './audit-commands.js'
import { recover } from './recover.js'
import { inColumns } from './in-columns.js'
import { checkLedger, writeAnchors, writeLedger } from './ledger-commands.js'
import type { Arguments } from './read-arguments.js'
import { readGiven } from './read-given.js'
import { schoolOf } from './school-of.js'
import type { Terminal } from './terminal.js'

const largestFileBytes = 20 * 1024 * 1024
const descriptions = { students: studentsSheet, teachers: teachersSheet, rooms: roomsSheet }

/** Gives the exit code. Throws CommandProblem and KehouError. */
export async function runCommand(
  app: NestFastifyApplication,
  given: Arguments,
  terminal: Terminal,
): Promise<number> {
  if (given.command === 'schools') return listSchools(app, given, terminal)
  if (given.command === 'ledger verify') return checkLedger(app, given, terminal)
  if (given.command === 'ledger anchors') return writeAnchors(app, given, terminal)
  if (given.command === 'ledger export') return writeLedger(app, given, terminal)
  if (given.command === 'audit verify') return checkTrail(app, given, terminal)
  if (given.command === 'audit head') return printHeads(app, given, terminal)
  if (given.command === 'set-up') return setUp(app, given, terminal)
  if (given.command === 'recover') return recover(app, given, terminal)
  return importFile(app, given, terminal)
}

async function listSchools(
  app: NestFastifyApplication,
  { isJson }: Arguments,
  { out }: Terminal,
): Promise<number> {
  const schools = await app.get(Database).read.find(School, { order: { code: 'ASC' } })
  const rows = schools.map(({ code, name, stage }) => ({ code, name, stage }))
  out(isJson ? JSON.stringify(rows) : inColumns(rows.map(({ code, name, stage }) => [code, stage, name])))
  return 0
}

// The first administrator of an empty database; everything else is done in the office.
async function setUp(
  app: NestFastifyApplication,
  { region, isJson, language }: Arguments,
  { out }: Terminal,
): Promise<number> {
  const database = app.get(Database)
  const { code, name } = region!
  const username = `admin${code}`
  const password = Passwords.oneTime()
  const passwordHash = await Passwords.hash(password)
  await database.transaction(async (tx) => {
    await app.get(RegionsService).ensure(tx, { code, name, nameEn: name })
    const user = await app.get(UsersService).insert(tx, {
      username,
      displayName: name,
      role: 'system_administrator',
      regionCode: code,
      schoolId: null,
      passwordHash,
      mustChangePassword: true,
    })
    await app
      .get(AuditEntries)
      .recordWithoutPerson(tx, { action: 'user.set-up', entity: 'user', entityId: user.id }, randomUUID())
  })
  if (isJson) out(JSON.stringify({ username, password }))
  else
    out(
      language === 'zh'
        ? `管理员已建好。用户名 ${username}，一次性密码 ${password}，首次登录时更换。`
        : `The administrator is made. User name ${username}, one-time password ${password}, to be changed at the first sign-in.`,
    )
  return 0
}

async function importFile(
  app: NestFastifyApplication,
  { kind, file, school: code, isJson, language }: Arguments,
  { out }: Terminal,
): Promise<number> {
  const database = app.get(Database)
  const school = await schoolOf(database, code!)
  const bytes = await readGiven(file!, largestFileBytes)
  const { counts, refused, read } = await app
    .get(ImportJob)
    .runNow(
      await commandLinePerson(database, school),
      school.id,
      kind,
      neutralFileName(basename(file!)),
      bytes,
    )
  const accepted = counts.new + counts.changed + counts.unchanged
  if (isJson) out(JSON.stringify({ accepted, refused: refused.map(refusal) }))
  else {
    out(
      language === 'zh'
        ? `${school.name}：接受 ${accepted} 行（新增 ${counts.new}，更改 ${counts.changed}，不变 ${counts.unchanged}），退回 ${refused.length} 行，跳过 ${counts.skipped} 行`
        : `${school.nameEn ?? school.name}: ${accepted} rows accepted (${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged), ${refused.length} refused, ${counts.skipped} skipped`,
    )
    if (counts.homeClasses.length > 0)
      out(`${language === 'zh' ? '新建班级' : 'Classes made'}: ${counts.homeClasses.join(' ')}`)
    const left = read.result.sheets
      .filter(({ status }) => status !== 'ready' && status !== 'empty')
      .map(({ sheet }) => sheet)
    if (left.length > 0) out(`${language === 'zh' ? '没有读的工作表' : 'Sheets not read'}: ${left.join(' ')}`)
    if (refused.length > 0)
      out(
        inColumns(
          refused.map((row) => [
            row.sheet,
            String(row.row),
            row.why,
            row.reasons.map((reason) => reasonSentence(descriptions[kind], reason, language)).join(' '),
          ]),
        ),
      )
  }
  return 0
}

/** `why`, `column` and `params` are those of the first reason. */
function refusal({ sheet, row, reasons }: RefusedRow) {
  const all = reasons.map(({ why, column, params }) => ({ why, column: column?.letter ?? null, params }))
  return { sheet, row, ...all[0]!, reasons: all }
}

/** In the audit trail the command line stands under its own name, on the account of the first system administrator. */
async function commandLinePerson(database: Database, school: School): Promise<ActingPerson> {
  const administrator = await database.read.findOne(User, {
    where: { role: 'system_administrator' },
    order: { id: 'ASC' },
  })
  return {
    userId: administrator?.id ?? 0,
    displayName: 'kehou',
    permissions: new Set(),
    regionCode: school.regionCode,
    schoolId: school.id,
    requestId: randomUUID(),
  }
}
