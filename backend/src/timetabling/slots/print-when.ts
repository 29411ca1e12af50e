/** A weekday and time as a sentence names it: 周三 16:30–17:30. Pure. */
const weekdays = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const

export function printWeekday(weekday: number, language: 'zh' | 'en'): string {
  return weekdays[language][weekday - 1] ?? String(weekday)
}

export function printWhen(
  slot: { weekday: number; startTime: string; endTime: string },
  language: 'zh' | 'en',
): string {
  return `${printWeekday(slot.weekday, language)} ${slot.startTime}–${slot.endTime}`
}
