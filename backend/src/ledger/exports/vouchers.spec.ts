import fc from 'fast-check'
import { addFen, fen } from '../../platform/money.js'
import { accounts } from '../journal/accounts.js'
import { type VoucherEntry, vouchersOf } from './vouchers.js'

const entry = (change: Partial<VoucherEntry>): VoucherEntry => ({
  accountedOn: '2026-11-20',
  kind: 'spend',
  sourceEntity: 'payment',
  sourceId: 1,
  debitAccount: 'E500',
  creditAccount: 'A110',
  amountFen: 100,
  ...change,
})

describe('vouchers', () => {
  it('have financial and budget entries by the mapping, marked where no text confirms it', () => {
    expect(vouchersOf([entry({})])).toEqual([
      {
        accountedOn: '2026-11-20',
        kind: 'spend',
        sourceEntity: 'payment',
        sourceId: 1,
        lines: [
          {
            side: 'financial',
            code: '5001-01',
            name: '教师课后服务补助',
            economicCategory: '30107',
            debitFen: 100,
            creditFen: 0,
            isVerified: false,
          },
          {
            side: 'financial',
            code: '1201',
            name: '财政应返还额度',
            economicCategory: null,
            debitFen: 0,
            creditFen: 100,
            isVerified: false,
          },
          {
            side: 'budget',
            code: '7201',
            name: '教师课后服务补助',
            economicCategory: '30107',
            debitFen: 100,
            creditFen: 0,
            isVerified: false,
          },
          {
            side: 'budget',
            code: '8001',
            name: '财政应返还额度',
            economicCategory: null,
            debitFen: 0,
            creditFen: 100,
            isVerified: false,
          },
        ],
      },
    ])
  })

  it('are none for memoranda and for what only moves from the school to its classes', () => {
    expect(vouchersOf([entry({ kind: 'declare', debitAccount: 'M110', creditAccount: 'M000' })])).toEqual([])
    expect(
      vouchersOf([
        entry({ kind: 'allot', debitAccount: 'R400', creditAccount: 'A110', amountFen: 300 }),
        entry({ kind: 'allot', debitAccount: 'A110', creditAccount: 'R400', amountFen: '300' }),
      ]),
    ).toEqual([])
  })

  it('keep sources, kinds and days apart', () => {
    expect(
      vouchersOf([
        entry({}),
        entry({ sourceId: 2 }),
        entry({ kind: 'un-spend', debitAccount: 'A110', creditAccount: 'E500' }),
        entry({ accountedOn: '2026-11-21' }),
      ]),
    ).toHaveLength(4)
  })

  it('balance on both sides, whatever was posted', () => {
    const code = fc.constantFrom(...Object.keys(accounts).filter((each) => !each.startsWith('M')))
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            sourceId: fc.integer({ min: 1, max: 3 }),
            debitAccount: code,
            creditAccount: code,
            amountFen: fc.integer({ min: 1, max: 10_000_000 }),
          }),
        ),
        (given) => {
          for (const { lines } of vouchersOf(given.map((each) => entry(each)))) {
            for (const side of ['financial', 'budget']) {
              const own = lines.filter((line) => line.side === side)
              expect(addFen(fen(0), ...own.map((line) => line.debitFen))).toBe(
                addFen(fen(0), ...own.map((line) => line.creditFen)),
              )
            }
          }
        },
      ),
    )
  })
})
