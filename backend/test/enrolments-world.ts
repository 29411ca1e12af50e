/** Children of one class, and who enrols them. */
import type { School } from '../src/organisation/index.js'
import type { Student } from '../src/people/index.js'
import type { TestApp } from './app.js'

/** A school with its coordinator. */
export async function coordinated(test: TestApp) {
  const school = await test.world.school()
  return { school, client: await test.as(await test.world.user('coordinator', { school })) }
}

/** A home class with children. */
export const students = async (test: TestApp, school: School, count: number) => {
  const homeClass = await test.world.homeClass({ school })
  const made: Student[] = []
  for (let each = 0; each < count; each += 1) made.push(await test.world.student({ school, homeClass }))
  return { homeClass, made, ids: made.map((student) => student.id) }
}
