/** How the states of the money's documents are called in sheets, as the pages say them (状态名称). Pure. */
import type { CommitmentStatus } from './commitments/commitment.states.js'
import type { CorrectionKind, CorrectionStatus } from './corrections/correction.states.js'
import type { DistributionSchemeStatus } from './distribution-schemes/distribution-scheme.states.js'
import type { PaymentStatus } from './payments/payment.states.js'
import type { SettlementStatus } from './settlements/settlement.states.js'
import type { TreasuryReturnStatus } from './treasury-returns/treasury-return.states.js'

interface Words {
  readonly zh: string
  readonly en: string
}
type Named<Name extends string> = Readonly<Record<Name, Words>>

const draft = { zh: '草稿', en: 'draft' }
const before = { zh: '等校长审批', en: 'waits for the principal' }
const refused = { zh: '未批准', en: 'refused' }
const withdrawn = { zh: '已撤回', en: 'withdrawn' }

export const paymentStateWords: Named<PaymentStatus> = {
  draft,
  submitted: before,
  approved: { zh: '等核算中心审核', en: 'waits for the accounting centre' },
  refused,
  withdrawn,
  checked: { zh: '等银行付款', en: 'waits for the bank' },
  paid: { zh: '已付款', en: 'paid' },
  failed: { zh: '银行退回', en: 'came back' },
}

export const correctionStateWords: Named<CorrectionStatus> = {
  draft,
  submitted: before,
  approved: { zh: '已批准，待记账', en: 'approved, not posted yet' },
  posted: { zh: '已记账', en: 'posted' },
  refused,
  withdrawn,
}

export const correctionKindWords: Named<CorrectionKind> = {
  refund: { zh: '收回退款', en: 'refund' },
  double_payment: { zh: '重复付款追回', en: 'paid twice' },
  returned: { zh: '退汇', en: 'sent back by the bank' },
  red_letter: { zh: '红字冲销', en: 'never paid' },
  reclassification: { zh: '调账', en: 'booked elsewhere' },
}

export const commitmentStateWords: Named<CommitmentStatus> = {
  draft,
  submitted: before,
  approved: { zh: '执行中', en: 'running' },
  ended: { zh: '已结束', en: 'ended' },
  refused,
  withdrawn,
}

export const schemeStateWords: Named<DistributionSchemeStatus> = {
  draft,
  submitted: { zh: '等校长批准', en: 'waits for the principal' },
  approved: { zh: '已到班', en: 'on the classes' },
}

export const settlementStateWords: Named<SettlementStatus> = {
  draft,
  submitted: { zh: '等校长批准', en: 'waits for the principal' },
  settled: { zh: '已结算', en: 'settled' },
}

export const treasuryReturnStateWords: Named<TreasuryReturnStatus> = {
  waiting: { zh: '等上缴', en: 'to be returned' },
  submitted: { zh: '等核算中心审核', en: 'waits for the accounting centre' },
  checked: { zh: '等银行回单', en: "waits for the bank's slip" },
  returned: { zh: '已上缴', en: 'returned' },
}
