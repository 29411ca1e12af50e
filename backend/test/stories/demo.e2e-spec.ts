import { Enrolment } from '../../src/enrolment/index.js'
import { demoAccounts } from '../../src/demo/accounts.js'
import { isEmpty, loadDemo } from '../../src/demo/load-demo.js'
import { Declaration } from '../../src/grants/index.js'
import { verifyLedger } from '../../src/ledger/index.js'
import { HomeClass, School } from '../../src/organisation/index.js'
import { Teacher } from '../../src/people/index.js'
import { Session } from '../../src/sessions/index.js'
import { User } from '../../src/access/index.js'
import { TestApp } from '../app.js'

describe('the demo city', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('loads into an empty database, and its figures hold together', async () => {
    expect(await isEmpty(test.database)).toBe(true)
    await loadDemo(test.nest, () => undefined)
    expect(await isEmpty(test.database)).toBe(false)
    const { read } = test.database
    const schools = await read.find(School, { order: { id: 'ASC' } })
    expect(
      await Promise.all(schools.map((school) => read.countBy(HomeClass, { schoolId: school.id }))),
    ).toEqual([24, 6, 18])
    expect(await read.count(User)).toBeGreaterThanOrEqual(demoAccounts.length)
    // Each teacher's account is linked, and the two of the school with a timetable have sessions of their own.
    for (const { username, displayName, teaches } of demoAccounts.filter(
      (account) => account.role === 'teacher',
    )) {
      const { id: userId } = await read.findOneByOrFail(User, { username })
      expect(await read.findOneByOrFail(Teacher, { userId })).toMatchObject({
        name: displayName,
        staffNumber: teaches,
      })
    }
    for (const username of ['teacher2', 'teacher3']) {
      const week = (await (await test.as(await read.findOneByOrFail(User, { username }))).get('/api/my-week'))
        .body
      expect(week.days.flatMap((day: { sessions: object[] }) => day.sessions)).not.toEqual([])
    }
    expect((await read.find(Declaration)).map((declaration) => declaration.amountFen)).toEqual([
      6_000_000, 54_000_000,
    ])
    expect((await verifyLedger(read)).problems).toEqual([])
    const wrongCounts = await read.query<{ count: number | string }[]>(
      "SELECT COUNT(*) AS count FROM section WHERE enrolledCount <> (SELECT COUNT(*) FROM enrolment WHERE enrolment.sectionId = section.id AND enrolment.status = 'active')",
    )
    expect(Number(wrongCounts[0]!.count)).toBe(0)
    expect(await read.count(Enrolment)).toBeGreaterThan(500)
    const makeup = await read.countBy(Session, { heldOn: '2026-10-10' })
    expect(makeup).toBeGreaterThan(0)
    expect(await read.countBy(Session, { heldOn: '2026-10-01' })).toBe(0)
  })
})
