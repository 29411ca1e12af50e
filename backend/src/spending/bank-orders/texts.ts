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
  'funding.bank_order_answered': {
    zh: '付款指令 {number} 中有 {count} 笔银行已有答复，不能解散。请标为已送银行。',
    en: 'The bank has answered on {count} payments of the order {number}; it cannot be dissolved. Mark it as sent.',
  },
}
