// A harder week: all classes of a grade have their care at once, so that the grade's groups, which take children of every class, are
// left with the other slot of each day, at most so many of them at a time. 36 classes, 5 days of 2 slots, 90 teachers who come on four
// days at most, 120 groups of which 80 meet twice with a day between, 40 rooms of which every special one is full. A timetable is
// made first and the problem around it, so that there is always an answer.
import { seeded } from './seeded.mjs'

const [days, periods, mostDaysOfTeacher, timesOff] = [5, 2, 4, 4]
const times = days * periods
const range = (count) => Array.from({ length: count }, (_, i) => i)
const dayOf = (time) => Math.floor(time / periods)

/** @returns {import('../../src/timetabling/solver/problem.js').Problem} */
export const generateGrades = (seed, size = {}) => generateGradesWithAnswer(seed, size).problem

/** Half of the grades have care while the others have groups, so `grades` is even. `roomChoice`: rooms that would do for a group. */
export function generateGradesWithAnswer(seed, { grades = 6, classesPerGrade = 6, roomChoice = 8 } = {}) {
  const chance = seeded(seed)
  const school = {
    grades,
    classesPerGrade,
    classCount: grades * classesPerGrade,
    specialRooms: grades / 2 + 1,
    mostGroups: classesPerGrade + 1,
    teacherCount: Math.ceil(grades * classesPerGrade * 2.5),
  }
  // Now and then the teachers do not come out: then the whole week is drawn again.
  for (let draw = 0; draw < 1000; draw += 1) {
    const sections = drawSections(school, chance)
    const teachers = sections && giveTeachers(sections, school, chance)
    if (teachers) return asProblem(sections, teachers, school, roomChoice, chance)
  }
  throw new Error(`no week of this size was found from seed ${seed}`)
}

/** Care and groups with the time and room of each meeting; null: no way was found. */
function drawSections(school, chance) {
  const groupTimes = drawGroupTimes(school.grades, chance)
  const care = range(school.classCount).flatMap((homeClass) => {
    const grade = Math.floor(homeClass / school.classesPerGrade)
    const places = chance.shuffled(range(days)).map((day) => ({
      time: day * periods + (1 - (groupTimes[grade][day] % periods)),
      room: homeClass,
    }))
    return [places.slice(0, 3), places.slice(3)].map((own) => ({ grade, homeClass, places: own }))
  })
  const groups = range(school.grades).map((grade) => drawGroups(grade, groupTimes[grade], school, chance))
  if (groups.includes(null)) return null
  giveRooms(groups.flat(), care, school, chance)
  return [...care, ...groups.flat()]
}

/** Of each grade and day: the time of its groups. */
function drawGroupTimes(grades, { shuffled }) {
  const early = range(days).map(() => new Set(shuffled(range(grades)).slice(0, grades / 2)))
  return range(grades).map((grade) =>
    range(days).map((day) => day * periods + (early[day].has(grade) ? 0 : 1)),
  )
}

/** One place less than there is, or three: those who meet twice with a day between first, then the others. */
function drawGroups(grade, groupTimes, { grades, mostGroups }, { below, shuffled }) {
  const isFuller = grade < (2 * grades) / 3
  const [twice, once] = isFuller ? [2 * mostGroups, mostGroups - 1] : [2 * mostGroups - 2, mostGroups + 1]
  for (let draw = 0; draw < 200; draw += 1) {
    const left = range(days).map(() => mostGroups)
    const take = (chosen) => {
      for (const day of chosen) left[day] -= 1
      return {
        grade,
        homeClass: null,
        places: shuffled(chosen).map((day) => ({ time: groupTimes[day], room: null })),
      }
    }
    const groups = range(twice).map(() => {
      const pairs = range(days).flatMap((one) =>
        range(days).flatMap((other) =>
          other - one >= 2 && left[one] > 0 && left[other] > 0 ? [[one, other]] : [],
        ),
      )
      return pairs.length === 0 ? null : take(pairs[below(pairs.length)])
    })
    if (groups.includes(null)) continue
    const open = shuffled(range(days).flatMap((day) => range(left[day]).map(() => day)))
    if (open.length < once) continue
    return [...groups, ...open.slice(0, once).map((day) => take([day]))]
  }
  return null
}

/** The special rooms are always full; the other groups are in rooms of the classes that have none in them. */
function giveRooms(groups, care, { classCount, specialRooms }, { shuffled }) {
  for (const time of range(times)) {
    const inCare = new Set(
      care.flatMap(({ places }) => places.filter((place) => place.time === time).map(({ room }) => room)),
    )
    const special = range(specialRooms).map((each) => classCount + each)
    const rooms = [...special, ...shuffled(range(classCount).filter((room) => !inCare.has(room)))]
    for (const place of shuffled(
      groups.flatMap(({ places }) => places.filter((place) => place.time === time)),
    ))
      place.room = rooms.shift()
  }
}

