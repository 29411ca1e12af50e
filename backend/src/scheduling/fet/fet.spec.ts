import fc from 'fast-check'
import { fillIn } from '../../platform/texts.js'
import { check } from '../solver/check.js'
import type { Problem, Solution } from '../solver/problem.js'
import { problemToFet } from './problem-to-fet.js'
import { readAnswer } from './read-answer.js'
import { readFet } from './read-fet.js'
import { fetTexts } from './texts.js'
import { toProblem } from './to-problem.js'
import { writeFet } from './write-fet.js'
import { readXml } from './xml-tree.js'

// Two days of four hours; year Y with groups A (subgroups A1, A2) and B; teachers T and U; rooms R (30, in X), S (20, in Z).
const named = (tag: string, name: string, more = '') => `<${tag}><Name>${name}</Name>${more}</${tag}>`
const constraint = (kind: string, body = '', weight = 100) =>
  `<Constraint${kind}><Weight_Percentage>${weight}</Weight_Percentage>${body}<Active>true</Active></Constraint${kind}>`
const el = (tag: string, ...texts: (string | number)[]) =>
  texts.map((text) => `<${tag}>${text}</${tag}>`).join('')
interface Act {
  t?: string[]
  s?: string[]
  n?: number
  subject?: string
  tags?: string[]
  group?: number
  active?: boolean
  size?: number
}
const activity = (
  { t = ['T'], s = ['A'], n = 1, subject = 'M', tags = [], group = 0, active = true, size }: Act,
  id: number,
) =>
  `<Activity>${el('Teacher', ...t)}${el('Subject', subject)}${el('Activity_Tag', ...tags)}${el('Students', ...s)}${el('Duration', n)}${el('Total_Duration', n)}${el('Id', id)}${el('Activity_Group_Id', group)}${el('Active', String(active))}${size === undefined ? '' : el('Number_Of_Students', size)}</Activity>`
const students = `<Year><Name>Y</Name><Group><Name>A</Name><Number_of_Students>25</Number_of_Students>${named('Subgroup', 'A1')}${named('Subgroup', 'A2')}</Group><Group><Name>B</Name><Number_of_Students>10</Number_of_Students></Group></Year>`
const fet = (activities: Act[], constraints = '') => `<?xml version="1.0" encoding="UTF-8"?>
<fet version="6.8.5"><Mode>Official</Mode>
<Days_List><Number_of_Days>2</Number_of_Days>${named('Day', 'D0')}${named('Day', 'D1')}</Days_List>
<Hours_List><Number_of_Hours>4</Number_of_Hours>${[0, 1, 2, 3].map((i) => named('Hour', `H${i}`)).join('')}</Hours_List>
<Subjects_List>${named('Subject', 'M')}${named('Subject', 'N')}</Subjects_List><Activity_Tags_List>${named('Activity_Tag', 'G')}</Activity_Tags_List>
<Teachers_List>${named('Teacher', 'T')}${named('Teacher', 'U')}</Teachers_List><Students_List>${students}</Students_List>
<Activities_List>${activities.map((each, i) => activity(each, i + 1)).join('\n')}</Activities_List>
<Rooms_List>${named('Room', 'R', el('Building', 'X') + el('Capacity', 30))}${named('Room', 'S', el('Building', 'Z') + el('Capacity', 20))}</Rooms_List>
<Time_Constraints_List>${constraint('BasicCompulsoryTime')}${constraints}</Time_Constraints_List><Space_Constraints_List>${constraint('BasicCompulsorySpace')}</Space_Constraints_List></fet>`
const bytes = (text: string) => Buffer.from(text)
const problemOf = (activities: Act[], constraints = '') =>
  toProblem(readFet(bytes(fet(activities, constraints)))).problem
