/** What may be done to vouchers behind the application's back, and what verification says of it. */
import type { Change } from './changed-buying.js'

export interface Numbered {
  readonly school: number
  readonly spent: number
}

export const changesOfVouchers = (of: () => Numbered): readonly Change[] => [
  [
    'the number of a voucher',
    () => [`UPDATE voucher SET number = 99 WHERE schoolId = ${of().school} AND number = 2`],
    /after voucher 记-2026-11-0001 comes 3[\s\S]*voucher 记-2026-11-0099: it is not what was numbered/,
  ],
  [
    'two vouchers that changed their numbers',
    () => [
      `UPDATE voucher SET number = 99 WHERE schoolId = ${of().school} AND number = 2`,
      `UPDATE voucher SET number = 2 WHERE schoolId = ${of().school} AND number = 1`,
      `UPDATE voucher SET number = 1 WHERE schoolId = ${of().school} AND number = 99`,
    ],
    /vouchers 1 to \d+ of 2026-11 are not those that were numbered/,
  ],
  [
    'what a voucher says has happened',
    () => [`UPDATE voucher SET summary = '支付 学校 办公费' WHERE schoolId = ${of().school} AND number = 2`],
    /voucher 记-2026-11-0002: it is not what was numbered/,
  ],
  [
    'the lines of a voucher',
    () => [
      `UPDATE voucher SET entries = REPLACE(entries, '"debitFen":120000', '"debitFen":120001') WHERE schoolId = ${of().school}`,
    ],
    /voucher 记-2026-11-\d+: it does not say what journal \d+ says/,
  ],
  [
    'the account of a line behind a voucher',
    () => [`UPDATE ledger_line SET debitAccount = 'X1' WHERE schoolId = ${of().school} AND phase = 'post'`],
    /voucher 记-2026-11-\d+: it does not say what journal \d+ says/,
  ],
  [
    'a journal that was taken from its voucher',
    () => [`UPDATE voucher SET sequence = 9999 WHERE schoolId = ${of().school} AND number = 2`],
    /voucher 记-2026-11-0002: its journal 9999 is not there/,
  ],
  [
    'a voucher that was taken away',
    () => [
      `DELETE FROM voucher WHERE schoolId = ${of().school} AND number = (SELECT n FROM (SELECT MAX(number) AS n FROM voucher WHERE schoolId = ${of().school}) last)`,
    ],
    /vouchers 1 to \d+ of 2026-11 are not those that were numbered/,
  ],
  [
    'all vouchers that were taken away',
    () => [`DELETE FROM voucher WHERE schoolId = ${of().school}`],
    /vouchers 1 to \d+ of 2026-11 are not those that were numbered/,
  ],
  [
    'who checked a voucher',
    () => [
      `UPDATE voucher SET checkedByName = '别人' WHERE schoolId = ${of().school} AND checkedById IS NOT NULL`,
    ],
    /voucher 记-2026-11-0001: who checked it is not who the trail says/,
  ],
  [
    'a voucher that nobody has checked',
    () => [
      `UPDATE voucher SET checkedById = 1, checkedByName = '核算员', checkedAt = numberedAt WHERE schoolId = ${of().school} AND number = 2`,
    ],
    /voucher 记-2026-11-0002: who checked it is not who the trail says/,
  ],
]
