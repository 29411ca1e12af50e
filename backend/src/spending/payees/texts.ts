import type { Texts } from '../../platform/texts.js'

export const payeeTexts: Texts = {
  'funding.payee_account_taken': {
    zh: '尾号 {last4} 的账号已登记在收款人“{name}”名下。一个账号只登记一次，请直接选用。',
    en: 'The account ending in {last4} is that of the payee {name}. An account is kept once; please choose that payee.',
  },
  'funding.payee_account_known': {
    zh: '尾号 {last4} 的账号刚刚由别人登记了，请刷新后选用。',
    en: 'The account ending in {last4} has just been put in by somebody else. Reload and choose it.',
  },
  'funding.payee_inactive': {
    zh: '收款人“{name}”已停用，请换一个或先启用。',
    en: 'The payee {name} is not in use; choose another or put it in use again.',
  },
  'funding.payee_incomplete': {
    zh: '收款人“{name}”还没有账号和开户行，填好后才能提交。',
    en: 'The payee {name} has no account and no bank yet; both are needed before it is submitted.',
  },
  'funding.payee_without_account': {
    zh: '收款人“{name}”还没有账号，填好后才能提交。',
    en: 'The payee {name} has no account yet; it is needed before it is submitted.',
  },
  'funding.payee_without_bank': {
    zh: '收款人“{name}”还没有开户行，填好后才能提交。',
    en: 'The bank of the payee {name} is not given yet; it is needed before it is submitted.',
  },
  'funding.payee_missing': {
    zh: '请选择收款人，或填写收款人名称。',
    en: 'Choose a payee, or give its name.',
  },
}
