/** How files that leave the office say what is other than planned (变动说明): in sheets and in calendars. Pure. */
import { printWeekday } from '../../timetabling/pure.js'
import { weekdayOf } from '../../platform/calendar.js'
import type { ViewCellOut } from './views.dto.js'

type Language = 'zh' | 'en'
export const say = (language: Language, zh: string, en: string): string => (language === 'zh' ? zh : en)

const day = (on: string, language: Language): string =>
  `${on.slice(5)} ${printWeekday(weekdayOf(on), language)}`
const why = ({ reason }: ViewCellOut, language: Language): string =>
  reason ? say(language, `：${reason}`, `: ${reason}`) : ''

/** One short sentence for each change; empty: all is as planned. */
export function changeLines(cell: ViewCellOut, language: Language): string[] {
  if (cell.isElsewhere) return [elsewhere(cell, language)]
  return cell.changes.map((change) => {
    switch (change) {
      case 'day':
        return say(
          language,
          `调课，原 ${day(cell.plannedOn, 'zh')}`,
          `Moved from ${day(cell.plannedOn, 'en')}`,
        )
      case 'time':
        return say(
          language,
          `改时间，原 ${cell.plannedStartTime}–${cell.plannedEndTime}`,
          `New time, was ${cell.plannedStartTime}–${cell.plannedEndTime}`,
        )
      case 'teacher':
        return say(
          language,
          `代课，原教师 ${cell.plannedTeacherName}`,
          `Substitute for ${cell.plannedTeacherName}`,
        )
      case 'room':
        return say(language, `换场地，原 ${cell.plannedRoomName}`, `New room, was ${cell.plannedRoomName}`)
      case 'cancelled':
        return say(language, '停课', 'Cancelled') + why(cell, language)
      case 'made_up':
        return (
          say(language, '停课', 'Cancelled') +
          why(cell, language) +
          (cell.madeUpOn === null
            ? ''
            : say(language, `，${day(cell.madeUpOn, 'zh')} 补课`, `, made up on ${day(cell.madeUpOn, 'en')}`))
        )
      case 'make_up':
        return say(
          language,
          `补 ${day(cell.makesUpOn!, 'zh')} 的课`,
          `Makes up for ${day(cell.makesUpOn!, 'en')}`,
        )
    }
  })
}

function elsewhere(cell: ViewCellOut, language: Language): string {
  const { changes } = cell
  const parts = [
    ...(changes.includes('day') ? [day(cell.heldOn, language)] : []),
    ...(changes.includes('day') || changes.includes('time')
      ? [`${cell.heldStartTime}–${cell.heldEndTime}`]
      : []),
    ...(changes.includes('room') ? [cell.roomName] : []),
    ...(changes.includes('teacher')
      ? [say(language, `${cell.teacherName} 代课`, `with ${cell.teacherName}`)]
      : []),
  ]
  return say(language, `不在此：${parts.join(' ')}`, `Not here: ${parts.join(' ')}`)
}
