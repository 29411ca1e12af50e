/** The same figures as workbooks (统计表导出): definition and as-of date stand in the sheet, what is hidden stays hidden. */
import { Injectable } from '@nestjs/common'
import type { StreamableFile } from '@nestjs/common'
import type { Actor } from '../access/index.js'
import { Clock } from '../platform/calendar.js'
import { sendWorkbook } from '../platform/http/send-workbook.js'
import type { Cell } from '../platform/sheets/index.js'
import { ResultsService, type ResultsQuery } from '../surveys/index.js'
import type { CoverageFiguresOut, CoverageQuery } from './coverage/coverage.dto.js'
import { CoverageService } from './coverage/coverage.service.js'
import type { MoneyFiguresOut, MoneyQuery } from './money/money.dto.js'
import { MoneyService } from './money/money.service.js'

const words = {
  zh: {
    coverage: [
      '学校',
      '提供服务的学校',
      '学生',
      '参加学生（人数）',
      '人次',
      '五天全程参加',
      '教师',
      '参加教师',
      '外聘教师',
      '学生参加率',
      '全程参加率',
      '教师参与率',
    ],
    money: [
      '学校',
      '资金',
      '班级',
      '应得',
      '已申报',
      '已批准',
      '到账',
      '结转',
      '上缴',
      '预留',
      '支出',
      '剩余',
    ],
    results: ['题目', '有效答卷', '很不满意', '不满意', '一般', '满意', '非常满意', '满意率'],
    schools: ['学校', '邀请', '答卷', '回收率', '总体满意率'],
    total: '合计',
    asOf: '统计日期',
    formula: '口径',
    hidden: '不足5份，不显示',
    coverageFormula: '参加率 = 有至少一个课程班位置的学生 ÷ 在校学生；全程 = 一周五天都有课的学生 ÷ 参加学生',
    moneyFormula: '剩余 = 到账 + 结转 − 上缴 − 预留 − 支出；金额来自台账分录',
    satisfactionFormula: (from: number) =>
      `满意率 = 选 ${from} 分及以上的答案 ÷ 有效答案；回收率 = 已答 ÷ 邀请`,
    sheets: ['参与情况', '各校经费', '各题满意度', '各校满意度'],
  },
  en: {
    coverage: [
      'School',
      'Providing',
      'Students',
      'Taking part (persons)',
      'Person-times',
      'All five days',
      'Teachers',
      'Teaching',
      'Lecturers',
      'Participation',
      'Full week',
      'Teacher participation',
    ],
    money: [
      'School',
      'Fund',
      'Classes',
      'Entitled',
      'Declared',
      'Approved',
      'Received',
      'Carried over',
      'Returned',
      'Committed',
      'Spent',
      'Left',
    ],
    results: [
      'Question',
      'Valid answers',
      'Very dissatisfied',
      'Dissatisfied',
      'Neither',
      'Satisfied',
      'Very satisfied',
      'Satisfied share',
    ],
    schools: ['School', 'Invited', 'Answered', 'Response rate', 'Satisfied overall'],
    total: 'Total',
    asOf: 'As of',
    formula: 'Formula',
    hidden: 'fewer than 5, not shown',
    coverageFormula:
      'Participation = students with a place in a section ÷ students; full week = students with sections on all five days ÷ students taking part',
    moneyFormula:
      'Left = received + carried over − returned − committed − spent; amounts are sums of ledger entries',
    satisfactionFormula: (from: number) =>
      `Satisfied = answers of ${from} and above ÷ valid answers; response rate = answered ÷ invited`,
    sheets: ['Participation', 'Money by school', 'By question', 'By school'],
  },
} as const

type Column = { title: string; width?: number; kind: 'text' | 'integer' | 'fen' | 'percent' | 'raw' }
const columns = (titles: readonly string[], kinds: readonly Column['kind'][]): Column[] =>
  titles.map((title, index) => ({ title, width: index === 0 ? 28 : 16, kind: kinds[index]! }))
