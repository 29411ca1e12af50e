/** What is counted as of a day comes from facts of that day, however late anybody asks. */
import { TestApp } from '../../../test/app.js'
import { fundPolicy, type FundedSchool, fundedSchool } from '../../../test/funding-world.js'
import { Enrolment } from '../../enrolment/index.js'
import { fen } from '../../platform/money.js'

interface Line {
  className: string
  amountFen: number
  sentence: string
  counts: { enrolled: number; participants: number; participantMonths: object[]; sessions: number }
}

describe('the counts', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  beforeEach(() => test.clock.set('2026-11-28T08:00:00Z'))
  afterAll(() => test.stop())

  // Signed in anew: the clock of these tests moves further than a sign-in lasts.
  const entitled = async ({ school, fund }: Pick<FundedSchool, 'school' | 'fund'>) => {
    const officer = await test.as(await test.world.user('school_finance_officer', { school }))
    const { body } = await officer.get('/api/funding-standards/entitlement', {
      schoolId: school.id,
      fundId: fund.id,
      fiscalYear: 2026,
    })
    return body as { totalFen: number; sentences: string[]; lines: Line[] }
  }
  const coordinatorOf = async ({ school }: FundedSchool) =>
    test.as(await test.world.user('coordinator', { school }))
  const enrol = (
    funded: FundedSchool,
    section: { id: number; termId: number },
    studentId: number,
    rest = {},
  ) =>
    test.world.make(Enrolment, {
      schoolId: funded.school.id,
      termId: section.termId,
      studentId,
      sectionId: section.id,
      startsOn: '2026-09-01',
      endsOn: null,
      status: 'active',
      ...rest,
    })
  const funding = async (model: 'per_class' | 'per_enrolled', amountFen: number) => {
    const fund = await test.world.fund()
    await test.world.standard({ fund, model, amountFen: fen(amountFen), countDay: '09-30' })
    return fundedSchool(test, 2, fund)
  }

  it('leave out a class that was made after the count day, unless it is dated back, which the trail tells', async () => {
    const funded = await funding('per_class', 1_000_000)
    const coordinator = await coordinatorOf(funded)
    const given = { schoolId: funded.school.id, schoolYear: 2026, grade: 3, number: 9 }
    const made = (await coordinator.post('/api/home-classes', given)).body
    await coordinator.post('/api/students', { homeClassId: made.id, name: '新同学', sex: 'male' })
    expect(await entitled(funded)).toMatchObject({ totalFen: 2_000_000, lines: [{}, {}] })
    expect((await entitled(funded)).lines).toHaveLength(2)
    // Dated back, the class was there; its only child was not, so it still brings nothing.
    await coordinator.patch(`/api/home-classes/${made.id}`, { startsOn: '2026-08-01' })
    expect(await entitled(funded)).toMatchObject({ totalFen: 2_000_000, lines: [{}, {}, { amountFen: 0 }] })
    await test.world.student({ school: funded.school, homeClass: made, inClassSince: '2026-09-01' })
    expect((await entitled(funded)).totalFen).toBe(3_000_000)
  })

  it('leave out a class that had ended, and keep one that ended later', async () => {
    const funded = await funding('per_class', 1_000_000)
    const coordinator = await coordinatorOf(funded)
    const [first, second] = funded.classes
    await coordinator.patch(`/api/home-classes/${first!.id}`, { endsOn: '2026-09-30' })
    await coordinator.patch(`/api/home-classes/${second!.id}`, { endsOn: '2026-10-01' })
    expect((await entitled(funded)).lines.map(({ className }) => className)).toEqual([second!.name])
  })

  it('leave out a pupil who came after the count day, and keep one who left after it', async () => {
    const funded = await funding('per_enrolled', 30_000)
    const coordinator = await coordinatorOf(funded)
    const [homeClass] = funded.classes
    await test.world.student({ school: funded.school, homeClass: homeClass!, leftOn: '2026-10-01' })
    await test.world.student({ school: funded.school, homeClass: homeClass!, leftOn: '2026-09-30' })
    expect((await entitled(funded)).totalFen).toBe(90_000)
    const added = await coordinator.post('/api/students', {
      homeClassId: homeClass!.id,
      name: '新同学',
      sex: 'female',
    })
    expect([added.status, (await entitled(funded)).totalFen]).toEqual([201, 90_000])
    await coordinator.post(`/api/students/${added.body.id}/correct-start`, { startsOn: '2026-09-30' })
    expect((await entitled(funded)).totalFen).toBe(120_000)
  })

  it('hold months that are over only: what is planned for December is not counted before', async () => {
    const fund = await test.world.fund()
    await test.world.standard({
      fund,
      model: 'per_participant',
      unit: 'month',
      monthsCounted: 'each',
      amountFen: fen(1_356_000),
    })
    const funded = await fundedSchool(test, 1, fund)
    const { school } = funded
    const section = await test.world.section({ school })
    const slot = await test.world.slot({ school })
    const student = await test.world.student({ school, homeClass: funded.classes[0]! })
    await enrol(funded, section, student.id)
    for (const heldOn of ['2026-09-07', '2026-10-12', '2026-11-09', '2026-12-07'])
      await test.world.session({ section, slot, heldOn })
    expect((await entitled(funded)).totalFen).toBe(2_712_000)
    // On the last of November, at school: it is not over.
    test.clock.set('2026-11-30T15:59:00Z')
    expect((await entitled(funded)).totalFen).toBe(2_712_000)
    test.clock.set('2026-11-30T16:00:00Z')
    const { totalFen, sentences } = await entitled(funded)
    expect(totalFen).toBe(4_068_000)
    expect(sentences[0]).toBe(
      'Σ 2026-09…2026-11 参加 3 人·月（计划数，未经登记确认） × 13,560.00 元 = 40,680.00 元',
    )
    test.clock.set('2026-12-31T16:00:00Z')
    expect((await entitled(funded)).totalFen).toBe(5_424_000)
  })

  it('hold sessions of days that are over, neither cancelled nor after the count day', async () => {
    const fund = await test.world.fund()
    await test.world.standard({
      fund,
      model: 'per_session',
      unit: 'session',
      amountFen: fen(10_000),
      countDay: '12-20',
    })
    const funded = await fundedSchool(test, 1, fund)
    const { school } = funded
    const section = await test.world.section({ school, homeClassId: funded.classes[0]!.id })
    const slot = await test.world.slot({ school })
    for (const heldOn of ['2026-11-26', '2026-11-27', '2026-11-28', '2026-12-07', '2026-12-21'])
      await test.world.session({ section, slot, heldOn })
    await test.world.session({ section, slot, heldOn: '2026-11-25', status: 'cancelled' })
    expect(await entitled(funded)).toMatchObject({
      totalFen: 20_000,
      lines: [{ counts: { sessions: 2 }, sentence: '三(1)班：2 课次（计划数，未经登记确认），200.00 元' }],
    })
    test.clock.set('2027-01-05T08:00:00Z')
    expect((await entitled(funded)).totalFen).toBe(40_000)
  })

  it('hold a child who changes class in the middle of a month on each side of the day, and once a month', async () => {
    const funded = await funding('per_enrolled', 30_000)
    const { school } = funded
    const [first, second] = funded.classes
    const section = await test.world.section({ school })
    const slot = await test.world.slot({ school })
    const student = await test.world.student({ school, homeClass: first! })
    await enrol(funded, section, student.id)
    // Another child with a place for the days between two meetings only, and one who came between them.
    const between = await test.world.student({ school, homeClass: first! })
    await enrol(funded, section, between.id, { startsOn: '2026-10-13', endsOn: '2026-10-18' })
    for (const heldOn of ['2026-09-07', '2026-10-12', '2026-10-19', '2026-11-09'])
      await test.world.session({ section, slot, heldOn })
    const coordinator = await coordinatorOf(funded)
    const moved = await coordinator.post(`/api/students/${student.id}/transfer`, {
      homeClassId: second!.id,
      startsOn: '2026-10-15',
    })
    expect(moved.status).toBe(200)
    const countsOn = async (countDay: string) => {
      const fund = await test.world.fund()
      await test.world.standard({ fund, model: 'per_enrolled', amountFen: fen(30_000), countDay })
      return (await entitled({ ...funded, fund })).lines.map(({ counts }) => [
        counts.enrolled,
        counts.participants,
      ])
    }
    expect(await countsOn('10-14')).toEqual([
      [3, 2],
      [1, 0],
    ])
    expect(await countsOn('10-15')).toEqual([
      [2, 1],
      [2, 1],
    ])
    test.clock.set('2026-12-01T08:00:00Z')
    expect((await entitled(funded)).lines.map(({ counts }) => counts.participantMonths)).toEqual([
      [
        { month: '2026-09', count: 1 },
        { month: '2026-10', count: 1 },
      ],
      [{ month: '2026-11', count: 1 }],
    ])
  })

  it('give nothing for 24 classes without a pupil, say why, and whoever checks sees a violation', async () => {
    const fund = await test.world.fund()
    await test.world.standard({ fund })
    const funded = await fundedSchool(test, 0, fund)
    for (let number = 1; number <= 24; number += 1)
      await test.world.homeClass({ school: funded.school, number })
    const { totalFen, lines } = await entitled(funded)
    expect([totalFen, lines.length]).toEqual([0, 24])
    expect(lines[0]!.sentence).toBe('三(1)班：0 个班（没有学生，不计入班数），0.00 元')
    const { body } = await funded.officer.post('/api/declarations', {
      schoolId: funded.school.id,
      fundId: fund.id,
      fiscalYear: 2026,
    })
    expect(body).toMatchObject({ amountFen: 0, classCount: 0 })
    expect(body.lines[0].counts.notRunning).toBe('no_pupil')
    await funded.officer.post(`/api/declarations/${body.id}/submit`)
    for (const checker of [funded.education, funded.finance, funded.principal]) {
      // As the pages of whoever checks ask for them.
      const asked = { schoolIds: `${funded.school.id},999999`, isThere: 'yes', severity: 'error' }
      const { items } = (await checker.get('/api/findings', { ...asked, isSettled: 'no', pageSize: 50 })).body
      expect((await checker.get('/api/findings', { ...asked, isSettled: 'yes' })).body.total).toBe(0)
      const kinds = (items as { rule: string; severity: string }[]).map(
        ({ rule, severity }) => `${rule} ${severity}`,
      )
      expect([kinds.length, ...new Set(kinds)]).toEqual([24, 'empty_class error'])
    }
  })

  it('ask a class for as many participants as the policy lays down', async () => {
    const funded = await funding('per_class', 1_000_000)
    await fundPolicy(test, funded.fund, { leastParticipants: 1 })
    const section = await test.world.section({ school: funded.school })
    const student = await test.world.student({ school: funded.school, homeClass: funded.classes[0]! })
    await enrol(funded, section, student.id)
    expect(await entitled(funded)).toMatchObject({
      totalFen: 1_000_000,
      lines: [
        { amountFen: 1_000_000 },
        { amountFen: 0, sentence: '三(2)班：0 个班（参加人数不足，不计入班数），0.00 元' },
      ],
    })
  })

  it('take the same number of queries for two classes and for twenty', async () => {
    const queriesFor = async (classCount: number) => {
      const fund = await test.world.fund()
      await test.world.standard({ fund, countDay: '09-30' })
      const funded = await fundedSchool(test, classCount, fund)
      const runner = jest.spyOn(test.database.read, 'createQueryBuilder')
      await entitled(funded)
      const { length } = runner.mock.calls
      runner.mockRestore()
      return length
    }
    const [few, many] = [await queriesFor(2), await queriesFor(20)]
    expect(few).toBeGreaterThan(0)
    expect(many).toBe(few)
  })
})