const meetingOf = (act: Act, constraints = '') => problemOf([act], constraints).meetings[0]!
const at = (day: number, hour: number, tag = 'Preferred_Starting_Time', prefix = 'Preferred_Starting_') =>
  `<${tag}><${prefix}Day>D${day}</${prefix}Day><${prefix}Hour>H${hour}</${prefix}Hour></${tag}>`
const room = (name: string) => el('Room', name)

describe('reading a .fet file', () => {
  const refused = (text: string | Buffer, limits?: Parameters<typeof readXml>[1]) => {
    try {
      readFet(typeof text === 'string' ? bytes(text) : text, limits)
    } catch (error) {
      const { code, params } = error as { code: string; params: Record<string, string | number> }
      for (const language of ['zh', 'en'] as const)
        expect(fillIn(fetTexts[code]![language], params)).not.toMatch(/[{}]/)
      return [code.replace('scheduling.fet_', ''), params]
    }
    return null
  }
  const good = fet([{}])

  it('reads lists, activities and constraints, old and new', () => {
    const file = readFet(
      bytes(
        fet(
          [{ n: 2, tags: ['G'], size: 7 }, { active: false }],
          constraint('TeacherMaxHoursDaily', el('Teacher_Name', 'T') + el('Maximum_Hours_Daily', 3), 95.5),
        ),
      ),
    )
    expect(file).toMatchObject({
      days: ['D0', 'D1'],
      hours: ['H0', 'H1', 'H2', 'H3'],
      teachers: ['T', 'U'],
      rooms: [{ name: 'R', building: 'X', capacity: 30 }, { name: 'S' }],
    })
    expect(file.activities).toMatchObject([
      { id: 1, duration: 2, tags: ['G'], size: 7, isActive: true },
      { id: 2, isActive: false, size: null },
    ])
    expect(file.constraints).toMatchObject([
      { kind: 'BasicCompulsoryTime' },
      { kind: 'TeacherMaxHoursDaily', weight: 95.5, teacher: 'T', limit: 3 },
      { kind: 'BasicCompulsorySpace' },
    ])
    const old = good
      .replace(
        /<Days_List>.*<\/Days_List>/,
        '<Days_List><Number>2</Number><Name>D0</Name><Name>D1</Name></Days_List>',
      )
      .replace('<Mode>Official</Mode>', '')
      .replace('6.8.5', '5.2.1')
    expect(readFet(bytes(old)).days).toEqual(['D0', 'D1'])
    expect(readFet(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(good)])).subjects).toEqual([
      'M',
      'N',
    ])
  })

  it('leaves out inactive constraints without looking at them', () => {
    expect(
      readFet(
        bytes(
          fet(
            [{}],
            '<ConstraintTeacherMaxDaysPerWeek><Teacher_Name>nobody</Teacher_Name><Active>false</Active></ConstraintTeacherMaxDaysPerWeek>',
          ),
        ),
      ).constraints,
    ).toHaveLength(2)
  })

  it('refuses what is no FET file, cut off, dangerous or too large', () => {
    expect(refused('<html></html>')).toEqual(['wrong_root', { name: 'html', expected: 'fet' }])
    expect(refused(good.slice(0, 500))).toMatchObject(['truncated', { line: expect.any(Number) }])
    for (const text of ['', '  \n', '<fet', '<?xml version="1.0"?>'])
      expect(refused(text)).toMatchObject(['truncated', {}])
    expect(refused(good.replace('<fet', '<!DOCTYPE fet [<!ENTITY a "b">]><fet'))).toMatchObject([
      'doctype',
      { line: 2 },
    ])
    expect(refused(good.replace('<Name>M<', '<Name>&nbsp;<'))).toMatchObject(['entity', { line: 5 }])
    expect(refused(good.replace('</Mode>', '</Made>'))).toMatchObject(['malformed', { line: 2 }])
    expect(refused(Buffer.from([0x3c, 0x66, 0xff, 0xfe]))).toMatchObject(['not_utf8', {}])
    expect(refused(good.replace('UTF-8', 'GB2312'))).toMatchObject(['not_utf8', {}])
    expect(refused('<a>'.repeat(50))).toMatchObject(['too_deep', { most: 16 }])
    expect(refused(good, { bytes: 100, depth: 16, elements: 100 })).toMatchObject(['too_large', {}])
    expect(refused(good, { bytes: 10_000, depth: 16, elements: 20 })).toMatchObject([
      'too_many',
      { most: 20 },
    ])
  })

  it('refuses other modes and versions, missing lists and fields, wrong numbers, names twice', () => {
    expect(refused(good.replace('Official', 'Terms'))).toEqual(['mode', { mode: 'Terms' }])
    expect(refused(good.replace('6.8.5', '7.0.0'))).toEqual(['version', { version: '7.0.0' }])
    expect(refused(good.replace(/<Activities_List>[^]*<\/Activities_List>/, ''))).toMatchObject([
      'missing',
      { name: 'Activities_List' },
    ])
    expect(refused(fet([{ n: 5 }]))).toMatchObject([
      'bad_value',
      { where: 'Activity 1', name: 'Duration', value: 5 },
    ])
    expect(refused(fet([{}], constraint('TeacherMaxDaysPerWeek', el('Teacher_Name', 'T'))))).toMatchObject([
      'missing',
      { where: 'ConstraintTeacherMaxDaysPerWeek', name: 'limit' },
    ])
    expect(refused(fet([{}], constraint('BreakTimes', '', 101)))).toMatchObject([
      'bad_value',
      { value: '101' },
    ])
    expect(refused(good.replace('<Name>U</Name>', '<Name>T</Name>'))).toMatchObject([
      'duplicate',
      { name: 'T' },
    ])
    expect(refused(good.replace('<Name>A1</Name>', '<Name>Y</Name>'))).toMatchObject([
      'duplicate',
      { name: 'Y' },
    ])
    expect(refused(good.replace('</Activities_List>', `${activity({}, 1)}</Activities_List>`))).toMatchObject(
      ['duplicate', { name: '1' }],
    )
  })

  it('names what is not in the lists, and where', () => {
    expect(refused(fet([{ t: ['X'] }]))).toEqual([
      'unknown_teacher',
      { where: 'Activity 1', line: 7, name: 'X' },
    ])
    expect(refused(fet([{ s: ['X'] }]))).toMatchObject(['unknown_students', { name: 'X' }])
    expect(refused(fet([{ subject: 'X' }]))).toMatchObject(['unknown_subject', { name: 'X' }])
    expect(refused(fet([{ tags: ['X'] }]))).toMatchObject(['unknown_tag', { name: 'X' }])
    expect(
      refused(fet([{}], constraint('SubjectPreferredRoom', el('Subject', 'M') + room('X')))),
    ).toMatchObject(['unknown_room', { where: 'ConstraintSubjectPreferredRoom', name: 'X' }])
    expect(refused(fet([{}], constraint('ActivityEndsStudentsDay', el('Activity_Id', 17))))).toMatchObject([
      'unknown_activity',
      { name: '17' },
    ])
    expect(refused(fet([{}], constraint('BreakTimes', at(7, 0, 'Break_Time', ''))))).toMatchObject([
      'unknown_day',
      { name: 'D7' },
    ])
  })
})

