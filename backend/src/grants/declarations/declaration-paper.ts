/** The declaration as a paper (申报表): the classes, the sum in capital numerals, how it came about, and where to sign. Pure. */
import type { Paper, PaperTable } from '../../platform/documents/paper.js'
import { withTotal } from '../../platform/documents/paper.js'
import { fen, printYuan } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import type { FundingModel } from '../../entitlement/index.js'
import type { DeclarationLineOut, DeclarationWithLinesOut } from './declarations.dto.js'

interface CountColumn {
  readonly zh: string
  readonly en: string
  readonly of: (line: DeclarationLineOut) => number
}

// Whatever the standards count, whoever signs sees how many pupils stand behind each class.
const pupils: readonly CountColumn[] = [
  { zh: '在籍学生', en: 'Enrolled', of: (line) => line.counts.enrolled },
  { zh: '参加学生', en: 'Taking part', of: (line) => line.counts.participants },
]

const counted: Partial<Record<FundingModel, CountColumn>> = {
  per_session: {
    zh: '课次（计划数，未经登记确认）',
    en: 'Sessions (planned, not confirmed)',
    of: (line) => line.counts.sessions,
  },
  per_waived: { zh: '减免学生', en: 'Waived', of: (line) => line.counts.waived },
}

export function declarationPaper(
  declaration: DeclarationWithLinesOut,
  on: string,
  language: Language,
): Paper {
  return language === 'zh' ? inChinese(declaration, on) : inEnglish(declaration, on)
}

function inChinese(declaration: DeclarationWithLinesOut, on: string): Paper {
  const {
    schoolName,
    periodName,
    fundName,
    sequence,
    countedOn,
    documentNumbers,
    reason,
    sentences,
    snapshotHash,
    levels,
    fromMonth,
    toMonth,
  } = declaration
  return {
    language: 'zh',
    on,
    title: `${periodName}${fundName}${sequence === 0 ? '' : `第${sequence}次补充`}申报表`,
    blocks: [
      {
        kind: 'paragraph',
        text: `申报单位：${schoolName}。申报期：${periodName}（${fromMonth} 月至 ${toMonth} 月）。计数日：${countedOn}。依据：${documentNumbers.join('、')}。`,
      },
      { kind: 'table', table: classTable(declaration, 'zh') },
      ...(levels.length > 1
        ? [
            {
              kind: 'paragraph' as const,
              text: `各级分担：${levels.map(({ level, amountFen }) => `${levelNames.zh[level]} ${printYuan(fen(amountFen))} 元`).join('，')}。`,
            },
          ]
        : []),
      { kind: 'heading', level: 1, text: '计算说明' },
      ...sentences.map((text) => ({ kind: 'paragraph' as const, text })),
      ...(reason
        ? [
            {
              kind: 'heading' as const,
              level: 1 as const,
              text: sequence === 0 ? '与记录不一致的原因' : '补充申报的原因',
            },
            { kind: 'paragraph' as const, text: reason },
          ]
        : []),
      { kind: 'heading', level: 1, text: '签章' },
      { kind: 'paragraph', text: '经办人（签字）：　　　　　　　校长（签字）：　　　　　　　学校（盖章）：' },
      { kind: 'paragraph', text: '教育部门审核（签章）：　　　　　　　财政部门审核（签章）：' },
      { kind: 'paragraph', text: snapshotHash ? `校验码：${snapshotHash}` : '本表尚未提交，没有校验码。' },
    ],
    signature: [schoolName],
  }
}

function inEnglish(declaration: DeclarationWithLinesOut, on: string): Paper {
  const {
    schoolName,
    periodNameEn,
    fundName,
    sequence,
    countedOn,
    documentNumbers,
    reason,
    sentences,
    snapshotHash,
    levels,
    fromMonth,
    toMonth,
  } = declaration
  return {
    language: 'en',
    on,
    title: `${sequence === 0 ? 'Declaration' : `Supplementary declaration ${sequence}`}: ${fundName}, ${periodNameEn}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `School: ${schoolName}. Period: ${periodNameEn} (months ${fromMonth} to ${toMonth}). Count date: ${countedOn}. Source: ${documentNumbers.join(', ')}.`,
      },
      { kind: 'table', table: classTable(declaration, 'en') },
      ...(levels.length > 1
        ? [
            {
              kind: 'paragraph' as const,
              text: `Paid by: ${levels.map(({ level, amountFen }) => `${levelNames.en[level]} ${printYuan(fen(amountFen))} yuan`).join(', ')}.`,
            },
          ]
        : []),
      { kind: 'heading', level: 1, text: 'How it came about' },
      ...sentences.map((text) => ({ kind: 'paragraph' as const, text })),
      ...(reason
        ? [
            {
              kind: 'heading' as const,
              level: 1 as const,
              text: sequence === 0 ? 'Why counts differ from the records' : 'Why there is a supplement',
            },
            { kind: 'paragraph' as const, text: reason },
          ]
        : []),
      { kind: 'heading', level: 1, text: 'Signatures' },
      {
        kind: 'paragraph',
        text: 'Prepared by: ____________    Principal: ____________    School (seal): ____________',
      },
      { kind: 'paragraph', text: 'Education office: ____________    Finance office: ____________' },
      {
        kind: 'paragraph',
        text: snapshotHash ? `Hash: ${snapshotHash}` : 'Not submitted yet: there is no hash.',
      },
    ],
    signature: [schoolName],
  }
}

const levelNames = {
  zh: { whole: '全额', nation: '中央', province: '省', city: '市', district: '区' },
  en: { whole: 'whole', nation: 'nation', province: 'province', city: 'city', district: 'district' },
} as const

/** The classes with their pupils and amounts, and the total. */
export function classTable(
  { lines, models, sequence, amountFen }: DeclarationWithLinesOut,
  language: Language,
): PaperTable {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const columns = [...pupils, ...models.flatMap((model) => counted[model] ?? [])]
  const table: PaperTable = {
    unit: say('单位：元', 'Yuan'),
    columns: [
      { title: say('班级', 'Class'), kind: 'text' },
      ...columns.map((column) => ({ title: column[language], kind: 'integer' as const })),
      { title: sequence === 0 ? say('申报金额', 'Declared') : say('增减金额', 'More or less'), kind: 'fen' },
      { title: say('备注', 'Note'), kind: 'text' },
    ],
    rows: lines.map((line) => [
      line.className,
      ...columns.map((column) => (line.isGone ? null : column.of(line))),
      line.amountFen,
      line.isGone
        ? say('班级已撤销', 'Class is gone')
        : line.isChanged
          ? say('与记录不一致', 'Differs from the records')
          : null,
    ]),
  }
  return { ...withTotal(table, say('合计', 'Total')), inCapitals: fen(amountFen) }
}
