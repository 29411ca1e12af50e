/** How does the statement read as a paper (银行存款余额调节表)? Two sides, what adjusts them, and each difference. Pure. */
import type { LocalDate } from '../../platform/calendar.js'
import type { Paper, PaperBlock, PaperCell } from '../../platform/documents/index.js'
import { fen, printYuan } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import { differenceClasses } from './differences.js'
import { classWords, differenceWords } from './difference-words.js'
import type { BankDifferenceOut, ReconciliationStatementOut } from './reconciliation-statement.dto.js'

export interface PaperFacts {
  readonly statement: ReconciliationStatementOut
  /** The school, or the region whose schools are meant. */
  readonly of: string
  readonly madeBy: string
  readonly on: LocalDate
}

const words = {
  zh: {
    title: (of: string) => `${of}银行存款余额调节表`,
    intro: ({ statement: { fromOn, toOn }, of, madeBy, on }: PaperFacts) =>
      `单位：${of}。期间：${fromOn}至${toOn}。口径：课后服务经费支付。编制人：${madeBy}。编制日期：${on}。`,
    unit: '单位：元',
    columns: ['银行方', '金额', '账面方', '金额'],
    bank: ['银行已付', '减：银行退回', '银行付款净额', '加：账面已记、银行未付', '减：账面已冲、银行未退'],
    ledger: ['账面支出', '减：账面冲回', '账面支出净额', '加：银行已付、账面未记', '减：银行退汇、账面未冲'],
    adjusted: '调节后金额',
    agreed: '期间内没有未查明的差异。',
    open: ({ openCount, unknownCount }: ReconciliationStatementOut) =>
      `尚有 ${openCount} 项差异未查明${unknownCount > 0 ? `；另有 ${unknownCount} 项金额或结果不明，没有计入上表` : ''}。`,
    explained: (count: number) => `已查明仍列示的差异 ${count} 项。`,
    detail: ['日期', '原因', '参考号', '收款人', '情况', '金额'],
    unknown: (amount: string | null) => (amount === null ? '不详' : `未计入（${amount}）`),
    andUnknown: (count: number) => `，另有 ${count} 项不详`,
    total: (count: number) => `合计 ${count} 项`,
    leftOff: (count: number) => `另有 ${count} 项没有逐项列出，已计入金额。`,
    isOpen: '未查明',
    signers: '编制人：　　　　　　　　复核人：　　　　　　　　财务负责人：　　　　　　　　（签章）',
  },
  en: {
    title: (of: string) => `${of}: bank reconciliation statement`,
    intro: ({ statement: { fromOn, toOn }, of, madeBy, on }: PaperFacts) =>
      `${of}, ${fromOn} to ${toOn}. Payments for after-school service. Made by ${madeBy} on ${on}.`,
    unit: 'in yuan',
    columns: ['Bank', 'Amount', 'Ledger', 'Amount'],
    bank: [
      'Paid by the bank',
      'less: sent back',
      'Net paid by the bank',
      'add: in the ledger, not at the bank',
      'less: taken back in the ledger, not at the bank',
    ],
    ledger: [
      'Spent in the ledger',
      'less: taken back',
      'Net spent in the ledger',
      'add: paid by the bank, not in the ledger',
      'less: sent back by the bank, still spent',
    ],
    adjusted: 'Adjusted',
    agreed: 'There is no open difference.',
    open: ({ openCount, unknownCount }: ReconciliationStatementOut) =>
      `${openCount} differences are open${unknownCount > 0 ? `; of ${unknownCount} the amount or the result is unknown and not in the sums above` : ''}.`,
    explained: (count: number) => `${count} differences have been explained and remain listed.`,
    detail: ['Day', 'Why', 'Reference', 'Payee', 'Found out', 'Amount'],
    unknown: (amount: string | null) => (amount === null ? 'unknown' : `not counted (${amount})`),
    andUnknown: (count: number) => `, and ${count} unknown`,
    total: (count: number) => `${count} in all`,
    leftOff: (count: number) => `${count} more are not listed one by one; the sums hold them.`,
    isOpen: 'open',
    signers: 'Made by: ______________   Checked by: ______________   Head of finance: ______________',
  },
} as const

export function reconciliationPaper(facts: PaperFacts, language: Language): Paper {
  const [text, { statement }] = [words[language], facts]
  const bank = [
    statement.bankPaidFen,
    statement.bankReturnedFen,
    statement.bankNetFen,
    statement.ledgerOnlyFen,
    statement.takenBackOnlyFen,
  ]
  const ledger = [
    statement.ledgerSpentFen,
    statement.ledgerTakenBackFen,
    statement.ledgerNetFen,
    statement.bankOnlyFen,
    statement.returnedFen,
  ]
  return {
    language,
    on: facts.on,
    title: text.title(facts.of),
    signature: [facts.of],
    blocks: [
      { kind: 'paragraph', text: text.intro(facts) },
      {
        kind: 'table',
        table: {
          unit: text.unit,
          columns: text.columns.map((title, index) => ({ title, kind: index % 2 === 0 ? 'text' : 'fen' })),
          rows: text.bank.map((row, index): PaperCell[] => [
            row,
            bank[index]!,
            text.ledger[index]!,
            ledger[index]!,
          ]),
          total: [text.adjusted, statement.adjustedBankFen, text.adjusted, statement.adjustedLedgerFen],
        },
      },
      { kind: 'paragraph', text: statement.isAgreed ? text.agreed : text.open(statement) },
      ...(statement.explainedCount > 0
        ? [{ kind: 'paragraph', text: text.explained(statement.explainedCount) } as const]
        : []),
      ...differenceClasses.flatMap((each): PaperBlock[] => {
        const own = statement.differences.filter((difference) => difference.class === each)
        return own.length === 0
          ? []
          : [
              { kind: 'heading', level: 1, text: classWords[each][language] },
              { kind: 'table', table: detail(own, statement, language) },
            ]
      }),
      ...(statement.leftOffCount > 0
        ? [{ kind: 'paragraph', text: text.leftOff(statement.leftOffCount) } as const]
        : []),
      { kind: 'paragraph', text: text.signers },
    ],
  }
}

function detail(
  own: readonly BankDifferenceOut[],
  { groups }: ReconciliationStatementOut,
  language: Language,
) {
  const text = words[language]
  const ofClass = groups.filter((group) => group.class === own[0]!.class)
  const sum = (pick: (group: (typeof groups)[number]) => number) =>
    ofClass.reduce((total, group) => total + pick(group), 0)
  const unknownCount = sum((group) => group.unknownCount)
  return {
    unit: text.unit,
    columns: text.detail.map((title, index) => ({
      title,
      kind: 'text' as const,
      ...(index === text.detail.length - 1 ? { align: 'right' as const } : {}),
    })),
    rows: own.map((each): PaperCell[] => [
      each.on,
      differenceWords[each.reason][language],
      each.reference,
      each.payee ?? each.paymentPayee,
      each.isOpen ? text.isOpen : [each.comment, each.closedByName].filter(Boolean).join(' · '),
      // Unknown, and never nothing: such a column cannot hold figures only.
      each.amountFen === null ? text.unknown(yuan(each.lineAmountFen)) : printYuan(fen(each.amountFen)),
    ]),
    total: [
      text.total(sum(({ count }) => count)),
      null,
      null,
      null,
      null,
      `${printYuan(fen(sum(({ amountFen }) => amountFen)))}${unknownCount > 0 ? text.andUnknown(unknownCount) : ''}`,
    ],
  }
}

const yuan = (amount: number | null) => (amount === null ? null : printYuan(fen(amount)))
