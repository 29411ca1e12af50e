// A whole school for the timetable: 24 home classes with homework every day, 36 mixed sections, children of the first grade. Made through the API, as a coordinator would.
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { rosterFile } from './roster.mjs'

const headers = { 'X-Kehou': '1', 'Accept-Language': 'zh-CN' }

/** Calls the API as whoever is signed in on the page, and insists on success. */
export async function call(page, method, path, data) {
  const response = await page.request.fetch(`/api${path}`, {
    method,
    headers,
    ...(data === undefined ? {} : { data }),
  })
  assert.ok(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`)
  return response.status() === 204 ? null : response.json()
}

/** Every row of a list, page by page. */
export async function all(page, path) {
  const rows = []
  for (let number = 1; ; number += 1) {
    const { items, total } = await call(
      page,
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}pageSize=200&page=${number}`,
    )
    rows.push(...items)
    if (rows.length >= total || items.length === 0) return rows
  }
}

const clubs = [
  { name: '篮球', rooms: ['ground', 'gymnasium'], meetings: 2 },
  { name: '足球', rooms: ['ground'], meetings: 1 },
  { name: '武术', rooms: ['gymnasium', 'hall'], meetings: 1 },
  { name: '趣味编程', rooms: ['computer'], meetings: 2 },
  { name: '科学实验', rooms: ['laboratory'], meetings: 2 },
  { name: '围棋', rooms: ['library', 'classroom'], meetings: 2 },
  { name: '整本书阅读', rooms: ['library', 'classroom'], meetings: 1 },
  { name: '合唱', rooms: ['music'], meetings: 2 },
  { name: '剪纸', rooms: ['art', 'classroom'], meetings: 1 },
  { name: '书法', rooms: ['art', 'classroom'], meetings: 2 },
  { name: '朗诵', rooms: ['hall', 'music', 'classroom'], meetings: 1 },
  { name: '手工制作', rooms: ['classroom'], meetings: 1 },
]
const bands = [
  { name: '低年级', grades: [1, 2] },
  { name: '中年级', grades: [3, 4] },
  { name: '高年级', grades: [5, 6] },
]

/** The meetings that a week of this school has. */
export const meetingCount = 24 * 5 + clubs.reduce((sum, club) => sum + club.meetings * bands.length, 0)

/** The page is signed in as the coordinator. Answers what the story speaks of. */
export async function fillSchool(page) {
  const { schoolId } = await call(page, 'GET', '/sign-in')
  const [
    classes,
    teachers,
    categories,
    {
      items: [term],
    },
  ] = await Promise.all([
    all(page, `/home-classes?schoolId=${schoolId}&sort=id`),
    all(page, `/teachers?schoolId=${schoolId}&sort=id`),
    all(page, '/categories'),
    call(page, 'GET', '/terms?pageSize=1'),
  ])
  assert.equal(classes.length, 24)
  const common = { schoolId, termId: term.id }
  await call(page, 'POST', '/slots/usual-week', common)
  const categoryOf = (name) => categories.find((category) => category.name === name).id
  const grades = [1, 2, 3, 4, 5, 6]
  const homework = await call(page, 'POST', '/courses', {
    schoolId,
    categoryId: categoryOf('班内作业'),
    name: '班内作业辅导',
    grades,
    roomKinds: ['classroom'],
  })
  for (const home of classes) {
    const teacher = teachers.find((each) => each.homeClassId === home.id)
    await call(page, 'POST', '/sections', {
      ...common,
      courseId: homework.id,
      name: `${home.name}作业辅导`,
      kind: 'home_class',
      homeClassId: home.id,
      teacherId: teacher.id,
      roomId: home.homeRoomId,
      capacity: 50,
      meetingsPerWeek: 5,
    })
  }
  const mixed = await openClubs(page, {
    common,
    categoryOf,
    grades,
    staff: teachers.filter((each) => each.kind === 'staff').slice(0, 40),
  })
  await enrolChildren(page, { ...common, classes, mixed })
  return {
    ...common,
    classes,
    teachers,
    mixed,
    sections: await all(page, `/sections?schoolId=${schoolId}&termId=${term.id}`),
  }
}

// Of the mixed sections every second has its teacher; for the others six colleagues could each lead the course.
async function openClubs(page, { common, categoryOf, grades, staff }) {
  const mixed = []
  for (const [i, club] of clubs.entries()) {
    const course = await call(page, 'POST', '/courses', {
      schoolId: common.schoolId,
      categoryId: categoryOf(club.name),
      name: `${club.name}社团`,
      grades,
      roomKinds: club.rooms,
    })
    await call(page, 'PATCH', `/course-leaders/${course.id}`, {
      teacherIds: Array.from({ length: 6 }, (_, k) => staff[(i * 3 + k * 7) % staff.length].id),
    })
    for (const [k, band] of bands.entries()) {
      const number = i * bands.length + k
      const teacherId = number % 2 === 0 ? staff[24 + ((number / 2) % 16)].id : null
      mixed.push(
        await call(page, 'POST', '/sections', {
          ...common,
          courseId: course.id,
          name: `${club.name}（${band.name}）`,
          kind: 'mixed',
          grades: band.grades,
          teacherId,
          roomId: null,
          capacity: 40,
          meetingsPerWeek: club.meetings,
        }),
      )
    }
  }
  return mixed
}

// Four classes of the first grade in their homework hour, and most of these children in one or two clubs.
async function enrolChildren(page, { schoolId, termId, classes, mixed }) {
  const upload = await page.request.post('/api/imports', {
    headers,
    multipart: {
      kind: 'students',
      schoolId: String(schoolId),
      file: {
        name: '花名册.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(rosterFile()),
      },
    },
  })
  assert.ok(upload.ok(), await upload.text())
  const { id } = await upload.json()
  await until(page, `/imports/${id}`, 'preview', 'previewed')
  await until(page, `/imports/${id}`, 'start', 'done')
  const sections = await all(page, `/sections?schoolId=${schoolId}&termId=${termId}&kind=home_class`)
  const first = classes.filter((home) => home.grade === 1)
  for (const home of first)
    await call(page, 'POST', '/enrolments/bulk', {
      sectionId: sections.find((section) => section.homeClassId === home.id).id,
      homeClassId: home.id,
    })
  const children = await all(page, `/students?schoolId=${schoolId}&sort=id`)
  const open = mixed.filter((section) => section.grades.includes(1))
  for (const [i, section] of open.entries())
    await call(page, 'POST', '/enrolments/bulk', {
      sectionId: section.id,
      studentIds: children.filter((_, k) => k % 8 === i % 8).map((child) => child.id),
    })
}

async function until(page, path, act, status) {
  await call(page, 'POST', `${path}/${act}`)
  for (let look = 0; look < 300; look += 1) {
    const now = await call(page, 'GET', path)
    if (now.status === status) return
    assert.ok(['uploaded', 'previewed', 'running'].includes(now.status), `${path} is ${now.status}`)
    await sleep(50)
  }
  assert.fail(`${path} did not become ${status}`)
}
