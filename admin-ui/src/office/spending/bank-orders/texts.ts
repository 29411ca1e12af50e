import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { 'bank-orders': '付款指令' },
  funding: {
    drawOrder: '制作付款指令',
    drawOrderAsk:
      '把 %{smart_count} 笔已审核的支付，共 %{amount}，放进一份新的付款指令。放进去的不会再进别的批次。',
    drawOrderNothing: '没有等待付款的支付：已审核的都在付款指令里了。',
    orderDrawn: '已制作付款指令 %{number}，请下载文件送银行。',
    noOrders: '还没有付款指令。',
    noOrdersNext: '支付审核通过后，在这里制作付款指令，下载文件送银行，再标为已送。',
    searchOrders: '批次号或制作人',
    takeOrderFile: '下载文件',
    takeOrderAgain: '再次下载（内容相同）',
    takeBudgetFile: '预算一体化文件',
    orderTitle: '付款指令 %{number}',
    orderPayments: '包含的支付',
    orderBy: '%{name} · %{at}',
    sendOrder: '标为已送银行：%{smart_count} 笔，共 %{amount}。标了以后不能解散。',
    sendOrderUnseen:
      '这个批次的文件还没有下载过，银行不可能收到。确实已用别的办法送达，才标为已送银行：%{smart_count} 笔，共 %{amount}。标了以后不能解散。',
    dissolveOrder:
      '解散后，%{smart_count} 笔支付（共 %{amount}）回到等待付款，可以放进新的批次；这份文件不能再用。',
    orderTooLong: '只显示前 %{count} 笔。',
    orderCount: '%{smart_count} 笔',
  },
  resources: {
    'bank-orders': {
      name: '付款指令',
      fields: {
        number: '批次号',
        status: '状态',
        lineCount: '笔数',
        amountFen: '金额',
        drawnAt: '制作时间',
        drawnByName: '制作人',
        sentAt: '送银行',
        exportedCount: '下载次数',
        unansweredCount: '等银行答复',
        contentHash: '内容校验码',
      },
      events: {
        send: { label: '标为已送银行', done: '已标为送银行。' },
        dissolve: { label: '解散', done: '已解散，支付可以放进新的批次。' },
        create: { label: '制作' },
      },
    },
  },
  states: { 'bank-orders': { drawn: '已制作，未送银行', sent: '已送银行', dissolved: '已解散' } },
}

export const en: Words<typeof zh> = {
  menu: { 'bank-orders': 'Bank orders' },
  funding: {
    drawOrder: 'Draw an order for the bank',
    drawOrderAsk:
      'A new order with %{smart_count} checked payment, %{amount}. What is in it goes into no other. |||| A new order with %{smart_count} checked payments, %{amount} in all. What is in it goes into no other.',
    drawOrderNothing: 'No payment waits: all that are checked are in an order already.',
    orderDrawn: 'The order %{number} is drawn; take its file and send it to the bank.',
    noOrders: 'There is no order for the bank yet.',
    noOrdersNext:
      'Once payments are checked, draw an order here, send its file to the bank and mark it as sent.',
    searchOrders: 'Number or who drew it',
    takeOrderFile: 'Take the file',
    takeOrderAgain: 'Take it again (the same content)',
    takeBudgetFile: 'For the budget system',
    orderTitle: 'Bank order %{number}',
    orderPayments: 'Payments in it',
    orderBy: '%{name} · %{at}',
    sendOrderUnseen:
      'The file of this order was never downloaded, so the bank cannot have it. Mark it as sent only if it went another way: %{smart_count} payment, %{amount}. Then it cannot be dissolved. |||| The file of this order was never downloaded, so the bank cannot have it. Mark it as sent only if it went another way: %{smart_count} payments, %{amount}. Then it cannot be dissolved.',
    sendOrder:
      'Marks it as sent to the bank: %{smart_count} payment, %{amount}. Then it cannot be dissolved. |||| Marks it as sent to the bank: %{smart_count} payments, %{amount}. Then it cannot be dissolved.',
    dissolveOrder:
      '%{smart_count} payment, %{amount}, waits again and can go into a new order; this file must not be used any more. |||| %{smart_count} payments, %{amount}, wait again and can go into a new order; this file must not be used any more.',
    orderTooLong: 'Only the first %{count} are shown.',
    orderCount: '%{smart_count} payment |||| %{smart_count} payments',
  },
  resources: {
    'bank-orders': {
      name: 'Bank order |||| Bank orders',
      fields: {
        number: 'Number',
        status: 'State',
        lineCount: 'Payments',
        amountFen: 'Amount',
        drawnAt: 'Drawn',
        drawnByName: 'Drawn by',
        sentAt: 'Sent',
        exportedCount: 'Times taken',
        unansweredCount: 'Not answered',
        contentHash: 'Check sum',
      },
      events: {
        send: { label: 'Mark as sent', done: 'Marked as sent to the bank.' },
        dissolve: { label: 'Dissolve', done: 'Dissolved; its payments can go into a new order.' },
        create: { label: 'Drawn' },
      },
    },
  },
  states: { 'bank-orders': { drawn: 'Drawn, not sent', sent: 'Sent to the bank', dissolved: 'Dissolved' } },
}
