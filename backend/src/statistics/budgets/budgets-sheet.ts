/** Budgets on paper (预算执行对比表): a line for each figure of each fund, a column for each year, totals below. Pure. */
import type { Cell, SheetOut } from '../../platform/sheets/index.js'
import type { Language } from '../../platform/texts.js'
import type { BudgetRowOut, BudgetsOut, BudgetYearOut } from './budgets.dto.js'

export type BudgetFigure = Exclude<keyof BudgetYearOut, 'fiscalYear'>

const figureNames: Readonly<Record<BudgetFigure, { zh: string; en: string }>> = {
  estimatedFen: { zh: '预算（审定测算）', en: 'Estimated (approved)' },
  appropriatedFen: { zh: '下达', en: 'Appropriated' },
  receivedFen: { zh: '到账', en: 'Received' },
  carriedFen: { zh: '结转', en: 'Carried over' },
  returnedFen: { zh: '上缴', en: 'Returned' },
  committedFen: { zh: '预留', en: 'Reserved' },
  spentFen: { zh: '支出', en: 'Spent' },
  leftFen: { zh: '剩余', en: 'Left' },
}
const ofAccounts: readonly BudgetFigure[] = ['committedFen', 'spentFen']
const words = {
  zh: {
    name: '预算执行对比',
    unit: '单位：元',
    fund: '资金',
    school: '学校',
    account: '科目',
    figure: '项目',
    total: '合计',
    note: '剩余 = 到账 + 结转 − 上缴 − 预留 − 支出；金额来自台账分录，预算取自审定的预算测算，下达取自已下达的通知。',
  },
  en: {
    name: 'Budget against actual',
    unit: 'in yuan',
    fund: 'Fund',
    school: 'School',
    account: 'Account',
    figure: 'Figure',
    total: 'Total',
    note: 'Left = received + carried over − returned − reserved − spent; amounts are sums of ledger lines, estimates are those approved, appropriations those issued.',
  },
} as const

/** `whose`: the school's or the region's name. */
export function budgetsSheet(
  language: Language,
  whose: string,
  today: string,
  { fiscalYears, rows, totals }: BudgetsOut,
): SheetOut {
  const text = words[language]
  const isByAccount = rows.some((row) => row.account !== null)
  const isBySchool = rows.some((row) => row.schoolId !== null)
  const shown = isByAccount ? ofAccounts : (Object.keys(figureNames) as BudgetFigure[])
  const lines = (first: Cell[], years: readonly BudgetYearOut[]): Cell[][] =>
    shown.map((figure) => [...first, figureNames[figure][language], ...years.map((year) => year[figure])])
  const isSplit = isByAccount || isBySchool
  return {
    name: text.name,
    caption: [text.name, whose, today, text.unit].join(' · '),
    page: 'landscape',
    columns: [
      { title: text.fund, kind: 'text', width: 24 },
      ...(isSplit
        ? [{ title: isByAccount ? text.account : text.school, kind: 'text' as const, width: 26 }]
        : []),
      { title: text.figure, kind: 'text', width: 20 },
      ...fiscalYears.map((year) => ({ title: String(year), kind: 'fen' as const, width: 18 })),
    ],
    rows: [
      ...rows.flatMap((row) => lines([row.fundName, ...(isSplit ? [splitOf(row)] : [])], row.years)),
      ...lines([text.total, ...(isSplit ? [null] : [])], totals),
      [text.note],
    ],
  }
}

const splitOf = ({ schoolName, account, accountName }: BudgetRowOut): string =>
  account === null ? (schoolName ?? '') : `${account} ${accountName ?? ''}`
