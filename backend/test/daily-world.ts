/** A school in the middle of its term for tests of daily changes: two teachers who sign in, a coordinator, a session on Monday. */
import type { School } from '../src/organisation/index.js'
import type { Slot } from '../src/timetabling/index.js'
import type { Session } from '../src/sessions/index.js'
import type { TestApp } from './app.js'

export interface DailySchool extends Awaited<ReturnType<typeof dailySchool>> {}

/** Friday 20 November 2026, 16:00, is the usual now of a test; the sessions lie in the week after. */
export async function dailySchool(test: TestApp) {
  const { world } = test
  const school = await world.school()
  const [askerUser, colleagueUser, coordinatorUser] = [
    await world.user('teacher', { school }),
    await world.user('teacher', { school }),
    await world.user('coordinator', { school }),
  ]
  const asker = await world.teacher({ school, userId: askerUser.id })
  const colleague = await world.teacher({ school, userId: colleagueUser.id })
  const monday = await world.slot({ school, weekday: 1 })
  const tuesday = await world.slot({ school, weekday: 2 })
  const section = await world.section({ school, teacherId: asker.id })
  const session = await world.session({ section, slot: monday, heldOn: '2026-11-23' })
  return {
    school,
    asker,
    colleague,
    askerUser,
    colleagueUser,
    coordinatorUser,
    section,
    session,
    slots: { monday, tuesday },
    asAsker: await test.as(askerUser),
    asColleague: await test.as(colleagueUser),
    coordinator: await test.as(coordinatorUser),
  }
}

/** A session of the teacher in a section of their own. */
export async function sessionOf(
  test: TestApp,
  school: School,
  slot: Slot,
  teacherId: number,
  heldOn: string,
): Promise<Session> {
  return test.world.session({ section: await test.world.section({ school, teacherId }), slot, heldOn })
}
