/** The sentences of warnings (资金预警) as the board says them. */
import type { Coded } from '../../platform/sentences.js'
import type { Texts } from '../../platform/texts.js'
import type { Warning, WarningCode } from './warnings.js'

const warningTexts = {
  'warning.distribution_overdue': {
    zh: '{leftFen} 到账后应在 {dueOn} 前分配到班，已超过 {days} 天。请尽快提交分配方案。',
    en: '{leftFen} should have been put on the classes by {dueOn}, {days} days ago. Submit a distribution scheme.',
  },
  'warning.spending_overdue': {
    zh: '使用期限 {endsOn} 已过，还有 {leftFen} 没有使用。请办理结算。',
    en: 'The money was to be spent by {endsOn}; {leftFen} is left. Settle the account.',
  },
  'warning.unspent_near_end': {
    zh: '距使用期限 {endsOn} 还有 {days} 天，还有 {leftFen} 没有使用。',
    en: '{leftFen} is left with {days} days to go until {endsOn}.',
  },
  'warning.pace_fast': {
    zh: '支出偏快：时间过了 {percent}%，{availableFen} 中已用 {usedFen}。',
    en: 'Spending runs ahead: {percent}% of the time has passed, {usedFen} of {availableFen} is used.',
  },
  'warning.pace_slow': {
    zh: '支出偏慢：时间过了 {percent}%，{availableFen} 中只用了 {usedFen}。',
    en: 'Spending lags behind: {percent}% of the time has passed, only {usedFen} of {availableFen} is used.',
  },
  'warning.nearly_used': {
    zh: '已用 {usedFen}，超过可用 {availableFen} 的八成，还剩 {leftFen}。',
    en: '{usedFen} of {availableFen} is used, more than four fifths; {leftFen} is left.',
  },
  'warning.not_entitled': {
    zh: '这个班没有应得经费，却有 {availableFen} 可用。请核对分配方案。',
    en: 'The class is entitled to nothing but has {availableFen}. Check the distribution scheme.',
  },
} as const satisfies Record<`warning.${WarningCode}`, { zh: string; en: string }>

/** For the sheet and the screens: short names of the same. */
export const warningNames: Readonly<Record<WarningCode, { readonly zh: string; readonly en: string }>> = {
  distribution_overdue: { zh: '到班逾期', en: 'distribution overdue' },
  spending_overdue: { zh: '逾期未用', en: 'unspent after the end' },
  unspent_near_end: { zh: '临近期限未用', en: 'unspent near the end' },
  pace_fast: { zh: '支出偏快', en: 'spending fast' },
  pace_slow: { zh: '支出偏慢', en: 'spending slow' },
  nearly_used: { zh: '已用八成', en: 'four fifths used' },
  not_entitled: { zh: '无应得有经费', en: 'money without entitlement' },
}

export const asCoded = ({ code, params }: Warning): Coded => ({ code: `warning.${code}`, params })

export const boardTexts: Texts = {
  ...warningTexts,
  'funding.region_strange': { zh: '这个地区不在您的范围内。', en: 'This region is outside your scope.' },
  'funding.received_already': { zh: '这笔经费已经确认到账。', en: 'This money has been confirmed already.' },
  'funding.not_received': {
    zh: '这笔经费还没有确认到账，先确认到账再做分配方案。',
    en: 'This money has not been confirmed as received; confirm it first, then draft the scheme.',
  },
  'funding.receipt_day': {
    zh: '到账日期应在下达日期 {issuedOn} 与今天 {today} 之间。',
    en: 'The day of the receipt lies between the issue on {issuedOn} and today, {today}.',
  },
}
