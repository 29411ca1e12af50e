import { fen } from '../../platform/money.js'
import { type StatementFacts, statementPaper } from './statement-paper.js'

const facts: StatementFacts = {
  schoolName: '文瀛小学',
  fundName: '课后看护经费',
  fiscalYear: 2026,
  fromOn: '2026-01-01',
  toOn: '2026-12-31',
  isTerm: false,
  isSettled: true,
  leftover: 'carry',
  treasuryReturn: null,
  on: '2026-12-20',
  statement: {
    openingFen: fen(10_000),
    receivedFen: fen(1_000_000),
    spentFen: fen(909_999),
    carriedOutFen: fen(0),
    returnedFen: fen(0),
    committedFen: fen(0),
    leftFen: fen(100_001),
    spent: [
      { account: 'E500', paymentCount: 2, lessonCount: 30, amountFen: fen(900_000) },
      { account: 'E530', paymentCount: 1, lessonCount: 0, amountFen: fen(9_999) },
    ],
  },
}

describe('the statement as a paper', () => {
  it('has every line of the account and the sum left in capitals', () => {
    const paper = statementPaper(facts, 'zh')
    expect(paper).toMatchObject({
      title: '文瀛小学2026年度课后看护经费收支情况表',
      signature: ['文瀛小学'],
      on: '2026-12-20',
    })
    const table = paper.blocks[1] as Extract<(typeof paper.blocks)[number], { kind: 'table' }>
    expect(table.table.rows.map((row) => row[3])).toEqual([
      10_000, 1_000_000, 909_999, 900_000, 9_999, 0, 0, 0,
    ])
    expect(table.table.rows[2]!.slice(1, 3)).toEqual([3, 30])
    expect([table.table.total, table.table.inCapitals]).toEqual([['期末结余', null, null, 100_001], 100_001])
    expect(paper.blocks[0]).toMatchObject({
      text: expect.stringContaining('1,000.01元（大写：壹仟元零壹分）'),
    })
    expect(paper.blocks[2]).toMatchObject({ text: expect.stringContaining('结转') })
  })

  it('is marked while it is not settled, and says what becomes of the money', () => {
    expect(statementPaper({ ...facts, isSettled: false, isTerm: true }, 'zh').title).toMatch(
      /（学期）（草稿）$/,
    )
    expect(statementPaper({ ...facts, leftover: 'return' }, 'zh').blocks[2]).toMatchObject({
      text: expect.stringContaining('上缴'),
    })
    expect(
      statementPaper({ ...facts, isSettled: false, isTerm: true, leftover: 'stays' }, 'en'),
    ).toMatchObject({ title: expect.stringMatching(/\(term\) \(DRAFT\)$/) })
  })

  it('says what still waits for the treasury, and since when it has it', () => {
    const of = (returnedOn: string | null, language: 'zh' | 'en') =>
      statementPaper(
        { ...facts, leftover: 'return', treasuryReturn: { amountFen: 100_001, returnedOn } },
        language,
      ).blocks[3]
    expect(of(null, 'zh')).toEqual({
      kind: 'paragraph',
      text: '其中1,000.01元已预留，等待上缴财政；以银行回单为准。',
    })
    expect(of('2027-01-08', 'en')).toMatchObject({
      text: '1,000.01 yuan was returned to the treasury on 2027-01-08.',
    })
  })
})
