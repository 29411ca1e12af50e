import type { Words } from '../../shared/texts'

export const zh = {
  menu: { coverage: '参与情况', moneyBySchool: '各校经费' },
  statistics: {
    where: '现在看的范围', all: '全部', total: '合计', region: '区县', school: '学校', fund: '资金', classes: '班级', day: '统计日期', fiscalYear: '年度',
    coverage: '有多少学校、学生和教师参加？', asOfDay: '按 %{date} 的情况统计', noTerm: '还没有学期。', noTermNext: '在“学校”里设好学期和校历后，这里按学期统计。',
    studentShare: '学生参加率', personTimes: '课程班人次', personTimesHelp: '同一学生在每个课程班各算一次', fullWeekShare: '五天全程参加', schoolShare: '提供服务的学校', teacherShare: '教师参与率', lecturers: '外聘 %{count} 人',
    partOf: '%{part} / %{whole}', tooFew: '不足 5 人，不显示',
    byRegion: '各区县学生参加率', bySchool: '各校学生参加率', lowestOnly: '图中是最低的 %{count} 所，共 %{all} 所，全部见表格。', hiddenNote: '“–”：不足 5 人，或会让人算出不足 5 人的学校，不显示。',
    coverageNote: '参加率 = 至少在一个课程班的学生（每人算一次）÷ 在校学生；全程 = 一周五天都有课的学生 ÷ 参加学生；教师参与率 = 课表上有课的在职教师 ÷ 在职教师；提供服务 = 本学期课表已发布。',
    columns: { students: '学生', takingPart: '参加', studentShare: '参加率', personTimes: '人次', fullWeek: '五天全程', fullWeekShare: '全程率', schools: '学校', providing: '提供服务', teachers: '教师', teaching: '参与教师', teacherShare: '教师参与率', lecturers: '外聘' },
    money: '经费到了哪些学校？', moneyUnder: '%{year} 年度，截至 %{date}', noMoney: '%{year} 年度还没有经费记录。', noMoneyNext: '学校申报、财政下达并到账后，这里自动汇总。',
    ofDeclared: '占申报的 %{share}', ofApproved: '占批准的 %{share}', ofReceived: '占到账的 %{share}',
    moneyByRegion: '各区县到账经费的去向', moneyBySchool: '各校到账经费的去向', moneyNote: '图为万元，表精确到分。剩余 = 到账 − 预留 − 支出。金额都来自台账分录。', largestOnly: '图中是到账最多的 %{count} 所，共 %{all} 所，全部见表格。',
    schoolsWithout: '%{count} 所学校没有经费记录：%{schools}。“没有记录”不等于“0 元”。',
    figures: { entitled: '应得', declared: '已申报', approved: '已批准', received: '到账', committed: '预留', spent: '支出', left: '剩余' },
  },
}

export const en: Words<typeof zh> = {
  menu: { coverage: 'Participation', moneyBySchool: 'Money by school' },
  statistics: {
    where: 'What is shown', all: 'All', total: 'Total', region: 'District', school: 'School', fund: 'Fund', classes: 'Classes', day: 'As of', fiscalYear: 'Year',
    coverage: 'How many schools, students and teachers take part?', asOfDay: 'As things stood on %{date}', noTerm: 'There is no term yet.', noTermNext: 'Set a term and its calendar under School; figures are counted by term.',
    studentShare: 'Students taking part', personTimes: 'Places taken', personTimesHelp: 'a student counts once in each section', fullWeekShare: 'On all five days', schoolShare: 'Schools providing', teacherShare: 'Teachers taking part', lecturers: '%{count} lecturers',
    partOf: '%{part} of %{whole}', tooFew: 'fewer than 5, not shown',
    byRegion: 'Students taking part, by district', bySchool: 'Students taking part, by school', lowestOnly: 'The chart shows the lowest %{count} of %{all}; the table has all.', hiddenNote: '“–”: fewer than 5, or such a school could be worked out from it.',
    coverageNote: 'Taking part = students in at least one section (each counted once) ÷ students; all five days = students with sections on five days ÷ students taking part; teachers = staff on the timetable ÷ staff; providing = the term\'s timetable is published.',
    columns: { students: 'Students', takingPart: 'Taking part', studentShare: 'Share', personTimes: 'Places', fullWeek: 'Five days', fullWeekShare: 'Share', schools: 'Schools', providing: 'Providing', teachers: 'Teachers', teaching: 'Teaching', teacherShare: 'Share', lecturers: 'Lecturers' },
    money: 'Which schools has the money reached?', moneyUnder: 'Year %{year}, as of %{date}', noMoney: 'Nothing is recorded for %{year} yet.', noMoneyNext: 'Once schools have declared and the money is issued and received, it is added up here.',
    ofDeclared: '%{share} of what was declared', ofApproved: '%{share} of what was approved', ofReceived: '%{share} of what was received',
    moneyByRegion: 'Where the received money is, by district', moneyBySchool: 'Where the received money is, by school', moneyNote: 'The chart is in 10,000 yuan, the table exact to the fen. Left = received − committed − spent. All amounts are sums of ledger entries.', largestOnly: 'The chart shows the %{count} that received most, of %{all}; the table has all.',
    schoolsWithout: 'Nothing is recorded for %{count} schools: %{schools}. That is not the same as zero.',
    figures: { entitled: 'Entitled', declared: 'Declared', approved: 'Approved', received: 'Received', committed: 'Committed', spent: 'Spent', left: 'Left' },
  },
}
