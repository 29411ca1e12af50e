/** How does a voucher read on paper (记账凭证)? A4, both sides with their sums, who made and who checked it. Pure. */
import { capitalYuan } from '../../platform/capital-numerals.js'
import { type Paper, type PaperBlock, type PaperTable, withTotal } from '../../platform/documents/paper.js'
import type { Language } from '../../platform/texts.js'
import { voucherCode } from './voucher-content.js'
import { type VoucherLine, type VoucherSide, voucherSides } from './voucher-lines.js'
import type { Voucher } from './voucher.entity.js'

const words = {
  zh: {
    title: '记账凭证',
    number: (code: string, day: string) => `凭证号：${code}　　日期：${day}`,
    summary: (text: string) => `摘要：${text}`,
    amount: (capitals: string) => `金额（大写）：${capitals}`,
    sides: { financial: '财务会计', budget: '预算会计' } satisfies Record<VoucherSide, string>,
    columns: ['科目', '明细', '分类', '借方金额', '贷方金额'],
    unit: '单位：元',
    total: '合计',
    unverified: '带 * 的科目对照待会计核对。',
    people: (maker: string, checker: string) =>
      `制单：${maker}　　　　复核：${checker}　　　　记账：　　　　`,
    hash: (hash: string) => `校验码：${hash}`,
  },
  en: {
    title: 'Voucher',
    number: (code: string, day: string) => `No. ${code}    Day: ${day}`,
    summary: (text: string) => `Summary: ${text}`,
    amount: (capitals: string) => `Amount in capitals: ${capitals}`,
    sides: { financial: 'Financial accounting', budget: 'Budget accounting' } satisfies Record<
      VoucherSide,
      string
    >,
    columns: ['Account', 'Detail', 'Class', 'Debit', 'Credit'],
    unit: 'in yuan',
    total: 'Total',
    unverified: 'What has a * is still to be checked by the accountant.',
    people: (maker: string, checker: string) => `Made by: ${maker}    Checked by: ${checker}    Booked by: `,
    hash: (hash: string) => `Checksum: ${hash}`,
  },
} as const

export function voucherPaper(voucher: Voucher, schoolName: string, language: Language): Paper {
  const text = words[language]
  const paragraph = (said: string): PaperBlock => ({ kind: 'paragraph', text: said })
  return {
    language,
    on: voucher.accountedOn,
    title: text.title,
    signature: [schoolName],
    blocks: [
      paragraph(text.number(voucherCode(voucher), voucher.accountedOn)),
      paragraph(text.summary(voucher.summary)),
      paragraph(text.amount(capitalYuan(voucher.amountFen))),
      ...voucherSides.flatMap((side): PaperBlock[] => [
        { kind: 'heading', level: 1, text: text.sides[side] },
        { kind: 'table', table: tableOf(voucher.entries, side, language) },
      ]),
      ...(voucher.entries.some(({ isVerified }) => !isVerified) ? [paragraph(text.unverified)] : []),
      paragraph(text.people(voucher.makerName, voucher.checkedByName ?? '　　　　')),
      paragraph(text.hash(voucher.contentHash)),
    ],
  }
}

function tableOf(lines: readonly VoucherLine[], side: VoucherSide, language: Language): PaperTable {
  const text = words[language]
  const table: PaperTable = {
    unit: text.unit,
    columns: text.columns.map((title, i) => ({ title, kind: i < 3 ? 'text' : 'fen' })),
    rows: lines
      .filter((line) => line.side === side)
      .map((line) => [
        `${line.code} ${line.title}${line.isVerified ? '' : '*'}`,
        line.name,
        [line.functionalClass, line.economicCategory].filter(Boolean).join(' / '),
        line.debitFen || null,
        line.creditFen || null,
      ]),
  }
  return withTotal(table, text.total)
}
