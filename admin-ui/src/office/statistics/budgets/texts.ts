import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { budgets: '预算执行' },
  budgets: {
    title: '预算执行与历年对比',
    under: '截至 %{date}',
    until: '到年度',
    years: '年数',
    by: '怎么看',
    ways: { fund: '按资金', account: '按科目', school: '按学校' },
    heads: { account: '科目', school: '学校' },
    figure: '项目',
    figures: {
      estimatedFen: '预算（审定测算）',
      appropriatedFen: '下达',
      receivedFen: '到账',
      carriedFen: '结转',
      returnedFen: '上缴',
      committedFen: '预留',
      spentFen: '支出',
      leftFen: '剩余',
    },
    share: '支出占可用',
    total: '合计',
    none: '%{from}–%{until} 年度没有预算，也没有经费。',
    noneNext: '审定预算测算、下达经费或到账后，这里会显示；也可以换一个年度。',
    note: '剩余 = 到账 + 结转 − 上缴 − 预留 − 支出。金额来自台账分录；预算取自审定的预算测算，下达取自已下达的通知。',
  },
}

export const en: Words<typeof zh> = {
  menu: { budgets: 'Budgets' },
  budgets: {
    title: 'Budget against actual, year by year',
    under: 'As of %{date}',
    until: 'Until',
    years: 'Years',
    by: 'Shown',
    ways: { fund: 'By fund', account: 'By account', school: 'By school' },
    heads: { account: 'Account', school: 'School' },
    figure: 'Figure',
    figures: {
      estimatedFen: 'Estimated (approved)',
      appropriatedFen: 'Appropriated',
      receivedFen: 'Received',
      carriedFen: 'Carried over',
      returnedFen: 'Returned',
      committedFen: 'Reserved',
      spentFen: 'Spent',
      leftFen: 'Left',
    },
    share: 'Spent of what was there',
    total: 'Total',
    none: 'There is neither a budget nor money in %{from}–%{until}.',
    noneNext:
      'It appears here when an estimate is approved or money is appropriated or received; or choose another year.',
    note: 'Left = received + carried over − returned − reserved − spent. Amounts are sums of ledger lines; estimates are those approved, appropriations those issued.',
  },
}
