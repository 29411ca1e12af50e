/** Words of distribution schemes. */
import type { Words } from '../../../shared/texts'

export const zh = {
  resources: {
    allotments: { name: '到班经费', fields: { className: '班级' } },
    schemes: {
      name: '分配方案',
      fields: {
        schoolName: '学校',
        fundName: '资金',
        fiscalYear: '年度',
        totalFen: '总额',
        staffMeetingOn: '教职工会议',
        status: '状态',
        note: '说明',
        createdAt: '起草时间',
      },
      events: {
        submit: { label: '提交校长', done: '已提交，等校长批准。' },
        withdraw: { label: '撤回', consequence: '撤回后成为草稿，可以修改。', done: '已撤回。' },
        approve: { label: '批准', done: '已批准，经费已到班。' },
        'send-back': {
          label: '退回',
          consequence: '学校财务会看到您写的原因，修改后再提交。',
          done: '已退回。',
        },
      },
    },
  },
  menu: { schemes: '分配方案' },
  states: { schemes: { draft: '草稿', submitted: '等校长批准', approved: '已到班' } },
  funding: {
    schemesUnder: '到账的经费怎样分到各班：教职工会议通过，校长批准后到班。',
    noSchemes: '还没有分配方案。',
    noSchemesNext: '确认到账以后，在“到账确认”里制定分配方案。',
    schemeOf: '%{fund} %{year} 年度分配方案',
    ofReceipt: '来源',
    receiptSource: '下达的经费',
    carriedSource: '上年结转',
    perClass: '各班金额',
    putsOn: '分到 %{classes} 个班',
    submitScheme: '%{amount} 分到 %{classes} 个班。请填写教职工会议通过的日期。',
    approveScheme: '批准后，%{amount} 立即到班，分到 %{classes} 个班，各班可以申请支付；不能撤回。',
    meetingHelp: '例如 2026-09-10。会议记录请作为附件保存。',
    editScheme: '修改',
    editSchemeHelp: '每个用途的合计要等于可分的金额。',
    differs: '“%{purpose}”合计 %{sum}，应为 %{total}，相差 %{difference}。',
    agrees: '“%{purpose}”合计 %{sum}，正好。',
    schemeSaved: '已保存。',
    deleteScheme: '删除草稿',
    deleteSchemeConsequence: '经费仍在学校，可以重新制定方案。',
    schemeDeleted: '草稿已删除。',
    carriedScheme: '分配结转资金',
    carriedSchemeHelp: '把上年结转、还没有到班的经费分到各班。',
  },
}

export const en: Words<typeof zh> = {
  resources: {
    allotments: { name: 'Class allotment |||| Class allotments', fields: { className: 'Class' } },
    schemes: {
      name: 'Distribution scheme |||| Distribution schemes',
      fields: {
        schoolName: 'School',
        fundName: 'Fund',
        fiscalYear: 'Year',
        totalFen: 'Total',
        staffMeetingOn: 'Staff meeting',
        status: 'State',
        note: 'Note',
        createdAt: 'Drafted',
      },
      events: {
        submit: { label: 'Hand to principal', done: 'Handed in; the principal decides next.' },
        withdraw: { label: 'Withdraw', consequence: 'It becomes a draft again.', done: 'Withdrawn.' },
        approve: { label: 'Approve', done: 'Approved; the money stands on the classes.' },
        'send-back': {
          label: 'Return',
          consequence: 'The finance officer sees your reason, mends it and hands it in again.',
          done: 'Returned.',
        },
      },
    },
  },
  menu: { schemes: 'Schemes' },
  states: { schemes: { draft: 'Draft', submitted: 'Waits for the principal', approved: 'On the classes' } },
  funding: {
    schemesUnder:
      'How received money is put on the classes: passed by the staff meeting, approved by the principal.',
    noSchemes: 'There is no scheme yet.',
    noSchemesNext: 'Confirm a receipt, then make its scheme under Receipts.',
    schemeOf: 'Scheme of %{fund}, %{year}',
    ofReceipt: 'Source',
    receiptSource: 'money granted',
    carriedSource: 'carried over from last year',
    perClass: 'Amount by class',
    putsOn: 'on %{classes} classes',
    submitScheme: '%{amount} on %{classes} classes. Give the day on which the staff meeting passed it.',
    approveScheme:
      'Approving puts %{amount} on %{classes} classes at once; they can then spend it. It cannot be taken back.',
    meetingHelp: 'For example 2026-09-10. Keep the minutes as an attachment.',
    editScheme: 'Change',
    editSchemeHelp: 'For each purpose the lines add up to what there is to give.',
    differs: '%{purpose}: %{sum} instead of %{total}, %{difference} apart.',
    agrees: '%{purpose}: %{sum}, exact.',
    schemeSaved: 'Saved.',
    deleteScheme: 'Delete draft',
    deleteSchemeConsequence: 'The money stays with the school; another scheme can be made.',
    schemeDeleted: 'The draft has been deleted.',
    carriedScheme: 'Distribute carried-over money',
    carriedSchemeHelp: 'Puts money carried over from last year on the classes.',
  },
}
