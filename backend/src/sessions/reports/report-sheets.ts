/** The two reports as sheets (导出报表). Pure. */
import type { SheetColumn, SheetOut } from '../../platform/sheets/index.js'
import type { RoomUseOut, TeacherLoadOut } from './reports.dto.js'

type Language = 'zh' | 'en'
type Kind = SheetColumn['kind']

const columnsOf = (
  language: Language,
  columns: readonly (readonly [zh: string, en: string, kind: Kind, width?: number])[],
): SheetColumn[] =>
  columns.map(([zh, en, kind, width]) => ({ title: language === 'zh' ? zh : en, kind, width: width ?? 14 }))
const share = (perMille: number | null) => (perMille === null ? null : perMille / 1000)
const captionOf = (zh: string, en: string, { from, to }: { from: string; to: string }, language: Language) =>
  language === 'zh'
    ? `${zh} ${from} 至 ${to}（按实际课次，停课另列）`
    : `${en} ${from} to ${to} (sessions that stand; cancelled ones apart)`

export function roomSheet(report: RoomUseOut, language: Language): SheetOut {
  return {
    name: language === 'zh' ? '场地使用' : 'Room use',
    caption: captionOf('场地使用', 'Room use', report, language),
    page: 'portrait',
    columns: columnsOf(language, [
      ['场地', 'Room', 'text', 20],
      ['可容纳', 'Capacity', 'integer'],
      ['课次', 'Sessions', 'integer'],
      ['分钟', 'Minutes', 'integer'],
      ['平均每周分钟', 'Minutes a week', 'integer'],
      ['时段使用率', 'Share of slots', 'percent'],
      ['最忙一周课次', 'Busiest week', 'integer'],
      ['最忙一周', 'Its Monday', 'date'],
      ['停课', 'Cancelled', 'integer'],
    ]),
    rows: report.items.map((row) => [
      row.name,
      row.capacity,
      row.sessionCount,
      row.minutes,
      row.minutesPerWeek,
      share(row.usePerMille),
      row.busiestWeekCount,
      row.busiestWeekOn,
      row.cancelledCount,
    ]),
  }
}

export function teacherSheet(report: TeacherLoadOut, language: Language): SheetOut {
  return {
    name: language === 'zh' ? '教师课时' : 'Teacher load',
    caption: captionOf('教师课时', 'Teacher load', report, language),
    page: 'portrait',
    columns: columnsOf(language, [
      ['教师', 'Teacher', 'text', 16],
      ['课次', 'Sessions', 'integer'],
      ['分钟', 'Minutes', 'integer'],
      ['天数', 'Days', 'integer'],
      ['末时段', 'Last slot', 'integer'],
      ['替人代课', 'Taken for others', 'integer'],
      ['请人代课', 'Given to others', 'integer'],
      ['与平均相比', 'Of the mean', 'percent'],
      ['停课', 'Cancelled', 'integer'],
    ]),
    rows: report.items.map((row) => [
      row.name,
      row.sessionCount,
      row.minutes,
      row.dayCount,
      row.lateCount,
      row.takenCount,
      row.givenCount,
      share(row.ofMeanPerMille),
      row.cancelledCount,
    ]),
  }
}
