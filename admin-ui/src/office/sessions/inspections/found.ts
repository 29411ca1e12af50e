/** What a patrol found, as text keys; nothing found: one key that says so. Pure. */
import type { Inspection } from '../types'

export function foundKeys({
  isOnTime,
  isPlannedTeacher,
  isRegisterTaken,
  isNewLessonTaught,
}: Pick<Inspection, 'isOnTime' | 'isPlannedTeacher' | 'isRegisterTaken' | 'isNewLessonTaught'>): string[] {
  const found = [
    ...(isOnTime ? [] : ['late']),
    ...(isPlannedTeacher ? [] : ['otherTeacher']),
    ...(isRegisterTaken ? [] : ['noRegister']),
    ...(isNewLessonTaught ? ['newLesson'] : []),
  ]
  return (found.length > 0 ? found : ['nothing']).map((key) => `patrol.${key}`)
}
