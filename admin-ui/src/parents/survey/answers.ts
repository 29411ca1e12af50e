/** The answers of one survey while they are being given: kept in this tab only, and gone once they are sent. Pure but for the shelf. */
import { readShelf, writeShelf } from '../../api/shelf'
import type { Answer, Question } from '../api'

export type Given = Record<number, { value?: number; text?: string }>

const shelf = (surveyId: number, studentId: number): string => `kehou.parents.survey.${surveyId}.${studentId}`

export function readGiven(surveyId: number, studentId: number): Given {
  try {
    return JSON.parse(readShelf('session', shelf(surveyId, studentId)) ?? '{}') as Given
  } catch {
    return {}
  }
}
export const keepGiven = (surveyId: number, studentId: number, given: Given): void =>
  writeShelf('session', shelf(surveyId, studentId), JSON.stringify(given))
export const forgetGiven = (surveyId: number, studentId: number): void =>
  writeShelf('session', shelf(surveyId, studentId), null)

/** What is sent: questions without an answer are left out. */
export function answersOf(questions: Question[], given: Given): Answer[] {
  return questions.flatMap(({ id, kind }): Answer[] => {
    const one = given[id]
    if (kind === 'scale') return one?.value === undefined ? [] : [{ questionId: id, value: one.value }]
    const text = one?.text?.trim() ?? ''
    return text === '' ? [] : [{ questionId: id, text }]
  })
}

/** The first question of a scale that is still open, or undefined. */
export const firstOpen = (questions: Question[], given: Given): number | undefined => {
  const index = questions.findIndex(
    (question) => question.kind === 'scale' && given[question.id]?.value === undefined,
  )
  return index === -1 ? undefined : index
}
