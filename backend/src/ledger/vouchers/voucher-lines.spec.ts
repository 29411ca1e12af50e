import fc from 'fast-check'
import { addFen, fen } from '../../platform/money.js'
import { accounts } from '../journal/accounts.js'
import { economicNames, mappedAccounts, openQuestions, statutoryNames } from './mapping.js'
import { amountOf, type VoucherEntry, voucherLines } from './voucher-lines.js'

const entry = (change: Partial<VoucherEntry>): VoucherEntry => ({
  debitAccount: 'E542',
  creditAccount: 'A110',
  amountFen: 100,
  ...change,
})

describe('the lines of a voucher', () => {
  it('have financial and budget entries to item level, marked where no text confirms them', () => {
    const lines = voucherLines([entry({}), entry({ amountFen: '200' })], 'primary')
    expect(
      lines.map((line) => [
        line.side,
        line.code,
        line.name,
        line.functionalClass,
        line.economicCategory,
        line.debitFen,
        line.creditFen,
        line.isVerified,
      ]),
    ).toEqual([
      ['financial', '5001-02', '电费', null, '30206', 300, 0, false],
      ['financial', '1201', '财政应返还额度', null, null, 0, 300, false],
      ['budget', '7201', '电费', '2050202', '30206', 300, 0, false],
      ['budget', '8001', '财政应返还额度', null, null, 0, 300, false],
    ])
    expect(amountOf(lines)).toBe(300)
    expect(voucherLines([entry({})], 'junior_secondary')[2]!.functionalClass).toBe('2050203')
  })

  it('are none for memoranda and for what only moves from the school to its classes', () => {
    expect(voucherLines([entry({ debitAccount: 'M110', creditAccount: 'M000' })], 'primary')).toEqual([])
    expect(
      voucherLines(
        [
          entry({ debitAccount: 'R400', amountFen: 300 }),
          entry({ debitAccount: 'A110', creditAccount: 'R400', amountFen: '300' }),
        ],
        'primary',
      ),
    ).toEqual([])
  })

  it('balance on both sides, whatever was posted', () => {
    const code = fc.constantFrom(...Object.keys(accounts).filter((each) => !each.startsWith('M')))
    const posted = fc.array(
      fc.record({
        debitAccount: code,
        creditAccount: code,
        amountFen: fc.integer({ min: 1, max: 10_000_000 }),
      }),
    )
    fc.assert(
      fc.property(posted, (entries) => {
        const lines = voucherLines(entries, 'primary')
        for (const side of ['financial', 'budget']) {
          const own = lines.filter((line) => line.side === side)
          expect(addFen(fen(0), ...own.map((line) => line.debitFen))).toBe(
            addFen(fen(0), ...own.map((line) => line.creditFen)),
          )
        }
      }),
    )
  })
})

describe('the mapping', () => {
  it('asks a question of every account that no text confirms, and names every code', () => {
    for (const [account, { statutory, class: kind }] of mappedAccounts) {
      expect([account, statutory!.isVerified]).toEqual([account, openQuestions[account] === undefined])
      for (const code of [statutory!.financial, statutory!.budget])
        expect([code, code === null || code in statutoryNames]).toEqual([code, true])
      if (kind === 'expense')
        expect([account, statutory!.economicCategory! in economicNames]).toEqual([account, true])
    }
  })
})
