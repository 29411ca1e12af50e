/** How does the ledger leave (台账导出)? As a journal of hledger, as .csv with every tag, or as vouchers; row by row, never all in memory. */
import type { EntityManager } from 'typeorm'
import { type HomeClass, School, type Term } from '../../organisation/index.js'
import { fen, printYuan } from '../../platform/money.js'
import { Fund } from '../../entitlement/index.js'
import { type Account, type AccountInfo, accounts } from '../entries/accounts.js'
import { LedgerEntry } from '../entries/ledger-entry.entity.js'
import { type VoucherEntry, vouchersOf } from './vouchers.js'

export const exportFormats = ['hledger', 'csv', 'vouchers'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportScope {
  readonly schoolId?: number
  readonly fiscalYear?: number
}

interface Names {
  readonly schools: ReadonlyMap<number, School>
  readonly funds: ReadonlyMap<number, Fund>
}

type Row = LedgerEntry & { homeClass?: HomeClass | null; term?: Term | null }

const batch = 5000
const roots: Readonly<Record<AccountInfo['class'], string>> = {
  memo: 'memo',
  asset: 'assets',
  income: 'income',
  balance: 'equity',
  expense: 'expenses',
}
/** hledger's own types, so that its reports know assets from income; memoranda are none of them. */
const types: Readonly<Record<AccountInfo['class'], string | null>> = {
  memo: null,
  asset: 'A',
  income: 'R',
  balance: 'E',
  expense: 'X',
}

/** 'assets:A110 财政应返还额度': the name that stands in the journal. Memoranda are a tree of their own. */
export function journalAccount(code: string): string {
  const { class: kind, zh } = accounts[code as Account]
  return `${roots[kind]}:${code} ${zh}`
}

/** Lines without their ends, to be joined with a new line each. */
export async function* exportLedger(
  manager: EntityManager,
  format: ExportFormat,
  scope: ExportScope,
): AsyncGenerator<string> {
  const [schools, funds] = await Promise.all([manager.find(School), manager.find(Fund)])
  const names: Names = {
    schools: new Map(schools.map((school) => [school.id, school])),
    funds: new Map(funds.map((fund) => [fund.id, fund])),
  }
  if (format === 'hledger') yield* journal(manager, scope, names)
  else if (format === 'csv') yield* csv(manager, scope, names)
  else yield* vouchers(manager, scope, names)
}

/** By school and place in its chain, some thousand at a time. */
async function* entriesOf(
  manager: EntityManager,
  { schoolId, fiscalYear }: ExportScope,
): AsyncGenerator<Row> {
  for (let last = { schoolId: 0, sequence: 0 }; ;) {
    const query = manager
      .createQueryBuilder(LedgerEntry, 'entry')
      .leftJoinAndMapOne('entry.homeClass', 'HomeClass', 'homeClass', 'homeClass.id = entry.homeClassId')
      .leftJoinAndMapOne('entry.term', 'Term', 'term', 'term.id = entry.termId')
      .where('(entry.schoolId > :last OR (entry.schoolId = :last AND entry.sequence > :sequence))', {
        last: last.schoolId,
        sequence: last.sequence,
      })
    if (schoolId !== undefined) query.andWhere('entry.schoolId = :schoolId', { schoolId })
    if (fiscalYear !== undefined) query.andWhere('entry.fiscalYear = :fiscalYear', { fiscalYear })
    const entries: Row[] = await query
      .orderBy('entry.schoolId')
      .addOrderBy('entry.sequence')
      .limit(batch)
      .getMany()
    yield* entries
    if (entries.length < batch) return
    last = entries.at(-1)!
  }
}

const yuan = (amountFen: number) => printYuan(fen(amountFen)).replaceAll(',', '')
// A comma ends a tag of hledger, a line its comment, a bar the payee.
const tag = (text: string | number | null | undefined) =>
  String(text ?? '')
    .replace(/[,;|\r\n]+/g, ' ')
    .trim()

async function* journal(
  manager: EntityManager,
  scope: ExportScope,
  { schools, funds }: Names,
): AsyncGenerator<string> {
  yield '; Kehou 课后服务台账'
  yield 'commodity CNY 1000.00'
  for (const [code, { class: kind }] of Object.entries(accounts))
    yield `account ${journalAccount(code)}${types[kind] ? `  ; type:${types[kind]}` : ''}`
  for await (const entry of entriesOf(manager, scope)) {
    const school = schools.get(entry.schoolId)!
    const tags: [string, string | number | null | undefined][] = [
      ['school', school.code],
      ['fund', funds.get(entry.fundId)?.code],
      ['purpose', entry.purpose],
      ['level', entry.level],
      ['class', entry.homeClass?.name],
      ['term', entry.term?.name],
      ['year', entry.fiscalYear],
      ['category', entry.economicCategory],
      ['source', `${entry.sourceEntity} ${entry.sourceId}`],
      ['key', entry.businessKey],
      ['hash', entry.hash],
    ]
    yield ''
    yield `${entry.accountedOn} * (${school.code}-${entry.sequence}) ${entry.kind} | ${tag(school.name)}`
    yield `    ; ${tags
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => `${name}:${tag(value)}`)
      .join(', ')}`
    yield `    ${journalAccount(entry.debitAccount)}  CNY ${yuan(entry.amountFen)}`
    yield `    ${journalAccount(entry.creditAccount)}  CNY -${yuan(entry.amountFen)}`
  }
}

// What begins like a formula would be one in a spreadsheet.
const cell = (value: string | number | null | undefined) => {
  const text = String(value ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
const csvLine = (values: readonly (string | number | null | undefined)[]) => values.map(cell).join(',')

const csvTitles = [
  'school_code',
  'school',
  'sequence',
  'accounted_on',
  'posted_at',
  'kind',
  'debit_account',
  'debit_name',
  'credit_account',
  'credit_name',
  'amount_yuan',
  'fund_code',
  'fund',
  'purpose',
  'level',
  'class',
  'term',
  'fiscal_year',
  'economic_category',
  'source',
  'source_id',
  'business_key',
  'reverses_entry',
  'posted_by',
  'hash',
]

// The mark at the beginning makes spreadsheet programs read it as UTF-8.
async function* csv(
  manager: EntityManager,
  scope: ExportScope,
  { schools, funds }: Names,
): AsyncGenerator<string> {
  yield `\ufeff${csvTitles.join(',')}`
  for await (const entry of entriesOf(manager, scope)) {
    const [school, fund] = [schools.get(entry.schoolId)!, funds.get(entry.fundId)]
    yield csvLine([
      school.code,
      school.name,
      entry.sequence,
      entry.accountedOn,
      entry.postedAt.toISOString(),
      entry.kind,
      entry.debitAccount,
      accounts[entry.debitAccount as Account].zh,
      entry.creditAccount,
      accounts[entry.creditAccount as Account].zh,
      yuan(entry.amountFen),
      fund?.code,
      fund?.name,
      entry.purpose,
      entry.level,
      entry.homeClass?.name,
      entry.term?.name,
      entry.fiscalYear,
      entry.economicCategory,
      entry.sourceEntity,
      entry.sourceId,
      entry.businessKey,
      entry.reversesEntryId,
      entry.postedById,
      entry.hash,
    ])
  }
}

const voucherTitles = [
  '学校标识码',
  '学校',
  '凭证号',
  '日期',
  '摘要',
  '会计',
  '科目',
  '科目名称',
  '支出经济分类',
  '借方金额',
  '贷方金额',
  '科目对照',
  '来源',
]

// Within a school numbered by month, as accountants do: 记-2026-11-0001.
async function* vouchers(
  manager: EntityManager,
  scope: ExportScope,
  { schools }: Names,
): AsyncGenerator<string> {
  yield `\ufeff${voucherTitles.join(',')}`
  for (const school of [...schools.values()].sort((a, b) => a.id - b.id)) {
    if (scope.schoolId !== undefined && school.id !== scope.schoolId) continue
    const numbers = new Map<string, number>()
    for (const voucher of vouchersOf(await voucherEntries(manager, school.id, scope.fiscalYear))) {
      const month = voucher.accountedOn.slice(0, 7)
      const number = (numbers.get(month) ?? 0) + 1
      numbers.set(month, number)
      for (const line of voucher.lines) {
        yield csvLine([
          school.code,
          school.name,
          `记-${month}-${String(number).padStart(4, '0')}`,
          voucher.accountedOn,
          `${voucher.kind} ${voucher.sourceEntity} ${voucher.sourceId}`,
          line.side === 'financial' ? '财务会计' : '预算会计',
          line.code,
          line.name,
          line.economicCategory,
          line.debitFen > 0 ? yuan(line.debitFen) : '',
          line.creditFen > 0 ? yuan(line.creditFen) : '',
          line.isVerified ? '' : '待会计核对',
          `${voucher.sourceEntity} ${voucher.sourceId}`,
        ])
      }
    }
  }
}

/** A school's entries added up by source: what one voucher holds stands together. */
function voucherEntries(
  manager: EntityManager,
  schoolId: number,
  fiscalYear?: number,
): Promise<VoucherEntry[]> {
  const query = manager
    .createQueryBuilder(LedgerEntry, 'entry')
    .select([
      'entry.accountedOn AS accountedOn',
      'entry.kind AS kind',
      'entry.sourceEntity AS sourceEntity',
      'entry.sourceId AS sourceId',
      'entry.debitAccount AS debitAccount',
      'entry.creditAccount AS creditAccount',
      'SUM(entry.amountFen) AS amountFen',
    ])
    .where('entry.schoolId = :schoolId', { schoolId })
  if (fiscalYear !== undefined) query.andWhere('entry.fiscalYear = :fiscalYear', { fiscalYear })
  const keys = ['accountedOn', 'sourceEntity', 'sourceId', 'kind', 'debitAccount', 'creditAccount']
  query.groupBy(`entry.${keys[0]}`).addSelect('MIN(entry.sequence)', 'first')
  for (const key of keys.slice(1)) query.addGroupBy(`entry.${key}`)
  return query.orderBy('entry.accountedOn').addOrderBy('first').getRawMany<VoucherEntry>()
}