const fraction = (perMille: number | null): Cell => (perMille === null ? null : perMille / 1000)

@Injectable()
export class ReportsService {
  constructor(
    private readonly coverages: CoverageService,
    private readonly monies: MoneyService,
    private readonly results: ResultsService,
    private readonly clock: Clock,
  ) {}

  async coverage(actor: Actor, query: CoverageQuery): Promise<StreamableFile> {
    const { totals, schools, asOf } = await this.coverages.coverage(actor, query)
    const text = words[actor.language]
    const cells = (name: string, each: CoverageFiguresOut): Cell[] => [
      name,
      each.providingCount,
      each.studentCount,
      each.takingPartCount,
      each.personTimes,
      each.fullWeekCount,
      each.teacherCount,
      each.teachingCount,
      each.lecturerCount,
      fraction(each.studentPerMille),
      fraction(each.fullWeekPerMille),
      fraction(each.teacherPerMille),
    ]
    const rows = [
      ...schools.map((school) => cells(school.schoolName, school)),
      cells(text.total, totals),
      [`${text.asOf} ${asOf}`],
      [`${text.formula}: ${text.coverageFormula}`],
    ]
    return sendWorkbook(`coverage-${asOf}`, [
      {
        name: text.sheets[0],
        columns: columns(text.coverage, [
          'text',
          ...Array<Column['kind']>(8).fill('integer'),
          'percent',
          'percent',
          'percent',
        ]),
        rows,
      },
    ])
  }

  async money(actor: Actor, query: MoneyQuery): Promise<StreamableFile> {
    const { totals, schools, fiscalYear } = await this.monies.money(actor, query)
    const text = words[actor.language]
    const amounts = (each: MoneyFiguresOut): Cell[] => [
      each.entitledFen,
      each.declaredFen,
      each.approvedFen,
      each.receivedFen,
      each.carriedFen,
      each.returnedFen,
      each.committedFen,
      each.spentFen,
      each.leftFen,
    ]
    const rows: Cell[][] = [
      ...schools.map((each) => [each.schoolName, each.fundName, each.classCount, ...amounts(each)]),
      [text.total, null, null, ...amounts(totals)],
      [`${text.asOf} ${this.clock.today()}`],
      [`${text.formula}: ${text.moneyFormula}`],
    ]
    return sendWorkbook(`money-${fiscalYear}`, [
      {
        name: text.sheets[1],
        columns: columns(text.money, ['text', 'text', 'integer', ...Array<Column['kind']>(9).fill('fen')]),
        rows,
      },
    ])
  }

  async satisfaction(actor: Actor, surveyId: number, query: ResultsQuery): Promise<StreamableFile> {
    const found = await this.results.results(actor, surveyId, query)
    const text = words[actor.language]
    const questions = found.questions.map((each): Cell[] => [
      actor.language === 'en' ? each.textEn : each.text,
      ...(each.distribution
        ? [each.validCount, ...each.distribution, fraction(each.satisfiedPerMille)]
        : [text.hidden]),
    ])
    const schools = found.schools.map((each): Cell[] => [
      each.schoolName,
      each.invitedCount,
      ...(each.isHidden
        ? [text.hidden]
        : [each.answeredCount, fraction(each.responsePerMille), fraction(each.satisfiedPerMille)]),
    ])
    const notes: Cell[][] = [
      [`${text.asOf} ${this.clock.today()}`],
      [`${text.formula}: ${text.satisfactionFormula(found.satisfiedFrom)}`],
    ]
    return sendWorkbook(`satisfaction-${surveyId}`, [
      {
        name: text.sheets[2],
        columns: columns(text.results, [
          'text',
          'raw',
          ...Array<Column['kind']>(5).fill('integer'),
          'percent',
        ]),
        rows: [...questions, ...notes],
      },
      {
        name: text.sheets[3],
        columns: columns(text.schools, ['text', 'integer', 'raw', 'percent', 'percent']),
        rows: [...schools, ...notes],
      },
    ])
  }
}
