/** What a clash says (冲突说明): the code and the values of its sentence. Pure. */
import { printWhen } from '../slots/print-when.js'
import type { Clash } from './clashes.js'

export interface Refusal {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export function refusal(
  { code, other, count }: Clash,
  slot: { weekday: number; startTime: string; endTime: string },
  language: 'zh' | 'en',
): Refusal {
  return {
    code,
    params: {
      when: printWhen(slot, language),
      section: other.sectionName,
      teacher: other.teacherName,
      room: other.roomName,
      homeClass: other.homeClassName ?? '',
      count,
    },
  }
}
