/** Words of settlements. */
import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { settlements: '结算' },
  resources: {
    settlements: {
      name: '结算',
      fields: { schoolId: '学校', schoolName: '学校', fundId: '资金', fundName: '资金', fiscalYear: '年度', termId: '学期', fromOn: '起', toOn: '止', leftFen: '结余', status: '状态', createdAt: '起草时间' },
      events: {
        submit: { label: '提交校长', done: '已提交，等校长批准。' }, withdraw: { label: '撤回', consequence: '撤回后可以重新计算。', done: '已撤回。' }, recalculate: { label: '重新计算', consequence: '按台账现在的分录重新计算。', done: '已重新计算。' },
        approve: { label: '批准结算', done: '已结算。' }, 'send-back': { label: '退回', consequence: '学校财务会看到您写的原因，修改后再提交。', done: '已退回。' },
      },
    },
  },
  states: { settlements: { draft: '草稿', submitted: '等校长批准', settled: '已结算' } },
  funding: {
    settlementsUnder: '期末收支情况表；年度结算后，结余按规定结转或上缴。', noSettlements: '还没有结算。', noSettlementsNext: '学期或年度结束时新建结算，数字由台账算出。',
    newSettlement: '新建结算', settlementDrafted: '已按台账算好，请核对后提交。', settlementConsequence: '保存后是草稿。学期结算只出报表，年度结算批准后结转或上缴结余。', wholeYear: '全年（不选学期）',
    settlementOf: '%{fund} %{year} 年度结算', settlementOfTerm: '%{fund} %{year} 年度学期结算', period: '期间', leftover: '结余处理', leftovers: { carry: '结转下年', return: '上缴财政', stays: '留在原处' },
    statement: '收支情况', item: '项目', paymentCount: '笔数', lessonCount: '课时', opening: '期初结余', carriedOut: '结转下年', stillCommitted: '已预留未支付', leftAtEnd: '期末结余',
    submitSettlement: '期末结余 %{left}。提交时按台账重新计算并锁定。', approveTerm: '确认这份学期报表，不动用经费。', approveCarry: '%{left} 从各班结转到 %{next} 年度，成为学校尚未到班的经费；不能撤回。', approveReturn: '%{left} 从各班收回并上缴财政；不能撤回。', approveNothing: '没有结余，确认后本年度结清。',
    statementDocx: '报表（可编辑）', statementPdf: '报表（打印）', deleteSettlement: '删除草稿', deleteSettlementConsequence: '删除后可以重新新建。', settlementDeleted: '草稿已删除。',
  },
}

export const en: Words<typeof zh> = {
  menu: { settlements: 'Settlements' },
  resources: {
    settlements: {
      name: 'Settlement |||| Settlements',
      fields: { schoolId: 'School', schoolName: 'School', fundId: 'Fund', fundName: 'Fund', fiscalYear: 'Year', termId: 'Term', fromOn: 'From', toOn: 'To', leftFen: 'Left', status: 'State', createdAt: 'Drafted' },
      events: {
        submit: { label: 'Hand to principal', done: 'Handed in; the principal decides next.' }, withdraw: { label: 'Withdraw', consequence: 'It can be summed up anew.', done: 'Withdrawn.' }, recalculate: { label: 'Sum up anew', consequence: 'Sums the ledger up as it is now.', done: 'Summed up anew.' },
        approve: { label: 'Settle', done: 'Settled.' }, 'send-back': { label: 'Return', consequence: 'The finance officer sees your reason, mends it and hands it in again.', done: 'Returned.' },
      },
    },
  },
  states: { settlements: { draft: 'Draft', submitted: 'Waits for the principal', settled: 'Settled' } },
  funding: {
    settlementsUnder: 'Income and spending at the end of a term or year; a year\'s settlement carries over or returns what is left.', noSettlements: 'There is no settlement yet.', noSettlementsNext: 'Make one at the end of a term or year; the ledger gives the figures.',
    newSettlement: 'New settlement', settlementDrafted: 'Summed up from the ledger; please check and hand it in.', settlementConsequence: 'Saved as a draft. A term\'s is a statement only; approving a year\'s carries over or returns what is left.', wholeYear: 'The whole year (no term)',
    settlementOf: 'Settlement of %{fund}, %{year}', settlementOfTerm: 'Term settlement of %{fund}, %{year}', period: 'Period', leftover: 'What is left', leftovers: { carry: 'is carried into the next year', return: 'is returned to the treasury', stays: 'stays where it is' },
    statement: 'Income and spending', item: 'Item', paymentCount: 'Payments', lessonCount: 'Class-hours', opening: 'Opening', carriedOut: 'Carried into the next year', stillCommitted: 'Reserved, not yet paid', leftAtEnd: 'Left at the end',
    submitSettlement: '%{left} is left. Handing in sums the ledger up anew and freezes it.', approveTerm: 'Confirms this term\'s statement; no money moves.', approveCarry: '%{left} is taken from the classes into %{next}, where it is the school\'s money on no class yet. It cannot be taken back.', approveReturn: '%{left} is taken from the classes and returned to the treasury. It cannot be taken back.', approveNothing: 'Nothing is left; the year is closed.',
    statementDocx: 'Statement (Word)', statementPdf: 'Statement (PDF)', deleteSettlement: 'Delete draft', deleteSettlementConsequence: 'Another one can be made afterwards.', settlementDeleted: 'The draft has been deleted.',
  },
}
