/** How does the ledger leave (台账导出)? As a journal of hledger, as .csv with every tag, or as vouchers; row by row, never all in memory. */
import type { EntityManager } from 'typeorm'
import { HomeClass, School } from '../../organisation/index.js'
import { instantOf } from '../../platform/calendar.js'
import { printYuan, toFen } from '../../platform/money.js'
import { rowsOf } from '../../platform/paging.js'
import { Fund } from '../../entitlement/index.js'
import { type Account, type AccountInfo, accounts, type Phase } from '../journal/accounts.js'
import type { LedgerJournal } from '../journal/ledger-journal.entity.js'
import type { LedgerLine } from '../journal/ledger-line.entity.js'
import { placedLines } from '../journal/placed-lines.js'
import { draftVouchers } from '../vouchers/draft-vouchers.js'
import { voucherCode } from '../vouchers/voucher-content.js'
import { Voucher } from '../vouchers/voucher.entity.js'

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

/** A line with everything that stands in a file about it. */
type Row = Pick<
  LedgerJournal,
  | 'kind'
  | 'businessKey'
  | 'settles'
  | 'reverses'
  | 'sourceEntity'
  | 'sourceId'
  | 'sourceHash'
  | 'accountedOn'
  | 'postedById'
  | 'hash'
> &
  Pick<
    LedgerLine,
    'schoolId' | 'sequence' | 'number' | 'phase' | 'debitAccount' | 'creditAccount' | 'level'
  > & {
    readonly amountFen: string | number
    readonly postedAt: string | Date
    readonly fundId: number
    readonly purpose: string
    readonly fiscalYear: number
    readonly className: string | null
  }

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

const journalFields = [
  'kind',
  'businessKey',
  'settles',
  'reverses',
  'sourceEntity',
  'sourceId',
  'sourceHash',
  'accountedOn',
  'postedAt',
  'postedById',
  'hash',
] as const
const lineFields = [
  'schoolId',
  'sequence',
  'number',
  'phase',
  'debitAccount',
  'creditAccount',
  'amountFen',
  'level',
] as const
const standingFields = ['fundId', 'purpose', 'fiscalYear'] as const

/** By school and place in its chain, some thousand at a time. */
async function* linesOf(manager: EntityManager, { schoolId, fiscalYear }: ExportScope): AsyncGenerator<Row> {
  for (let last = { schoolId: 0, sequence: 0, number: 0 }; ;) {
    const query = placedLines(manager)
      .leftJoin(HomeClass, 'homeClass', 'homeClass.id = standing.homeClassId')
      .select([
        ...lineFields.map((field) => `line.${field} AS ${field}`),
        ...journalFields.map((field) => `journal.${field} AS ${field}`),
        ...standingFields.map((field) => `standing.${field} AS ${field}`),
        'homeClass.name AS className',
      ])
      .where(
        '(line.schoolId > :last OR (line.schoolId = :last AND (line.sequence > :sequence OR (line.sequence = :sequence AND line.number > :number))))',
        { last: last.schoolId, sequence: last.sequence, number: last.number },
      )
    if (schoolId !== undefined) query.andWhere('line.schoolId = :schoolId', { schoolId })
    if (fiscalYear !== undefined) query.andWhere('standing.fiscalYear = :fiscalYear', { fiscalYear })
    const rows = await query
      .orderBy('line.schoolId')
      .addOrderBy('line.sequence')
      .addOrderBy('line.number')
      .limit(batch)
      .getRawMany<Row>()
    yield* rows
    if (rows.length < batch) return
    last = rows.at(-1)!
  }
}

const yuan = (amountFen: string | number) => printYuan(toFen(amountFen)).replaceAll(',', '')
const instant = (at: string | Date) =>
  (at instanceof Date ? at : instantOf(`${at.replace(' ', 'T')}Z`)).toISOString()
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
  for (const side of ['expense', 'asset'])
    for (const [code, { class: kind }] of Object.entries(accounts))
      if (kind === side) yield `account ${reservedAccount(code)}`
  let open = ''
  for await (const line of linesOf(manager, scope)) {
    const school = schools.get(line.schoolId)!
    const name = `${line.schoolId}/${line.sequence}`
    if (name !== open) {
      open = name
      yield ''
      yield `${line.accountedOn} ${line.phase === 'pending' ? '!' : '*'} (${school.code}-${line.sequence}) ${line.kind} | ${tag(school.name)}`
      yield tagLine('    ', [
        ['school', school.code],
        ['source', `${line.sourceEntity} ${line.sourceId}`],
        ['key', line.businessKey],
        ['hash', line.hash],
      ])
    }
    const tags = tagLine('  ', [
      ['fund', funds.get(line.fundId)?.code],
      ['purpose', line.purpose],
      ['level', line.level],
      ['class', line.className],
      ['year', line.fiscalYear],
      ['category', accounts[line.debitAccount as Account].statutory?.economicCategory],
    ])
    const amount = yuan(line.amountFen)
    for (const [account, sign] of postingsOf(line)) yield `    ${account}  CNY ${sign}${amount}${tags}`
  }
}

