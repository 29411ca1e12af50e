import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runFet } from '../../../bench/timetable/peers.mjs'
import { readAnswer } from '../fet/read-answer.js'
import { readFet } from '../fet/read-fet.js'
import { toProblem } from '../fet/to-problem.js'
import type { Placement } from '../timetables/placement.entity.js'
import { inWeek } from './fet-export.service.js'
import { type PlacedWeek, weekAsFet } from './week-as-fet.js'

const hasFet = spawnSync('fet-cl', ['--version']).status === 0

const week: PlacedWeek = {
  schoolName: '文瀛小学',
  teachers: [
    { id: 1, name: '张伟' },
    { id: 2, name: '张伟' },
  ],
  rooms: [
    { id: 5, name: '301' },
    { id: 6, name: '操场' },
  ],
  homeClasses: [{ id: 9, name: '三(2)班' }],
  slots: [
    { id: 11, weekday: 1, startTime: '16:30', endTime: '17:30' },
    { id: 13, weekday: 3, startTime: '17:30', endTime: '18:00' },
    { id: 12, weekday: 3, startTime: '16:30', endTime: '17:30' },
  ],
  sections: [
    {
      id: 20,
      name: '作业辅导 & <三>',
      homeClassId: 9,
      teacherId: 1,
      roomId: 5,
      meetingsPerWeek: 2,
      categoryId: 1,
    },
    { id: 21, name: '足球', homeClassId: null, teacherId: 2, roomId: 6, meetingsPerWeek: 2, categoryId: 2 },
  ],
  placed: [
    { sectionId: 20, slotId: 11, teacherId: 1, roomId: 5 },
    { sectionId: 20, slotId: 13, teacherId: 2, roomId: 6 },
    { sectionId: 21, slotId: 12, teacherId: 2, roomId: 6 },
  ],
}

describe('a week for FET', () => {
  it('is read back as it was: days, times, who, where, and what is locked', () => {
    const { text, problem } = weekAsFet(week, 'zh')
    const { file, problem: again } = toProblem(readFet(Buffer.from(text)))
    expect(file.days).toEqual(['周一', '周三'])
    expect(file.hours).toEqual(['16:30–17:30', '17:30–18:00'])
    expect(again.closed).toEqual([1])
    expect(
      again.meetings.map(({ starts, rooms }) => [starts, rooms.map((room) => again.rooms[room]!.name)]),
    ).toEqual([
      [[0], ['301']],
      [[3], ['操场']],
      [[2], ['操场']],
      [null, ['操场']],
    ])
    expect(problem.meetings.filter((meeting) => meeting.locked === null)).toHaveLength(1)
    expect(new Set(again.people.map((person) => person.name)).size).toBe(3)
  })

  it('holds the placements of odd or even weeks, and of their days', () => {
    const stands = (
      weeks: Placement['weeks'],
      on: string,
      startsOn: string | null = null,
      endsOn: string | null = null,
    ) => inWeek({ startsOn: '2026-09-01' }, on)({ weeks, startsOn, endsOn })
    expect([
      stands('odd', '2026-09-01'),
      stands('even', '2026-09-01'),
      stands('even', '2026-09-09'),
      stands('every', '2026-09-09'),
    ]).toEqual([true, false, true, true])
    expect([
      stands('every', '2026-09-09', '2026-09-11'),
      stands('every', '2026-09-09', '2026-09-14'),
      stands('every', '2026-09-09', null, '2026-09-07'),
      stands('every', '2026-09-09', null, '2026-09-06'),
    ]).toEqual([true, false, true, false])
  })

  const judge = hasFet ? it : it.skip
  judge(
    hasFet
      ? 'is opened by FET, which leaves what is placed where it is and places the rest'
      : 'SKIPPED: fet-cl is not here; apt-get install fet',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kehou-fet-export-'))
      try {
        const { text, key, problem } = weekAsFet(week, 'zh')
        writeFileSync(join(folder, 'week.fet'), text)
        const { answer, said } = await runFet(join(folder, 'week.fet'), 30, 1)
        expect(said).toContain('successful')
        const { places } = readAnswer(answer!, key)
        problem.meetings.forEach(({ locked }, i) =>
          locked
            ? expect(places[i]).toMatchObject({ time: locked.time, room: locked.room })
            : expect(places[i]).not.toBeNull(),
        )
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
    60_000,
  )
})
