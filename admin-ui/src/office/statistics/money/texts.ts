import type { Words } from '../../../shared/texts'

export const zh = {
  menu: { moneyBySchool: '各校经费' },
  statistics: {
    fund: '资金',
    classes: '班级',
    fiscalYear: '年度',
    money: '经费到了哪些学校？',
    moneyUnder: '%{year} 年度，截至 %{date}',
    noMoney: '%{year} 年度还没有经费记录。',
    noMoneyNext: '学校申报、财政下达并到账后，这里自动汇总。',
    ofDeclared: '占申报的 %{share}',
    ofApproved: '占批准的 %{share}',
    ofReceived: '占到账的 %{share}',
    moneyByRegion: '各区县到账经费的去向',
    moneyBySchool: '各校到账经费的去向',
    moneyNote: '图为万元，表精确到分。剩余 = 到账 − 预留 − 支出。金额都来自台账分录。',
    largestOnly: '图中是到账最多的 %{count} 所，共 %{all} 所，全部见表格。',
    schoolsWithout: '%{count} 所学校没有经费记录：%{schools}。“没有记录”不等于“0 元”。',
    figures: {
      entitled: '应得',
      declared: '已申报',
      approved: '已批准',
      received: '到账',
      committed: '预留',
      spent: '支出',
      left: '剩余',
    },
  },
}

export const en: Words<typeof zh> = {
  menu: { moneyBySchool: 'Money by school' },
  statistics: {
    fund: 'Fund',
    classes: 'Classes',
    fiscalYear: 'Year',
    money: 'Which schools has the money reached?',
    moneyUnder: 'Year %{year}, as of %{date}',
    noMoney: 'Nothing is recorded for %{year} yet.',
    noMoneyNext: 'Once schools have declared and the money is issued and received, it is added up here.',
    ofDeclared: '%{share} of what was declared',
    ofApproved: '%{share} of what was approved',
    ofReceived: '%{share} of what was received',
    moneyByRegion: 'Where the received money is, by district',
    moneyBySchool: 'Where the received money is, by school',
    moneyNote:
      'The chart is in yuan, the table exact to the fen. Left = received − committed − spent. All amounts are sums of ledger entries.',
    largestOnly: 'The chart shows the %{count} that received most, of %{all}; the table has all.',
    schoolsWithout: 'Nothing is recorded for %{count} schools: %{schools}. That is not the same as zero.',
    figures: {
      entitled: 'Entitled',
      declared: 'Declared',
      approved: 'Approved',
      received: 'Received',
      committed: 'Committed',
      spent: 'Spent',
      left: 'Left',
    },
  },
}
