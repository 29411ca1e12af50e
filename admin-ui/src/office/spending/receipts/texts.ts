/** Words of receipts. */
import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { receipts: '到账确认' },
  funding: {
    openScheme: '查看分配方案',
    schemeDrafted: '已按申报起草分配方案，请核对。',
    act: '办理',
    noReceipts: '还没有下达给本校的经费。',
    noReceiptsNext: '通知下达后会出现在这里，到账后请确认。',
    receiveConsequence: '确认收到 %{amount}。确认后由分配方案分到各班。',
    receivedChoices: { yes: '已到账', no: '未到账' },
  },
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
  menu: { receipts: 'Receipts' },
  funding: {
    openScheme: 'Open the scheme',
    schemeDrafted: 'The scheme has been drafted from the declaration; please check it.',
    act: 'Act',
    noReceipts: 'Nothing has been granted to the school yet.',
    noReceiptsNext: 'Issued notices appear here; confirm them when the money has arrived.',
    receiveConsequence:
      'Confirms that %{amount} has arrived. A distribution scheme then puts it on the classes.',
    receivedChoices: { yes: 'Received', no: 'Not yet received' },
  },
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
