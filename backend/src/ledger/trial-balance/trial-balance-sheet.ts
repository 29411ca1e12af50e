/** The trial balance on paper (试算平衡表): whose, of what, until when, in which unit, with its total; one page. Pure. */
import { fen, subtractFen } from '../../platform/money.js'
import type { Cell, SheetOut } from '../../platform/sheets/index.js'
import type { Language } from '../../platform/texts.js'
import type { TrialBalanceLineOut, TrialBalanceOut, TrialBalanceQuery } from './trial-balance.dto.js'

const words = {
  zh: {
    name: '试算平衡表',
    columns: [
      '科目',
      '名称',
      '借方发生额',
      '贷方发生额',
      '余额（借方为正）',
      '财务会计科目',
      '预算会计科目',
      '科目对照',
    ],
    all: '全部年度',
    year: (year: number) => `${year} 年度`,
    until: (month: string) => `截至 ${month}`,
    unit: '单位：元',
    total: '合计',
    unchecked: '待会计核对',
  },
  en: {
    name: 'Trial balance',
    columns: [
      'Account',
      'Name',
      'Debits',
      'Credits',
      'Balance (debit positive)',
      'Financial account',
      'Budget account',
      'Mapping',
    ],
    all: 'all years',
    year: (year: number) => `year ${year}`,
    until: (month: string) => `until ${month}`,
    unit: 'in yuan',
    total: 'Total',
    unchecked: 'to be checked by the accountant',
  },
} as const
const kinds = ['text', 'text', 'fen', 'fen', 'fen', 'text', 'text', 'text'] as const
const widths = [10, 28, 18, 18, 20, 16, 16, 20]

/** `of`: the school's or the region's name. */
export function trialBalanceSheet(
  language: Language,
  of: string,
  { fiscalYear, untilMonth }: TrialBalanceQuery,
  { lines, debitFen, creditFen }: TrialBalanceOut,
): SheetOut {
  const text = words[language]
  const parts = [
    text.name,
    of,
    fiscalYear === undefined ? text.all : text.year(fiscalYear),
    ...(untilMonth ? [text.until(untilMonth)] : []),
    text.unit,
  ]
  const row = (line: TrialBalanceLineOut): Cell[] => [
    line.account,
    language === 'zh' ? line.nameZh : line.nameEn,
    line.debitFen,
    line.creditFen,
    line.balanceFen,
    line.financial,
    line.budget,
    line.isMappingVerified ? '' : text.unchecked,
  ]
  return {
    name: text.name,
    caption: parts.join(' · '),
    page: 'landscape',
    columns: text.columns.map((title, i) => ({ title, kind: kinds[i]!, width: widths[i]! })),
    rows: [
      ...lines.map(row),
      [text.total, null, debitFen, creditFen, subtractFen(fen(debitFen), fen(creditFen)), null, null, null],
    ],
  }
}
