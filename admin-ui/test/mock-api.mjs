// A stand-in for the server, for tests and screenshots only: invented people, a few lists, one survey.

const names = [
  '王一诺',
  '李浩然',
  '张雨桐',
  '刘子轩',
  '陈思远',
  '杨欣怡',
  '赵梓涵',
  '黄俊杰',
  '周诗涵',
  '吴宇航',
]

/** @type {import('../src/api/actor').Permission[]} */
export const permissionsOfAll = [
  'region.read',
  'school.read',
  'school.create',
  'school.write',
  'term.write',
  'user.read',
  'user.write',
  'audit.read',
  'history.read',
  'catalogue.read',
  'course.write',
  'plan.read',
  'plan.write',
  'plan.review',
  'timetable.read',
  'timetable.write',
  'timetable.publish',
  'enrolment.read',
  'enrolment.write',
  'funding.read',
  'declaration.write',
  'payment.request',
  'survey.read',
  'survey.write',
  'satisfaction.read',
  'statistics.read',
  'import.run',
  'teacher.read',
  'teacher.write',
  'student.read',
  'student.write',
  'activation.print',
  'category.write',
  'standard.write',
]

export const actor = {
  userId: 1,
  username: 'admin',
  displayName: '郭建军',
  role: 'system_administrator',
  regionCode: '1402',
  regionName: '大同市',
  schoolId: null,
  schoolName: null,
  permissions: permissionsOfAll,
  mustChangePassword: false,
}

const school = (id, name, stage, area, regionName, lastLessonEndTime = '16:10') => ({
  id,
  code: `214000${1000 + id}`,
  name,
  nameEn: null,
  stage,
  area,
  regionId: 2,
  regionCode: '140213',
  regionName,
  lastLessonEndTime,
  earliestEndTime: '17:30',
  isActive: id !== 5,
})

export const createWorld = () => ({
  signedIn: actor,
  schools: [
    school(1, '平城区第三小学', 'primary', 'urban', '平城区'),
    school(2, '云冈区口泉乡中心小学', 'primary', 'rural', '云冈区', '15:50'),
    school(3, '平城区第十二初级中学', 'junior_secondary', 'urban', '平城区', '17:00'),
    ...Array.from({ length: 28 }, (_, i) =>
      school(4 + i, `平城区第${i + 20}小学`, 'primary', i % 3 ? 'urban' : 'township', '平城区'),
    ),
  ],
  'home-classes': Array.from({ length: 24 }, (_, i) => ({
    id: i + 1,
    schoolId: 1,
    schoolYear: 2026,
    grade: Math.floor(i / 4) + 1,
    number: (i % 4) + 1,
    name: `${'一二三四五六'[Math.floor(i / 4)]}(${(i % 4) + 1})班`,
    homeRoomId: i + 1,
    isActive: true,
  })),
  rooms: Array.from({ length: 30 }, (_, i) => ({
    id: i + 1,
    schoolId: 1,
    name:
      i < 24
        ? `教学楼 ${101 + i}`
        : ['音乐教室', '美术教室', '计算机教室', '体育馆', '操场', '图书馆'][i - 24],
    code: `A${101 + i}`,
    kind: i < 24 ? 'classroom' : ['music', 'art', 'computer', 'gymnasium', 'ground', 'library'][i - 24],
    capacity: i < 24 ? 50 : 120,
  })),
  terms: [
    {
      id: 2,
      regionCode: '1402',
      schoolYear: 2026,
      name: '2026 年秋季学期',
      nameEn: 'Autumn 2026',
      startsOn: '2026-09-01',
      endsOn: '2027-01-22',
      isCurrent: true,
    },
    {
      id: 1,
      regionCode: '1402',
      schoolYear: 2025,
      name: '2026 年春季学期',
      nameEn: 'Spring 2026',
      startsOn: '2026-03-02',
      endsOn: '2026-07-10',
      isCurrent: false,
    },
  ],
  students: [],
  regions: [
    { id: 1, code: '1402', name: '大同市', level: 'city' },
    { id: 2, code: '140213', name: '平城区', level: 'district' },
  ],
  users: names.map((displayName, i) => ({
    id: i + 1,
    username: `user${i + 1}`,
    displayName,
    role: [
      'system_administrator',
      'principal',
      'coordinator',
      'school_finance_officer',
      'teacher',
      'bureau_officer',
      'auditor',
    ][i % 7],
    regionCode: '1402',
    schoolId: i % 7 >= 1 && i % 7 <= 4 ? 1 : null,
    isFrozen: i === 8,
    mustChangePassword: i > 6,
    lastSignInAt: i > 6 ? null : `2026-09-0${(i % 7) + 1}T08:1${i}:00Z`,
  })),
  'audit-entries': Array.from({ length: 60 }, (_, i) => ({
    id: 60 - i,
    at: `2026-09-${String(20 - (i % 20)).padStart(2, '0')}T03:2${i % 10}:00Z`,
    actorName: names[i % 10],
    action: ['school.update', 'user.freeze', 'user.create'][i % 3],
    entity: ['school', 'user', 'user'][i % 3],
    entityId: i + 1,
    schoolId: 1,
    before:
      i % 3 === 2
        ? null
        : i % 3
          ? { isFrozen: false }
          : { lastLessonEndTime: '16:00', name: '平城区第三小学' },
    after:
      i % 3 === 2
        ? { username: 'user9', role: 'teacher' }
        : i % 3
          ? { isFrozen: true }
          : { lastLessonEndTime: '16:10', name: '平城区第三小学' },
    requestId: `r-${i}`,
  })),
  answered: [],
  asked: [],
})