describe('a .fet file as a problem', () => {
  it('students who always go together are one person', () => {
    const people = (activities: Act[], constraints = '') =>
      problemOf(activities, constraints)
        .people.filter(({ kind }) => kind === 'students')
        .map(({ name }) => name)
    expect(people([{ s: ['Y'] }])).toEqual(['A1 +2'])
    expect(people([{ s: ['A'] }, { s: ['Y'] }])).toEqual(['A1 +1', 'B'])
    expect(people([{ s: ['A1'] }, { s: ['A2'] }])).toEqual(['A1', 'A2'])
    expect(people([{ s: ['A'] }])).toEqual(['A1 +1'])
    expect(
      people(
        [{ s: ['A'] }],
        constraint('StudentsSetMaxGapsPerWeek', el('Max_Gaps', 0) + el('Students', 'A1')),
      ),
    ).toEqual(['A1', 'A2'])
  })

  it('who cannot when, closed times, inactive activities', () => {
    const problem = problemOf(
      [{ s: ['A'] }, { active: false }],
      constraint('TeacherNotAvailableTimes', el('Teacher', 'T') + at(0, 1, 'Not_Available_Time', '')) +
        constraint('StudentsSetNotAvailableTimes', el('Students', 'Y') + at(1, 0, 'Not_Available_Time', '')) +
        constraint('BreakTimes', at(1, 3, 'Break_Time', '')) +
        constraint('RoomNotAvailableTimes', room('S') + at(0, 0, 'Not_Available_Time', '')) +
        constraint('ActivitiesSameStartingTime', el('Activity_Id', 1, 2)),
    )
    expect(problem).toMatchObject({ closed: [7], meetings: [{ people: [0, 2] }], rules: [] })
    expect(problem.people.map(({ unavailable }) => unavailable)).toEqual([[1], [], [4]])
    expect(problem.rooms.map(({ unavailable, building }) => [unavailable, building])).toEqual([
      [[], 0],
      [[0], 1],
    ])
  })

  it('starting times intersect; slots must hold the whole activity; soft ones are wishes', () => {
    const times = (...hours: number[]) => hours.map((hour) => at(0, hour)).join('')
    const slots = (...hours: number[]) =>
      hours.map((hour) => at(0, hour, 'Preferred_Time_Slot', 'Preferred_')).join('')
    const id = el('Activity_Id', 1)
    expect(
      meetingOf(
        {},
        constraint(
          'ActivityPreferredStartingTime',
          `${id}<Preferred_Day>D1</Preferred_Day><Preferred_Hour>H2</Preferred_Hour><Permanently_Locked>true</Permanently_Locked>`,
        ),
      ).starts,
    ).toEqual([6])
    expect(
      meetingOf(
        {},
        constraint('ActivityPreferredStartingTimes', id + times(0, 1, 2)) +
          constraint('ActivityPreferredStartingTimes', id + times(2, 1, 3)),
      ).starts,
    ).toEqual([1, 2])
    expect(meetingOf({ n: 2 }, constraint('ActivityPreferredTimeSlots', id + slots(0, 1, 3))).starts).toEqual(
      [0],
    )
    expect(problemOf([{}], constraint('ActivityPreferredStartingTimes', id + times(0), 80)).rules).toEqual([
      { weight: 80, kind: 'starts_among', meetings: [0], times: [0] },
    ])
    // Students: whoever shares some; component: place among the parts; duration.
    const starts = (act: Act, body: string, kind = 'ActivitiesPreferredStartingTimes') =>
      meetingOf(act, constraint(kind, body + times(3))).starts
    expect(starts({ s: ['A1'] }, el('Students_Name', 'Y'))).toEqual([3])
    expect(starts({ s: ['Y'] }, el('Students_Name', 'A1'))).toEqual([3])
    expect(starts({ s: ['B'] }, el('Students_Name', 'A'))).toBeNull()
    expect(starts({}, el('Duration', 2))).toBeNull()
    expect(starts({}, el('Component_Number', 1), 'SubactivitiesPreferredStartingTimes')).toEqual([3])
    expect(starts({}, el('Component_Number', 2), 'SubactivitiesPreferredStartingTimes')).toBeNull()
  })

  it('rooms: hard ones intersect, home rooms only for who is alone and has no hard preference, capacity counts', () => {
    const rooms = (act: Act, ...constraints: string[]) => {
      const { rooms: all, isRoomOptional } = meetingOf(act, constraints.join(''))
      return [all, isRoomOptional]
    }
    const own = (name: string, weight = 100) =>
      constraint('ActivityPreferredRoom', el('Activity_Id', 1) + room(name), weight)
    const some = constraint('SubjectPreferredRooms', el('Subject', 'M') + el('Preferred_Room', 'R', 'S'))
    const home = (name: string, weight = 100) =>
      constraint('TeacherHomeRoom', el('Teacher', 'T') + room(name), weight)
    const alone = { s: ['B'] }
    expect(rooms(alone)).toEqual([[], false])
    expect(rooms(alone, some)).toEqual([[0, 1], false])
    expect(rooms(alone, some, own('S'))).toEqual([[1], false])
    expect(rooms({ s: ['A'] }, some)).toEqual([[0], false])
    expect(rooms({ s: ['A'], size: 5 }, some)).toEqual([[0, 1], false])
    expect(rooms(alone, home('R'))).toEqual([[0], false])
    expect(rooms({ ...alone, t: ['T', 'U'] }, home('R'))).toEqual([[], false])
    expect(rooms(alone, home('R'), own('S'))).toEqual([[1], false])
    expect(rooms(alone, own('S', 50))).toEqual([[1], true])
    expect(rooms(alone, own('S', 50), home('R'))).toEqual([[0, 1], false])
    expect(rooms(alone, constraint('StudentsSetHomeRoom', el('Students', 'B') + room('R')))).toEqual([
      [0],
      false,
    ])
    expect(rooms(alone, constraint('StudentsSetHomeRoom', el('Students', 'Y') + room('R')))).toEqual([
      [],
      false,
    ])
    for (const bad of [
      own('R') + own('S'),
      constraint('StudentsSetHomeRoom', el('Students', 'A') + room('S')),
    ])
      expect(() => rooms({ s: ['A'] }, bad)).toThrow(
        expect.objectContaining({ code: 'scheduling.fet_no_room' }),
      )
    expect(problemOf([alone], own('S', 50) + home('R', 40)).rules).toEqual([
      { weight: 50, kind: 'rooms_among', meetings: [0], rooms: [1] },
    ])
  })

  it('min days: consecutive if on the same day is a must even where the days are a wish', () => {
    const days = (weight: number, isConsecutive: boolean) =>
      problemOf(
        [{}, {}],
        constraint(
          'MinDaysBetweenActivities',
          el('Consecutive_If_Same_Day', String(isConsecutive)) + el('Activity_Id', 1, 2) + el('MinDays', 1),
          weight,
        ),
      ).rules
    const rule = { kind: 'days_apart', meetings: [0, 1], least: 1, adjacent: false }
    expect(days(100, true)).toEqual([{ ...rule, weight: 100 }])
    expect(days(95, false)).toEqual([{ ...rule, weight: 95 }])
    expect(days(95, true)).toEqual([
      { ...rule, weight: 95 },
      { ...rule, weight: 100, least: 0, adjacent: true },
    ])
    expect(days(0, true)).toEqual([{ ...rule, weight: 100, least: 0, adjacent: true }])
  })

  it.each<[string, string, object]>([
    ['TeachersMaxDaysPerWeek', el('Max_Days_Per_Week', 1), { kind: 'max_days', who: [0], most: 1 }],
    [
      'TeacherMaxHoursDaily',
      el('Teacher_Name', 'U') + el('Maximum_Hours_Daily', 3),
      { kind: 'max_a_day', who: [1], most: 3 },
    ],
    [
      'StudentsMinHoursDaily',
      el('Minimum_Hours_Daily', 2) + el('Allow_Empty_Days', 'false'),
      { kind: 'min_a_day', who: [2, 3], least: 2, everyDay: true },
    ],
    [
      'TeachersActivityTagMaxHoursContinuously',
      el('Activity_Tag_Name', 'G') + el('Maximum_Hours_Continuously', 2),
      { kind: 'max_in_a_row', who: [0], most: 2, meetings: [1] },
    ],
    [
      'StudentsSetMaxGapsPerWeek',
      el('Students', 'B') + el('Max_Gaps', 0),
      { kind: 'max_gaps_a_week', who: [3], most: 0 },
    ],
    ['TeachersMaxGapsPerDay', el('Max_Gaps', 1), { kind: 'max_gaps_a_day', who: [0], most: 1 }],
    [
      'StudentsEarlyMaxBeginningsAtSecondHour',
      el('Max_Beginnings_At_Second_Hour', 0),
      { kind: 'early_start', who: [2, 3], most: 0 },
    ],
    [
      'TeachersMinGapsBetweenBuildingChanges',
      el('Min_Gaps_Between_Building_Changes', 1),
      { kind: 'building_gaps', who: [0], least: 1 },
    ],
    ['ActivitiesSameStartingDay', el('Activity_Id', 1, 2), { kind: 'same_day', meetings: [0, 1] }],
    ['ActivitiesSameStartingHour', el('Activity_Id', 1, 2), { kind: 'same_period', meetings: [0, 1] }],
    ['ActivitiesNotOverlapping', el('Activity_Id', 1, 2), { kind: 'not_overlapping', meetings: [0, 1] }],
    [
      'TwoActivitiesConsecutive',
      el('First_Activity_Id', 2) + el('Second_Activity_Id', 1),
      { kind: 'consecutive', first: 1, second: 0 },
    ],
    [
      'TwoActivitiesOrdered',
      el('First_Activity_Id', 1) + el('Second_Activity_Id', 2),
      { kind: 'ordered', first: 0, second: 1 },
    ],
    ['ActivitiesEndStudentsDay', el('Students_Name', 'A'), { kind: 'ends_day', meetings: [0] }],
    [
      'ActivitiesMaxSimultaneousInSelectedTimeSlots',
      el('Activity_Id', 1, 2) +
        at(1, 1, 'Selected_Time_Slot', 'Selected_') +
        el('Max_Number_of_Simultaneous_Activities', 1),
      { kind: 'at_most_at_once', meetings: [0, 1], times: [5], most: 1 },
    ],
  ])('%s', (kind, body, rule) => {
    expect(problemOf([{ s: ['A'] }, { s: ['B'], tags: ['G'] }], constraint(kind, body)).rules).toEqual([
      { weight: 100, ...rule },
    ])
  })

  it('grouped is the same day and side by side, where there are no breaks', () => {
    const grouped = constraint(
      'TwoActivitiesGrouped',
      el('First_Activity_Id', 1) + el('Second_Activity_Id', 2),
    )
    expect(problemOf([{}, {}], grouped).rules).toMatchObject([
      { kind: 'same_day', meetings: [0, 1] },
      { kind: 'days_apart', least: 0, adjacent: true, weight: 100 },
    ])
    expect(() => problemOf([{}, {}], grouped + constraint('BreakTimes', at(0, 1, 'Break_Time', '')))).toThrow(
      expect.objectContaining({ code: 'scheduling.fet_unsupported' }),
    )
  })

  it('what is not understood is named and counted, or left out', () => {
    const file = readFet(
      bytes(fet([{}], constraint('TeachersMaxSpanPerDay', el('Max_Span', 3)).repeat(2) + constraint('Foo'))),
    )
    expect(() => toProblem(file)).toThrow(
      expect.objectContaining({
        params: { kinds: 'ConstraintFoo × 1, ConstraintTeachersMaxSpanPerDay × 2' },
      }),
    )
    expect(toProblem(file, { ignoreUnsupported: true })).toMatchObject({
      problem: { rules: [] },
      leftOut: [{ kind: 'ConstraintFoo', count: 1 }, { count: 2 }],
    })
  })
})

