/** How does a statement read as a paper (收支情况表)? Opening, income, spending by account, what is left, in figures and capitals. Pure. */
import type { LocalDate } from '../../platform/calendar.js'
import { capitalYuan } from '../../platform/capital-numerals.js'
import type { Paper, PaperCell } from '../../platform/documents/index.js'
import { type Fen, printYuan, toFen } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import type { Account } from '../../ledger/index.js'
import { accounts } from '../../ledger/pure.js'
import type { Settlement, Statement } from './settlement.entity.js'

export interface StatementFacts {
  readonly schoolName: string
  readonly fundName: string
  readonly fiscalYear: number
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  readonly isTerm: boolean
  readonly isSettled: boolean
  readonly leftover: Settlement['leftover']
  /** Null: nothing goes back to the treasury, or it was settled before returns waited for the bank. */
  readonly treasuryReturn: { readonly amountFen: number; readonly returnedOn: LocalDate | null } | null
  readonly statement: Statement
  readonly on: LocalDate
}

const words = {
  zh: {
    title: (facts: StatementFacts) =>
      `${facts.schoolName}${facts.fiscalYear}年度${facts.fundName}收支情况表${facts.isTerm ? '（学期）' : ''}`,
    draft: '（草稿）',
    unit: '单位：元',
    total: '期末结余',
    columns: ['项目', '笔数', '课时', '金额'],
    rows: {
      opening: '一、期初结余（含上年结转）',
      received: '二、本期到账',
      spent: '三、本期支出',
      carriedOut: '四、结转下年',
      returned: '五、上缴财政',
      committed: '六、已预留未支付',
    },
    leftover: {
      carry: '结余按资金管理规定结转下一年度使用。',
      return: '结余按资金管理规定上缴财政。',
      stays: '结余留待下期继续使用。',
    },
    waits: (yuan: string) => `其中${yuan}元已预留，等待上缴财政；以银行回单为准。`,
    returned: (yuan: string, on: LocalDate) => `${yuan}元已于${on}上缴财政。`,
    intro: (facts: StatementFacts) =>
      `${facts.fromOn}至${facts.toOn}，${facts.schoolName}“${facts.fundName}”期末结余人民币${printYuan(facts.statement.leftFen)}元（大写：${capitalYuan(facts.statement.leftFen)}）。收支明细如下：`,
  },
  en: {
    title: (facts: StatementFacts) =>
      `${facts.schoolName}: income and spending of ${facts.fundName} ${facts.fiscalYear}${facts.isTerm ? ' (term)' : ''}`,
    draft: ' (DRAFT)',
    unit: 'in yuan',
    total: 'Left at the end',
    columns: ['Item', 'Payments', 'Class-hours', 'Amount'],
    rows: {
      opening: '1. Opening, carried over included',
      received: '2. Received',
      spent: '3. Spent',
      carriedOut: '4. Carried into the next year',
      returned: '5. Returned to the treasury',
      committed: '6. Reserved and not yet paid',
    },
    leftover: {
      carry: "By the fund's rules what is left is carried into the next year.",
      return: "By the fund's rules what is left is returned to the treasury.",
      stays: 'What is left stays for the next period.',
    },
    waits: (yuan: string) =>
      `${yuan} yuan is set aside and waits to be returned; it is when the bank's slip says so.`,
    returned: (yuan: string, on: LocalDate) => `${yuan} yuan was returned to the treasury on ${on}.`,
    intro: (facts: StatementFacts) =>
      `From ${facts.fromOn} to ${facts.toOn}: ${printYuan(facts.statement.leftFen)} yuan of ${facts.fundName} is left at the end (${capitalYuan(facts.statement.leftFen)}). In detail:`,
  },
} as const

export function statementPaper(facts: StatementFacts, language: Language): Paper {
  const [text, { statement }] = [words[language], facts]
  const row = (title: string, amountFen: Fen): PaperCell[] => [title, null, null, amountFen]
  const rows = [
    row(text.rows.opening, statement.openingFen),
    row(text.rows.received, statement.receivedFen),
    [text.rows.spent, sum(statement, 'paymentCount'), sum(statement, 'lessonCount'), statement.spentFen],
    ...statement.spent.map((each): PaperCell[] => [
      `　${accounts[each.account as Account][language]}`,
      each.paymentCount,
      each.lessonCount,
      each.amountFen,
    ]),
    row(text.rows.carriedOut, statement.carriedOutFen),
    row(text.rows.returned, statement.returnedFen),
    row(text.rows.committed, statement.committedFen),
  ]
  return {
    language,
    on: facts.on,
    title: `${text.title(facts)}${facts.isSettled ? '' : text.draft}`,
    signature: [facts.schoolName],
    blocks: [
      { kind: 'paragraph', text: text.intro(facts) },
      {
        kind: 'table',
        table: {
          unit: text.unit,
          columns: text.columns.map((title, index) => ({
            title,
            kind: (['text', 'integer', 'integer', 'fen'] as const)[index]!,
          })),
          rows,
          total: [text.total, null, null, statement.leftFen],
          inCapitals: statement.leftFen,
        },
      },
      { kind: 'paragraph', text: text.leftover[facts.leftover] },
      ...(facts.treasuryReturn
        ? [{ kind: 'paragraph' as const, text: returnLine(facts.treasuryReturn, language) }]
        : []),
    ],
  }
}

/** What still waits for the treasury, or since when the treasury has it. */
export function returnLine(
  { amountFen, returnedOn }: NonNullable<StatementFacts['treasuryReturn']>,
  language: Language,
): string {
  const [text, yuan] = [words[language], printYuan(toFen(amountFen))]
  return returnedOn === null ? text.waits(yuan) : text.returned(yuan, returnedOn)
}

function sum(statement: Statement, of: 'paymentCount' | 'lessonCount'): number {
  return statement.spent.reduce((total, each) => total + each[of], 0)
}
