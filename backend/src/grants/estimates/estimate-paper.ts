/** The estimate as a paper (预算测算表): classes by record and expectation, the sum, targets, where to sign. Pure. */
import { type Paper, type PaperTable, withTotal } from '../../platform/documents/paper.js'
import { fen, printYuan } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import type { EstimateWithLinesOut } from './estimates.dto.js'

export function estimatePaper(estimate: EstimateWithLinesOut, on: string, language: Language): Paper {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const { schoolName, fundName, fiscalYear, reason, sentences, snapshotHash } = estimate
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text })
  return {
    language,
    on,
    title: say(`${fiscalYear}年度${fundName}预算测算表`, `Estimate: ${fundName}, ${fiscalYear}`),
    signature: [schoolName],
    blocks: [
      paragraph(say(`测算单位：${schoolName}。`, `School: ${schoolName}.`)),
      { kind: 'table', table: tableOf(estimate, language) },
      { kind: 'heading', level: 1, text: say('计算说明', 'How it came about') },
      ...sentences.map(paragraph),
      ...(reason
        ? [
            paragraph(
              say(`与记录不一致的原因：${reason}`, `Why expectations differ from the records: ${reason}`),
            ),
          ]
        : []),
      { kind: 'heading', level: 1, text: say('绩效目标', 'Targets') },
      ...targets(estimate, language).map(paragraph),
      { kind: 'heading', level: 1, text: say('签章', 'Signatures') },
      paragraph(
        say(
          '经办人（签字）：　　　　　　　校长（签字）：　　　　　　　学校（盖章）：',
          'Prepared by: ____________    Principal: ____________    School (seal): ____________',
        ),
      ),
      paragraph(
        snapshotHash
          ? say(`校验码：${snapshotHash}`, `Hash: ${snapshotHash}`)
          : say('本表尚未提交，没有校验码。', 'Not submitted yet: there is no hash.'),
      ),
    ],
  }
}

function tableOf({ lines, amountFen }: EstimateWithLinesOut, language: Language): PaperTable {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const table: PaperTable = {
    unit: say('单位：元', 'Yuan'),
    columns: [
      { title: say('班级', 'Class'), kind: 'text' },
      { title: say('现有学生', 'Students now'), kind: 'integer' },
      { title: say('预计学生', 'Expected'), kind: 'integer' },
      { title: say('预计参加', 'Taking part'), kind: 'integer' },
      { title: say('测算金额', 'Estimated'), kind: 'fen' },
    ],
    rows: lines.map(({ className, recorded, expected, amountFen: lineFen }) => [
      className,
      recorded.enrolled,
      expected.enrolled,
      expected.participants,
      lineFen,
    ]),
  }
  return { ...withTotal(table, say('合计', 'Total')), inCapitals: fen(amountFen) }
}

function targets({ targets: given }: EstimateWithLinesOut, language: Language): string[] {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const unset = say('未填', 'not set')
  const perMille = (value: number | null) => (value === null ? unset : `${value / 10}%`)
  return [
    `${say('数量：全年课次 ', 'Quantity: sessions of the year ')}${given.sessions ?? unset}${say('；参加率 ', '; taking part ')}${perMille(given.participantsPerMille)}`,
    `${say('满意度：', 'Satisfaction: ')}${perMille(given.satisfactionPerMille)}`,
    `${say('成本：每名参加学生 ', 'Cost for each student taking part: ')}${given.costPerStudentFen === null ? unset : `${printYuan(fen(given.costPerStudentFen))}${say(' 元', ' yuan')}`}`,
    ...(given.note ? [given.note] : []),
  ]
}
