// A week of after-school service in a primary school of 36 home classes, as a problem to be solved: 5 days of 2 slots, 40 rooms that
// are 95 % full, 90 teachers of whom many cannot always come. A timetable is made first and the problem around it, so that there is
// always an answer; then the timetable is forgotten.

import { seeded } from './seeded.mjs'

const [days, periods, grades, classesPerGrade, teacherCount] = [5, 2, 6, 6, 90]
const classCount = grades * classesPerGrade
/** Two neighbouring grades choose among the same sections and use each other's rooms. */
const bands = 3
const [hall, ground, scienceLab, computerLab] = [0, 1, 2, 3].map((i) => classCount + i)
const specialRooms = ['体育馆', '操场', '科学实验室', '计算机教室']
const subjects = ['书法', '美术', '合唱', '围棋', '阅读', '口才', '手工', '数学思维']
const [sport, science, care] = [subjects.length, subjects.length + 1, subjects.length + 2]

const dayOf = (time) => Math.floor(time / periods)
const range = (count) => Array.from({ length: count }, (_, i) => i)

/** @returns {import('../../src/timetabling/solver/problem.js').Problem} */
export const generateWeek = (seed, options = {}) => generateWithAnswer(seed, options).problem

/** With the timetable that the problem was made around: proof that there is one. */
export function generateWithAnswer(seed, { withChoices = false } = {}) {
  const chance = seeded(seed)
  const cares = careSections(chance)
  const sections = [...cares, ...mixedSections(cares, chance)]
  const teachers = giveTeachers(sections, chance)
  const meetings = sections.flatMap((section, index) =>
    section.places.map(({ time, room }, part) => ({ index, section, time, room, part })),
  )
  const children = withChoices ? profiles(sections, chance) : []
  const people = [
    ...teachers.map(({ unavailable }, i) => ({ name: `教师${i + 1}`, kind: 'teacher', unavailable })),
    ...range(classCount).map((each) => ({ name: className(each), kind: 'students', unavailable: [] })),
    ...children.map((_, i) => ({ name: `学生组${i + 1}`, kind: 'students', unavailable: [] })),
  ]
  const present = ({ index, section }) => [
    section.teacher,
    ...(section.homeClass === null ? [] : [teacherCount + section.homeClass]),
    ...children.flatMap((chosen, i) => (chosen.includes(index) ? [teacherCount + classCount + i] : [])),
  ]
  const problem = {
    days,
    periods,
    closed: [],
    people,
    rooms: [
      ...range(classCount).map((each) => ({ name: `${className(each)}教室`, unavailable: [] })),
      ...specialRooms.map((name) => ({ name, unavailable: [] })),
    ],
    meetings: meetings.map((meeting) => ({
      name: meeting.section.name,
      section: meeting.index,
      length: 1,
      people: present(meeting),
      leaders: [],
      rooms: meeting.section.rooms,
      isRoomOptional: false,
      starts: null,
      locked: null,
      category: meeting.section.category,
      former: null,
    })),
    rules: [...apartRules(sections, meetings), ...teacherRules(teachers, chance)],
  }
  return { problem, answer: { places: meetings.map(({ time, room }) => ({ time, room, leader: null })) } }
}

const className = (index) =>
  `${'一二三四五六'[Math.floor(index / classesPerGrade)]}(${(index % classesPerGrade) + 1})班`
const bandOf = (homeClass) => Math.floor(homeClass / (classCount / bands))

/** Each class once a day in its room: on three days with one teacher, on two with another. */
function careSections({ below, shuffled }) {
  return range(classCount).flatMap((homeClass) => {
    const places = shuffled(range(days)).map((day) => ({
      time: day * periods + below(periods),
      room: homeClass,
    }))
    return [places.slice(0, 3), places.slice(3)].map((own, i) => ({
      name: `${className(homeClass)}看护${i + 1}`,
      category: care,
      homeClass,
      band: bandOf(homeClass),
      rooms: [homeClass],
      places: own,
      teacher: 2 * homeClass + i,
    }))
  })
}

