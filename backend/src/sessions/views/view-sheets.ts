/** A week as a sheet (导出课表): days as columns, times as rows; of the school, its classes, rooms and teachers as rows. Pure. */
import type { SheetOut } from '../../platform/sheets/index.js'
import { printWeekday } from '../../timetabling/pure.js'
import { schoolRows } from './school-rows.js'
import type { ViewCellOut, ViewDayOut, ViewKind, WeekViewOut } from './views.dto.js'
import { changeLines, say } from './change-lines.js'

type Language = 'zh' | 'en'

/** One sheet for each view; three for a school. Nobody has anything: one sheet that says so. */
export function viewSheets(views: readonly WeekViewOut[], language: Language): SheetOut[] {
  if (views.length === 0)
    return [
      {
        name: say(language, '课表', 'Timetables'),
        columns: [
          { title: say(language, '本周没有课次', 'No sessions in this week'), kind: 'text', width: 30 },
        ],
        rows: [],
      },
    ]
  return views.flatMap((view) =>
    view.kind === 'school' ? schoolSheets(view, language) : [weekSheet(view, language)],
  )
}

function weekSheet(view: WeekViewOut, language: Language): SheetOut {
  return {
    name: view.name,
    caption: captionOf(view, view.name, language),
    page: 'landscape',
    columns: [
      { title: say(language, '时间', 'Time'), kind: 'text', width: 14, isWrapped: true },
      ...view.days.map((day) => ({
        title: dayTitle(day, language),
        kind: 'text' as const,
        width: 26,
        isWrapped: true,
      })),
    ],
    rows: view.times.map((time) => [
      `${time.startTime}–${time.endTime}`,
      ...view.days.map((day) =>
        lines(
          view.cells.filter(
            (cell) =>
              cell.dayOn === day.dayOn && cell.startTime === time.startTime && cell.endTime === time.endTime,
          ),
          view.kind,
          language,
        ),
      ),
    ]),
  }
}

function schoolSheets(view: WeekViewOut, language: Language): SheetOut[] {
  const sides = [
    ['home_class', '按班级', 'By class'],
    ['room', '按场地', 'By room'],
    ['teacher', '按教师', 'By teacher'],
  ] as const
  const columns = view.days.flatMap((day) => view.times.map((time) => ({ day, time })))
  return sides.map(([side, zh, en]) => ({
    name: say(language, zh, en),
    caption: captionOf(view, view.name, language),
    page: 'landscape',
    columns: [
      { title: say(language, zh, en), kind: 'text', width: 18, isWrapped: true },
      ...columns.map(({ day, time }) => ({
        title: `${dayTitle(day, language)}\n${time.startTime}–${time.endTime}`,
        kind: 'text' as const,
        width: 20,
        isWrapped: true,
      })),
    ],
    rows: schoolRows(view.cells, side).map((row) => [
      row.name,
      ...columns.map(({ day, time }) =>
        lines(
          row.cells.filter(
            (cell) =>
              cell.dayOn === day.dayOn && cell.startTime === time.startTime && cell.endTime === time.endTime,
          ),
          side === 'home_class' ? 'home-class' : side,
          language,
        ),
      ),
    ]),
  }))
}

function captionOf(view: WeekViewOut, name: string, language: Language): string {
  const week =
    view.weekOfTerm === null ? [] : [say(language, `第 ${view.weekOfTerm} 周`, `week ${view.weekOfTerm}`)]
  const term = say(language, view.termName ?? '', view.termNameEn ?? '')
  return [
    name,
    ...(view.kind === 'school' ? [] : [say(language, view.schoolName, view.schoolNameEn ?? view.schoolName)]),
    ...(term ? [term] : []),
    ...week,
    `${view.fromOn} – ${view.toOn}`,
  ].join(' · ')
}

function dayTitle({ dayOn, weekday, kind, weekdayFollowed, note }: ViewDayOut, language: Language): string {
  const follows =
    kind === 'makeup_day' && weekdayFollowed !== null
      ? say(
          language,
          `上${printWeekday(weekdayFollowed, 'zh')}的课`,
          `as ${printWeekday(weekdayFollowed, 'en')}`,
        )
      : null
  return [
    `${printWeekday(weekday, language)} ${dayOn.slice(5)}`,
    ...(kind === 'holiday' ? [say(language, '放假', 'holiday')] : []),
    ...(follows ? [follows] : []),
    ...(note ? [note] : []),
  ].join(' ')
}

/** What a reader of this kind of week does not know already. */
function lines(cells: readonly ViewCellOut[], kind: ViewKind, language: Language): string {
  return cells
    .map((cell) =>
      [
        [
          cell.sectionName,
          ...(kind !== 'home-class' && cell.homeClassName && !cell.sectionName.includes(cell.homeClassName)
            ? [cell.homeClassName]
            : []),
        ].join(' · '),
        [...(kind === 'teacher' ? [] : [cell.teacherName]), ...(kind === 'room' ? [] : [cell.roomName])].join(
          ' · ',
        ),
        ...changeLines(cell, language).map((line) => `【${line}】`),
      ]
        .filter(Boolean)
        .join('\n'),
    )
    .join('\n\n')
}
