/** The self-evaluation as a paper (绩效目标自评表): what was promised, what it stood at in the year and at its end. Pure. */
import type { Paper } from '../../platform/documents/paper.js'
import { fen, printYuan } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import type { Indicator } from './indicators.js'
import type { IndicatorOut, PerformanceTargetWithIndicatorsOut } from './performance-targets.dto.js'

interface Words {
  readonly zh: string
  readonly en: string
}

export const indicatorNames: Readonly<Record<Indicator, Words>> = {
  classes: { zh: '开展服务的班级（个）', en: 'Classes with the service' },
  students: { zh: '参加学生（人）', en: 'Students taking part' },
  sessions: { zh: '课次（节）', en: 'Sessions' },
  participantsPerMille: { zh: '参加率', en: 'Share taking part' },
  satisfactionPerMille: { zh: '家长满意度', en: 'Satisfaction of families' },
  costPerClassFen: { zh: '每班成本（元）', en: 'Cost for each class (yuan)' },
  costPerStudentFen: { zh: '每名学生成本（元）', en: 'Cost for each student (yuan)' },
}
const kindNames: Readonly<Record<IndicatorOut['kind'], Words>> = {
  quantity: { zh: '数量', en: 'Quantity' },
  quality: { zh: '质量', en: 'Quality' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  cost: { zh: '成本', en: 'Cost' },
}
const stepNames: Readonly<Record<string, Words>> = {
  create: { zh: '设定', en: 'Set' },
  monitor: { zh: '年中监控', en: 'Monitored' },
  submit: { zh: '自评', en: 'Self-evaluation' },
  evaluate: { zh: '评价', en: 'Evaluated' },
}

/** ≥ 90%, ≤ 1,000.00: of costs no more, of all else no less. */
export function printIndicator(indicator: Indicator, value: number | null): string {
  if (value === null) return '—'
  if (indicator.endsWith('PerMille'))
    return `${Math.floor(value / 10)}${value % 10 === 0 ? '' : `.${value % 10}`}%`
  return indicator.endsWith('Fen') ? printYuan(fen(value)) : String(value)
}

export function performancePaper(
  target: PerformanceTargetWithIndicatorsOut,
  on: string,
  language: Language,
): Paper {
  const say = ({ zh, en }: Words) => (language === 'zh' ? zh : en)
  const { schoolName, fundName, fiscalYear, reason, midReason, endReason, midOn, endOn, steps } = target
  const comma = language === 'zh' ? '，' : ', '
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, text })
  const why = (name: Words, text: string | null) =>
    text === null ? [] : [paragraph(`${say(name)}${language === 'zh' ? '：' : ': '}${text}`)]
  return {
    language,
    on,
    title: say({
      zh: `${fiscalYear}年度${fundName}绩效目标自评表`,
      en: `Self-evaluation of targets: ${fundName}, ${fiscalYear}`,
    }),
    signature: [schoolName],
    blocks: [
      paragraph(say({ zh: `单位：${schoolName}。`, en: `School: ${schoolName}.` })),
      { kind: 'table', table: { columns: columnsOf(say, midOn, endOn), rows: rowsOf(target, say) } },
      { kind: 'heading', level: 1, text: say({ zh: '说明', en: 'Notes' }) },
      ...why({ zh: '目标与预算测算不一致的原因', en: 'Why targets differ from the estimate' }, reason),
      ...why(
        { zh: '年中数与记录不一致的原因', en: 'Why the values in the year differ from the records' },
        midReason,
      ),
      ...why(
        { zh: '年末数与记录不一致的原因', en: 'Why the values at the end differ from the records' },
        endReason,
      ),
      paragraph(
        say({
          zh: '课次按计划数计，未经登记确认；满意度取当年已结束问卷，答卷太少时不显示。',
          en: 'Sessions are those planned, not confirmed; satisfaction is that of the survey of the year, left out where few have answered.',
        }),
      ),
      { kind: 'heading', level: 1, text: say({ zh: '办理情况', en: 'Steps' }) },
      ...steps.map(({ event, byName, forName, on: day, comment }) =>
        paragraph(
          `${say(stepNames[event]!)}${language === 'zh' ? '：' : ': '}${byName}${forName ? say({ zh: `（代${forName}）`, en: ` (for ${forName})` }) : ''}${comma}${day}${comment ? `${comma}${comment}` : ''}`,
        ),
      ),
      paragraph(
        say({
          zh: '经办人（签字）：　　　　　　　校长（签字）：　　　　　　　学校（盖章）：',
          en: 'Prepared by: ____________    Principal: ____________    School (seal): ____________',
        }),
      ),
    ],
  }
}

const columnsOf = (say: (words: Words) => string, midOn: string | null, endOn: string | null) => [
  { title: say({ zh: '类别', en: 'Kind' }), kind: 'text' as const },
  { title: say({ zh: '指标', en: 'Target' }), kind: 'text' as const },
  { title: say({ zh: '目标', en: 'Promised' }), kind: 'text' as const, align: 'right' as const },
  {
    title: `${say({ zh: '年中', en: 'In the year' })}${midOn ? ` ${midOn}` : ''}`,
    kind: 'text' as const,
    align: 'right' as const,
  },
  {
    title: `${say({ zh: '年末', en: 'At the end' })}${endOn ? ` ${endOn}` : ''}`,
    kind: 'text' as const,
    align: 'right' as const,
  },
  { title: say({ zh: '完成', en: 'Reached' }), kind: 'text' as const, align: 'center' as const },
]

const rowsOf = ({ indicators }: PerformanceTargetWithIndicatorsOut, say: (words: Words) => string) =>
  indicators.map(({ indicator, kind, target, mid, end, isReached }) => [
    say(kindNames[kind]),
    say(indicatorNames[indicator]),
    target === null ? '—' : `${kind === 'cost' ? '≤' : '≥'} ${printIndicator(indicator, target)}`,
    printIndicator(indicator, mid),
    printIndicator(indicator, end),
    isReached === null ? '—' : isReached ? say({ zh: '是', en: 'yes' }) : say({ zh: '否', en: 'no' }),
  ])
