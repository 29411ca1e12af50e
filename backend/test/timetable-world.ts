/** A school of its own with a draft week (课程表草稿), for the specs of the week and of its publishing. */
import type { TestApp } from './app.js'

export function timetableWorld(test: () => TestApp) {
  async function own() {
    const school = await test().world.school()
    const term = await test().world.term()
    const user = await test().world.user('principal', { school })
    return {
      school,
      term,
      client: await test().as(user),
      of: { schoolId: school.id, termId: term.id },
      later: (instant: string) => (test().clock.set(instant), test().as(user)),
    }
  }

  /** A draft with one section on Wednesdays. */
  async function drafted(weekday = 3) {
    const all = await own()
    const section = await test().world.section({ school: all.school })
    const slot = await test().world.slot({ school: all.school, weekday })
    const timetable = (await all.client.post('/api/timetables', all.of)).body
    const placement = (
      await all.client.post('/api/placements', {
        timetableId: timetable.id,
        sectionId: section.id,
        slotId: slot.id,
      })
    ).body
    return { ...all, section, slot, timetable, placement }
  }

  return { own, drafted }
}
