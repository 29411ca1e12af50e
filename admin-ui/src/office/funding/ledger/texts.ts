import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { 'ledger-periods': '月末结账', 'trial-balance': '试算平衡' },
  resources: {
    'ledger-entries': { fields: { sequence: '序号', accountedOn: '记账日期', level: '出资级次', economicCategory: '支出经济分类', purpose: '资金用途', fundName: '资金', businessKey: '业务编号', hash: '校验码', reverses: '冲销的分录', reversedBy: '被冲销', month: '月份', account: '科目', termId: '学期' } },
  },
  funding: {
    entries: '分录', entryOf: '分录 %{sequence}', entryNumber: '分录 %{id}', source: '来源', notReversed: '没有', noEntriesHere: '这件事还没有记账。',
    periods: '月末结账', periodsUnder: '结账后这个月不能再记账。按月份顺序结，打开时从最后一个月往前。', noPeriods: '还没有分录，不用结账。', noPeriodsNext: '第一笔经费入账以后，这里按月列出。', month: '月份', entryCount: '分录', debits: '借方发生额', committedAtEnd: '月末仍预留', periodState: '状态',
    periodStates: { open: '未结', closed: '已结' }, closePeriod: '结账', closeConsequence: '%{month}有 %{count} 条分录，共 %{amount}；仍预留 %{committed}，等银行付款后记入以后的月份。结账后不能再记入这个月。', closed: '%{month}已结账。', reopenPeriod: '打开', reopenConsequence: '打开后可以补记或更正%{month}的分录。原因会留在记录里。', reopened: '%{month}已打开。', why: '原因', chainEnd: '链到第 %{sequence} 条 %{hash}',
    trialBalance: '试算平衡', trialBalanceUnder: '借方合计等于贷方合计，余额合计为零。', balanced: '平衡：借方合计等于贷方合计', notBalanced: '不平衡，请联系管理员核对台账。', account: '科目', credits: '贷方发生额', balance: '余额', mapping: '财务／预算会计科目', unverified: '待核对', untilMonth: '截至月份', all: '全部',
    accounts: { N300: '结转结余', N310: '上缴财政' },
    figures: { carried: '结转', returned: '上缴' },
    levels: { whole: '全额', province: '省级', city: '市级', district: '区县级' },
    kinds: { allot: '分配到班', carry: '结转', return: '上缴', 'un-spend': '冲销支出', 'un-receive': '冲销到账', 'un-allot': '冲销分配', 'un-approve': '冲销批准' },
    sources: { scheme: '分配方案 %{id}', settlement: '结算 %{id}' },
  },
}

export const en: Words<typeof zh> = {
  menu: { 'ledger-periods': 'Closing months', 'trial-balance': 'Trial balance' },
  resources: {
    'ledger-entries': { fields: { sequence: 'No.', accountedOn: 'Accounted on', level: 'Paying level', economicCategory: 'Economic category', purpose: 'Purpose', fundName: 'Fund', businessKey: 'Business key', hash: 'Checksum', reverses: 'Takes back', reversedBy: 'Taken back by', month: 'Month', account: 'Account', termId: 'Term' } },
  },
  funding: {
    entries: 'Entries', entryOf: 'Entry %{sequence}', entryNumber: 'Entry %{id}', source: 'Source', notReversed: 'none', noEntriesHere: 'Nothing has been posted for this yet.',
    periods: 'Closing months', periodsUnder: 'A closed month takes no more entries. Months are closed in order and opened from the last one backwards.', noPeriods: 'There are no entries, so there is nothing to close.', noPeriodsNext: 'Months are listed here once the first money has been posted.', month: 'Month', entryCount: 'Entries', debits: 'Debits', committedAtEnd: 'Still reserved at its end', periodState: 'State',
    periodStates: { open: 'Open', closed: 'Closed' }, closePeriod: 'Close', closeConsequence: '%{month} has %{count} entries, %{amount} in all; %{committed} is still reserved and will be posted in a later month. Nothing can be posted into it afterwards.', closed: '%{month} is closed.', reopenPeriod: 'Open again', reopenConsequence: 'Entries of %{month} can be added or mended. Your reason stays on record.', reopened: '%{month} is open again.', why: 'Reason', chainEnd: 'chain at entry %{sequence} %{hash}',
    trialBalance: 'Trial balance', trialBalanceUnder: 'Debits equal credits, and all balances add up to zero.', balanced: 'Balanced: debits equal credits', notBalanced: 'Not balanced; ask the administrator to verify the ledger.', account: 'Account', credits: 'Credits', balance: 'Balance', mapping: 'Financial / budget account', unverified: 'to be checked', untilMonth: 'Until', all: 'All',
    accounts: { N300: 'Carried over', N310: 'Returned to the treasury' },
    figures: { carried: 'Carried over', returned: 'Returned' },
    levels: { whole: 'Whole', province: 'Province', city: 'City', district: 'District' },
    kinds: { allot: 'Put on classes', carry: 'Carried over', return: 'Returned', 'un-spend': 'Spending reversed', 'un-receive': 'Receipt reversed', 'un-allot': 'Allotment reversed', 'un-approve': 'Approval reversed' },
    sources: { scheme: 'Scheme %{id}', settlement: 'Settlement %{id}' },
  },
}
