import { isProblem, payOf } from './pay.js'

const line = (allotmentId: number, rest: object = {}) => ({ allotmentId, account: 'E500', ...rest })
const codeOf = (asked: Parameters<typeof payOf>[0]) => {
  const pay = payOf(asked)
  return isProblem(pay) ? [pay.field, pay.code] : pay
}

describe('what a person of a pay list gets', () => {
  it('is hours times rate, halves of a fen rounded up', () => {
    expect(payOf({ hoursHundredths: 1250, rateFen: 5_501, lines: [line(1)] })).toEqual({
      amountFen: 68_763,
      lines: [{ allotmentId: 1, account: 'E500', amountFen: 68_763, lessonCount: 13 }],
    })
    expect(payOf({ hoursHundredths: 33, rateFen: 100, lines: [line(1)] })).toMatchObject({ amountFen: 33 })
  })

  it('is what was typed where hours or rate are missing, and nothing else where both are there', () => {
    expect(payOf({ amountFen: 300, lines: [line(1)] })).toMatchObject({
      amountFen: 300,
      lines: [{ lessonCount: null }],
    })
    expect(payOf({ amountFen: 300, hoursHundredths: 200, lines: [line(1)] })).toMatchObject({
      lines: [{ amountFen: 300, lessonCount: 2 }],
    })
    expect(codeOf({ amountFen: 301, hoursHundredths: 200, rateFen: 150, lines: [line(1)] })).toEqual([
      'amountFen',
      'funding.pay_list_other_amount',
    ])
    expect(codeOf({ hoursHundredths: 200, lines: [line(1)] })).toEqual([
      'amountFen',
      'funding.pay_list_no_amount',
    ])
    expect(codeOf({ hoursHundredths: 1, rateFen: 1, lines: [line(1)] })).toEqual([
      'amountFen',
      'funding.pay_list_no_amount',
    ])
  })

  it('is shared by class-hours so that no class pays above the rate, to the fen', () => {
    expect(payOf({ hoursHundredths: 1000, rateFen: 10_000, lines: [line(1), line(2), line(3)] })).toEqual({
      amountFen: 100_000,
      lines: [
        { allotmentId: 1, account: 'E500', amountFen: 40_000, lessonCount: 4 },
        { allotmentId: 2, account: 'E500', amountFen: 30_000, lessonCount: 3 },
        { allotmentId: 3, account: 'E500', amountFen: 30_000, lessonCount: 3 },
      ],
    })
    expect(
      payOf({ amountFen: 1_000, lines: [line(1, { lessonCount: 3 }), line(2, { lessonCount: 1 })] }),
    ).toMatchObject({ lines: [{ amountFen: 750 }, { amountFen: 250 }] })
    expect(payOf({ amountFen: 100, lines: [line(1), line(2), line(3)] })).toMatchObject({
      lines: [{ amountFen: 34 }, { amountFen: 33 }, { amountFen: 33 }],
    })
  })

  it('leaves out a class that would pay nothing', () => {
    expect(payOf({ hoursHundredths: 100, rateFen: 5_000, lines: [line(1), line(2)] })).toMatchObject({
      lines: [{ allotmentId: 1, amountFen: 5_000, lessonCount: 1 }],
    })
  })

  it('is as its lines say where all of them say it, and they must add up', () => {
    const lines = [line(1, { amountFen: 70 }), line(2, { amountFen: 30 })]
    expect(payOf({ amountFen: 100, lines })).toMatchObject({ amountFen: 100, lines })
    expect(codeOf({ amountFen: 101, lines })).toEqual(['lines', 'funding.pay_list_lines_sum'])
    expect(codeOf({ amountFen: 100, lines: [lines[0]!, line(2)] })).toEqual([
      'lines',
      'funding.pay_list_some_amounts',
    ])
  })
})