describe('writing .fet files', () => {
  it('keeps the file and adds the fixed times and rooms, once', () => {
    const given = toProblem(
      readFet(
        bytes(
          fet(
            [{ s: ['B'] }, { s: ['B'] }],
            constraint('SubjectPreferredRooms', el('Subject', 'M') + el('Preferred_Room', 'R', 'S')),
          ),
        ),
      ),
    )
    const solution: Solution = { places: [{ time: 5, room: 1, leader: null }, null] }
    const again = toProblem(readFet(bytes(writeFet(given, solution))))
    expect(again.problem.meetings).toMatchObject([
      { starts: [5], rooms: [1] },
      { starts: null, rooms: [0, 1] },
    ])
    expect(again.file.constraints).toHaveLength(given.file.constraints.length + 2)
    expect(toProblem(readFet(bytes(writeFet(again, solution)))).file.constraints).toHaveLength(
      again.file.constraints.length,
    )
  })

  it('names may be any characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.string({ unit: 'binary' }),
        (one, other) => {
          const meeting = {
            section: 0,
            length: 1,
            people: [0, 1],
            leaders: [],
            rooms: [0],
            isRoomOptional: false,
            starts: null,
            locked: null,
            category: 0,
            former: null,
          }
          const problem: Problem = {
            days: 1,
            periods: 2,
            closed: [1],
            rooms: [{ name: other, unavailable: [] }],
            rules: [{ weight: 100, kind: 'max_days', who: [0, 1], most: 1 }],
            people: [
              { name: one, kind: 'teacher', unavailable: [] },
              { name: one, kind: 'students', unavailable: [1] },
            ],
            meetings: [{ ...meeting, name: other }],
          }
          const { text, key } = problemToFet(problem, {
            institution: one,
            days: [one],
            hours: [other, other],
          })
          const again = toProblem(readFet(bytes(text)))
          expect(again.key).toEqual(key)
          expect(again.problem).toMatchObject({
            closed: [1],
            people: [{ kind: 'teacher' }, { kind: 'students', unavailable: [1] }],
            meetings: [{ people: [0, 1], rooms: [0] }],
          })
        },
      ),
    )
  })

  it('refuses what FET has no words for', () => {
    const problem: Problem = {
      ...problemOf([{}]),
      rules: [
        { weight: 10, kind: 'even_load', who: [0], times: null },
        { weight: 50, kind: 'max_days', who: [0], most: 1 },
      ],
    }
    expect(() =>
      problemToFet(problem, { institution: '', days: ['1', '2'], hours: ['1', '2', '3', '4'] }),
    ).toThrow(
      expect.objectContaining({
        code: 'scheduling.fet_not_expressible',
        params: { kinds: 'even_load, max_days' },
      }),
    )
  })
})

