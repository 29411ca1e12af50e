/** Words of the boards and the flow of the money. */
import type { Words } from '../../../shared/texts'

export const zh = {
  funding: {
    figures: { carried: '结转', returned: '上缴' },
    warning: '预警', anyWarning: '有预警的', allRows: '全部', allClasses: '全部班级', pot: '尚未到班', boardXlsx: '导出表格', warningCount: '%{count} 条预警', noRowsLeft: '没有符合条件的班级。', noRowsLeftNext: '换一个条件，或清除筛选。', clear: '清除筛选',
    warningCodes: { distribution_overdue: '到班逾期', spending_overdue: '逾期未用', unspent_near_end: '临近期限未用', pace_fast: '支出偏快', pace_slow: '支出偏慢', nearly_used: '已用八成', not_entitled: '无应得有经费' },
    viewBoard: '班级一览', viewFlow: '资金流向', regionBoard: '各校到班经费', regionBoardUnder: '辖区各校应得、已批、到账、预留、支出和剩余的经费。点学校看各班。', schoolsWithout: '没有经费记录的学校：%{schools}。“没有记录”不等于“0 元”。', regionEmpty: '%{year} 年度辖区内还没有经费记录。', schoolCount: '学校', classCount: '班级', showClasses: '看各班', hideClasses: '收起',
    flowTitle: '钱从哪里来，到了哪里', steps: '从批准到剩余', stepsNote: '到账 + 结转 − 上缴 − 预留 − 支出 = 剩余', granted: '已下达', flowPot: '学校', flowOther: '其他 %{count} 个班', flowEmpty: '还没有下达的经费。', flowEmptyNext: '下达并确认到账后，这里显示每笔钱到了哪些班。', drillEntries: '看分录', drillNotices: '看下达通知', drillSchemes: '看分配方案', drillPayments: '看支付申请',
    kinds: { allot: '到班', return: '上缴', 'carry-out': '结转下年', 'carry-in': '上年结转' },
    sources: { scheme: '分配方案 %{id}', settlement: '结算 %{id}' }, step: '环节',
  },
}

export const en: Words<typeof zh> = {
  funding: {
    figures: { carried: 'Carried over', returned: 'Returned' },
    warning: 'Warning', anyWarning: 'With a warning', allRows: 'All', allClasses: 'All classes', pot: 'On no class yet', boardXlsx: 'Export', warningCount: '%{count} warnings', noRowsLeft: 'No class fits.', noRowsLeftNext: 'Choose another filter, or clear them.', clear: 'Clear filters',
    warningCodes: { distribution_overdue: 'Distribution overdue', spending_overdue: 'Unspent after the end', unspent_near_end: 'Unspent near the end', pace_fast: 'Spending fast', pace_slow: 'Spending slow', nearly_used: 'Four fifths used', not_entitled: 'Money without entitlement' },
    viewBoard: 'By class', viewFlow: 'Flow', regionBoard: 'Money by school', regionBoardUnder: 'What the schools of the region were entitled to, granted, have reserved, spent and left. Open a school to see its classes.', schoolsWithout: 'Schools with nothing recorded: %{schools}. That is not the same as zero.', regionEmpty: 'Nothing is recorded in the region for %{year} yet.', schoolCount: 'Schools', classCount: 'Classes', showClasses: 'Classes', hideClasses: 'Close',
    flowTitle: 'Where the money came from, and where it went', steps: 'From approval to what is left', stepsNote: 'received + carried over − returned − committed − spent = left', granted: 'Granted', flowPot: 'School', flowOther: '%{count} more classes', flowEmpty: 'Nothing has been granted yet.', flowEmptyNext: 'Once a grant is received, this shows on which classes it stands.', drillEntries: 'Entries', drillNotices: 'Notices', drillSchemes: 'Schemes', drillPayments: 'Payments',
    kinds: { allot: 'Put on class', return: 'Returned', 'carry-out': 'Carried into next year', 'carry-in': 'Carried in' },
    sources: { scheme: 'Scheme %{id}', settlement: 'Settlement %{id}' }, step: 'Step',
  },
}
