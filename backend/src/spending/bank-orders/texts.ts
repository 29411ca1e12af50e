import type { Texts } from '../../platform/texts.js'

export const bankOrderTexts: Texts = {
  'funding.bank_order_too_long': {
    zh: '待付款的超过 {most} 笔，请按学校分别制作付款指令。',
    en: 'More than {most} payments wait; please draw the orders by school.',
  },
  'funding.bank_order_nothing': {
    zh: '没有等待付款的支付：已审核的都在付款指令里了。',
    en: 'No payment waits: all that are checked are in an order already.',
  },
  'funding.bank_order_changed': {
    zh: '现在等待付款的是 {count} 笔，共 {amountFen}，与您看到的不同，没有制作。请核对后再办理。',
    en: '{count} payments of {amountFen} wait now, which is not what you saw. Nothing was drawn; please look again.',
  },
  'funding.bank_order_at_once': {
    zh: '别人刚刚制作了付款指令，这次没有制作。请刷新后再看。',
    en: 'Somebody has just drawn an order, and nothing was drawn this time. Reload and look again.',
  },
  'funding.bank_order_dissolved': {
    zh: '付款指令 {number} 已解散，不能再导出。',
    en: 'The order {number} has been dissolved; its file is not given out any more.',
  },
  'funding.bank_order_altered': {
    zh: '付款指令 {number} 的内容与制作时不同，像是绕过本系统改过，不能导出，也不能标为已送银行。请解散后重新制作，并请系统管理员运行 kehou ledger verify 查明。',
    en: 'The order {number} is not what was drawn; it seems to have been changed past this system. It is neither given out nor marked as sent. Dissolve it and draw another, and ask the administrator to run kehou ledger verify.',
  },
  'funding.bank_order_gone': {
    zh: '付款指令 {number} 中的 {reference}（{payee}）已不在等待付款，这份指令不能再送银行。请解散后重新制作。',
    en: 'The payment {reference} to {payee} in the order {number} does not wait to be paid any more; the order cannot go to the bank. Dissolve it and draw another.',
  },
  'funding.bank_order_unsent': {
    zh: '这笔支付在付款指令 {number} 里，该指令还没有标为已送银行。请先标为已送银行，或解散它。',
    en: 'It stands in the order {number}, which is not marked as sent: mark it or dissolve it first.',
  },
}
