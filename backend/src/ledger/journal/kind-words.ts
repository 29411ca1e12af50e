/** What a journal does, as sheets say it (事项). Pure. */
import type { Language } from '../../platform/texts.js'

const words: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  declare: { zh: '申报', en: 'declared' },
  approve: { zh: '批准', en: 'approved' },
  receive: { zh: '到账', en: 'received' },
  allot: { zh: '分配到班', en: 'put on classes' },
  reserve: { zh: '预留', en: 'reserved' },
  commit: { zh: '合同预留', en: 'reserved for a contract' },
  free: { zh: '释放预留', en: 'freed' },
  spend: { zh: '支出', en: 'spent' },
  refund: { zh: '收回退款', en: 'refunded' },
  reclassify: { zh: '调账', en: 'booked elsewhere' },
  'carry-out': { zh: '结转下年', en: 'carried out' },
  'carry-in': { zh: '上年结转', en: 'carried in' },
  return: { zh: '上缴', en: 'returned' },
}

/** A reversal is named after what it reverses. */
export function kindWord(kind: string, language: Language): string {
  const isReversal = kind.startsWith('un-')
  const said = words[isReversal ? kind.slice(3) : kind]?.[language]
  if (said === undefined) return kind
  if (!isReversal) return said
  return language === 'zh' ? `冲销${said}` : `${said}, reversed`
}
