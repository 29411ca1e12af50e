/** Words of receipts. */
import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    receipts: {
      name: '到账确认',
      fields: {
        title: '通知',
        documentNumber: '文号',
        schoolName: '学校',
        fundName: '资金',
        issuedOn: '下达日期',
        amountFen: '金额',
        receivedAt: '到账时间',
        received: '是否到账',
        actions: '办理',
        receivedOn: '到账日期',
        slipNumber: '到账单号',
      },
      events: { receive: { label: '确认到账', done: '已确认到账，下一步制定分配方案。' } },
    },
  },
}

export const en: Words<typeof zh> = {
  resources: {
    receipts: {
      name: 'Receipt |||| Receipts',
      fields: {
        title: 'Notice',
        documentNumber: 'Document number',
        schoolName: 'School',
        fundName: 'Fund',
        issuedOn: 'Issued',
        amountFen: 'Amount',
        receivedAt: 'Received',
        received: 'Received?',
        actions: 'Act',
        receivedOn: 'Received on',
        slipNumber: 'Slip number',
      },
      events: { receive: { label: 'Confirm receipt', done: 'Confirmed; a distribution scheme comes next.' } },
    },
  },
}
