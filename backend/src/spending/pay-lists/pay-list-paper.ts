/** How does a pay list read on paper and as a sheet (发放表)? Title, period, unit, people, total, and places for the signatures. Pure. */
import type { LocalDate } from '../../platform/calendar.js'
import type { Paper } from '../../platform/documents/index.js'
import { fen } from '../../platform/money.js'
import type { Cell, SheetColumn, SheetOut } from '../../platform/sheets/index.js'
import type { Language } from '../../platform/texts.js'
import type { PayListEntryOut, PayListOut } from './pay-lists.dto.js'
import type { TaxKind } from './pay-list.states.js'

export interface PayListFacts {
  readonly schoolName: string
  readonly list: PayListOut
  readonly on: LocalDate
}

const words = {
  zh: {
    title: ({ schoolName, list }: PayListFacts) =>
      `${schoolName}${list.title}${list.title.endsWith('表') ? '' : '发放表'}`,
    draft: '（草稿）',
    unit: '单位：元',
    period: ({ startsOn, endsOn }: PayListOut) => `发放期间：${startsOn} 至 ${endsOn}`,
    columns: ['序号', '姓名', '开户行', '银行账号', '课时', '课时费标准', '金额', '计税类型', '备注'],
    total: '合计',
    tax: { wages: '工资薪金', labour_remuneration: '劳务报酬' } satisfies Record<TaxKind, string>,
    signatures: ['制表人：', '审核人：', '负责人：'],
  },
  en: {
    title: ({ schoolName, list }: PayListFacts) => `${schoolName}: ${list.title}`,
    draft: ' (DRAFT)',
    unit: 'in yuan',
    period: ({ startsOn, endsOn }: PayListOut) => `For ${startsOn} to ${endsOn}`,
    columns: ['No.', 'Name', 'Bank', 'Account', 'Class-hours', 'Rate', 'Amount', 'Tax kind', 'Note'],
    total: 'Total',
    tax: { wages: 'Wages', labour_remuneration: 'Labour remuneration' } satisfies Record<TaxKind, string>,
    signatures: ['Made by: ', 'Checked by: ', 'Approved by: '],
  },
} as const

const line = '＿＿＿＿'
/** Only its end is ours to show. */
const masked = (last4: string) => `****${last4}`
const hoursOf = (hundredths: number | null) => (hundredths === null ? null : String(hundredths / 100))

const titleOf = (facts: PayListFacts, language: Language) =>
  `${words[language].title(facts)}${facts.list.status === 'made' ? '' : words[language].draft}`

const cellsOf = (entry: PayListEntryOut, language: Language) =>
  [
    String(entry.number),
    entry.payee,
    entry.bankName,
    masked(entry.accountLast4),
    hoursOf(entry.hoursHundredths),
    entry.rateFen,
    entry.amountFen,
    words[language].tax[entry.taxKind],
    entry.note,
  ] as const

const totalOf = ({ hoursHundredths, amountFen }: PayListOut, language: Language) =>
  [
    null,
    words[language].total,
    null,
    null,
    hoursHundredths === 0 ? null : hoursOf(hoursHundredths),
    null,
    amountFen,
    null,
    null,
  ] as const

const widths = [6, 14, 26, 12, 8, 12, 14, 14, 24]
const mostOnOnePage = 40

export function payListSheetOut(facts: PayListFacts, language: Language): SheetOut {
  const text = words[language]
  const { list } = facts
  const signed: Cell[] = [
    null,
    text.signatures[0] + line,
    text.signatures[1] + line,
    null,
    null,
    null,
    null,
    text.signatures[2] + line,
  ]
  return {
    name: text.title({ ...facts, schoolName: '' }).replace(/^: /, ''),
    caption: `${titleOf(facts, language)}　${text.period(list)}　${text.unit}`,
    ...(list.entries.length <= mostOnOnePage ? { page: 'landscape' as const } : {}),
    columns: text.columns.map((title, index): SheetColumn => ({
      title,
      width: widths[index]!,
      kind: index === 5 || index === 6 ? 'fen' : 'text',
    })),
    rows: [
      ...list.entries.map((entry): Cell[] => [...cellsOf(entry, language)]),
      [...totalOf(list, language)],
      [],
      signed,
    ],
  }
}

/** To be printed and signed. */
export function payListPaper(facts: PayListFacts, language: Language): Paper {
  const text = words[language]
  const { list, schoolName, on } = facts
  return {
    language,
    on,
    title: titleOf(facts, language),
    signature: [schoolName],
    blocks: [
      { kind: 'paragraph', text: text.period(list) },
      {
        kind: 'table',
        table: {
          unit: text.unit,
          columns: text.columns.map((title, index) => ({
            title,
            kind: index === 5 || index === 6 ? ('fen' as const) : ('text' as const),
            ...(index === 4 ? { align: 'right' as const } : {}),
          })),
          rows: list.entries.map((entry) => cellsOf(entry, language)),
          total: totalOf(list, language),
          inCapitals: fen(list.amountFen),
        },
      },
      { kind: 'paragraph', text: text.signatures.map((each) => each + line).join('　') },
    ],
  }
}