const addDays = (on, n) => new Date(Date.parse(`${on}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
const weekdayOf = (on) => ((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

function calendar() {
  const holiday = {
    '2026-09-25': '中秋节',
    '2026-09-26': '中秋节',
    '2026-09-27': '中秋节',
    '2027-01-01': '元旦',
  }
  for (let day = 1; day <= 7; day += 1) holiday[`2026-10-0${day}`] = '国庆节'
  const makeup = { '2026-09-20': 5, '2026-10-10': 3 }
  return Array.from({ length: 144 }, (_, i) => {
    const dayOn = addDays('2026-09-01', i)
    const weekday = weekdayOf(dayOn)
    const kind = holiday[dayOn]
      ? 'holiday'
      : makeup[dayOn]
        ? 'makeup_day'
        : weekday > 5
          ? 'weekend'
          : 'school_day'
    return {
      id: i + 1,
      termId: 2,
      dayOn,
      kind,
      weekdayFollowed: kind === 'makeup_day' ? makeup[dayOn] : kind === 'school_day' ? weekday : null,
      note: holiday[dayOn] ?? null,
    }
  })
}

const problem = (status, code, message = code, more = {}) => ({
  status,
  body: { code, message, params: {}, requestId: 'req-test', ...more },
})
const lists = ['students', 'schools', 'home-classes', 'rooms', 'terms', 'regions', 'users', 'audit-entries']
const reserved = ['page', 'pageSize', 'sort', 'order', 'q', 'ids']

function list(rows, search) {
  let found = [...rows]
  if (search.has('ids')) found = found.filter((row) => search.get('ids').split(',').includes(String(row.id)))
  if (search.has('q')) found = found.filter((row) => JSON.stringify(row).includes(search.get('q')))
  for (const [key, value] of search)
    if (!reserved.includes(key) && rows[0] && key in rows[0])
      found = found.filter((row) => String(row[key]) === value)
  const sort = search.get('sort')
  if (sort)
    found.sort(
      (a, b) =>
        (a[sort] < b[sort] ? -1 : a[sort] > b[sort] ? 1 : 0) * (search.get('order') === 'desc' ? -1 : 1),
    )
  const [page, pageSize] = [Number(search.get('page') ?? 1), Number(search.get('pageSize') ?? 25)]
  return { items: found.slice((page - 1) * pageSize, page * pageSize), total: found.length, page, pageSize }
}

export const survey = {
  id: 7,
  title: '2026 年秋季学期课后服务满意度',
  promise: '学校只看到各班加在一起的结果，看不到谁说了什么；不到 5 份的结果不显示。',
  questions: [
    {
      id: 71,
      text: '您对孩子的课后服务总体满意吗？',
      kind: 'scale',
      options: [
        { value: 5, label: '很满意' },
        { value: 4, label: '满意' },
        { value: 3, label: '一般' },
        { value: 2, label: '不满意' },
        { value: 1, label: '很不满意' },
      ],
    },
    {
      id: 72,
      text: '孩子喜欢现在的课程吗？',
      kind: 'scale',
      options: [
        { value: 5, label: '很喜欢' },
        { value: 4, label: '喜欢' },
        { value: 3, label: '一般' },
        { value: 2, label: '不喜欢' },
        { value: 1, label: '很不喜欢' },
      ],
    },
    { id: 73, text: '还有什么想对学校说的？', kind: 'text', options: [] },
  ],
}

function week(from) {
  const days = Array.from({ length: 7 }, (_, i) => {
    const dayOn = addDays(from, i)
    const weekday = weekdayOf(dayOn)
    const sessions =
      weekday > 5
        ? []
        : [
            {
              id: i * 10 + 1,
              startTime: '16:20',
              endTime: '17:00',
              courseName: '作业辅导',
              roomName: '教学楼 105',
              teacherName: '王丽',
              status: 'planned',
            },
            ...(weekday % 2
              ? [
                  {
                    id: i * 10 + 2,
                    startTime: '17:10',
                    endTime: '17:50',
                    courseName: weekday === 3 ? '大同数来宝' : '篮球',
                    roomName: '体育馆',
                    teacherName: '李强',
                    status: weekday === 5 ? 'cancelled' : 'planned',
                  },
                ]
              : []),
          ]
    return {
      dayOn,
      weekday,
      kind: weekday > 5 ? 'weekend' : 'school_day',
      note: null,
      sessions,
      movedAway: [],
    }
  })
  return { days }
}

function parents(world, method, path, search, body) {
  if (method === 'POST' && path === '/activation') {
    if (body.code !== 'ABCD2345') return problem(422, 'people.code_wrong', '激活码不对或已经用过。')
    world.signedIn = { ...actor, role: 'guardian', displayName: '李女士' }
    return { status: 200, body: world.signedIn }
  }
  if (!world.signedIn) return problem(401, 'access.signed_out')
  if (path === '/children')
    return {
      status: 200,
      body: [
        { studentId: 11, name: '李浩然', schoolName: '平城区第三小学', className: '三(2)班' },
        { studentId: 12, name: '李沐阳', schoolName: '平城区第三小学', className: '一(1)班' },
      ],
    }
  if (/^\/children\/\d+\/week$/.test(path)) return { status: 200, body: week(search.get('from')) }
  if (path === '/surveys')
    return {
      status: 200,
      body: [
        {
          id: 7,
          studentId: 11,
          title: survey.title,
          closesOn: '2026-12-31',
          isAnswered: world.answered.length > 0,
        },
      ],
    }
  if (path === '/surveys/7') return { status: 200, body: survey }
  if (method === 'POST' && path === '/surveys/7/answers') {
    if (world.answered.length > 0) return problem(409, 'surveys.already_answered', '已经回答过了。')
    world.answered.push(body)
    return { status: 201, body: {} }
  }
  return problem(404, 'not_found')
}

/** Answers one request: (world, 'GET', '/api/schools?page=1', body) → { status, body }. */
export function answer(world, method, address, body) {
  const url = new URL(address, 'http://kehou.test')
  const path = url.pathname.replace(/^\/api/, '')
  const search = url.searchParams
  world.asked.push({ method, path, search: url.search, body })
  if (path === '/sign-in' && method === 'POST') {
    if (body.password !== 'right-password')
      return problem(401, 'access.wrong_credentials', '用户名或密码不对。')
    world.signedIn = { ...actor, ...world.next }
    return { status: 200, body: world.signedIn }
  }
  if (path === '/sign-in' && method === 'DELETE') {
    world.signedIn = null
    return { status: 204, body: null }
  }
  if (path.startsWith('/parents')) return parents(world, method, path.slice('/parents'.length), search, body)
  if (!world.signedIn) return problem(401, 'access.signed_out', '请先登录。')
  if (path === '/sign-in') return { status: 200, body: world.signedIn }
  if (path === '/sign-in/password') {
    world.signedIn = { ...world.signedIn, mustChangePassword: false }
    return { status: 200, body: world.signedIn }
  }
  if (world.signedIn.mustChangePassword) return problem(403, 'access.must_change_password')
  if (path === '/calendar-days') return { status: 200, body: calendar() }
  if (path === '/transitions') return { status: 200, body: [] }
  const [, noun, id, event] = path.split('/')
  if (!lists.includes(noun)) return problem(404, 'not_found')
  if (id === undefined && method === 'GET') return { status: 200, body: list(world[noun], search) }
  if (id === undefined && method === 'POST') {
    const made = {
      id: 1000 + world[noun].length,
      ...body,
      ...(noun === 'users' ? { isFrozen: false, mustChangePassword: true, lastSignInAt: null } : {}),
    }
    world[noun].push(made)
    return {
      status: 201,
      body: { ...made, ...(noun === 'users' ? { oneTimePassword: 'k3m9-x7pq-2tvz' } : {}) },
    }
  }
  const row = world[noun].find((one) => String(one.id) === id)
  if (!row) return problem(404, 'not_found', '没有找到。')
  if (method === 'PATCH') {
    if (body.lastLessonEndTime === '99:99')
      return problem(400, 'request.invalid', '有内容填写不正确。', {
        fields: [
          {
            field: 'lastLessonEndTime',
            code: 'validation.isLocalTime',
            message: '必须是时间，例如 16:30。',
            params: {},
          },
        ],
      })
    Object.assign(row, body)
  }
  if (method === 'DELETE') {
    world[noun] = world[noun].filter((one) => one !== row)
    return { status: 204, body: null }
  }
  if (event === 'freeze') row.isFrozen = true
  if (event === 'release') row.isFrozen = false
  return {
    status: 200,
    body: { ...row, ...(event === 'reset-password' ? { oneTimePassword: 'h4n8-b2wd-6rsy' } : {}) },
  }
}

/** A `fetch` that answers from the world. */
export const fetchFrom =
  (world) =>
  async (input, init = {}) => {
    const { status, body } = answer(
      world,
      init.method ?? 'GET',
      String(input),
      typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    )
    return new Response(status === 204 ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    })
  }
