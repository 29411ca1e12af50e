import { fen } from '../../platform/money.js'
import { noticePaper, type NoticeFacts } from './notice-paper.js'

const facts: NoticeFacts = {
  title: '关于下达课后服务补助经费的通知',
  documentNumber: '同财教〔2026〕45号',
  isIssued: true,
  fundName: '课后看护经费',
  fiscalYear: 2026,
  level: 'whole',
  totalFen: fen(3_000_050),
  budgetCategory: '205',
  spendByOn: '2026-12-05',
  on: '2026-11-20',
  regionName: '同舟市',
  lines: [
    { schoolName: '甲小学', classCount: 1, amountFen: fen(1_000_050) },
    { schoolName: '乙小学', classCount: 2, amountFen: fen(2_000_000) },
  ],
}
const sentences = (given: NoticeFacts, language: 'zh' | 'en' = 'zh') =>
  noticePaper(given, language)
    .blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]))
    .join('\n')

describe('the notice as a paper', () => {
  it('says year, fund, the sum in figures and capitals, the category and the day to spend it by', () => {
    const text = sentences(facts)
    expect(text).toContain(
      '2026年度课后看护经费共计人民币30,000.50元（大写：叁万元零伍角整），支出列“205教育支出”科目',
    )
    expect(text).toContain('2026年12月5日前使用完毕')
    expect(text).toContain('分配方案')
    expect(sentences({ ...facts, spendByOn: null, budgetCategory: null })).not.toMatch(/205|2026年12月/)
    expect(sentences({ ...facts, level: 'district' })).toContain('（县区级承担部分）')
  })

  it('is signed by both offices of the region and has a row for each school that adds up', () => {
    const paper = noticePaper(facts, 'zh')
    expect(paper).toMatchObject({
      redHead: ['同舟市教育局', '同舟市财政局文件'],
      documentNumber: '同财教〔2026〕45号',
      addressee: '各有关学校',
      signature: ['同舟市教育局', '同舟市财政局'],
      on: '2026-11-20',
    })
    const [block] = paper.attachments![0]!.blocks
    expect(block).toMatchObject({
      kind: 'table',
      table: {
        rows: [
          ['1', '甲小学', 1, 1_000_050],
          ['2', '乙小学', 2, 2_000_000],
        ],
        total: ['合计', null, 3, 3_000_050],
        inCapitals: 3_000_050,
      },
    })
  })

  it('is marked while it is a draft, and tells a school its own part', () => {
    const draft = noticePaper({ ...facts, isIssued: false, documentNumber: null }, 'zh')
    expect([draft.title, draft.documentNumber]).toEqual([
      '关于下达课后服务补助经费的通知（草稿）',
      '草稿，尚未下达',
    ])
    const own = { ...facts, lines: facts.lines.slice(0, 1) }
    expect(noticePaper(own, 'zh').addressee).toBe('甲小学')
    expect(sentences(own)).toContain('其中下达你校10,000.50元（壹万元零伍角整）')
    expect(sentences(own, 'en')).toContain('of which 10,000.50 yuan for your school')
    expect(noticePaper({ ...facts, isIssued: false }, 'en').title).toMatch(/\(DRAFT\)$/)
    expect(sentences({ ...facts, spendByOn: null, budgetCategory: null }, 'en')).toContain(
      'Spending should not be delayed',
    )
  })
})