/** Care has teachers of its own first; a group takes whoever is free with few sessions yet. Null: it does not come out. */
function giveTeachers(sections, { teacherCount }, { below, shuffled }) {
  const teachers = range(teacherCount).map(() => new Set())
  const daysWith = (teacher, places) =>
    new Set([...teachers[teacher], ...places.map(({ time }) => time)].map(dayOf))
  const order = shuffled(range(teacherCount))
  for (const section of sections) {
    const able =
      section.homeClass !== null
        ? [order.shift()]
        : range(teacherCount)
            .filter(
              (each) =>
                section.places.every(({ time }) => !teachers[each].has(time)) &&
                teachers[each].size + section.places.length <= 5 &&
                daysWith(each, section.places).size <= mostDaysOfTeacher,
            )
            .sort((one, other) => teachers[one].size - teachers[other].size)
    if (able.length === 0) return null
    section.teacher = able[below(Math.ceil(able.length / 3))]
    for (const { time } of section.places) teachers[section.teacher].add(time)
  }
  return teachers.map((busy) => ({
    unavailable: shuffled(range(times).filter((time) => !busy.has(time)))
      .slice(0, timesOff)
      .sort((one, other) => one - other),
  }))
}

function asProblem(sections, teachers, school, roomChoice, chance) {
  const { classesPerGrade, classCount, specialRooms, teacherCount } = school
  const meetings = sections.flatMap((section, index) =>
    section.places.map(({ time, room }) => ({ section, index, time, room })),
  )
  const groupsOf = (grade) =>
    sections.flatMap((section, index) =>
      section.grade === grade && section.homeClass === null ? [index] : [],
    )
  // The children of one class who are in one group go together.
  const children = range(classCount).flatMap((homeClass) =>
    groupsOf(Math.floor(homeClass / classesPerGrade)).map((group) => ({ homeClass, group })),
  )
  const present = ({ section, index }) => [
    section.teacher,
    ...children.flatMap(({ homeClass, group }, i) =>
      homeClass === section.homeClass || group === index ? [teacherCount + i] : [],
    ),
  ]
  const roomsFor = ({ section, room }) =>
    section.homeClass !== null || room >= classCount
      ? [room]
      : [
          room,
          ...chance.shuffled(range(classCount).filter((other) => other !== room)).slice(0, roomChoice - 1),
        ].sort((one, other) => one - other)
  const problem = {
    days,
    periods,
    closed: [],
    people: [
      ...teachers.map(({ unavailable }, i) => ({ name: `教师${i + 1}`, kind: 'teacher', unavailable })),
      ...children.map(({ homeClass, group }) => ({
        name: `${homeClass + 1}班小组${group}`,
        kind: 'students',
        unavailable: [],
      })),
    ],
    rooms: range(classCount + specialRooms).map((each) => ({
      name: each < classCount ? `${each + 1}班教室` : `专用教室${each - classCount + 1}`,
      unavailable: [],
    })),
    meetings: meetings.map((meeting) => ({
      name: `${meeting.section.homeClass === null ? '小组' : '看护'}${meeting.index}`,
      section: meeting.index,
      length: 1,
      people: present(meeting),
      leaders: [],
      rooms: roomsFor(meeting),
      isRoomOptional: false,
      starts: null,
      locked: null,
      category: meeting.section.homeClass === null ? 1 : 0,
      former: null,
    })),
    rules: rulesFor(sections, meetings, school),
  }
  return { problem, answer: { places: meetings.map(({ time, room }) => ({ time, room, leader: null })) } }
}

/** Care on different days, a group with a day between, teachers on four days, no more groups of a grade at once than it has places. */
function rulesFor(sections, meetings, { grades, classCount, mostGroups, teacherCount }) {
  const of = (isMeant) => meetings.flatMap((meeting, i) => (isMeant(meeting) ? [i] : []))
  const apart = (own, least) => ({ weight: 100, kind: 'days_apart', meetings: own, least, adjacent: false })
  const isGroup = ({ homeClass }) => homeClass === null
  return [
    ...range(classCount).map((homeClass) =>
      apart(
        of(({ section }) => section.homeClass === homeClass),
        1,
      ),
    ),
    ...sections.flatMap((section, i) =>
      isGroup(section) && section.places.length > 1
        ? [
            apart(
              of(({ index }) => index === i),
              2,
            ),
          ]
        : [],
    ),
    { weight: 100, kind: 'max_days', who: range(teacherCount), most: mostDaysOfTeacher },
    ...range(grades).map((grade) => ({
      weight: 100,
      kind: 'at_most_at_once',
      meetings: of(({ section }) => section.grade === grade && isGroup(section)),
      times: range(times),
      most: mostGroups,
    })),
  ]
}
