import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { entities } from '../../src/entities.js'
import { migrations } from '../../src/migrations.js'
import { connect } from '../../src/platform/database/data-source.js'
import { databaseUrl, emptyServerDatabase, serverUrl } from '../database.js'

/** A school with one placed section and two dated meetings, one of them cancelled, as the first release kept them. */
const filled = [
  "INSERT INTO region (code, level, name, nameEn) VALUES ('140213', 'district', '平城区', 'Pingcheng')",
  "INSERT INTO school (code, name, nameEn, stage, area, regionId, regionCode, lastLessonEndTime, isActive) VALUES ('1', '一小', 'One', 'primary', 'urban', 1, '140213', '16:00', 1)",
  "INSERT INTO room (schoolId, name, code, kind, capacity) VALUES (1, '101', NULL, 'classroom', 45)",
  "INSERT INTO term (regionCode, schoolYear, name, nameEn, startsOn, endsOn) VALUES ('1402', 2026, '秋', 'Autumn', '2026-09-01', '2027-01-22')",
  "INSERT INTO teacher (schoolId, name, namePinyin, kind, isActive) VALUES (1, '王老师', 'wang', 'staff', 1), (1, '李老师', 'li', 'staff', 1)",
  "INSERT INTO category (regionCode, code, nationalCode, name, nameEn, position) VALUES ('1402', 'A', 'SPORTS', '体育', 'Sports', 1)",
  "INSERT INTO course (schoolId, categoryId, name, grades, isActive) VALUES (1, 1, '篮球', '[3]', 1)",
  "INSERT INTO section (schoolId, termId, courseId, name, kind, grades, teacherId, roomId, capacity, enrolledCount, meetingsPerWeek, isActive) VALUES (1, 1, 1, '篮球一班', 'mixed', '[3]', 1, 1, 30, 0, 1, 1)",
  "INSERT INTO slot (schoolId, termId, weekday, startTime, endTime, serviceType) VALUES (1, 1, 1, '16:30', '17:30', 'after_school')",
  "INSERT INTO timetable (schoolId, termId, version, revision, status, createdAt) VALUES (1, 1, 1, 0, 'published', '2026-09-01 00:00:00.000')",
  'INSERT INTO placement (schoolId, timetableId, sectionId, slotId, teacherId, roomId) VALUES (1, 1, 1, 1, 1, 1)',
  "INSERT INTO session (schoolId, termId, sectionId, slotId, heldOn, startTime, endTime, teacherId, roomId, status, reason) VALUES (1, 1, 1, 1, '2026-09-07', '16:30', '17:30', 1, 1, 'planned', NULL), (1, 1, 1, 1, '2026-09-14', '16:30', '17:30', 2, 1, 'cancelled', '大雪')",
  "INSERT INTO transition (entity, entityId, event, fromState, toState, actorId, actorName, at, comment, schoolId, regionCode) VALUES ('timetable', 1, 'publish', 'draft', 'published', 7, '刘芳', '2026-09-01 00:00:00.000', NULL, 1, '140213')",
  "INSERT INTO audit_entry (at, actorId, actorName, action, entity, entityId, schoolId, regionCode, requestId) VALUES ('2026-09-01 00:00:00.000', 7, '刘芳', 'timetable.publish', 'timetable', 1, 1, '140213', 'r1')",
]

describe('migrations', () => {
  it('keep what a filled database holds, and fill what is new', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kehou-migrate-'))
    const url = serverUrl === null ? null : databaseUrl(await emptyServerDatabase('migrate'))
    const open = async (upTo: number) => {
      const { writer, reader } = await connect({ databaseUrl: url, dataDir, entities, migrations: migrations.slice(0, upTo) })
      if (reader !== writer && reader.isInitialized) await reader.destroy()
      return writer
    }
    const before = await open(1)
    for (const statement of filled) await before.query(statement)
    await before.destroy()
    const after = await open(migrations.length)
    await expectKept(after)
    await after.destroy()
    rmSync(dataDir, { recursive: true, force: true })
  })
})

async function expectKept(source: DataSource): Promise<void> {
  const rows = <T>(sql: string) => source.query<T[]>(sql)
  expect(await rows('SELECT plannedOn, heldOn, plannedStartTime, plannedEndTime, plannedTeacherId, plannedRoomId, makesUpId, status, reason FROM session ORDER BY heldOn')).toMatchObject([
    { plannedOn: '2026-09-07', heldOn: '2026-09-07', plannedStartTime: '16:30', plannedEndTime: '17:30', plannedTeacherId: 1, plannedRoomId: 1, makesUpId: null, status: 'planned', reason: null },
    { plannedOn: '2026-09-14', heldOn: '2026-09-14', plannedTeacherId: 2, status: 'cancelled', reason: '大雪' },
  ])
  expect(await rows('SELECT weeks, startsOn, endsOn, isLocked FROM placement')).toMatchObject([{ weeks: 'every', startsOn: null, endsOn: null, isLocked: 0 }])
  expect(await rows('SELECT r.equipment, c.roomKinds, c.equipment AS needed, t.name FROM room r, course c, timetable t')).toMatchObject([{ equipment: '[]', roomKinds: '[]', needed: '[]', name: null }])
  expect(await rows('SELECT event, actorId, actorName, onBehalfOfId, onBehalfOfName, regionCode FROM transition')).toMatchObject([{ event: 'publish', actorId: 7, actorName: '刘芳', onBehalfOfId: null, onBehalfOfName: null, regionCode: '140213' }])
  expect(await rows('SELECT action, actorName, onBehalfOfId, onBehalfOfName, requestId FROM audit_entry')).toMatchObject([{ action: 'timetable.publish', actorName: '刘芳', onBehalfOfId: null, onBehalfOfName: null, requestId: 'r1' }])
  await source.query('UPDATE teacher SET userId = NULL')
  const log = await source.driver.createSchemaBuilder().log()
  expect(log.upQueries.map(({ query }) => query)).toEqual([])
  await expect(source.query("INSERT INTO session (schoolId, termId, sectionId, slotId, heldOn, startTime, endTime, teacherId, roomId, status, plannedOn, plannedStartTime, plannedEndTime, plannedTeacherId, plannedRoomId) VALUES (1, 1, 1, 1, '2026-09-08', '16:30', '17:30', 1, 1, 'planned', '2026-09-07', '16:30', '17:30', 1, 1)")).rejects.toThrow()
}
