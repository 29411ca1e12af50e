/** What a fund's money is for (资金用途): spending is tagged by fund and purpose. */
import type { Stage } from '../../organisation/index.js'

export const purposes = ['after_school_primary', 'after_school_junior', 'school_general'] as const
export type Purpose = (typeof purposes)[number]

/** As people call them. */
export const purposeNames: Readonly<Record<Purpose, { readonly zh: string; readonly en: string }>> = {
  after_school_primary: { zh: '小学课后服务', en: 'after-school service, primary' },
  after_school_junior: { zh: '初中课后服务', en: 'after-school service, junior secondary' },
  school_general: { zh: '学校其他支出', en: 'other school spending' },
}

export interface FundPurpose {
  readonly stage: Stage
  /** The purpose that counts as after-school service. */
  readonly service: Purpose
  /** The other purpose, where the fund has one: the school decides the share. */
  readonly other: Purpose | null
}
