import type { Texts } from '../../platform/texts.js'

export const voucherTexts: Texts = {
  'funding.voucher_nothing': {
    zh: '没有等待编号的凭证：到今天为止的都编过了。',
    en: 'No voucher waits for a number: all up to today have theirs.',
  },
  'funding.voucher_own': {
    zh: '这张凭证是您制单的，请由另一位同事复核。',
    en: 'You caused this voucher yourself; somebody else must check it.',
  },
  'funding.voucher_checked': { zh: '这张凭证已经复核过了。', en: 'This voucher has been checked already.' },
}
