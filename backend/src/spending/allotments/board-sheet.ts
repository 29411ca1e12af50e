/** The boards as a sheet (经费一览表): every row with its school, the totals at the end, made to be printed lying. Pure. */
import type { Cell, SheetOut } from '../../platform/sheets/index.js'
import type { Language } from '../../platform/texts.js'
import { purposeNames } from '../../entitlement/pure.js'
import type { BoardFiguresOut, BoardRowOut } from './allotments.dto.js'

const words = {
  zh: {
    sheet: '经费一览',
    caption: (year: number) =>
      `${year}年度到班经费一览（单位：元；可用 = 到账 + 结转 − 上缴，剩余 = 可用 − 预留 − 支出）`,
    pot: '尚未到班',
    total: '合计',
    columns: [
      '学校',
      '班级',
      '资金',
      '用途',
      '应得',
      '已申报',
      '已批准',
      '到账',
      '结转',
      '上缴',
      '预留',
      '支出',
      '剩余',
      '预警',
    ],
  },
  en: {
    sheet: 'Money by class',
    caption: (year: number) =>
      `Money of the classes ${year} (yuan; available = received + carried over − returned, left = available − committed − spent)`,
    pot: 'On no class yet',
    total: 'Total',
    columns: [
      'School',
      'Class',
      'Fund',
      'Purpose',
      'Entitled',
      'Declared',
      'Approved',
      'Received',
      'Carried over',
      'Returned',
      'Committed',
      'Spent',
      'Left',
      'Warnings',
    ],
  },
} as const

const amounts = (each: BoardFiguresOut): Cell[] => [
  each.entitledFen,
  each.declaredFen,
  each.approvedFen,
  each.receivedFen,
  each.carriedFen,
  each.returnedFen,
  each.committedFen,
  each.spentFen,
  each.leftFen,
]

export function boardSheet(
  language: Language,
  fiscalYear: number,
  schools: readonly { schoolName: string; rows: readonly BoardRowOut[] }[],
  totals: BoardFiguresOut,
): SheetOut {
  const text = words[language]
  const rows = schools.flatMap(({ schoolName, rows: own }) =>
    own.map((row): Cell[] => [
      schoolName,
      row.className ?? text.pot,
      row.fundName,
      purposeNames[row.purpose][language],
      ...amounts(row.figures),
      row.warnings.map((each) => each.message).join('；'),
    ]),
  )
  const kinds = [...Array<'text'>(4).fill('text'), ...Array<'fen'>(9).fill('fen'), 'text' as const]
  return {
    name: text.sheet,
    caption: text.caption(fiscalYear),
    page: 'landscape',
    columns: text.columns.map((title, index) => ({
      title,
      kind: kinds[index]!,
      width: index === 0 || index === 13 ? 28 : 16,
    })),
    rows: [...rows, [text.total, null, null, null, ...amounts(totals), null]],
  }
}