/** What is set aside stands among the memoranda, under the account for which it is. */
const reservedAccount = (code: string) => `memo:reserved:${code} ${accounts[code as Account].zh}`

function postingsOf({ phase, debitAccount, creditAccount }: Row): [account: string, sign: '' | '-'][] {
  const reserved = (sign: '' | '-'): [string, '' | '-'][] => [
    [reservedAccount(debitAccount), sign],
    [reservedAccount(creditAccount), sign === '' ? '-' : ''],
  ]
  const posted: [string, '' | '-'][] = [
    [journalAccount(debitAccount), ''],
    [journalAccount(creditAccount), '-'],
  ]
  const all: Record<Phase, [string, '' | '-'][]> = {
    single: posted,
    pending: reserved(''),
    post: [...reserved('-'), ...posted],
    void: reserved('-'),
  }
  return all[phase]
}

const tagLine = (indent: string, tags: readonly [string, string | number | null | undefined][]) =>
  `${indent}; ${tags
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}:${tag(value)}`)
    .join(', ')}`

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
  'line',
  'phase',
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
  'fiscal_year',
  'economic_category',
  'source',
  'source_id',
  'source_hash',
  'business_key',
  'settles',
  'reverses',
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
  for await (const line of linesOf(manager, scope)) {
    const [school, fund] = [schools.get(line.schoolId)!, funds.get(line.fundId)]
    yield csvLine([
      school.code,
      school.name,
      line.sequence,
      line.number,
      line.phase,
      line.accountedOn,
      instant(line.postedAt),
      line.kind,
      line.debitAccount,
      accounts[line.debitAccount as Account].zh,
      line.creditAccount,
      accounts[line.creditAccount as Account].zh,
      yuan(line.amountFen),
      fund?.code,
      fund?.name,
      line.purpose,
      line.level,
      line.className,
      line.fiscalYear,
      accounts[line.debitAccount as Account].statutory?.economicCategory,
      line.sourceEntity,
      line.sourceId,
      line.sourceHash,
      line.businessKey,
      line.settles,
      line.reverses,
      line.postedById,
      line.hash,
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
  '功能分类',
  '制单',
  '复核',
]

// With the numbers that they keep; what has none yet stands after, by its day.
async function* vouchers(
  manager: EntityManager,
  scope: ExportScope,
  { schools }: Names,
): AsyncGenerator<string> {
  yield `\ufeff${voucherTitles.join(',')}`
  for (const school of [...schools.values()].sort((a, b) => a.id - b.id)) {
    if (scope.schoolId !== undefined && school.id !== scope.schoolId) continue
    for await (const { code, voucher } of vouchersOf(manager, school, scope.fiscalYear))
      for (const line of voucher.entries)
        yield csvLine([
          school.code,
          school.name,
          code,
          voucher.accountedOn,
          voucher.summary,
          line.side === 'financial' ? '财务会计' : '预算会计',
          line.code,
          line.name,
          line.economicCategory,
          line.debitFen > 0 ? yuan(line.debitFen) : '',
          line.creditFen > 0 ? yuan(line.creditFen) : '',
          line.isVerified ? '' : '待会计核对',
          line.functionalClass,
          voucher.makerName,
          voucher.checkedByName,
        ])
  }
}

const withoutNumber = '未编号'
type ExportedVoucher = Pick<Voucher, 'accountedOn' | 'summary' | 'entries' | 'makerName' | 'checkedByName'>

async function* vouchersOf(
  manager: EntityManager,
  school: School,
  year?: number,
): AsyncGenerator<{ code: string; voucher: ExportedVoucher }> {
  const isOfYear = (month: string) => year === undefined || month.startsWith(`${year}-`)
  const numbered = manager
    .createQueryBuilder(Voucher, 'voucher')
    .where('voucher.schoolId = :schoolId', { schoolId: school.id })
    .orderBy('voucher.month')
    .addOrderBy('voucher.number')
  for await (const voucher of rowsOf(numbered, (each) => each))
    if (isOfYear(voucher.month)) yield { code: voucherCode(voucher), voucher }
  for (const { draft } of await draftVouchers(manager, school, exportedWithoutWords))
    if (isOfYear(draft.month)) yield { code: withoutNumber, voucher: { ...draft, checkedByName: null } }
}

// Documents speak when a voucher is numbered; until then the file says what the journal says.
const exportedWithoutWords = () => Promise.resolve(new Map<string, never>())
