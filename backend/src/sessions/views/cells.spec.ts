import { cellsOf, type Owner, type WeekSession } from './cells.js'
import { schoolRows } from './school-rows.js'
import { weekOfTerm } from '../../timetabling/index.js'
import { changeLines } from './change-lines.js'

const week = { fromOn: '2026-11-23', toOn: '2026-11-29' }
const planned: WeekSession = {
  id: 1,
  slotId: 3,
  sectionId: 10,
  sectionName: '书法',
  kind: 'home_class',
  grades: [3],
  courseName: '书法',
  homeClassId: 30,
  homeClassName: '三(2)班',
  heldOn: '2026-11-23',
  startTime: '16:30',
  endTime: '17:30',
  teacherId: 1,
  teacherName: '张老师',
  roomId: 5,
  roomName: '301',
  plannedOn: '2026-11-23',
  plannedStartTime: '16:30',
  plannedEndTime: '17:30',
  plannedTeacherId: 1,
  plannedTeacherName: '张老师',
  plannedRoomId: 5,
  plannedRoomName: '301',
  makesUpOn: null,
  madeUpOn: null,
  status: 'planned',
  reason: null,
}
const teacher = (id: number): Owner => ({ kind: 'teacher', id, grade: null })
const room = (id: number): Owner => ({ kind: 'room', id, grade: null })
const said = (session: Partial<WeekSession>, owner = teacher(1)) =>
  cellsOf([{ ...planned, ...session }], owner, week).map((cell) => [
    cell.dayOn,
    cell.isElsewhere,
    ...changeLines(cell, 'zh'),
  ])

describe('the cells of a week', () => {
  it('show what is as planned without remark', () => expect(said({})).toEqual([['2026-11-23', false]]))

  it('show a substituted session to both teachers', () => {
    const session = { teacherId: 2, teacherName: '李老师' }
    expect(said(session, teacher(2))).toEqual([['2026-11-23', false, '代课，原教师 张老师']])
    expect(said(session)).toEqual([['2026-11-23', true, '不在此：李老师 代课']])
  })

  it('show at the door where a session has gone', () => {
    const session = { roomId: 6, roomName: '302' }
    expect(said(session, room(5))).toEqual([['2026-11-23', true, '不在此：302']])
    expect(said(session, room(6))).toEqual([['2026-11-23', false, '换场地，原 301']])
  })

  it('show a moved session on both days, and on one when the other week is looked at', () => {
    const session = { heldOn: '2026-11-25', startTime: '17:30', endTime: '18:00' }
    expect(said(session)).toEqual([
      ['2026-11-23', true, '不在此：11-25 周三 17:30–18:00'],
      ['2026-11-25', false, '调课，原 11-23 周一', '改时间，原 16:30–17:30'],
    ])
    expect(said({ heldOn: '2026-12-01' })).toEqual([['2026-11-23', true, '不在此：12-01 周二 16:30–17:30']])
    expect(said({ plannedOn: '2026-11-20' })).toEqual([['2026-11-23', false, '调课，原 11-20 周五']])
  })

  it('keep what is cancelled, with the reason and where it is made up', () => {
    expect(said({ status: 'cancelled', reason: '大雪' })).toEqual([['2026-11-23', false, '停课：大雪']])
    expect(said({ status: 'made_up', reason: '大雪', madeUpOn: '2026-11-28' })).toEqual([
      ['2026-11-23', false, '停课：大雪，11-28 周六 补课'],
    ])
    expect(said({ makesUpOn: '2026-11-16' })).toEqual([['2026-11-23', false, '补 11-16 周一 的课']])
  })

  it("are a home class's own, and what is open to its grade", () => {
    const mixed = { ...planned, id: 2, kind: 'mixed' as const, homeClassId: null, homeClassName: null }
    const ids = (grade: number, id = 30) =>
      cellsOf([mixed, planned], { kind: 'home-class', id, grade }, week).map((cell) => cell.sessionId)
    expect(ids(3)).toEqual([1, 2])
    expect(ids(4)).toEqual([1])
    expect(ids(3, 31)).toEqual([2])
  })

  it('stand in rows: classes in the order of grades, then mixed sections; rooms by number', () => {
    const all = [
      { ...planned, homeClassId: 31, homeClassName: '十(1)班' },
      { ...planned, homeClassName: '二(10)班' },
      { ...planned, homeClassId: 32, homeClassName: '二(9)班', roomId: 7, roomName: '教室10' },
      {
        ...planned,
        sectionId: 11,
        sectionName: '合唱',
        kind: 'mixed' as const,
        homeClassId: null,
        homeClassName: null,
        roomId: 8,
        roomName: '教室9',
      },
    ].map((session, id) => ({ ...session, id }))
    const cells = cellsOf(all, { kind: 'school', id: 1, grade: null }, week)
    expect(
      schoolRows(cells, 'home_class')
        .map((row) => row.name)
        .slice(1),
    ).toEqual(['二(9)班', '二(10)班', '合唱'])
    expect(schoolRows(cells, 'room').map((row) => row.name)).toEqual(['301', '教室9', '教室10'])
  })
})

it('the week of a term is counted from its first calendar week', () => {
  expect(
    ['2026-09-01', '2026-09-06', '2026-09-07', '2026-11-23'].map((day) => weekOfTerm('2026-09-01', day)),
  ).toEqual([1, 1, 2, 13])
})
