/** How does a session stand in somebody's calendar (日历里的一次课)? Pure. */
import type { Language } from '../../platform/texts.js'
import type { ViewCellOut, ViewKind } from '../views/views.dto.js'
import { changeLines, say } from '../views/change-lines.js'
import type { CalendarEvent } from './write-calendar.js'

/** How often something was changed, and when last. */
export interface Change {
  readonly count: number
  readonly at: Date
}

interface Around {
  readonly kind: ViewKind
  readonly schoolName: string
  readonly host: string
  readonly language: Language
  readonly published: Change
  /** Of the one session; null: never. */
  readonly changed: Change | null
}

const mostChangesOfSession = 1000

export function toEvent(
  cell: ViewCellOut,
  { kind, schoolName, host, language, published, changed }: Around,
): CalendarEvent {
  const lines = changeLines(cell, language)
  const isCancelled = cell.status !== 'planned'
  const parts = [
    cell.sectionName,
    ...(cell.homeClassName && !cell.sectionName.includes(cell.homeClassName) && kind !== 'home-class'
      ? [cell.homeClassName]
      : []),
    ...(kind === 'school' || kind === 'room' ? [cell.teacherName] : []),
  ]
  return {
    // Publishing anew may make the row again, but not another meeting.
    uid: `${cell.sectionId}.${cell.slotId}.${cell.plannedOn}@${host}`,
    sequence: published.count * mostChangesOfSession + (changed?.count ?? 0),
    lastModifiedAt: changed && changed.at > published.at ? changed.at : published.at,
    heldOn: cell.dayOn,
    startTime: cell.startTime,
    endTime: cell.endTime,
    isCancelled,
    // Many programs hide or do not mark the state, so that the title says it too.
    summary:
      (isCancelled
        ? say(language, '【停课】', 'Cancelled: ')
        : lines.length > 0
          ? say(language, '【有变动】', 'Changed: ')
          : '') + parts.join(' · '),
    location: `${cell.roomName}, ${schoolName}`,
    description: [
      say(language, `课程：${cell.courseName}`, `Course: ${cell.courseName}`),
      say(language, `教师：${cell.teacherName}`, `Teacher: ${cell.teacherName}`),
      ...lines,
    ].join('\n'),
  }
}