/** Where the classes are not in their own rooms, sections of children of several classes, twice a week. */
function mixedSections(cares, chance) {
  const taken = new Set(cares.flatMap(({ places }) => places.map(({ room, time }) => `${room} ${time}`)))
  const cells = (rooms) =>
    rooms.flatMap((room) =>
      range(days * periods)
        .filter((time) => !taken.has(`${room} ${time}`))
        .map((time) => ({ room, time })),
    )
  const desks = range(bands).flatMap((band) => {
    const rooms = range(classCount).filter((room) => bandOf(room) === band)
    return pairs(cells(rooms), band === 0 ? 28 : 27, chance).map((places) => {
      // Only some of the rooms are large enough.
      const rest = chance.shuffled(rooms.filter((room) => places.every((place) => place.room !== room)))
      return {
        band,
        category: chance.below(subjects.length),
        places,
        rooms: [...new Set([...places.map(({ room }) => room), ...rest.slice(0, 2 + chance.below(9))])].sort(
          (a, b) => a - b,
        ),
      }
    })
  })
  const special = [
    [sport, [hall, ground]],
    [science, [scienceLab, computerLab]],
  ].flatMap(([category, rooms]) =>
    pairs(cells(rooms), 9, chance).map((places) => ({ band: chance.below(bands), category, places, rooms })),
  )
  return chance.shuffled([...desks, ...special]).map((section, i) => ({
    ...section,
    name: `${[...subjects, '篮球', '科学'][section.category]}${i + 1}`,
    homeClass: null,
    teacher: null,
  }))
}

/** So many pairs of cells on different days, always from the two days with most left. */
function pairs(cells, count, chance) {
  const byDay = range(days).map((day) => chance.shuffled(cells.filter(({ time }) => dayOf(time) === day)))
  return range(count).map(() => {
    const [one, other] = chance.shuffled(byDay).sort((a, b) => b.length - a.length)
    return [one.pop(), other.pop()]
  })
}

/** Whoever is free and has few sessions yet; then times at which they cannot come, never those they have. */
function giveTeachers(sections, { below, happens }) {
  const teachers = range(teacherCount).map(() => ({ times: new Set() }))
  const give = (section, teacher) => {
    section.teacher = teacher
    for (const { time } of section.places) teachers[teacher].times.add(time)
  }
  for (const section of sections) if (section.teacher !== null) give(section, section.teacher)
  for (const section of sections) {
    if (section.teacher !== null) continue
    const able = range(teacherCount)
      .filter((each) => section.places.every(({ time }) => !teachers[each].times.has(time)))
      .sort((a, b) => teachers[a].times.size - teachers[b].times.size)
    give(section, able[below(Math.ceil(able.length / 3))])
  }
  return teachers.map(({ times }) => {
    const busyDays = new Set([...times].map(dayOf))
    const off = new Set(range(days).filter((day) => !busyDays.has(day) && happens(0.4)))
    return {
      times,
      unavailable: range(days * periods).filter(
        (time) => !times.has(time) && (off.has(dayOf(time)) || happens(0.2)),
      ),
    }
  })
}

/** Children of a class and what they chose: one to three sections of their band besides the care of their class. */
function profiles(sections, { below, shuffled }) {
  return range(classCount).flatMap((homeClass) =>
    range(12).map(() => {
      const chosen = sections.flatMap((section, index) => (section.homeClass === homeClass ? [index] : []))
      const most = chosen.length + 1 + below(3)
      for (const index of shuffled(range(sections.length))) {
        if (chosen.length >= most) break
        const section = sections[index]
        const times = new Set(chosen.flatMap((each) => sections[each].places.map(({ time }) => time)))
        if (
          section.homeClass === null &&
          section.band === bandOf(homeClass) &&
          section.places.every(({ time }) => !times.has(time))
        )
          chosen.push(index)
      }
      return chosen
    }),
  )
}

/** A section twice on one day is no good; a class has its care every day. */
function apartRules(sections, meetings) {
  const of = (isMeant) => meetings.flatMap((meeting, i) => (isMeant(meeting) ? [i] : []))
  const rule = (own) => ({ weight: 100, kind: 'days_apart', meetings: own, least: 1, adjacent: false })
  return [
    ...range(classCount).map((homeClass) => rule(of(({ section }) => section.homeClass === homeClass))),
    ...sections.flatMap((section, i) =>
      section.homeClass === null ? [rule(of(({ index }) => index === i))] : [],
    ),
  ]
}

function teacherRules(teachers, { happens, below }) {
  return teachers.flatMap(({ times }, i) => {
    const perDay = range(days).map((day) => [...times].filter((time) => dayOf(time) === day).length)
    const used = perDay.filter((count) => count > 0).length
    return [
      ...(Math.max(...perDay) <= 1 || happens(0.3)
        ? [{ weight: 100, kind: 'max_a_day', who: [i], most: Math.max(1, ...perDay) }]
        : []),
      ...(used < days && happens(0.5)
        ? [{ weight: 100, kind: 'max_days', who: [i], most: Math.min(days - 1, used + below(2)) }]
        : []),
    ]
  })
}
