import fc from 'fast-check'
import { englishNotice, notice, publication, schoolTable } from '../../../test/sample-papers.js'
import { fen } from '../money.js'
import { arrange, bodyWidth, ems, headingNumber, pointsOfMm, printDate, readable } from './arrange-paper.js'
import { type Paper, withTotal } from './paper.js'

const tables = (paper: Paper) =>
  arrange(paper).flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'table' ? [piece.table] : [])),
  )

describe('the arrangement of a paper', () => {
  it('puts the parts in the order of the standard', () => {
    const [main, first, second] = arrange(notice(2))
    expect(main!.pieces.map(({ kind }) => kind)).toEqual([
      'red-head',
      'title',
      'addressee',
      'paragraph',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'list',
      'signature',
    ])
    expect(first!.pieces.map(({ kind }) => kind)).toEqual(['attachment-mark', 'title', 'table'])
    expect([main!.landscape, first!.landscape, second!.landscape]).toEqual([false, false, true])
    expect(main!.pieces[0]).toMatchObject({ number: '同财教〔2026〕45号' })
    expect(main!.pieces.at(-2)).toEqual({
      kind: 'list',
      lead: '附件：',
      items: ['1. 2026年秋季学期课后服务补助经费分配表', '2. 绩效目标表'],
    })
    expect(main!.pieces.at(-1)).toMatchObject({ lines: ['同舟市教育局', '同舟市财政局', '2026年11月22日'] })
  })

  it('numbers headings, the second level anew under each first', () => {
    const headings = arrange(notice(1))[0]!.pieces.flatMap((piece) =>
      piece.kind === 'heading' ? [piece.text] : [],
    )
    expect(headings).toEqual(['一、资金用途', '（一）教职工补助', '（二）外聘人员补助', '二、绩效与监督'])
    expect([1, 10, 11, 20, 21, 99].map((count) => headingNumber(1, count, 'zh'))).toEqual([
      '一、',
      '十、',
      '十一、',
      '二十、',
      '二十一、',
      '九十九、',
    ])
    expect(headingNumber(2, 12, 'zh')).toBe('（十二）')
    expect([headingNumber(1, 3, 'en'), headingNumber(2, 3, 'en')]).toEqual(['3. ', '(3) '])
  })

  it('gives a single attachment no number, and writes English papers in English', () => {
    const [main, only] = arrange(englishNotice(1))
    expect(only!.pieces[0]).toEqual({ kind: 'attachment-mark', text: 'Attachment' })
    expect(main!.pieces).toContainEqual({ kind: 'list', lead: 'Attachment: ', items: ['Funds by school'] })
    expect(main!.pieces).toContainEqual({
      kind: 'addressee',
      text: 'To the education and finance offices of all districts:',
    })
    expect(main!.pieces[0]).toMatchObject({ kind: 'number' })
    expect(arrange(publication)).toHaveLength(1)
  })

  it('prints dates without leading zeros and refuses what is no date', () => {
    expect(printDate('2026-01-02', 'zh')).toBe('2026年1月2日')
    expect(printDate('2026-12-31', 'en')).toBe('31 December 2026')
    expect(() => printDate('2026-02-30', 'zh')).toThrow(RangeError)
  })

  it('takes out what would break a file, and keeps every letter', () => {
    expect(readable('黄\u0000䶮\n小学\ud83d 𠮷<&>')).toBe('黄䶮 小学\ufffd 𠮷<&>')
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(readable(text)),
      ),
    )
  })

  it('adds up columns of figures and leaves texts alone', () => {
    const { total } = withTotal(
      {
        columns: [
          { title: 'a', kind: 'text' },
          { title: 'b', kind: 'integer' },
          { title: 'c', kind: 'fen' },
          { title: 'd', kind: 'text' },
        ],
        rows: [
          ['x', 1, 1_000_05, 'y'],
          ['x', 2, null, null],
          ['x', null, -100_00, '3'],
        ],
      },
      '合计',
    )
    expect(total).toEqual(['合计', 3, 900_05, null])
    expect(withTotal({ columns: [{ title: 'c', kind: 'fen' }], rows: [] }, '合计').total).toEqual([0])
  })

  it('prints cells by their kind', () => {
    const [table] = tables({
      ...publication,
      blocks: [
        {
          kind: 'table',
          table: {
            unit: '单位：元',
            inCapitals: fen(1_000_000),
            total: ['合计', 1_234_567, 1_000_000],
            columns: [
              { title: '学校', kind: 'text' },
              { title: '人数', kind: 'integer' },
              { title: '金额', kind: 'fen', align: 'center' },
            ],
            rows: [
              ['甲\t校', 1000, -5],
              [null, null, null],
            ],
          },
        },
      ],
    })
    expect(table).toMatchObject({
      unit: '单位：元',
      capitals: '合计金额（大写）：人民币壹万元整',
      total: ['合计', '1,234,567', '10,000.00'],
      rows: [
        ['甲 校', '1,000', '-0.05'],
        ['', '', ''],
      ],
    })
    expect(table!.columns.map(({ align }) => align)).toEqual(['left', 'right', 'center'])
  })

  it('fills the width of the page exactly, and gives figures the room that they need while texts have any to give', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom('text' as const, 'integer' as const, 'fen' as const),
            title: fc.string({ unit: fc.constantFrom('校', 'a', '额'), maxLength: 12 }),
            length: fc.nat(60),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        fc.boolean(),
        (columns, landscape) => {
          const table = {
            columns,
            rows: [
              columns.map(({ kind, length }) =>
                kind === 'text' ? '校'.repeat(length) : 10 ** (length % 14),
              ),
            ],
          }
          const [arranged] = tables({
            ...publication,
            attachments: [{ title: 'a', landscape, blocks: [{ kind: 'table', table }] }],
            blocks: [],
          })
          const sum = arranged!.columns.reduce((all, { width }) => all + width, 0)
          return (
            Math.abs(sum - bodyWidth(landscape)) < 0.001 && arranged!.columns.every(({ width }) => width > 0)
          )
        },
      ),
    )
    const [table] = tables({ ...publication, blocks: [{ kind: 'table', table: schoolTable(450) }] })
    expect(table!.columns[3]!.width).toBeGreaterThan(ems(table!.total![3]!) * table!.size)
    expect(pointsOfMm(25.4)).toBe(72)
  })
})
