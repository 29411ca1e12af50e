/** How does a voucher read on paper (记账凭证)? A4, both sides with their sums, who made and who checked it. Pure. */
import type { Paper, PaperBlock, PaperCell } from '../../platform/documents/index.js'
import { addFen, fen } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import { voucherCode } from './voucher-content.js'
import { type VoucherLine, type VoucherSide, voucherSides } from './voucher-lines.js'
import type { Voucher } from './voucher.entity.js'

const words = {
  zh: {
    title: '记账凭证',
    number: (school: string, code: string, day: string) => `${school}　　凭证号：${code}　　日期：${day}`,
    summary: (text: string) => `摘要：${text}`,
    sides: { financial: '财务会计', budget: '预算会计' } satisfies Record<VoucherSide, string>,
    columns: ['会计', '科目', '分类', '借方金额', '贷方金额'],
    unit: '单位：元',
    total: '合计',
    unverified: '带 * 的科目对照待会计核对。',
    people: (maker: string, checker: string) => `制单：${maker}　　　复核：${checker}　　　记账：`,
    hash: (hash: string) => `校验码：${hash}`,
  },
  en: {
    title: 'Voucher',
    number: (school: string, code: string, day: string) => `${school}    No. ${code}    Day: ${day}`,
    summary: (text: string) => `Summary: ${text}`,
    sides: { financial: 'Financial', budget: 'Budget' } satisfies Record<VoucherSide, string>,
    columns: ['Side', 'Account', 'Class', 'Debit', 'Credit'],
    unit: 'in yuan',
    total: 'Total',
    unverified: 'What has a * is still to be checked by the accountant.',
    people: (maker: string, checker: string) => `Made by: ${maker}    Checked by: ${checker}    Booked by: `,
    hash: (hash: string) => `Checksum: ${hash}`,
  },
} as const

/** Without a seal: it is filed, not sent. */
export function voucherPaper(voucher: Voucher, schoolName: string, language: Language): Paper {
  const text = words[language]
  const paragraph = (said: string): PaperBlock => ({ kind: 'paragraph', text: said })
  const isOpen = voucher.entries.some(({ isVerified }) => !isVerified)
  return {
    language,
    on: voucher.accountedOn,
    title: text.title,
    blocks: [
      paragraph(text.number(schoolName, voucherCode(voucher), voucher.accountedOn)),
      paragraph(text.summary(voucher.summary)),
      {
        kind: 'table',
        table: {
          unit: text.unit,
          columns: text.columns.map((title, i) => ({ title, kind: i < 3 ? 'text' : 'fen' })),
          rows: voucherSides.flatMap((side) => rowsOf(voucher.entries, side, language)),
          inCapitals: voucher.amountFen,
        },
      },
      ...(isOpen ? [paragraph(text.unverified)] : []),
      paragraph(text.people(voucher.makerName, voucher.checkedByName ?? '　　　　')),
      paragraph(text.hash(voucher.contentHash.slice(0, 16))),
    ],
  }
}

/** The lines of a side and its sum. */
function rowsOf(lines: readonly VoucherLine[], side: VoucherSide, language: Language): PaperCell[][] {
  const text = words[language]
  const own = lines.filter((line) => line.side === side)
  const sum = (of: 'debitFen' | 'creditFen') => addFen(fen(0), ...own.map((line) => line[of]))
  return [
    ...own.map((line): PaperCell[] => [
      text.sides[side],
      `${line.code} ${line.title === line.name ? line.title : `${line.title}／${line.name}`}${line.isVerified ? '' : '*'}`,
      [line.functionalClass, line.economicCategory].filter(Boolean).join(' '),
      line.debitFen || null,
      line.creditFen || null,
    ]),
    [text.sides[side], text.total, null, sum('debitFen'), sum('creditFen')],
  ]
}
