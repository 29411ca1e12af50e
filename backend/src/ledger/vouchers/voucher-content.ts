/** What of a voucher must stay as it was numbered (凭证校验码), and what it is called. Pure. */
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { Voucher } from './voucher.entity.js'

/** 记-2026-11-0001 */
export const voucherCode = ({ month, number }: Pick<Voucher, 'month' | 'number'>): string =>
  `记-${month}-${String(number).padStart(4, '0')}`

const kept = [
  'schoolId',
  'month',
  'number',
  'sequence',
  'accountedOn',
  'kind',
  'summary',
  'amountFen',
  'entries',
  'makerId',
  'makerName',
] as const
export type VoucherContent = Pick<Voucher, (typeof kept)[number]>

/** `journalHash`: of the journal that it is made of, which is chained. */
export const voucherHash = (voucher: VoucherContent, journalHash: string): string =>
  snapshotHash([journalHash, Object.fromEntries(kept.map((name) => [name, voucher[name]]))])

/** Of the vouchers that one run has numbered in a month: it stands in the trail, which nobody rewrites unseen. */
export const digestOf = (vouchers: readonly Pick<Voucher, 'contentHash'>[]): string =>
  snapshotHash(vouchers.map(({ contentHash }) => contentHash))
