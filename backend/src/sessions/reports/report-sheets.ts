/** The two reports as sheets (导出报表). Pure. */
import { type Language, type ListSheet, listSheet, type SheetOut } from '../../platform/sheets/index.js'
import type { RoomUseOut, RoomUseRowOut, TeacherLoadOut, TeacherLoadRowOut } from './reports.dto.js'

const share = (perMille: number | null) => (perMille === null ? null : perMille / 1000)

const rooms: ListSheet<RoomUseRowOut> = {
  zh: '场地使用',
  en: 'Room use',
  columns: [
    { zh: '场地', en: 'Room', width: 20, kind: 'text', of: (row) => row.name },
    { zh: '可容纳', en: 'Capacity', kind: 'integer', of: (row) => row.capacity },
    { zh: '课次', en: 'Sessions', kind: 'integer', of: (row) => row.sessionCount },
    { zh: '分钟', en: 'Minutes', kind: 'integer', of: (row) => row.minutes },
    { zh: '平均每周分钟', en: 'Minutes a week', kind: 'integer', of: (row) => row.minutesPerWeek },
    { zh: '时段使用率', en: 'Share of slots', kind: 'percent', of: (row) => share(row.usePerMille) },
    { zh: '最忙一周课次', en: 'Busiest week', kind: 'integer', of: (row) => row.busiestWeekCount },
    { zh: '最忙一周', en: 'Its Monday', kind: 'date', of: (row) => row.busiestWeekOn },
    { zh: '停课', en: 'Cancelled', kind: 'integer', of: (row) => row.cancelledCount },
  ],
}

const teachers: ListSheet<TeacherLoadRowOut> = {
  zh: '教师课时',
  en: 'Teacher load',
  columns: [
    { zh: '教师', en: 'Teacher', width: 16, kind: 'text', of: (row) => row.name },
    { zh: '课次', en: 'Sessions', kind: 'integer', of: (row) => row.sessionCount },
    { zh: '分钟', en: 'Minutes', kind: 'integer', of: (row) => row.minutes },
    { zh: '天数', en: 'Days', kind: 'integer', of: (row) => row.dayCount },
    { zh: '末时段', en: 'Last slot', kind: 'integer', of: (row) => row.lateCount },
    { zh: '替人代课', en: 'Taken for others', kind: 'integer', of: (row) => row.takenCount },
    { zh: '请人代课', en: 'Given to others', kind: 'integer', of: (row) => row.givenCount },
    { zh: '与平均相比', en: 'Of the mean', kind: 'percent', of: (row) => share(row.ofMeanPerMille) },
    { zh: '停课', en: 'Cancelled', kind: 'integer', of: (row) => row.cancelledCount },
  ],
}

export const roomSheet = (report: RoomUseOut, language: Language): SheetOut =>
  printed(rooms, report, language)
export const teacherSheet = (report: TeacherLoadOut, language: Language): SheetOut =>
  printed(teachers, report, language)

function printed<Row>(
  sheet: ListSheet<Row>,
  { from, to, items }: { from: string; to: string; items: readonly Row[] },
  language: Language,
): SheetOut {
  return {
    ...listSheet(sheet, language, items),
    caption:
      language === 'zh'
        ? `${sheet.zh} ${from} 至 ${to}（按实际课次，停课另列）`
        : `${sheet.en} ${from} to ${to} (sessions that stand; cancelled ones apart)`,
    page: 'portrait',
  }
}