describe('reading an answer of FET', () => {
  const given = toProblem(readFet(bytes(fet([{}, {}]))))
  const answer = (...rows: [id: number, day: string, hour: string, room: string][]) =>
    bytes(
      `<Activities_Timetable>${rows.map(([id, day, hour, name]) => `<Activity>${el('Id', id)}${el('Day', day)}${el('Hour', hour)}${el('Room', name)}</Activity>`).join('')}</Activities_Timetable>`,
    )

  it('by the names of the file', () => {
    const solution = readAnswer(answer([2, 'D1', 'H2', 'S'], [1, '', '', '']), given.key)
    expect(solution.places).toEqual([null, { time: 6, room: 1, leader: null }])
    expect(check(given.problem, solution)).toMatchObject([{ rule: 'room' }])
  })

  it('not the answer to another file', () => {
    expect(() => readAnswer(answer([3, 'D1', 'H2', '']), given.key)).toThrow(
      expect.objectContaining({ code: 'scheduling.fet_answer_of_other_file' }),
    )
    expect(() => readAnswer(answer([1, 'D9', 'H2', '']), given.key)).toThrow(
      expect.objectContaining({ code: 'scheduling.fet_unknown_day' }),
    )
    expect(() => readAnswer(bytes(fet([])), given.key)).toThrow(
      expect.objectContaining({ code: 'scheduling.fet_wrong_root' }),
    )
  })
})
