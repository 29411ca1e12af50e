/** The rules that look at sessions: teacher_twice, without_clearance, forbidden_day. */
import { TestApp } from '../../../../test/app.js'
import { foundBy } from '../../../../test/found-by.js'
import { CalendarDay, type School } from '../../../organisation/index.js'
import { Clearance } from '../../../people/index.js'
import type { Slot } from '../../../timetabling/index.js'
import { forbiddenDay } from './forbidden-day.js'
import { teacherTwice } from './teacher-twice.js'
import { withoutClearance } from './without-clearance.js'

describe('the rules on sessions', () => {
  let test: TestApp
  let school: School
  let slot: Slot
  beforeAll(async () => {
    test = await TestApp.start({ now: '2026-11-23T01:00:00Z' })
  })
  beforeEach(async () => {
    school = await test.world.school()
    slot = await test.world.slot({ school })
  })
  afterAll(() => test.stop())

  describe('teacher_twice', () => {
    async function twoSessions(startTime: string, endTime: string): Promise<void> {
      const one = await test.world.section({ school })
      const other = await test.world.section({ school, teacherId: one.teacherId })
      await test.world.session({ section: one, slot, heldOn: '2026-11-16' })
      await test.world.session({ section: other, slot, heldOn: '2026-11-16', startTime, endTime })
    }

    it('finds two sessions that overlap', async () => {
      await twoSessions('17:00', '18:00')
      expect(await foundBy(test, teacherTwice, school)).toEqual([
        expect.stringMatching(/^教师\d+ 2026-11-16 16:30 同时有两节课。$/),
      ])
    })

    it('does not find one that begins when the other ends', async () => {
      await twoSessions('17:30', '18:30')
      expect(await foundBy(test, teacherTwice, school)).toEqual([])
    })
  })

  describe('without_clearance', () => {
    async function taught(heldOn: string, clearance?: Partial<Clearance>): Promise<void> {
      const teacher = await test.world.teacher({ school, kind: 'lecturer', name: '外聘老师' })
      if (clearance)
        await test.world.make(Clearance, {
          schoolId: school.id,
          teacherId: teacher.id,
          validFromOn: '2026-09-01',
          validToOn: '2026-11-16',
          document: '无犯罪记录证明 2026-118',
          isRevoked: false,
          recordedById: 1,
          ...clearance,
        })
      const section = await test.world.section({ school, teacherId: teacher.id })
      await test.world.session({ section, slot, heldOn })
    }

    it('finds a lecturer who taught without one, after its last day, or when it was taken back', async () => {
      await taught('2026-11-16')
      await taught('2026-11-17', {})
      await taught('2026-11-16', { isRevoked: true })
      expect((await foundBy(test, withoutClearance, school)).sort()).toEqual([
        '外聘老师没有有效准入，从 2026-11-16 起上了 1 节课。',
        '外聘老师没有有效准入，从 2026-11-16 起上了 1 节课。',
        '外聘老师没有有效准入，从 2026-11-17 起上了 1 节课。',
      ])
    })

    it('does not find one who taught on its last day, nor a teacher of the school, nor a day to come', async () => {
      await taught('2026-11-16', {})
      await taught('2026-11-24')
      const section = await test.world.section({ school })
      await test.world.session({ section, slot, heldOn: '2026-11-17' })
      expect(await foundBy(test, withoutClearance, school)).toEqual([])
    })
  })

  describe('forbidden_day', () => {
    it('finds a session on a holiday, and one before lessons end', async () => {
      const section = await test.world.section({ school })
      await test.database.transaction((tx) =>
        tx.update(CalendarDay, { termId: section.termId, dayOn: '2026-11-18' }, { kind: 'holiday' }),
      )
      await test.world.session({ section, slot, heldOn: '2026-11-17', startTime: '15:30' })
      await test.world.session({ section, slot, heldOn: '2026-11-18' })
      expect((await foundBy(test, forbiddenDay, school)).sort()).toEqual([
        '2026-11-17 15:30 的课次不在上课日，或早于放学时间。',
        '2026-11-18 16:30 的课次不在上课日，或早于放学时间。',
      ])
    })

    it('does not find one on a school day when lessons are over, nor noon care', async () => {
      const section = await test.world.section({ school })
      await test.world.session({ section, slot, heldOn: '2026-11-17' })
      const noon = await test.world.slot({
        school,
        serviceType: 'noon_care',
        startTime: '12:00',
        endTime: '13:00',
      })
      await test.world.session({ section, slot: noon, heldOn: '2026-11-17' })
      expect(await foundBy(test, forbiddenDay, school)).toEqual([])
    })
  })
})
