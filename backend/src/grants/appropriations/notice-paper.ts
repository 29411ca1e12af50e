/** How does a notice read as an official paper (经费下达通知文稿)? The body, both offices, and the attachment with a row for each school. Pure. */
import { capitalYuan } from '../../platform/capital-numerals.js'
import type { LocalDate } from '../../platform/calendar.js'
import { type Paper, type PaperBlock, type PaperTable, withTotal } from '../../platform/documents/paper.js'
import { addFen, type Fen, fen, printYuan } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import type { PayingLevel } from '../../entitlement/index.js'

export interface NoticeFacts {
  readonly title: string
  readonly documentNumber: string | null
  readonly isIssued: boolean
  readonly fundName: string
  readonly fiscalYear: number
  readonly level: PayingLevel
  readonly totalFen: Fen
  readonly budgetCategory: string | null
  readonly spendByOn: string | null
  /** The day of issue, or of printing while it is a draft. */
  readonly on: LocalDate
  readonly regionName: string
  /** What the reader may see: all rows, or a school's own. */
  readonly lines: readonly {
    readonly schoolName: string
    readonly classCount: number
    readonly amountFen: Fen
  }[]
}

const levels: Readonly<Record<PayingLevel, { zh: string; en: string }>> = {
  whole: { zh: '', en: '' },
  nation: { zh: '（中央承担部分）', en: " (the nation's share)" },
  province: { zh: '（省级承担部分）', en: " (the province's share)" },
  city: { zh: '（市级承担部分）', en: " (the city's share)" },
  district: { zh: '（县区级承担部分）', en: " (the district's share)" },
}

export function noticePaper(facts: NoticeFacts, language: Language): Paper {
  const { title, documentNumber, isIssued, lines, on, regionName } = facts
  const offices =
    language === 'zh'
      ? [`${regionName}教育局`, `${regionName}财政局`]
      : [`Education Bureau of ${regionName}`, `Finance Bureau of ${regionName}`]
  const draft = language === 'zh' ? '（草稿）' : ' (DRAFT)'
  const table = withTotal(tableOf(lines, language), language === 'zh' ? '合计' : 'Total')
  return {
    language,
    on,
    title: isIssued ? title : `${title}${draft}`,
    redHead: redHeadOf(offices, language),
    documentNumber: isIssued ? documentNumber! : language === 'zh' ? '草稿，尚未下达' : 'Draft, not issued',
    addressee:
      lines.length === 1
        ? lines[0]!.schoolName
        : language === 'zh'
          ? '各有关学校'
          : 'To the schools named in the attachment',
    blocks: language === 'zh' ? chinese(facts) : english(facts),
    signature: offices,
    attachments: [
      {
        title:
          language === 'zh'
            ? `${facts.fiscalYear}年度${facts.fundName}下达明细表`
            : `${facts.fundName} ${facts.fiscalYear}: amounts by school`,
        blocks: [{ kind: 'table', table: { ...table, inCapitals: sumOf(lines) } }],
      },
    ],
  }
}

function redHeadOf([education, finance]: readonly string[], language: Language): string[] {
  return language === 'zh' ? [education!, `${finance}文件`] : [education!, finance!]
}

function sumOf(lines: NoticeFacts['lines']): Fen {
  return addFen(fen(0), ...lines.map((line) => line.amountFen))
}

function tableOf(lines: NoticeFacts['lines'], language: Language): PaperTable {
  const [number, school, classes, amount, unit] =
    language === 'zh'
      ? ['序号', '学校', '班级数', '下达金额', '单位：元']
      : ['No.', 'School', 'Classes', 'Amount', 'in yuan']
  return {
    unit: unit!,
    columns: [
      { title: number!, kind: 'text', align: 'center' },
      { title: school!, kind: 'text' },
      { title: classes!, kind: 'integer' },
      { title: amount!, kind: 'fen' },
    ],
    rows: lines.map((line, index) => [String(index + 1), line.schoolName, line.classCount, line.amountFen]),
  }
}

function chinese({
  fundName,
  fiscalYear,
  level,
  totalFen,
  budgetCategory,
  spendByOn,
  lines,
}: NoticeFacts): PaperBlock[] {
  const seen = sumOf(lines)
  const own = seen === totalFen ? '' : `，其中下达你校${printYuan(seen)}元（${capitalYuan(seen)}）`
  const category = budgetCategory ? `，支出列“${budgetCategory}教育支出”科目` : ''
  return [
    {
      kind: 'paragraph',
      text: `根据各校${fiscalYear}年度申报以及审核、公示结果，现下达${fiscalYear}年度${fundName}${levels[level].zh}共计人民币${printYuan(totalFen)}元（大写：${capitalYuan(totalFen)}）${own}${category}，具体金额见附件。现将有关事项通知如下：`,
    },
    { kind: 'heading', level: 1, text: '专款专用' },
    {
      kind: 'paragraph',
      text: '本项资金专项用于课后服务，不得挤占、截留、挪用，不得提取管理费，不得用于与课后服务无关的支出、基本建设和偿还债务。',
    },
    { kind: 'heading', level: 1, text: '制定分配方案' },
    {
      kind: 'paragraph',
      text: '学校确认到账后应当及时制定到班分配方案，经教职工会议通过、校长批准后执行，各班支出不得超过到班金额。',
    },
    { kind: 'heading', level: 1, text: '支出进度与监督' },
    {
      kind: 'paragraph',
      text: `${spendByOn ? `资金应当在${longDate(spendByOn)}前使用完毕。` : '请加快支出进度。'}期末应当如实结算并公开收支情况，结余按资金管理规定处理，自觉接受审计监督。`,
    },
  ]
}

function english({
  fundName,
  fiscalYear,
  level,
  totalFen,
  budgetCategory,
  spendByOn,
  lines,
}: NoticeFacts): PaperBlock[] {
  const seen = sumOf(lines)
  const own = seen === totalFen ? '' : `, of which ${printYuan(seen)} yuan for your school`
  return [
    {
      kind: 'paragraph',
      text: `On the schools' declarations for ${fiscalYear}, their examination and publication, ${fundName}${levels[level].en} is granted for ${fiscalYear}: ${printYuan(totalFen)} yuan in all (${capitalYuan(totalFen)})${own}${budgetCategory ? `, budget category ${budgetCategory}` : ''}. The attachment names the amounts.`,
    },
    { kind: 'heading', level: 1, text: 'Earmarked' },
    {
      kind: 'paragraph',
      text: 'The money serves the after-school service only. It may not be withheld or used for other ends, and no management levy may be taken.',
    },
    { kind: 'heading', level: 1, text: 'Distribution scheme' },
    {
      kind: 'paragraph',
      text: 'Once the receipt is confirmed the school draws up a scheme by class, passed by the staff meeting and approved by the principal. No class may spend more than it was allotted.',
    },
    { kind: 'heading', level: 1, text: 'Spending and supervision' },
    {
      kind: 'paragraph',
      text: `${spendByOn ? `The money is to be spent by ${spendByOn}.` : 'Spending should not be delayed.'} At the end of the period the school settles its account and publishes it; what is left is dealt with by the fund's rules.`,
    },
  ]
}

function longDate(on: LocalDate): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
