/** Requests for somebody to stand in, in the school of daily-world. */
import { TeacherLeave } from '../src/sessions/index.js'
import type { TestApp } from './app.js'
import type { DailySchool } from './daily-world.js'

/** What a teacher sends who cannot hold the session. */
export const request = ({ session, colleague }: DailySchool, overrides: object = {}) => ({
  kind: 'substitute',
  sessionId: session.id,
  colleagueId: colleague.id,
  reason: '家里有事',
  ...overrides,
})

/** The request as it was answered. */
export const asked = async (mine: DailySchool, overrides: object = {}) =>
  (await mine.asAsker.post('/api/substitutions', request(mine, overrides))).body

export const onLeave = (
  test: TestApp,
  { school, coordinatorUser }: DailySchool,
  teacherId: number,
  on: string,
) =>
  test.world.make(TeacherLeave, {
    schoolId: school.id,
    teacherId,
    fromOn: on,
    toOn: on,
    kind: 'sick',
    remark: '发烧',
    status: 'granted',
    requestedById: coordinatorUser.id,
    createdAt: test.clock.now(),
  })
