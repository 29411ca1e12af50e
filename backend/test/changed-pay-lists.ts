/** What is changed by SQL in a pay list and its payments, and what verification says of it. */
import type { Change } from './changed-buying.js'

export interface Listed {
  /** A list whose payments are made, and the first of these: a draft. */
  readonly payList: number
  readonly listed: number
  /** A payment that no list has made, and one that waits. */
  readonly waiting: number
}

const entry = 'SELECT MIN(id) AS id FROM pay_list_entry WHERE payListId ='

export const changesOfPayLists = (of: () => Listed): readonly Change[] => [
  [
    'the amount of a payment of a pay list',
    () => [
      `UPDATE payment SET amountFen = 50001 WHERE id = ${of().listed}`,
      `UPDATE payment_line SET amountFen = 50001 WHERE paymentId = ${of().listed}`,
    ],
    /pay_list \d+, person 1: it says 50000, payment \d+ 50001/,
  ],
  [
    'whom a payment of a pay list pays',
    () => [`UPDATE payment SET payeeId = payeeId + 1 WHERE id = ${of().listed}`],
    /pay_list \d+, person 1: payment \d+ pays another person/,
  ],
  [
    'whom a payment of a pay list pays, by hand',
    () => [`UPDATE payment SET payeeId = NULL, payee = '别人' WHERE id = ${of().listed}`],
    /pay_list \d+, person 1: payment \d+ pays another person/,
  ],
  [
    'whose money a payment of a pay list takes',
    () => [`UPDATE payment_line SET allotmentId = allotmentId + 1 WHERE paymentId = ${of().listed}`],
    /pay_list \d+, person 1: payment \d+ has other lines/,
  ],
  [
    'a payment that says it is of a list',
    () => [`UPDATE payment SET payListId = ${of().payList} WHERE id = ${of().waiting}`],
    /payment \d+: nobody of pay list \d+ is paid by it/,
  ],
  [
    'a payment that says it is of a list that is not there',
    () => [`UPDATE payment SET payListId = 999999 WHERE id = ${of().waiting}`],
    /payment \d+: its pay list 999999 is not there/,
  ],
  [
    'a payment that was put beside its list',
    () => [`UPDATE payment SET payListId = NULL, payListEntryId = NULL WHERE id = ${of().listed}`],
    /pay_list \d+, person 1: no payment was made/,
  ],
  [
    'a payment of a person who is on another list',
    () => [`UPDATE payment SET payListEntryId = 999999 WHERE id = ${of().listed}`],
    /person 1: no payment was made[\s\S]*pay list \d+ does not know whom it pays/,
  ],
  [
    'what a person of a pay list gets',
    () => [
      `UPDATE pay_list_entry SET amountFen = 50001 WHERE id = (SELECT id FROM (${entry} ${of().payList}) one)`,
    ],
    /it says 100000, its entries 100001[\s\S]*it says 50001, its lines 50000[\s\S]*it says 50001, its hours and rate 50000/,
  ],
  [
    'the hours of a person',
    () => [`UPDATE pay_list_entry SET hoursHundredths = 900 WHERE payListId = ${of().payList}`],
    /pay_list \d+, person 1: it says 50000, its hours and rate 45000/,
  ],
  [
    'a pay list that was reopened by a state',
    () => [`UPDATE pay_list SET status = 'draft' WHERE id = ${of().payList}`],
    /its pay list \d+ is draft[\s\S]*it is draft, its steps end at made/,
  ],
  [
    'a pay list that was taken away',
    () => [`DELETE FROM pay_list WHERE id = ${of().payList}`],
    /payment \d+: its pay list \d+ is not there/,
  ],
]
