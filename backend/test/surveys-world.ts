/** Families that can be asked, and surveys that ask them. */
import type { School } from '../src/organisation/index.js'
import type { Student } from '../src/people/index.js'
import type { Client, TestApp } from './app.js'

export interface Family {
  readonly student: Student
  readonly client: Client
  readonly guardianId: number
}

export async function families(test: TestApp, school: School, count: number): Promise<Family[]> {
  const homeClass = await test.world.homeClass({ school })
  const made: Family[] = []
  for (let index = 0; index < count; index += 1) {
    const student = await test.world.student({ school, homeClass })
    const user = await test.world.user('guardian', { school })
    const guardian = await test.world.guardian({ student, user })
    made.push({ student, client: await test.as(user), guardianId: guardian.id })
  }
  return made
}

/** The usual survey of a term, opened by the bureau of the region. */
export async function openSurvey(test: TestApp, regionCode = '1402') {
  const term = await test.world.term()
  const bureau = await test.as(await test.world.user('bureau_officer', { regionCode }))
  const created = await bureau.post('/api/surveys', {
    termId: term.id,
    title: '满意度问卷',
    titleEn: 'Satisfaction',
    opensOn: '2026-11-01',
    closesOn: '2026-12-31',
  })
  const opened = await bureau.post(`/api/surveys/${created.body.id}/open`)
  return { bureau, created, opened, id: created.body.id as number }
}

export const answersOf = async (family: Family, id: number, value = 5, text?: string) => {
  const { questions } = (
    await family.client.get(`/api/parents/surveys/${id}`, { studentId: family.student.id })
  ).body
  return {
    studentId: family.student.id,
    answers: questions.flatMap((question: { id: number; kind: string }) =>
      question.kind === 'scale'
        ? [{ questionId: question.id, value }]
        : text
          ? [{ questionId: question.id, text }]
          : [],
    ),
  }
}

export const answer = async (family: Family, id: number, value?: number, text?: string) =>
  family.client.post(`/api/parents/surveys/${id}/answers`, await answersOf(family, id, value, text))
